"""Old Excel workbooks (.xls): the records beside the values of their cells.

A workbook is a stream of records: those of the workbook, then those of each sheet.
"""

from collections.abc import Iterator
from datetime import datetime
from struct import error as struct_error
from struct import unpack_from

from oit.spreadsheets import formats, limits
from oit.spreadsheets.compound import CompoundFile
from oit.spreadsheets.details import NOT_COMPUTED, Details
from oit.spreadsheets.format_code import built_in

_BOF, _EOF, _FILEPASS, _CODEPAGE, _DATEMODE = 0x809, 0x0A, 0x2F, 0x42, 0x22
_FONT = 0x31
_FORMAT, _XF, _BOUNDSHEET, _DIMENSIONS = 0x41E, 0xE0, 0x85, 0x200
_ROW, _COLINFO, _FORMULA, _BOOLERR, _MULRK = 0x208, 0x7D, 0x06, 0x205, 0xBD
_SINGLE = {0x203, 0x27E, 0xFD, 0x204, 0xD6, _FORMULA, _BOOLERR}
"""Records of one cell: a number, a short number, three kinds of texts, a formula, an error."""
_BIFF8, _BIFF5 = 0x600, 0x500
_UNICODE = 1200
_ROWS, _COLUMNS = 65_536, 256
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


