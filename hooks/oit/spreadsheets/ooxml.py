"""Excel workbooks (.xlsx, .xlsm): the parts that make up one, and the details of its sheets.

Only parts that the workbook names as its own are examined; pictures, previews and settings of
printers are left alone. Every part that a reader of the workbook opens is scanned first, so that
no sheet exceeds a limit.
"""

import posixpath
import re
from datetime import datetime

from oit.spreadsheets import formats, limits, markup
from oit.spreadsheets.cells import column_number, reference
from oit.spreadsheets.details import NOT_COMPUTED, Details
from oit.spreadsheets.format_code import built_in
from oit.spreadsheets.sheet import shown

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_TRUE = {"1", "true", "on"}
_UNSEEN_WIDTH = 0.2
"""In characters: nothing can be read in a column that is narrower."""
_UNSEEN_HEIGHT = 1.0
"""In points."""


class Package:
    """An Excel workbook in an archive: what its sheets contain beside their values."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """Examine the parts of a workbook, by their names in lower case.

        Raises:
            RefusedError: it is damaged, exceeds a limit, or its parts have unusual names.
        """
        self._parts = parts
        self._book = _workbook_part(parts)
        folder = posixpath.dirname(self._book)
        relations = _relations(parts, self._book)
        self._require_usual_names(folder, relations)
        self.details: dict[str, Details] = {}
        """The details of each sheet, by its name."""
        self.epoch: datetime = formats.EPOCH
        self._texts = _shared_texts(parts.get(posixpath.join(folder, "sharedstrings.xml")))
        self._styles = _styles(parts.get(posixpath.join(folder, "styles.xml")))
        self._formats = _cell_formats(self._styles)
        self._characters, uncomputed = 0, False
        sheets: list[tuple[str, str]] = []
        for name, about in markup.elements(parts[self._book], {"sheet", "workbookPr", "calcPr"}):
            if name == "workbookPr" and about.get("date1904") in _TRUE:
                self.epoch = formats.EPOCH_1904
            elif name == "calcPr":
                uncomputed = about.get("fullCalcOnLoad") in _TRUE
            elif name == "sheet" and about.get("id", "") in relations:
                kind, target = relations[about["id"]]
                _require_known_sheet(kind, about.get("name", ""))
                if kind == "worksheet":
                    sheets.append((about.get("name", ""), target))
        if not relations or not sheets:
            raise limits.broken()
        for title, target in sheets:
            if target not in parts:
                raise limits.broken()
            self.details[title] = self._examine(parts[target], uncomputed)

    def _require_usual_names(self, folder: str, relations: dict[str, tuple[str, str]]) -> None:
        """Refuse names that only some programs look up: texts or formats would be missing."""
        usual = {"sharedStrings": "sharedstrings.xml", "styles": "styles.xml"}
        odd = any(
            target != posixpath.join(folder, usual[kind])
            for kind, target in relations.values()
            if kind in usual and target in self._parts
        )
        if odd or posixpath.basename(self._book) != "workbook.xml":
            raise limits.unusual()

    def _examine(self, part: bytes, uncomputed: bool) -> Details:
        scan = _Sheet(self._texts, self._formats, self._styles.struck_cells, uncomputed)
        scan.feed(part)
        if max(scan.cells, (scan.last_row + 1) * (scan.last_column + 1)) > limits.MAX_CELLS:
            raise limits.too_large(
                f"มีเซลล์อยู่ไกลถึงแถว {scan.last_row + 1:,} ให้ลบแถวและคอลัมน์ว่างท้ายแผ่นงานออก",
                f"its cells reach down to row {scan.last_row + 1:,}; delete the empty rows and"
                " columns at the end of the sheet",
            )
        self._characters += scan.characters
        if self._characters > limits.MAX_TEXT:
            raise limits.too_large("ข้อความรวมมีมากเกินไป", "its cells contain too much text")
        return scan.details


def _require_known_sheet(kind: str, title: str) -> None:
    if kind not in {"worksheet", "chartsheet", "dialogsheet"}:
        raise limits.RefusedError(
            f"มีแผ่นงานมาโครแบบเก่า ({shown(title)}) ซึ่งอ่านไม่ได้ ให้คัดลอกตารางไปไว้ในไฟล์ .xlsx ใหม่",
            f"it has a sheet of old macros ({shown(title)}), which cannot be read; copy the table"
            " into a new .xlsx file",
        )


def _workbook_part(parts: dict[str, bytes]) -> str:
    relations = _relations(parts, "")
    for kind, target in relations.values():
        if kind == "officeDocument":
            if target not in parts:
                break
            return target
    raise limits.broken()


def _relations(parts: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part by their ids: the last word of the kind, and the target."""
    folder, name = posixpath.split(part)
    rels = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if rels is None:
        return {}
    return {
        about.get("Id", ""): (
            about.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, about.get("Target", "")))[1:].lower(),
        )
        for _, about in markup.elements(rels, {"Relationship"})
        if about.get("TargetMode") != "External"
    }


def _shared_texts(part: bytes | None) -> "_SharedTexts":
    scan = _SharedTexts()
    if part is not None:
        scan.feed(part)
    return scan


def _styles(part: bytes | None) -> "_Styles":
    scan = _Styles()
    if part is not None:
        scan.feed(part)
    return scan


def _cell_formats(styles: "_Styles") -> dict[str, formats.Format]:
    """Return the number formats that change what is seen, by their places as cells name them."""
    codes = {number: built_in(number) for number in styles.used} | styles.codes
    found = {str(at): formats.parse(codes[number]) for at, number in enumerate(styles.used)}
    return {at: form for at, form in found.items() if form is not None}


