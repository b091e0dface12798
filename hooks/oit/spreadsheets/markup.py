"""The XML inside spreadsheets, scanned as a stream: how many cells, how much text."""

import re
from contextlib import suppress
from typing import NamedTuple
from xml.parsers import expat

from oit.spreadsheets import limits
from oit.spreadsheets.cells import column_number

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Contents(NamedTuple):
    """What the cells of a sheet contain."""

    characters: int
    lost: list[tuple[str, str]]
    """Cells without a usable value: the reference and the text in the cell."""


def root(part: bytes) -> str:
    """Return the name of the first element."""
    found: list[str] = []

    class _First(_Scan):
        def start(self, name: str, attributes: dict[str, str]) -> None:
            del attributes
            found.append(name)
            raise _FoundError

    with suppress(_FoundError):
        _First().feed(part)
    return found[0]


def shared_text_lengths(part: bytes) -> list[int]:
    """Return the lengths of the texts that the cells of an Excel workbook share."""
    scan = _SharedTexts()
    scan.feed(part)
    return scan.lengths


def scan_excel_sheet(part: bytes, shared_lengths: list[int]) -> Contents:
    """Scan a sheet of an Excel workbook, given the lengths of the texts that its cells share.

    Raises:
        RefusedError: it is damaged or exceeds a limit.
    """
    scan = _ExcelSheet(shared_lengths)
    scan.feed(part)
    if max(scan.cells, scan.last_row * scan.last_column) > limits.MAX_CELLS:
        raise limits.too_large(
            f"มีเซลล์อยู่ไกลถึงแถว {scan.last_row:,} ให้ลบแถวและคอลัมน์ว่างท้ายแผ่นงานออก",
            f"its cells reach down to row {scan.last_row:,}; delete the empty rows and columns"
            " at the end of the sheet",
        )
    return Contents(scan.characters, scan.lost)


def scan_open_document(part: bytes) -> int:
    """Return the number of characters in the cells of an OpenDocument spreadsheet.

    Raises:
        RefusedError: it is damaged or exceeds a limit.
    """
    scan = _RepeatedCells()
    scan.feed(part)
    return scan.characters


def attributes_of(name: str, part: bytes) -> list[dict[str, str]]:
    """Return the attributes of every element of a name; an empty part has none."""
    scan = _Elements(name)
    if part:
        scan.feed(part)
    return scan.found


class _Scan:
    """Parses XML as a stream of events."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    @staticmethod
    def _refuse(*_: object) -> None:
        raise limits.unsafe("มี DOCTYPE ซึ่งไม่ควรมี", "it has a DOCTYPE, which is not allowed")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.start(name.rpartition(":")[2], attributes)

    def _end(self, name: str) -> None:
        self.end(name.rpartition(":")[2])

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def feed(self, part: bytes) -> None:
        try:
            self.parser.Parse(part, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise limits.broken() from None


class _FoundError(Exception):
    """Stops a scan that has found what it looks for."""


class _SharedTexts(_Scan):
    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []
        self.parser.CharacterDataHandler = self._text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        if name == "si":
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _ExcelSheet(_Scan):
    """The cells of an Excel sheet: how far they extend, and how much text they contain."""

    def __init__(self, shared_lengths: list[int]) -> None:
        super().__init__()
        self.characters = self.last_row = self.last_column = self.cells = 0
        self.lost: list[tuple[str, str]] = []
        self._shared_lengths = shared_lengths
        self._type = self._reference = self._value = ""
        self._has_formula = False
        self.parser.CharacterDataHandler = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.cells += 1
            self._type, self._reference = attributes.get("t", ""), attributes.get("r", "")
            self._value, self._has_formula = "", False
            if match := _REFERENCE.fullmatch(self._reference):
                self.last_column = max(self.last_column, column_number(match[1]))
                self.last_row = max(self.last_row, int(match[2]))
        elif name == "f":
            self._has_formula = True
        elif name in {"v", "t"}:
            self.parser.CharacterDataHandler = self._text

    def _text(self, text: str) -> None:
        self._value += text

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.parser.CharacterDataHandler = None
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        length, value = len(self._value), self._value
        is_shared = self._type == "s" and value.isdecimal()
        if is_shared and int(value) < len(self._shared_lengths):
            length = self._shared_lengths[int(value)]
        elif self._type == "e" or (self._has_formula and not value and self._type != "str"):
            self.lost.append((self._reference, value or "="))
        if length > limits.LONGEST_CELL:
            raise limits.too_large(
                f"ช่อง {self._reference} มีข้อความยาว {length:,} ตัวอักษร",
                f"the cell {self._reference} has {length:,} characters",
            )
        self.characters += length


class _RepeatedCells(_Scan):
    """The cells of an OpenDocument spreadsheet, where one element may stand for many cells."""

    def __init__(self) -> None:
        super().__init__()
        self.characters = 0
        self._rows = self._row_cells = self._cells = self._repeated = self._cell_length = 0
        self.parser.CharacterDataHandler = self._text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table-row":
            self._rows, self._row_cells = _count(local, "number-rows-repeated"), 0
        elif name in {"table-cell", "covered-table-cell"}:
            self._repeated = _count(local, "number-columns-repeated")
            self._cell_length = len(local.get("value", ""))

    def _text(self, text: str) -> None:
        self._cell_length += len(text)

    def end(self, name: str) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            if self._cell_length > limits.LONGEST_CELL:
                raise limits.too_large("มีช่องที่ข้อความยาวเกินไป", "a cell has too long a text")
            if self._cell_length:
                self._row_cells += self._repeated
                self.characters += self._repeated * self._rows * self._cell_length
        elif name == "table-row":
            self._cells += self._rows * self._row_cells
            if self._cells > limits.MAX_CELLS:
                raise limits.too_large("มีเซลล์มากเกินไป", "it has too many cells")


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 10 else 1


class _Elements(_Scan):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._name:
            self.found.append(attributes)
