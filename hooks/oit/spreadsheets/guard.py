"""What a file may hold at most, found out before anything that trusts it reads it.

A spreadsheet is a ZIP archive of XML: a few kilobytes may stand for gigabytes, the sizes that
it declares may lie, one cell at the far end of a sheet makes a program that keeps whole sheets
ask for memory that no computer has, and a long text may be pointed to by millions of cells.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

from oit.bilingual import Bilingual

MAX_FILE = 50_000_000
MAX_INFLATED = 300_000_000
MAX_MEMBERS = 5_000
MAX_CELLS = 5_000_000
"""Cells of a sheet from its first to its last, empty ones too."""
MAX_TEXT = 200_000_000
"""Characters of all the cells of a workbook."""
LONGEST_CELL = 32_767
"""The longest text that Excel itself lets a cell have."""

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class RefusedError(Exception):
    """A file is not read, and why."""

    def __init__(self, th: str, en: str) -> None:
        self.said = Bilingual(th, en)
        super().__init__(en)


@dataclass
class Archive:
    """What a spreadsheet's archive holds."""

    names: frozenset[str]
    lost: list[tuple[str, str, str]] = field(default_factory=list)
    """Cells that have no value to read: part, reference, and what stands there."""
    titles: dict[str, str] = field(default_factory=dict)
    """The names of sheets by their parts."""


def broken() -> RefusedError:
    """Say that a file is damaged."""
    return RefusedError(
        "ไฟล์เสียหาย อ่านไม่ได้ ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx",
        "the file is damaged; open it in Excel or LibreOffice and save it again as .xlsx",
    )


def has_password() -> RefusedError:
    """Say that a file is locked."""
    return RefusedError(
        "ไฟล์ตั้งรหัสผ่านไว้ ให้เปิดแล้วเอารหัสผ่านออกก่อน",
        "the file has a password; open it and take the password off first",
    )


def _too_much(th: str, en: str) -> RefusedError:
    return RefusedError(f"ไม่อ่านไฟล์นี้เพราะ{th}", f"the file is refused: {en}")


def examine_archive(data: bytes) -> Archive:
    """Look into a spreadsheet's archive.

    Raises:
        RefusedError: it is damaged, locked, or holds more than any honest file.
    """
    parts = dict(_members(data))
    archive = Archive(frozenset(parts))
    markup = {name: part for name, part in parts.items() if part.lstrip()[:1] in (b"<", b"\xff")}
    roots = {name: _root(part) for name, part in markup.items()}
    texts: list[int] = []
    for name, root in roots.items():
        if root == "sst":
            texts += _Texts().read(markup[name])
    spent = 0
    for name, root in roots.items():
        if root == "worksheet":
            spent += _Cells(name, texts, archive).read(markup[name])
        elif root == "document-content":
            spent += _Repeats().read(markup[name])
        if spent > MAX_TEXT:
            raise _too_much("ข้อความรวมมีมากเกินไป", "its cells hold too much text")
    archive.titles = _titles(markup)
    return archive


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Inflate every member, no further than the limit, whatever size it says it has."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise broken() from None
    left = MAX_INFLATED
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > left:
        raise _bomb()
    for member in members:
        if member.flag_bits & 1:
            raise has_password()
        start = member.header_offset
        local = data[start : start + 30]
        start += 30 + int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:], "little")
        content = _inflated(data[start : start + member.compress_size], member, left)
        left -= len(content)
        yield member.filename, content


def _inflated(raw: bytes, member: zipfile.ZipInfo, left: int) -> bytes:
    if member.compress_type == _STORED:
        content = raw
    elif member.compress_type == _DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflate.decompress(raw, left + 1)
        except zlib.error:
            raise broken() from None
    else:
        raise broken()
    if len(content) > left:
        raise _bomb()
    if len(content) != member.file_size:
        raise _too_much("ขนาดที่แจ้งไว้ในไฟล์ไม่ตรงกับขนาดจริง", "the sizes it declares are not true")
    return content


def _bomb() -> RefusedError:
    return _too_much("คลายแล้วใหญ่ผิดปกติ", "it unpacks to more than any honest file")


