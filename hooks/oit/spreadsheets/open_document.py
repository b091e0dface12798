"""OpenDocument spreadsheets (.ods): how much they contain, and the details of their sheets.

A cell holds its value and the text that it shows. Where the text is more than the value with
separators, the text is what comes in.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from oit.spreadsheets import formats, limits, markup
from oit.spreadsheets.cells import reference
from oit.spreadsheets.details import NOT_COMPUTED, Details
from oit.spreadsheets.format_code import PLAIN
from oit.thai.writing import arabic

CONTENT = "content.xml"
ERROR = re.compile(r"#[A-Z0-9/]{2,12}[!?]?|Err:\d{3}")
_NUMBER = re.compile(r"(?P<before>[^\d]*?)(?P<number>\.?\d(?:[\d.,]*\d)?)(?P<after>[^\d]*)")
_INEXACT = re.compile(r"[-+\d., ]+(?:E[-+]?\d+|/\d+)")
_MOST_COLUMNS = 16_384
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|px)")
_UNSEEN = {"cm": 0.02, "mm": 0.2, "in": 0.01, "pt": 0.5, "px": 0.5}
_HIDDEN = {"collapse", "filter"}


def examine(content: bytes) -> dict[str, Details]:
    """Return the details of each sheet by its name.

    Raises:
        RefusedError: it is damaged or exceeds a limit.
    """
    scan = _Content()
    scan.feed(content)
    if scan.characters > limits.MAX_TEXT:
        raise limits.too_large("ข้อความรวมมีมากเกินไป", "its cells contain too much text")
    return scan.sheets


def is_encrypted(manifest: bytes) -> bool:
    """Tell whether a document's list of its parts says that they need a password."""
    return bool(markup.elements(manifest, {"encryption-data"}))


class _Cell(NamedTuple):
    """A cell, perhaps repeated in the columns on its right."""

    column: int
    repeated: int
    attributes: dict[str, str]
    text: str
    is_error: bool
    has_struck: bool
    """Whether a part of its text is struck through."""


