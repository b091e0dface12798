"""Extract the text that anybody can copy out of a published file, hidden or not.

A file is what its first bytes say, whatever its name is. Files inside it are read like the
file itself, and all of them together under the limits of one.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from oit import pdf
from oit.bilingual import Bilingual
from oit.checks.personal import markup, office, pdf_objects, pictures, plain_text
from oit.checks.personal.passage import (
    CELL,
    FIELD,
    HIDDEN,
    LINE,
    NAME,
    PAGE,
    PROPERTIES,
    Passage,
    UnreadError,
    by_lines,
)
from oit.spreadsheets import archive, limits
from oit.spreadsheets.limits import RefusedError, TooLargeError
from oit.thai.identity_search import Kind

MOST_PAGES = 2000
MOST_BYTES = 200_000_000
"""The size of the largest file that is read."""
_DEEPEST = 3
"""How many files may be inside one another."""

TOO_LONG = Bilingual(f"ยาวเกิน {MOST_PAGES:,} หน้า", f"it has more than {MOST_PAGES:,} pages")
TOO_LARGE = Bilingual("ข้อมูลในไฟล์ใหญ่เกินไป", "it contains too much data")
TOO_DEEP = Bilingual("มีไฟล์ซ้อนอยู่ในไฟล์หลายชั้นเกินไป", "it has files inside files inside files")
BROKEN = Bilingual("เปิดไฟล์ไม่ได้", "it cannot be opened")
PASSWORD = Bilingual("ไฟล์ตั้งรหัสผ่านไว้", "it has a password")
ENCRYPTED = Bilingual(
    "ไฟล์ PDF เข้ารหัสไว้ จึงตรวจได้เฉพาะหน้าและช่องกรอก",
    "the PDF is encrypted; only its pages, fields and properties could be searched",
)
OLD = Bilingual("เป็นไฟล์ Office รุ่นเก่า", "it was made by an old version of Office")
BINARY = Bilingual("เป็นตารางแบบไบนารี (.xlsb)", "it is a binary workbook (.xlsb)")
MACROS = Bilingual("มีแมโคร", "it contains macros")
PACKED = Bilingual("เป็นไฟล์ที่บีบอัดไว้", "it is an archive")
UNKNOWN = Bilingual("เป็นไฟล์ชนิดที่โปรแกรมไม่รู้จัก", "it is of a kind that the program does not know")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = re.compile(
    rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b|BZh|\xfd7zXZ\0|\x28\xb5\x2f\xfd|MSCF"
)
# Sounds, films and fonts have no text that a person's number would be in.
_NO_TEXT = re.compile(
    rb"....ftyp|\x1aE\xdf\xa3|RIFF....(?:WAVE|AVI )|ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC"
    rb"|wOFF|wOF2|\x00\x01\x00\x00|OTTO|\x00\x00\x01\x00",
    re.DOTALL,
)
_MARKUP = {".html", ".htm", ".xhtml", ".xml", ".svg", ".kml", ".gpx", ".md"}
_OFFICE = {"[Content_Types].xml", "mimetype"}
_FOLDERS = ("word/", "xl/", "ppt/", "content.xml")
_SPREADSHEET = b"opendocument.spreadsheet"
_ZIPPED = tuple(".zip .xlsx .xlsm .xltx .docx .docm .dotx .pptx .potx .ods .odt .odp".split())
_WORKBOOKS = ["Workbook".encode("utf-16-le"), "Book".encode("utf-16-le")]
_DOCUMENTS = ["WordDocument".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le")]
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def passages(file: Path) -> Iterator[Passage]:
    """Yield the text of a file, what is beside it, and the text of the files inside.

    Raises:
        UnreadError: the file, or the rest of it, cannot be searched.
    """
    if file.stat().st_size > MOST_BYTES:
        raise UnreadError(TOO_LARGE)
    reader = _Reader()
    yield from reader.read(file.name, file.read_bytes())
    if reader.unread:
        raise UnreadError(reader.unread)


class _Reader:
    """Reads a file and the files inside it; what cannot be read does not end the reading."""

    def __init__(self) -> None:
        self.unread: Bilingual | None = None
        self._left = limits.MAX_INFLATED

    def read(self, name: str, data: bytes, inside: str = "", depth: int = 0) -> Iterator[Passage]:
        """Yield the text of a file; ``inside`` is its name for people if it is in another."""
        try:
            for passage in self._passages(name, data, depth):
                named = passage.inside or inside
                yield passage._replace(inside=named) if named else passage
        except (UnreadError, RefusedError) as error:
            reason = error.reason if isinstance(error, UnreadError) else _reason(error)
            if inside:
                th, en = reason
                reason = Bilingual(f'{th} (ไฟล์ "{inside}" ข้างใน)', f'{en} ("{inside}" inside it)')
            self.unread = self.unread or reason

    def _passages(self, name: str, data: bytes, depth: int) -> Iterator[Passage]:
        if data.startswith(b"%PDF-") or name.lower().endswith(".pdf"):
            yield from self._pdf(data, depth)
        elif data.startswith(_OLE) or name.lower().endswith((".xls", ".doc", ".ppt")):
            yield from _old_office(name, data)
        elif data.startswith(archive.SIGNATURE) or name.lower().endswith(_ZIPPED):
            yield from self._archive(data, depth)
        elif _PACKED.match(data) or name.lower().endswith((".rar", ".7z", ".gz")):
            raise UnreadError(PACKED)
        elif picture := pictures.read_picture(data):
            yield from _picture(picture)
        elif not _NO_TEXT.match(data):
            yield from _text(name, data)

    def _inside(self, name: str, data: bytes, depth: int) -> Iterator[Passage]:
        """Yield the text of a file inside a file."""
        if depth >= _DEEPEST:
            self.unread = self.unread or TOO_DEEP
            return
        shown = PurePosixPath(name).name
        yield Passage(NAME, [PurePosixPath(name).stem], inside=shown)
        yield from self.read(name, data, shown, depth + 1)

    def _pdf(self, data: bytes, depth: int) -> Iterator[Passage]:
        try:
            yield from _pages(data)
            for name, content in pdf.attachments(data):
                yield from self._inside(name, self._counted(content), depth)
        except pdf.BrokenError as error:
            raise UnreadError(PASSWORD if "password" in str(error).lower() else BROKEN) from None
        objects = pdf_objects.read_objects(data)
        if objects.are_encrypted:
            self.unread = self.unread or ENCRYPTED
        yield from by_lines(HIDDEN, [line for text in objects.strings for line in text.split("\n")])
        for xml in objects.xml:
            yield from by_lines(PROPERTIES, markup.texts(xml).split("\n"))
        for photo in objects.photos:
            if picture := pictures.read_picture(photo):
                yield from _picture(picture)

    def _archive(self, data: bytes, depth: int) -> Iterator[Passage]:
        parts = [(name, self._counted(content)) for name, content in archive.members(data)]
        names = {name for name, _ in parts}
        if not (names & _OFFICE or any(part.startswith(_FOLDERS) for part in names)):
            for name, content in parts:
                if not name.endswith("/"):
                    yield from self._inside(name, content, depth)
            return
        if "xl/workbook.bin" in names:
            raise UnreadError(BINARY)
        cells: set[str] = set()
        is_workbook = any(part.startswith("xl/") for part in names)
        if is_workbook or _SPREADSHEET in dict(parts).get("mimetype", b""):
            for sheet in _sheets(data):
                cells.update(text.strip() for text in sheet.texts)
                yield sheet
        # People count the paragraphs of the body; notes and footers follow it.
        for name, content in sorted(parts, key=lambda part: (not office.is_body(part[0]), part[0])):
            yield from self._part(name, content, frozenset(cells), depth)

    def _part(
        self, name: str, content: bytes, cells: frozenset[str], depth: int
    ) -> Iterator[Passage]:
        """Yield the text of a part of an office file."""
        if "vbaProject" in name:
            self.unread = self.unread or MACROS
        elif content and office.has_text(name):
            if office.is_xml(content):
                yield from office.part_passages(name, content, cells)
            else:
                yield from self._inside(name, content, depth)

    def _counted(self, content: bytes) -> bytes:
        """Return the contents of a file inside, if those of all are not too much."""
        self._left -= len(content)
        if self._left < 0:
            raise UnreadError(TOO_LARGE)
        return content


def _pages(data: bytes) -> Iterator[Passage]:
    notes = []
    for number, page in enumerate(pdf.pages(data, MOST_PAGES + 1), start=1):
        if number > MOST_PAGES:
            raise UnreadError(TOO_LONG)
        yield Passage(PAGE, [page.text.replace("\r\n", "\n")], number)
        if page.notes:
            notes.append(Passage(FIELD, [page.notes], number))
    yield from notes
    yield from by_lines(PROPERTIES, pdf.properties(data))


def _sheets(data: bytes) -> Iterator[Passage]:
    from oit.spreadsheets.opener import Book  # noqa: PLC0415 - loads slowly

    book = Book(data)
    for about in book.sheets:
        rows = book.read(about.name).rows
        texts = [_cell_text(cell) for row in rows for cell in row]
        columns = max((len(row) for row in rows), default=1)
        yield Passage(CELL, texts, sheet=about.name, columns=columns)


def _cell_text(cell: object) -> str:
    # Spreadsheets store every number as a fraction.
    is_integer = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if is_integer and isinstance(cell, float) else str(cell)


def _old_office(name: str, data: bytes) -> Iterator[Passage]:
    if _ENCRYPTED in data:
        raise UnreadError(PASSWORD)
    is_workbook = any(stream in data for stream in _WORKBOOKS) or name.lower().endswith(".xls")
    if not is_workbook or any(stream in data for stream in _DOCUMENTS):
        raise UnreadError(OLD)
    yield from _sheets(data)


def _picture(picture: pictures.Picture) -> Iterator[Passage]:
    lines = [line for text in picture.texts for line in text.split("\n")]
    yield from by_lines(PROPERTIES, lines)
    for kind, is_there in (
        (Kind.POSITION, picture.has_position),
        (Kind.AUTHOR, picture.has_author),
    ):
        if is_there:
            yield Passage(PROPERTIES, [], trace=kind)


def _text(name: str, data: bytes) -> Iterator[Passage]:
    if data.startswith(b"{\\rtf"):
        text = markup.rich_text(data)
    else:
        decoded = plain_text.decode(data)
        if decoded is None:
            raise UnreadError(UNKNOWN)
        text = decoded
    if PurePosixPath(name).suffix.lower() in _MARKUP or text.lstrip().startswith("<"):
        text = markup.texts(text)
    yield from by_lines(LINE, plain_text.unescaped(text).split("\n"))


def _reason(error: RefusedError) -> Bilingual:
    if isinstance(error, TooLargeError):
        return TOO_LARGE
    return PASSWORD if error.reason == limits.has_password().reason else BROKEN