class OldWorkbook:
    """The details of the sheets of an old workbook, in the order of the sheets."""

    def __init__(self, data: bytes) -> None:
        """Examine a workbook.

        Raises:
            RefusedError: it is damaged, protected with a password or exceeds a limit.
        """
        file = CompoundFile(data)
        _require_workbook(file)
        self._pieces = list(file.pieces("Workbook" if "Workbook" in file else "Book"))
        self._stream = b"".join(data[piece] for piece in self._pieces)
        # Excel and LibreOffice describe who made a file; programs that do not compute do not.
        self._is_computed = "\x05SummaryInformation" in file
        self.epoch: datetime = formats.EPOCH
        self.data = data
        """The file, changed so that others read its texts rightly."""
        self._codes: dict[int, str] = {}
        self._numbers: list[int] = []
        self._struck_fonts: list[bool] = []
        self._struck_styles: list[bool] = []
        places: list[int] = []
        try:
            self._read_workbook(places)
            self._formats = [
                formats.parse(self._codes.get(number) or built_in(number))
                for number in self._numbers
            ]
            self.details = [self._read_sheet(place) for place in places]
        except (struct_error, IndexError):
            raise limits.broken() from None

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Yield the kinds, places and lengths of records, to the end of a part."""
        stream, depth = self._stream, 0
        while at + 4 <= len(stream):
            kind, length = unpack_from("<HH", stream, at)
            depth += (kind == _BOF) - (kind == _EOF)
            if depth <= 0:
                return
            if depth == 1:  # A chart in a sheet has records of its own.
                yield kind, at + 4, length
            at += 4 + length

    def _read_workbook(self, places: list[int]) -> None:
        stream = self._stream
        version = 0
        for kind, at, length in self._records(0):
            if kind == _BOF:
                (version,) = unpack_from("<H", stream, at)
            elif kind == _FILEPASS:
                raise limits.has_password()
            elif kind == _CODEPAGE and version == _BIFF8:
                self._correct_code_page(at)
            elif kind == _DATEMODE and unpack_from("<H", stream, at)[0] == 1:
                self.epoch = formats.EPOCH_1904
            elif kind in {_FONT, _XF}:
                self._read_style(kind, at)
            elif kind == _FORMAT:
                self._read_format(at, length, version)
            elif kind == _BOUNDSHEET:
                places.append(unpack_from("<I", stream, at)[0])
        if version not in {_BIFF8, _BIFF5}:
            raise too_old()

    def _read_style(self, kind: int, at: int) -> None:
        """Read a font, or a style of cells that names its font and format."""
        if kind == _FONT:
            self._struck_fonts.append(bool(self._stream[at + 2] & 0x08))
            return
        font, number = unpack_from("<HH", self._stream, at)
        self._numbers.append(number)
        # No font has the number 4: those after it count from 5.
        place, fonts = font - (font > 4), self._struck_fonts
        self._struck_styles.append(place < len(fonts) and fonts[place])

    def _correct_code_page(self, at: int) -> None:
        """Name the code page that the texts have.

        The texts of Excel 97 and later are always Unicode, whatever page the file names; a reader
        that believes it would make garbage of them.
        """
        changed = bytearray(self.data)
        size = self._pieces[0].stop - self._pieces[0].start
        for offset, byte in enumerate(_UNICODE.to_bytes(2, "little"), start=at):
            changed[self._pieces[offset // size].start + offset % size] = byte
        self.data = bytes(changed)

    def _read_format(self, at: int, length: int, version: int) -> None:
        (number,) = unpack_from("<H", self._stream, at)
        if version == _BIFF8:
            count, flags = unpack_from("<HB", self._stream, at + 2)
            wide = flags & 1
            raw = self._stream[at + 5 : min(at + 5 + count * (1 + wide), at + length)]
            self._codes[number] = raw.decode("utf-16-le" if wide else "latin-1", "replace")
        else:
            count = self._stream[at + 2]
            self._codes[number] = self._stream[at + 3 : at + 3 + count].decode("cp874", "replace")

    def _read_sheet(self, place: int) -> Details:
        stream, details = self._stream, Details()
        last_row = last_column = 0
        for kind, at, length in self._records(place):
            if kind in _SINGLE:
                row, column, style = unpack_from("<3H", stream, at)
                self._read_cell(kind, at, (row, column), style, details)
                last_row, last_column = max(last_row, row), max(last_column, column)
            elif kind == _MULRK:
                row, first = unpack_from("<HH", stream, at)
                for index in range((length - 6) // 6):
                    (style,) = unpack_from("<H", stream, at + 4 + 6 * index)
                    self._note_format((row, first + index), style, details)
                    last_column = max(last_column, first + index)
                last_row = max(last_row, row)
            else:
                self._read_layout(kind, at, length, details)
        if (last_row + 1) * (last_column + 1) > limits.MAX_CELLS:
            raise limits.too_large("แผ่นงานมีเซลล์มากเกินไป", "a sheet has too many cells")
        return details

    def _read_layout(self, kind: int, at: int, length: int, details: Details) -> None:
        stream = self._stream
        if kind == _DIMENSIONS:
            _require_real_size(*unpack_from("<IIHH" if length >= 14 else "<4H", stream, at))
        elif kind == _ROW:
            row, height, flags = unpack_from("<H4xH4xH", stream, at)
            if flags & 0x20 or height & 0x7FFF == 0:
                details.hidden_rows.append(range(row, row + 1))
        elif kind == _COLINFO:
            first, last, width, flags = unpack_from("<HHH2xH", stream, at)
            if flags & 1 or width == 0:
                details.hidden_columns.append(range(first, min(last, _COLUMNS - 1) + 1))

    def _read_cell(
        self, kind: int, at: int, cell: tuple[int, int], style: int, details: Details
    ) -> None:
        found = None
        if kind == _BOOLERR:
            value, is_error = unpack_from("<BB", self._stream, at + 6)
            found = _ERRORS.get(value, "#") if is_error else None
        elif kind == _FORMULA:
            found = self._fault_of_formula(at)
        if found:
            details.lost.append((cell, found))
        else:
            self._note_format(cell, style, details)

    def _fault_of_formula(self, at: int) -> str | None:
        """Return the error of a formula, if its result is one or was never computed."""
        result = self._stream[at + 6 : at + 14]
        is_number = result[6:] != b"\xff\xff"
        if not is_number and result[0] == 2:
            return _ERRORS.get(result[2], "#")
        is_empty = not any(result) if is_number else result[0] == 3
        return NOT_COMPUTED if is_empty and not self._is_computed else None

    def _note_format(self, cell: tuple[int, int], style: int, details: Details) -> None:
        if style < len(self._struck_styles) and self._struck_styles[style]:
            details.struck.append(cell)
        shown = self._formats[style] if style < len(self._formats) else None
        if shown is not None:
            details.formats[cell] = shown


def too_old() -> limits.RefusedError:
    """Refuse a workbook that is older than Excel 95."""
    return limits.RefusedError(
        "เป็นไฟล์ Excel รุ่นเก่ามาก (ก่อน Excel 95) ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx",
        "it was made by a version before Excel 95; open it in Excel or LibreOffice and save it"
        " as .xlsx",
    )


def _require_workbook(file: CompoundFile) -> None:
    if "EncryptedPackage" in file:
        raise limits.has_password()
    if "Workbook" in file or "Book" in file:
        return
    others = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint"}
    for stream, program in others.items():
        if stream in file:
            raise limits.not_a_table(f"ไฟล์ {program}", f"a {program} file")
    raise limits.broken()


def _require_real_size(first_row: int, rows: int, first_column: int, columns: int) -> None:
    """Refuse a sheet that claims a size for which a reader would ask for too much memory."""
    if not (first_row <= rows <= _ROWS and first_column <= columns <= _COLUMNS):
        raise limits.broken()
