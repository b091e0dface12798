"""A table as an Excel workbook, for people: typed cells, and a data dictionary beside them.

The header has Thai titles. Days and months are dates to Excel, shown in the Buddhist era.
The same table gives the same bytes on every day.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, cast

from oit.spreadsheets.cells import are_inert, inert
from oit.spreadsheets.excel import new_workbook
from oit.thai.calendar import Month
from oit.thai.decimals import decimals
from oit.thai.width import display_width
from oit.views.datasets.dataset import Cell, Dataset, Field
from oit.views.datasets.exact import exact_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from oit.spreadsheets.column_book import Content

ROWS, DICTIONARY = "ข้อมูล", "คำอธิบายข้อมูล"
"""The names of the two sheets."""

MAX_ROWS = 1_048_575
"""The number of rows that a sheet of Excel can hold below its header."""

MAX_CELL_LENGTH = 32_767
"""The longest text that a cell of Excel can hold, in UTF-16 code units."""

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
# Excel counts a 29 February 1900, which did not exist: earlier days are wrong.
_FIRST_DAY = date(1900, 3, 1)
_MAX_DIGITS = 15
"""The number of significant digits that Excel keeps."""
_MAX_POWER = 307
"""The largest and the smallest power of ten of a number in Excel."""
# XML cannot represent these; other control characters are escaped like Excel does.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SAMPLE_ROWS = 500
"""How many rows decide the width of a column."""


def write_xlsx(dataset: Dataset) -> bytes:
    """Write the rows on one sheet and the data dictionary on another.

    A text or a table that is too long for Excel is cut, and says so.
    """
    out = io.BytesIO()
    book = new_workbook(out, dataset.title)
    _write_rows(book, dataset)
    _write_dictionary(book, dataset)
    book.close()
    return out.getvalue()


def _write_rows(book: "Workbook", dataset: Dataset) -> None:
    from oit.spreadsheets.column_book import ColumnSheet  # noqa: PLC0415 - loads XlsxWriter

    sheet: ColumnSheet = book.add_worksheet(ROWS, ColumnSheet)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(dataset.count, MAX_ROWS), len(dataset.fields) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    header = _header(book)
    for index, (field, column) in enumerate(zip(dataset.fields, dataset.columns, strict=True)):
        cells = column[:MAX_ROWS]
        sheet.set_column(index, index, _width(field, cells))
        sheet.write_string(0, index, _fit(field.title), header)
        typed, quoted = _formats(book, field, cells)
        sheet.add_column(cells, partial(_contents, typed, quoted))


def _header(book: "Workbook") -> "Format":
    return book.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DDE6F0", "border": 1}
    )


def _formats(
    book: "Workbook", field: Field, cells: Sequence[Cell]
) -> tuple["Format | None", "Format"]:
    """Return the format of a column's numbers and days, and of texts that look like formulas."""
    shown = _FORMATS.get(field.type)
    if field.type == "number":
        shown = "#,##0." + "0" * min(max(2, decimals(cells)), _MAX_DIGITS)
    # The hidden apostrophe keeps Excel from running the text as a formula after an edit.
    text = book.add_format({"quote_prefix": True})
    return book.add_format({"num_format": shown}) if shown else None, text


def _contents(
    typed: "Format | None", quoted: "Format", cells: Sequence[str | int | Decimal | date | Month]
) -> Iterable["Content"]:
    """Return what the cells of a column contain.

    Args:
        typed: the format of numbers and days.
        quoted: the format of texts that look like formulas.
        cells: the values of the cells.
    """
    # Few columns need a look at each cell.
    types = {*map(type, cells)}
    if types == {str} and _are_plain(texts := cast("Sequence[str]", cells)):
        return zip(texts, repeat(None))
    if types <= {int, Decimal} and _are_short(numbers := cast("Sequence[int | Decimal]", cells)):
        return zip(numbers, repeat(typed))
    return map(partial(_content, typed, quoted), cells)


def _content(
    typed: "Format | None", quoted: "Format", cell: str | int | Decimal | date | Month
) -> "Content":
    """Return what a cell contains; the arguments are those of ``_contents``."""
    if not isinstance(cell, str):
        number = _number(cell)
        if number is not None:
            return number, typed
        cell = exact_text(cell)
    text = _fit(cell)
    cell_format = None if inert(text) == text else quoted
    is_markup = text.startswith("<r>") and text.endswith("</r>")
    return _as_rich_text(text) if is_markup else text, cell_format


