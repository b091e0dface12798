"""Tables for tests, and readers of the files made from them."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from oit.spreadsheets.cells import original
from oit.thai.calendar import Month
from oit.views.datasets.dataset import Cell, Dataset, Field

FIELDS = (
    Field("name", "string", "งานที่จัดซื้อหรือจัดจ้าง", required=True),
    Field("month", "yearmonth", "เดือน", "เดือนของแบบ สขร.1"),
    Field("budget", "number", "วงเงินงบประมาณ (บาท)"),
    Field("contract_date", "date", "วันที่ของสัญญา"),
    Field("count", "integer", "จำนวน"),
)

ROWS: tuple[tuple[Cell, ...], ...] = (
    ("ซื้อน้ำมันเชื้อเพลิง", Month(2025, 10), Decimal("46730.00"), date(2026, 1, 15), 12),
    ("จ้างเหมา, ทำความสะอาด", Month(2025, 11), Decimal("8.95"), None, None),
)

NO_ROWS: tuple[tuple[Cell, ...], ...] = ((),) * len(FIELDS)
"""The columns of a table without rows."""


def a_dataset(*rows: tuple[Cell, ...], year: int = 2569, masked: int = 0) -> Dataset:
    """Make a table of purchases."""
    title = f"การจัดซื้อจัดจ้าง ปีงบประมาณ {year}"
    columns = [*zip(*(rows or ROWS), strict=True)]
    return Dataset(year, "procurement", title, "รายการทั้งปี", FIELDS, columns, masked)


def with_name(text: str) -> Dataset:
    """Make a table whose only value is this name."""
    return a_dataset((text, None, None, None, None))


# Data files may not contain surrogates; an empty text and no text are the same cell.
_TEXTS = st.one_of(
    st.text(min_size=1),
    st.text(alphabet="'=+-@\t\r\n\0\"<>&,;|_x04กำ่ r/", min_size=1),
    st.text().map("<r>{}</r>".format),
)
_AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.decimals(
    min_value=-(10**20), max_value=10**20, places=5
)


def _or_nothing(values: st.SearchStrategy[Cell]) -> st.SearchStrategy[Cell]:
    return st.none() | values


DATASETS = st.lists(
    st.tuples(
        _TEXTS,
        _or_nothing(st.builds(Month, st.integers(1, 9999), st.integers(1, 12))),
        _or_nothing(_AMOUNTS),
        _or_nothing(st.dates()),
        _or_nothing(st.integers(-(10**20), 10**20)),
    ),
    min_size=1,
    max_size=5,
).map(lambda rows: a_dataset(*rows))
"""Arbitrary tables."""


def typed(text: str, field: Field) -> Cell:
    """Read the text of a cell by the type of its field."""
    if field.type == "number":
        return Decimal(text)
    if field.type == "integer":
        return int(text)
    if field.type == "date":
        return date.fromisoformat(text)
    return Month(*map(int, text.split("-"))) if field.type == "yearmonth" else text


def read_csv(data: bytes, fields: Sequence[Field] = FIELDS) -> list[tuple[Cell, ...]]:
    """Read the rows of a CSV file, undoing the mark of inert texts."""
    previous = csv.field_size_limit(10**9)
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    # The limit is global, and other tests depend on it.
    csv.field_size_limit(previous)
    assert header == [field.name for field in fields]
    return [
        tuple(
            typed(original(cell), field) if cell else None
            for field, cell in zip(fields, row, strict=True)
        )
        for row in rows
    ]


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_xlsx(
    data: bytes, sheet: int = 1, fields: Sequence[Field] = FIELDS
) -> list[tuple[Cell, ...]]:
    """Read a sheet according to ISO 29500, its first row as texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings, table = (
            ET.fromstring(archive.read(f"xl/{part}.xml"))  # noqa: S314 - we have written it
            for part in ("sharedStrings", f"worksheets/sheet{sheet}")
        )
    texts = [_text(entry) for entry in strings]
    rows: list[tuple[Cell, ...]] = []
    for row in table.iter(f"{_MAIN}row"):
        cells = {re.sub(r"\d", "", cell.get("r", "")): cell for cell in row}
        found = [cells.get(chr(ord("A") + index)) for index in range(len(fields))]
        rows.append(
            tuple(
                None if cell is None else _cell(cell, texts, field if rows else None)
                for cell, field in zip(found, fields, strict=True)
            )
        )
    return rows


def _text(entry: ET.Element) -> str:
    return "".join(
        re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), part.text or "")
        for part in entry.iter(f"{_MAIN}t")
    )


def _cell(cell: ET.Element, texts: list[str], field: Field | None) -> Cell:
    value = cell[0].text or ""
    if cell.get("t") == "s":
        text = texts[int(value)]
        return typed(text, field) if field else text
    if field and field.type in {"date", "yearmonth"}:
        day = date(1899, 12, 30) + timedelta(int(value))
        return day if field.type == "date" else Month(day.year, day.month)
    return Decimal(value)