class _Scan:
    """Reads XML as a stream of events."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    @staticmethod
    def _refuse(*_: object) -> None:
        raise _too_much("มี DOCTYPE ซึ่งไม่ควรมี", "it has a DOCTYPE, which none should")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.start(name.rpartition(":")[2], attributes)

    def _end(self, name: str) -> None:
        self.end(name.rpartition(":")[2])

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def feed(self, part: bytes) -> None:
        try:
            self.parser.Parse(part, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise broken() from None


class _Found(Exception):
    """What was looked for in a stream."""


def _root(part: bytes) -> str:
    """Return the name of the first element."""
    found = []

    class _First(_Scan):
        def start(self, name: str, attributes: dict[str, str]) -> None:
            del attributes
            found.append(name)
            raise _Found

    with suppress(_Found):
        _First().feed(part)
    return found[0]


class _Texts(_Scan):
    """The lengths of the texts that cells share."""

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

    def read(self, part: bytes) -> list[int]:
        self.feed(part)
        return self.lengths


class _Cells(_Scan):
    """The cells of a sheet of Excel: how far they reach, and how much text they hold."""

    def __init__(self, part: str, texts: list[int], archive: Archive) -> None:
        super().__init__()
        self.part, self.texts, self.archive = part, texts, archive
        self.spent = self.last_row = self.last_column = self.cells = 0
        self.kind = self.reference = self.value = ""
        self.formula = False
        self.parser.CharacterDataHandler = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.cells += 1
            self.kind, self.reference = attributes.get("t", ""), attributes.get("r", "")
            self.value, self.formula = "", False
            if match := _REFERENCE.fullmatch(self.reference):
                self.last_column = max(self.last_column, column_number(match[1]))
                self.last_row = max(self.last_row, int(match[2]))
        elif name == "f":
            self.formula = True
        elif name in {"v", "t"}:
            self.parser.CharacterDataHandler = self._text

    def _text(self, text: str) -> None:
        self.value += text

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.parser.CharacterDataHandler = None
        elif name == "c":
            self._close()

    def _close(self) -> None:
        length = len(self.value)
        if self.kind == "s" and self.value.isdecimal() and int(self.value) < len(self.texts):
            length = self.texts[int(self.value)]
        elif self.kind == "e" or (self.formula and not self.value and self.kind != "str"):
            self.archive.lost.append((self.part, self.reference, self.value or "="))
        if length > LONGEST_CELL:
            raise _too_much(
                f"ช่อง {self.reference} มีข้อความยาว {length:,} ตัวอักษร",
                f"the cell {self.reference} holds {length:,} characters",
            )
        self.spent += length

    def read(self, part: bytes) -> int:
        self.feed(part)
        if max(self.cells, self.last_row * self.last_column) > MAX_CELLS:
            raise _too_much(
                f"มีเซลล์อยู่ไกลถึงแถว {self.last_row:,} ให้ลบแถวและคอลัมน์ว่างท้ายแผ่นงานออก",
                f"its cells reach down to row {self.last_row:,}; delete the empty rows and columns"
                " at the end of the sheet",
            )
        return self.spent


class _Repeats(_Scan):
    """The cells of a workbook of LibreOffice, where one may stand for many."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.row_cells = self.cells = self.text = self.cell_text = self.times = 0
        self.parser.CharacterDataHandler = self._text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table-row":
            self.rows, self.row_cells = _times(plain, "number-rows-repeated"), 0
        elif name in {"table-cell", "covered-table-cell"}:
            self.times, self.cell_text = _times(plain, "number-columns-repeated"), 0
            self.cell_text += len(plain.get("value", ""))

    def _text(self, text: str) -> None:
        self.cell_text += len(text)

    def end(self, name: str) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            if self.cell_text > LONGEST_CELL:
                raise _too_much("มีช่องที่ข้อความยาวเกินไป", "a cell of it holds too long a text")
            if self.cell_text:
                self.row_cells += self.times
                self.text += self.times * self.rows * self.cell_text
        elif name == "table-row":
            self.cells += self.rows * self.row_cells
            if self.cells > MAX_CELLS:
                raise _too_much("มีเซลล์มากเกินไป", "it has too many cells")

    def read(self, part: bytes) -> int:
        self.feed(part)
        return self.text


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 10 else 1


def column_number(letters: str) -> int:
    """Return the number of a column, from 1: ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column by its number from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _titles(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the names of a workbook's sheets by the parts that hold them."""
    sheets = _elements(parts.get("xl/workbook.xml"), "sheet")
    targets = _elements(parts.get("xl/_rels/workbook.xml.rels"), "Relationship")
    paths = {target.get("Id"): target.get("Target", "") for target in targets}
    return {
        f"xl/{paths[sheet['r:id']].removeprefix('/xl/')}": sheet.get("name", "")
        for sheet in sheets
        if sheet.get("r:id") in paths
    }


class _Elements(_Scan):
    """The attributes of every element of a name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self.name:
            self.found.append(attributes)


def _elements(part: bytes | None, name: str) -> list[dict[str, str]]:
    scan = _Elements(name)
    if part is not None:
        scan.feed(part)
    return scan.found