class _Styles(markup.Scan):
    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[int, str] = {}
        self.used: list[int] = []
        self.struck_cells: set[str] = set()
        """The places of the styles whose font is struck through."""
        self._struck_fonts: set[int] = set()
        self._inside = ""
        self._font = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in {"cellXfs", "fonts"}:
            self._inside = name
        elif name == "font" and self._inside == "fonts":
            self._font += 1
        elif name == "strike" and self._inside == "fonts" and _is_on(attributes):
            self._struck_fonts.add(self._font)
        elif name == "xf" and self._inside == "cellXfs":
            if _id(attributes, "fontId") in self._struck_fonts:
                self.struck_cells.add(str(len(self.used)))
            self.used.append(_id(attributes, "numFmtId"))
        elif name == "numFmt":
            code = attributes.get("formatCode", "")[:255]
            self.codes.setdefault(_id(attributes, "numFmtId"), code)

    def end(self, name: str) -> None:
        if name == self._inside:
            self._inside = ""


def _id(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _is_on(attributes: dict[str, str]) -> bool:
    """Tell whether an element that switches something on does so."""
    return attributes.get("val", "1") in _TRUE


class _SharedTexts(markup.Scan):
    """The length of each shared text, and those of which a part is struck through."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []
        self.struck: set[int] = set()
        self._is_struck = False
        self.parser.CharacterDataHandler = self._text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.lengths.append(0)
        if name in {"si", "r"}:
            self._is_struck = False
        elif name == "strike":
            self._is_struck = _is_on(attributes)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)
            if self._is_struck and not text.isspace():
                self.struck.add(len(self.lengths) - 1)


class _Sheet(markup.Scan):
    """The cells of a sheet: how far they extend, how much text they contain, what they show."""

    def __init__(
        self,
        shared: _SharedTexts,
        cell_formats: dict[str, formats.Format],
        struck_styles: set[str],
        uncomputed: bool,
    ) -> None:
        super().__init__()
        self.details = Details()
        self.characters = self.cells = 0
        self.last_row = self.last_column = self._row = self._column = -1
        self._shared = shared
        self._formats = cell_formats
        self._struck_styles = struck_styles
        self._uncomputed = uncomputed
        """Whether the program that wrote the workbook has left its formulas to Excel."""
        self._type = self._style = self._value = ""
        self._has_formula = self._has_value = False
        self._narrow_by_default, self._known_columns = False, 0
        self.parser.CharacterDataHandler = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "t"}:
            self._has_value = True
            self.parser.CharacterDataHandler = self._text
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "col":
            self._start_column(attributes)
        elif name == "sheetFormatPr":
            self._narrow_by_default = _number(attributes.get("defaultColWidth"), 9) < _UNSEEN_WIDTH
        elif name == "sheetData" and self._narrow_by_default:
            self._hide_columns(self._known_columns, 16_384)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        is_number = number.isdecimal() and 0 < len(number) < 8
        self._row = int(number) - 1 if is_number else self._row + 1
        self._column = -1
        height = _number(attributes.get("ht"), 15)
        if attributes.get("hidden") in _TRUE or height < _UNSEEN_HEIGHT:
            self.details.hidden_rows.append(range(self._row, self._row + 1))

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = int(_number(attributes.get("min"), 1)) - 1
        last = min(int(_number(attributes.get("max"), first + 1)), 16_384)
        if self._narrow_by_default:
            self._hide_columns(self._known_columns, first)
        self._known_columns = last
        width = _number(attributes.get("width"), 9)
        if attributes.get("hidden") in _TRUE or width < _UNSEEN_WIDTH:
            self._hide_columns(first, last)

    def _hide_columns(self, first: int, end: int) -> None:
        if first < end:
            self.details.hidden_columns.append(range(first, end))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.cells += 1
        self._type, self._style = attributes.get("t", ""), attributes.get("s", "0")
        self._value, self._has_formula, self._has_value = "", False, False
        if match := _REFERENCE.fullmatch(attributes.get("r", "")):
            self._column = column_number(match[1].upper()) - 1
            self._row = int(match[2]) - 1
        else:
            self._column += 1
            self._row = max(self._row, 0)
        self.last_column = max(self.last_column, self._column)
        self.last_row = max(self.last_row, self._row)

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
        cell = self._row, self._column
        is_struck = self._style in self._struck_styles and bool(value)
        if is_shared and int(value) < len(self._shared.lengths):
            length = self._shared.lengths[int(value)]
            is_struck = is_struck or int(value) in self._shared.struck
        elif self._type == "e" or (self._has_formula and self._has_no_result(value)):
            self.details.lost.append((cell, value if self._type == "e" and value else NOT_COMPUTED))
        if length > limits.LONGEST_CELL:
            raise limits.too_large(
                f"ช่อง {reference(*cell)} มีข้อความยาว {length:,} ตัวอักษร",
                f"the cell {reference(*cell)} has {length:,} characters",
            )
        self.characters += length
        if is_struck:
            self.details.struck.append(cell)
        if self._style in self._formats and value:
            self.details.formats[cell] = self._formats[self._style]

    def _has_no_result(self, value: str) -> bool:
        if self._uncomputed and value in {"", "0"}:
            return True
        return not value and not (self._type == "str" and self._has_value)


def _number(text: str | None, default: float) -> float:
    """Return the number in an attribute, or the default if there is none."""
    try:
        number = float(text or default)
    except ValueError:
        return default
    return min(number, 1_048_576) if number >= 0 else default
