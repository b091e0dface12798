"""Write workbooks for Excel: cells to fill, and hidden columns that tell what each cell is."""

import io
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from oit import __version__
from oit.bilingual import Language
from oit.intake.workbook import labels
from oit.intake.workbook.cells import MAX_LENGTH
from oit.intake.workbook.files import ItemFile
from oit.intake.workbook.sheet import Line, SheetCell, lines_of
from oit.spreadsheets.excel import new_workbook

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARK = "oit workbook 1"
"""The beginning of the first cell of an item's sheet."""

_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18},
    "note": {"font_color": "#555555"},
    "missing": {"font_color": "#9C0006", "bold": True},
    "heading": {"bold": True, "font_size": 16},
    "missing_heading": {"bold": True, "font_size": 16, "font_color": "#9C0006"},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "bg_color": "#DDE6F0",
        "border": 1,
    },
    "name": {"text_wrap": True, "valign": "top", "bg_color": "#F2F2F2", "border": 1, "bold": True},
    "number": {"align": "center", "valign": "top", "bg_color": "#F2F2F2", "border": 1},
    "fixed": {"text_wrap": True, "valign": "top", "bg_color": "#F2F2F2", "border": 1},
    # Even an edited cell stays a text, so that Excel makes no number or formula of it.
    "value": {
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "locked": False,
        "num_format": "@",
        "quote_prefix": True,
    },
}
_MISSING = {"bg_color": "#FFEB9C"}
_WIDTHS = (7, 34, 44, 40)
_WIDTH = 26
_LINE_HEIGHT = 21
"""The height of a line of Thai, in points."""
_LETTER_WIDTH = 1.3
"""The greatest width of a letter, in digits: not every machine has our font."""
_MAX_LINES = 12
"""A higher row would hide the others."""
_COMMENT = {"author": "oit", "x_scale": 2, "y_scale": 1.5}
_MAX_COMMENT = 2_000
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Meta:
    """The hidden data in the first row of a sheet."""

    file: str
    digest: str
    year: int
    width: int
    """The number of visible columns."""
    rows: int
    """The number of lines."""


def write_workbook(
    title: str, year: int, files: Sequence[ItemFile], language: Language = "th"
) -> bytes:
    """Write the workbook of an owner; the same data gives the same bytes."""
    out = io.BytesIO()
    book = new_workbook(out, _plain(title))
    writer = _Writer(book, language)
    writer.start(title, files)
    for file in files:
        writer.item(file, year)
    writer.choices()
    book.close()
    return out.getvalue()


