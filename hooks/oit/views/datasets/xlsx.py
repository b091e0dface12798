"""A table as an Excel workbook, for people: typed cells, and a data dictionary beside them.

The header has Thai titles, and days and months show the Buddhist era, yet are days to Excel.
The same table gives the same bytes on every day.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from oit.spreadsheets.cells import inert
from oit.spreadsheets.excel import new_workbook
from oit.thai.calendar import Month
from oit.views.datasets.dataset import Cell, Dataset, Field
from oit.views.datasets.exact import written

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROWS, DICTIONARY = "ข้อมูล", "คำอธิบายข้อมูล"
"""The two sheets."""

MOST_ROWS = 1_048_575
"""How many rows a sheet of Excel holds below its header."""

LONGEST = 32_767
"""How long a text in a cell of Excel may be, in units of UTF-16."""

CUT = "…(ตัดตามขีดจำกัดของ Excel ดูไฟล์ CSV)"

TYPES = {
    "string": "ข้อความ",
    "integer": "จำนวนเต็ม",
    "number": "จำนวน",
    "date": "วันที่",
    "yearmonth": "เดือน",
}

# 107 is the Thai calendar, 041E the Thai language.
_FORMATS = {
    "date": "[$-107041E]d mmm yyyy",
    "yearmonth": "[$-107041E]mmm yyyy",
    "integer": "0",
}
_DAY_ZERO = date(1899, 12, 30)
# Excel counts a 29 February 1900 that there was not; days before it are not told right.
_FIRST_DAY = date(1900, 3, 1)
_DIGITS = 15
"""How many digits Excel keeps of a number."""
# XML has no way to write these; other control characters are escaped as Excel does.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_LOOKED_AT = 500
"""How many rows decide how wide a column is."""


def write_xlsx(dataset: Dataset) -> bytes:
    """Write the rows on one sheet and what they mean on another.

    A text or a table that is too long for Excel is cut, and the cut is told where it is.
    """
    out = io.BytesIO()
    book = new_workbook(out, dataset.title)
    _write_rows(book, dataset)
    _write_dictionary(book, dataset)
    book.close()
    return out.getvalue()


def _write_rows(book: "Workbook", dataset: Dataset) -> None:
    rows = dataset.rows[:MOST_ROWS]
    sheet = book.add_worksheet(ROWS)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(dataset.fields) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    header = _header(book)
    for index, field in enumerate(dataset.fields):
        cells = [row[index] for row in rows]
        sheet.set_column(index, index, _width(field, cells))
        sheet.write_string(0, index, _fitting(field.title), header)
        column = _Column(sheet, index, *_formats(book, field, cells))
        for number, cell in enumerate(cells, start=1):
            column.write(number, cell)


def _header(book: "Workbook") -> "Format":
    return book.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DDE6F0", "border": 1}
    )


def _formats(
    book: "Workbook", field: Field, cells: Sequence[Cell]
) -> tuple["Format | None", "Format"]:
    """Return how the numbers and days of a column look, and its texts that must stay texts."""
    shown = _FORMATS.get(field.type)
    if field.type == "number":
        shown = "#,##0." + "0" * min(max([2, *map(_places, cells)]), _DIGITS)
    # An apostrophe that is not seen keeps a text from being run even when its cell is edited.
    text = book.add_format({"quote_prefix": True})
    return book.add_format({"num_format": shown}) if shown else None, text


def _places(cell: Cell) -> int:
    exponent = cell.as_tuple().exponent if isinstance(cell, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0


@dataclass(frozen=True)
class _Column:
    sheet: "Worksheet"
    index: int
    typed: "Format | None"
    """How a number or a day looks."""
    quoted: "Format"

    def write(self, row: int, cell: Cell) -> None:
        if cell is None:
            return
        number = None if isinstance(cell, str) else _number(cell)
        if number is not None:
            self.sheet.write_number(row, self.index, number, self.typed)
            return
        text = _fitting(cell if isinstance(cell, str) else written(cell))
        look = None if inert(text) == text else self.quoted
        if text.startswith("<r>") and text.endswith("</r>"):
            self.sheet.write_rich_string(row, self.index, *_in_parts(text), *filter(None, [look]))
        else:
            self.sheet.write_string(row, self.index, text, look)


def _in_parts(text: str) -> list[str]:
    """Split a text that XlsxWriter would take for markup of its own, and not escape.

    It escapes the parts of such a text, but what it writes for a control character, and what
    looks like that (``_x0041_``), it escapes twice.
    """
    return ["<", "r", *re.findall("[^_]+_?|_", _CONTROL.sub("\ufffd", text[2:]))]


def _number(cell: Decimal | int | date | Month) -> Decimal | int | None:
    """Return the number that Excel has for a value; none where it would not keep it exactly."""
    if isinstance(cell, Month):
        cell = date(cell.year, cell.month, 1)
    if isinstance(cell, date):
        return (cell - _DAY_ZERO).days if cell >= _FIRST_DAY else None
    return cell if len(Decimal(cell).normalize().as_tuple().digits) <= _DIGITS else None


def _fitting(text: str) -> str:
    """Write a text so that a cell can hold it."""
    text = _NOT_IN_XML.sub("\ufffd", text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _width(field: Field, cells: Sequence[Cell]) -> int:
    """Return how wide a column is, in digits: its contents decide, its title less so."""
    title = min(_length(field.title), 24)
    return min(max([8, title, *map(_shown_length, cells[:_LOOKED_AT])]) + 2, 60)


def _shown_length(cell: Cell) -> int:
    if isinstance(cell, Decimal):
        return len(f"{cell:,.2f}")
    return 0 if cell is None else _length(cell) if isinstance(cell, str) else len("15 ม.ค. 2569")


def _length(text: str) -> int:
    """Count the letters that take room: Thai writes vowels and tones above and below others."""
    return len(_NO_WIDTH.sub("", text[:100]))


def _write_dictionary(book: "Workbook", dataset: Dataset) -> None:
    sheet = book.add_worksheet(DICTIONARY)
    for column, width in enumerate((40, 20, 14, 80)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, _fitting(dataset.title), book.add_format({"bold": True}))
    row = 1
    for row, line in enumerate(_about(dataset), start=1):
        sheet.write_string(row, 0, _fitting(line))
    header = _header(book)
    row += 2
    for column, title in enumerate(("ชื่อคอลัมน์", "ชื่อในไฟล์ CSV และ JSON", "ชนิดข้อมูล", "คำอธิบาย")):
        sheet.write_string(row, column, title, header)
    for number, field in enumerate(dataset.fields, start=row + 1):
        said = (field.title, field.name, TYPES[field.type], field.description)
        for column, text in enumerate(said):
            sheet.write_string(number, column, _fitting(text))


def _about(dataset: Dataset) -> Iterator[str]:
    """Say what the table is, and what of it is not here."""
    if dataset.description:
        yield dataset.description
    yield f"จำนวน {len(dataset.rows):,} แถว"
    if len(dataset.rows) > MOST_ROWS:
        yield f"แผ่นงาน {ROWS} มีเพียง {MOST_ROWS:,} แถวแรกตามขีดจำกัดของ Excel ดูทั้งหมดในไฟล์ CSV"
    if dataset.masked:
        yield f"ปกปิดเลขประจำตัวประชาชนไว้ {dataset.masked:,} แห่ง"