def _are_plain(texts: Sequence[str]) -> bool:
    """Tell whether texts fit into cells, and cannot be mistaken for formulas or markup."""
    return (
        are_inert(texts)
        and max(map(len, texts)) <= MAX_CELL_LENGTH // 2
        and (joined := "".join(texts)).isprintable()
        and "<r>" not in joined
    )


def _as_rich_text(text: str) -> str:
    """Return a text that XlsxWriter would take for its own markup, and not escape.

    XlsxWriter does escape the parts of a rich string, but escapes control characters, and texts
    that look like their escapes (``_x0041_``), twice.
    """
    from oit.spreadsheets.column_book import rich_text  # noqa: PLC0415 - loads XlsxWriter

    return rich_text(["<", "r", *re.findall("[^_]+_?|_", _CONTROL.sub("\ufffd", text[2:]))])


def _number(cell: Decimal | int | date | Month) -> Decimal | int | None:
    """Return Excel's number for a value; ``None`` if Excel could not keep it exactly."""
    if isinstance(cell, Decimal | int):
        return cell if _is_kept(cell) else None
    day = date(cell.year, cell.month, 1) if isinstance(cell, Month) else cell
    return (day - _DAY_ZERO).days if day >= _FIRST_DAY else None


def _is_kept(number: Decimal | int) -> bool:
    """Tell whether Excel keeps every digit of a number."""
    if _are_short([number]):
        return True
    exact = Decimal(number).normalize()
    return len(exact.as_tuple().digits) <= _MAX_DIGITS and abs(exact.adjusted()) <= _MAX_POWER


def _are_short(numbers: Sequence[Decimal | int]) -> bool:
    """Tell whether numbers have few digits, and no exponents."""
    texts = [*map(str, numbers)]
    return max(map(len, texts), default=0) <= _MAX_DIGITS and "E" not in "".join(texts)


def _fit(text: str) -> str:
    """Return a text that fits into a cell."""
    if len(text) <= MAX_CELL_LENGTH // 2 and text.isprintable():
        return text
    text = _NOT_IN_XML.sub("\ufffd", text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_CELL_LENGTH:
        return text
    return units[: 2 * (MAX_CELL_LENGTH - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _width(field: Field, cells: Sequence[Cell]) -> int:
    """Return the width of a column in digits, mostly from its contents."""
    title = min(display_width(field.title[:100]), 24)
    return min(max([8, title, *map(_shown_length, cells[:_SAMPLE_ROWS])]) + 2, 60)


def _shown_length(cell: Cell) -> int:
    if isinstance(cell, Decimal):
        return len(f"{cell:,.2f}")
    return (
        0
        if cell is None
        else display_width(cell[:100])
        if isinstance(cell, str)
        else len("15 ม.ค. 2569")
    )


def _write_dictionary(book: "Workbook", dataset: Dataset) -> None:
    sheet = book.add_worksheet(DICTIONARY)
    for column, width in enumerate((40, 20, 14, 80)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, _fit(dataset.title), book.add_format({"bold": True}))
    row = 1
    for row, line in enumerate(_about(dataset), start=1):
        sheet.write_string(row, 0, _fit(line))
    header = _header(book)
    row += 2
    for column, title in enumerate(("ชื่อคอลัมน์", "ชื่อในไฟล์ CSV และ JSON", "ชนิดข้อมูล", "คำอธิบาย")):
        sheet.write_string(row, column, title, header)
    for number, field in enumerate(dataset.fields, start=row + 1):
        texts = (field.title, field.name, TYPES[field.type], field.description)
        for column, text in enumerate(texts):
            sheet.write_string(number, column, _fit(text))


def _about(dataset: Dataset) -> Iterator[str]:
    """Describe the table, and what the workbook leaves out."""
    if dataset.description:
        yield dataset.description
    yield f"จำนวน {dataset.count:,} แถว"
    if dataset.count > MAX_ROWS:
        yield f"แผ่นงาน {ROWS} มีเพียง {MAX_ROWS:,} แถวแรกตามขีดจำกัดของ Excel ดูทั้งหมดในไฟล์ CSV"
    if dataset.masked:
        yield f"ปกปิดเลขประจำตัวประชาชนไว้ {dataset.masked:,} แห่ง"