class _Writer:
    def __init__(self, book: "Workbook", language: Language) -> None:
        self.book, self.language = book, language
        self.formats: dict[tuple[str, bool], Format] = {}
        self.lists: dict[tuple[str, ...], int] = {}
        self.names: set[str] = set()

    def start(self, title: str, files: Sequence[ItemFile]) -> None:
        """Write the first sheet: how to use the workbook, and the status of its items."""
        sheet = self._sheet(labels.START.text(self.language))
        widths = (12, 90, 16, 80)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, _plain(title), self.look("title"))
        for row, instruction in enumerate(labels.INSTRUCTIONS, start=1):
            sheet.write_string(row, 0, f"{row}. {instruction.text(self.language)}")
        row = len(labels.INSTRUCTIONS) + 2
        for column, heading in enumerate(labels.LIST):
            sheet.write_string(row, column, heading.text(self.language), self.look("head"))
        for result in (result for file in files for result in file.items):
            row += 1
            status = result.label(self.language)
            lacking = "\n".join(element.described(self.language) for element in result.lacking)
            texts = (result.item.id, " ".join(result.item.title.split()), status, lacking)
            for column, text in enumerate(texts):
                sheet.write_string(row, column, _plain(text), self.look("fixed"))
            sheet.set_row(row, _height(texts, widths))

    def _sheet(self, name: str) -> "Worksheet":
        """Add a protected sheet that prints on A4, as wide as the page."""
        sheet = self.book.add_worksheet(name)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def item(self, file: ItemFile, year: int) -> None:
        """Write the sheet of an item's file."""
        lines = lines_of(file, self.language)
        width = max(len(line.cells) for line in lines)
        sheet = self._sheet(self._name(file.ids))
        # The item's title and the row numbers stay in sight; the first row and column are hidden.
        sheet.freeze_panes(2, 2)
        sheet.print_area(0, 1, len(lines), width)
        for column in range(width):
            sheet.set_column(column + 1, column + 1, _widths(column))
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_column(width + 1, 2 * width, None, None, {"hidden": True})
        sheet.set_row(0, None, None, {"hidden": True})
        meta = Meta(file.name, file.digest, year, width, len(lines))
        hidden = {"version": __version__, **vars(meta)}
        sheet.write_string(0, 0, f"{MARK} {json.dumps(hidden, ensure_ascii=False)}")
        for column in range(1, 2 * width + 1):
            sheet.write_string(0, column, f"#{column}")
        for row, line in enumerate(lines, start=1):
            self._line(sheet, row, line, width)
            if len(line.cells) > 1 and any(cell.text for cell in line.cells[1:]):
                texts = [cell.text for cell in line.cells]
                sheet.set_row(row, _height(texts, [_widths(n) for n in range(width)]))

    def _line(self, sheet: "Worksheet", row: int, line: Line, width: int) -> None:
        fields = {
            str(column): cell.field for column, cell in enumerate(line.cells, start=1) if cell.field
        }
        meta = {"row": row, "block": line.block, "number": line.number, "path": line.path}
        sheet.write_string(row, 0, json.dumps({**meta, "fields": fields}, ensure_ascii=False))
        for column, cell in enumerate(line.cells, start=1):
            text = cell.text if cell.look == "value" else _plain(cell.text)
            look = self.look(cell.look, missing=cell.missing)
            if not text:
                sheet.write_blank(row, column, None, look)
            else:
                sheet.write_string(row, column, text, look)
                sheet.write_string(row, width + column, text)
            if cell.comment:
                sheet.write_comment(row, column, _plain(cell.comment)[:_MAX_COMMENT], _COMMENT)
            if cell.choices:
                self._drop_down(sheet, row, column, cell)

    def _drop_down(self, sheet: "Worksheet", row: int, column: int, cell: SheetCell) -> None:
        from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - loaded only to write

        letters = xl_col_to_name(self.lists.setdefault(cell.choices, len(self.lists)))
        source = (
            f"='{labels.CHOICES.text(self.language)}'!${letters}$1:${letters}${len(cell.choices)}"
        )
        # The present text may be none of the words, so Excel warns about others but allows them.
        options = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(row, column, row, column, options)

    def choices(self) -> None:
        """Write the words of the drop-downs."""
        sheet = self.book.add_worksheet(labels.CHOICES.text(self.language))
        sheet.hide()
        for choices, column in self.lists.items():
            for row, word in enumerate(choices):
                sheet.write_string(row, column, word)

    def look(self, name: str, *, missing: bool = False) -> "Format":
        """Return a format; each is added to the workbook once."""
        if (name, missing) not in self.formats:
            properties = {**_FORMATS[name], **(_MISSING if missing else {})}
            self.formats[name, missing] = self.book.add_format(properties)
        return self.formats[name, missing]

    def _name(self, ids: str) -> str:
        """Return a new name for a sheet, short enough for Excel: many items may share a file."""
        base = ids[:25]
        candidates = (base if n == 1 else f"{base} {n}" for n in count(1))
        name = next(name for name in candidates if name.casefold() not in self.names)
        self.names.add(name.casefold())
        return name


def _widths(column: int) -> int:
    return _WIDTHS[column] if column < len(_WIDTHS) else _WIDTH


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return the height of a row that shows its texts: not every program adjusts it."""
    lines = max(
        sum(1 + int(_letters(line) * _LETTER_WIDTH / width) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return _LINE_HEIGHT * min(lines, _MAX_LINES)


def _letters(line: str) -> int:
    """Count the letters of a line without the signs above and below them."""
    return sum(unicodedata.category(letter) != "Mn" for letter in line)


def _plain(text: str) -> str:
    """Remove from a text what a cell of Excel cannot hold."""
    printable = _UNPRINTABLE.sub(" ", text)
    printable = f" {printable}" if printable.startswith("<r>") else printable
    return printable.encode("utf-16-le")[: 2 * MAX_LENGTH].decode("utf-16-le", "ignore")