class _Content(markup.Scan):
    """The cells of all sheets, where one element may stand for many cells."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, Details] = {}
        self.characters = 0
        self._details = Details()
        self._unseen_styles: set[str] = set()
        self._struck_styles: set[str] = set()
        self._column_styles: list[tuple[int, str]] = []
        """The last column of each group of columns, and the style of its cells."""
        self._style = ""
        self._path: list[str] = []
        """The open elements, from a sheet downwards."""
        self._row = self._rows = self._column = self._cells = 0
        self._hidden_groups = 0
        self._filled: list[_Cell] = []
        self._cell: dict[str, str] = {}
        self._is_error = self._has_struck = False
        self._texts: list[str] = []
        self._length = 0
        self.parser.CharacterDataHandler = self._text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        about = markup.local(attributes)
        if not self._path and name != "table":
            self._start_style(name, about)
            return
        depth = self._path.count("table")
        self._path.append(name)
        if name == "table" and depth == 0:
            self._details = self.sheets.setdefault(about.get("name", ""), Details())
            self._row = self._column = self._cells = self._hidden_groups = 0
            self._column_styles = []
        elif depth == 1 and name in {"table-cell", "covered-table-cell"}:
            self._cell, self._texts, self._has_struck = about, [], False
            # LibreOffice writes the type a second time, in a name space of its own.
            types = [text for key, text in attributes.items() if key.endswith("value-type")]
            self._is_error = "error" in types
            self._length = len(about.get("value", "")) + len(about.get("string-value", ""))
        elif depth == 1:
            self._start_row_or_column(name, about)
            self._start_text(name, about)

    def _start_row_or_column(self, name: str, about: dict[str, str]) -> None:
        if name == "table-column":
            repeated = _count(about, "number-columns-repeated")
            if self._is_hidden(about):
                end = min(self._column + repeated, _MOST_COLUMNS)
                self._details.hidden_columns.append(range(self._column, end))
            self._column += repeated
            self._column_styles.append((self._column - 1, about.get("default-cell-style-name", "")))
        elif name == "table-row-group" and about.get("display") == "false":
            self._hidden_groups += 1
            self._path[-1] = "hidden-row-group"
        elif name == "table-row":
            self._rows, self._column = _count(about, "number-rows-repeated"), 0
            self._filled = []
            if self._hidden_groups or self._is_hidden(about):
                end = min(self._row + self._rows, limits.MOST_ROWS)
                self._details.hidden_rows.append(range(self._row, end))

    def _start_text(self, name: str, about: dict[str, str]) -> None:
        if name == "p" and self._texts:
            self._texts.append("\n")
        elif name == "span" and about.get("style-name") in self._struck_styles:
            self._has_struck = True
        elif name == "s":
            spaces = _count(about, "c")
            self._length += spaces
            self._texts.append(" " * min(spaces, limits.LONGEST_CELL))

    def _start_style(self, name: str, about: dict[str, str]) -> None:
        if name == "style":
            self._style = about.get("name", "")
        elif about.get("text-line-through-style", "none") != "none":
            self._struck_styles.add(self._style)
        sizes = [about.get("row-height"), about.get("column-width")]
        for size in filter(None, sizes):
            match = _LENGTH.fullmatch(size)
            if match and float(match[1]) < _UNSEEN[match[2]]:
                self._unseen_styles.add(self._style)

    def _is_hidden(self, about: dict[str, str]) -> bool:
        return about.get("visibility") in _HIDDEN or about.get("style-name") in self._unseen_styles

    def _text(self, text: str) -> None:
        self._length += len(text)
        if "annotation" not in self._path and "p" in self._path:
            self._texts.append(text)

    def end(self, name: str) -> None:
        if not self._path:
            return
        depth = self._path.count("table")
        if self._path.pop() == "hidden-row-group":
            self._hidden_groups -= 1
        if depth != 1:
            return
        if name in {"table-cell", "covered-table-cell"}:
            self._end_cell()
        elif name == "table-row":
            self._end_row()

    def _end_cell(self) -> None:
        repeated = _count(self._cell, "number-columns-repeated")
        if self._length > limits.LONGEST_CELL:
            raise limits.too_large("มีช่องที่ข้อความยาวเกินไป", "a cell has too long a text")
        if self._length or "formula" in self._cell:
            self._cells += self._rows * repeated
            self.characters += self._rows * repeated * self._length
            text = "".join(self._texts)
            self._filled.append(
                _Cell(self._column, repeated, self._cell, text, self._is_error, self._has_struck)
            )
        self._column += repeated

    def _end_row(self) -> None:
        if self._cells > limits.MAX_CELLS:
            raise limits.too_large("มีเซลล์มากเกินไป", "it has too many cells")
        if self._filled:
            last = self._filled[-1]
            area = (self._row + self._rows) * (last.column + last.repeated)
            if area > limits.MAX_CELLS:
                raise limits.too_large(
                    f"มีเซลล์อยู่ไกลถึง {reference(self._row, last.column)} "
                    "ให้ลบแถวและคอลัมน์ว่างท้ายแผ่นงานออก",
                    f"its cells reach to {reference(self._row, last.column)}; delete the empty"
                    " rows and columns at the end of the sheet",
                )
        for cell in self._filled:
            self._note(cell)
        self._row += self._rows

    def _is_struck(self, cell: _Cell) -> bool:
        style = cell.attributes.get("style-name") or next(
            (name for last, name in self._column_styles if cell.column <= last), ""
        )
        return cell.has_struck or style in self._struck_styles

    def _note(self, cell: _Cell) -> None:
        """Note what a cell shows, if that is not its value."""
        about, details = cell.attributes, self._details
        shown = cell.text.strip()
        kind = about.get("value-type", "")
        if cell.is_error or ("formula" in about and ERROR.fullmatch(shown)):
            found: str | None = shown or "#"
        elif "formula" in about and not kind and not shown:
            found = NOT_COMPUTED
        else:
            found = None
        places = [
            (row, column)
            for row in range(self._row, self._row + self._rows)
            for column in range(cell.column, cell.column + cell.repeated)
        ]
        if self._is_struck(cell) and shown:
            details.struck += places
        if found:
            details.lost += [(place, found) for place in places]
        elif kind in {"float", "currency", "percentage", "time"}:
            try:
                text = _shown(about, kind, shown)
            except ValueError:
                details.misleading += places
            else:
                if text is not None:
                    details.texts.update(dict.fromkeys(places, text))


def _shown(about: dict[str, str], kind: str, text: str) -> str | None:
    """Return what a cell shows; ``None`` if that is its value.

    Raises:
        ValueError: it shows something else.
    """
    if kind == "time":
        return text or None
    try:
        value = formats.decimal_of(float(about.get("value", "")))
    except ValueError:
        return None
    match = _NUMBER.fullmatch(arabic(text))
    places = len(match["number"].partition(".")[2]) if match else 0
    if kind == "percentage":
        return formats.plain_number(round(value * 100, max(2, places))) + "%"
    if not text and value:
        raise ValueError(text)
    if match is None:
        # Digits in groups are shown as they are; a fraction or a power of ten says less.
        return text if text and not _INEXACT.fullmatch(text) else None
    if not any(
        round(abs(value), places) == number for number, places in _readings(match["number"])
    ):
        raise ValueError(text)
    is_plain = PLAIN.fullmatch(match["before"]) and PLAIN.fullmatch(match["after"])
    is_padded = re.match(r"0\d", match["number"])
    return None if is_plain and not is_padded else text


def _readings(text: str) -> Iterator[tuple[Decimal, int]]:
    """Yield the numbers that a text may be, and their decimal places.

    Some languages write 1.234,5 for what others write 1,234.5.
    """
    for number in (text.replace(",", ""), text.replace(".", "").replace(",", ".")):
        if number.count(".") < 2:
            yield Decimal(number), len(number.partition(".")[2])


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text[:10]) if text.isdecimal() else 1
