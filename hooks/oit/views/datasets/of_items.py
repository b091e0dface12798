"""The tables that a site publishes: the entries of every item whose form is a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from oit.assess.assessment import Assessment, ItemResult
from oit.checks.possible.future_date import PLANNED
from oit.data.record import Record
from oit.data.tables.table import TableRows
from oit.forms.base import Form, title_of
from oit.forms.bidders import Bidder, write_bidders
from oit.forms.tabular import TableForm
from oit.procurement.purchases import purchases_of
from oit.remember import remembered
from oit.thai.calendar import Month
from oit.thai.dates import format_month
from oit.thai.identity import MASK, mask_tax_id
from oit.thai.identity_search import mask_found, may_hold
from oit.views.datasets.dataset import Cell, Dataset, Field, FieldType, each

TAX_ID = "winner_tax_id"
TITLES = {
    "procurement": "รายการจัดซื้อจัดจ้าง",
    "procurement-report": "ผลการจัดซื้อจัดจ้างจำแนกตามวิธี",
    "plan": "แผนดำเนินงาน การใช้งบประมาณ และความก้าวหน้า",
    "annual-report": "ผลการดำเนินงานรายโครงการ",
    "services": "สถิติการให้บริการ",
    "service-months": "สถิติการให้บริการรายเดือน",
    "complaints": "สถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
}
_TYPES: dict[Any, FieldType] = {
    Decimal | None: "number",
    int | None: "integer",
    date | None: "date",
    Month | None: "yearmonth",
}


@dataclass(frozen=True)
class Published:
    """A table that the site publishes."""

    dataset: Dataset
    kind: str
    """The kind of table, a key of ``TITLES``; its name may differ."""
    rows: Sequence[Form]
    results: tuple[ItemResult, ...]
    """The items that show it."""
    columns: dict[str, Sequence[Any]]
    """The typed cells of each column."""


def published(assessments: Sequence[Assessment]) -> list[Published]:
    """Return the tables of all years, the newest first; several items may share a table."""
    tables: dict[str, Published] = {}
    for assessment in assessments:
        for result in assessment.items:
            for key, table in _tables_of(result, assessment.year):
                if key in tables:
                    shown = (*tables[key].results, result)
                    tables[key] = _shown_by(tables[key], shown)
                elif table.rows:
                    tables[key] = _with_unique_name(table, result, tables.values())
    order = list(TITLES)
    dated = (_with_day(table, assessments[0].today) for table in tables.values())
    return sorted(dated, key=lambda table: (-table.dataset.year, order.index(table.kind)))


@remembered
def _shown_by(table: Published, results: tuple[ItemResult, ...]) -> Published:
    return replace(table, results=results)


@remembered
def _with_day(table: Published, today: date) -> Published:
    """Add the day of the data: the newest of the items' updates and of what the rows record.

    What is planned, such as the end of a contract, says nothing about the age of the data. A day
    after ``today`` is a slip, which ``oit check`` reports.
    """
    form = type(table.rows[0])
    days = [result.updated for result in table.results]
    for field, cells in table.columns.items():
        if form.model_fields[field].annotation == date | None and (form, field) not in PLANNED:
            days += cells
    newest = max((day for day in days if day and day <= today), default=None)
    return replace(table, dataset=replace(table.dataset, modified=newest))


@remembered
def _tables_of(result: ItemResult, checklist_year: int) -> list[tuple[str, Published]]:
    """Return the tables of an item, each with a key made of its file and field."""
    return [*_tables(result, checklist_year)]


def _tables(result: ItemResult, checklist_year: int) -> Iterator[tuple[str, Published]]:
    record = result.record
    form = record.form if record else None
    if record is None or not isinstance(form, TableForm):
        return
    if record.table:
        source = record.table
        name, year = PurePosixPath(source.file).stem, source.year
        yield source.file, _make(form.TABLE, name, year, year, source.rows(), result)
        return
    year = checklist_year - (result.item.file_year == "previous")
    for name, field in (form.DATASETS or {form.TABLE: form.ENTRIES}).items():
        rows = [row for _, entries in record.lists(field) for row in entries]
        covers = getattr(form, "year", None) or year
        table = _make(name, name, year, covers, rows, result)
        yield f"{record.document.file}#{field}", table


def _make(  # noqa: PLR0913, PLR0917 - a table has that many properties
    kind: str, name: str, year: int, covers: int, rows: Sequence[Form], result: ItemResult
) -> Published:
    columns = _columns(rows, result.record)
    shown = {field: _shown(cells, type(rows[0]), field) for field, cells in columns.items()}
    dataset = Dataset(
        year=year,
        name=name,
        title=f"{TITLES[kind]} ปีงบประมาณ {covers}",
        description=(
            f"{TITLES[kind]}ของปีงบประมาณ {covers} ตามแบบ OIT ข้อ {result.item.id}"
            f"{_empty_months(result.record)}"
        ),
        fields=tuple(field_of(type(rows[0]), field) for field in columns),
        columns=tuple(shown.values()),
        masked=sum(1 for text in shown.get(TAX_ID, ()) if text and MASK in str(text)),
        covers=covers,
    )
    return Published(dataset, kind, rows, (result,), columns)


def _shown(cells: Sequence[Any], form: type[Form], field: str) -> Sequence[Cell]:
    """Return the cells of a column as plain values, with national ids masked."""
    if list in set(map(type, cells)):
        cells = [*map(_plain, cells)]
    if field == TAX_ID:
        return each(cells, lambda text: text and mask_tax_id(text))
    texts = {id(cell): cell for cell in cells if isinstance(cell, str)}
    if not may_hold("\0".join(texts.values())):
        return cells
    heading = title_of(form, field)
    return each(cells, lambda cell: mask_found(cell, heading) if isinstance(cell, str) else cell)


def _columns(rows: Sequence[Form], record: Record | None) -> dict[str, Sequence[Any]]:
    """Return the columns in which any row has a value, in the order of the form."""
    if not rows:
        return {}
    if isinstance(rows, TableRows):
        columns = {field: rows.column(field) for field in rows.table.columns}
    else:
        columns = {
            field: [getattr(row, field) for row in rows] for field in type(rows[0]).model_fields
        }
        purchases = purchases_of(record, 0)
        if purchases and "month" in columns:
            columns["month"] = purchases.months
    return {field: cells for field, cells in columns.items() if any(map(_has_value, cells))}


def _empty_months(record: Record | None) -> str:
    """Name the months without purchases, which have no rows."""
    statements = record.table.statements if record and record.table else []
    months = ", ".join(format_month(statement.month) for statement in statements)
    return f" เดือนที่ไม่มีรายการ: {months}" if months else ""


def _has_value(cell: object) -> bool:
    return cell is not None and cell != []


def field_of(form: type[Form], name: str) -> Field:
    """Describe a column by the field of a form."""
    known = form.model_fields[name]
    return Field(
        name,
        _TYPES.get(known.annotation, "string"),
        known.title or name,
        known.description or "",
        required=known.is_required(),
    )


def _plain(cell: Any) -> Cell:
    """Return a cell as a plain value; bidders become a text."""
    if not isinstance(cell, list):
        return cell  # type: ignore[no-any-return]  # a value of a field's type
    bidders: list[Bidder] = cell
    return write_bidders((bidder.name, bidder.price) for bidder in bidders) or None


def _with_unique_name(
    table: Published, result: ItemResult, others: Iterable[Published]
) -> Published:
    """Append the item's id to a table's name if another table of the year has that name."""
    taken = {(other.dataset.year, other.dataset.name) for other in others}
    dataset = table.dataset
    if (dataset.year, dataset.name) not in taken:
        return table
    return _named(table, f"{dataset.name}-{result.item.slug}")


@remembered
def _named(table: Published, name: str) -> Published:
    return replace(table, dataset=replace(table.dataset, name=name))
