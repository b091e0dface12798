"""Extract the text that anybody can copy out of a published file."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oit import pdf
from oit.bilingual import Bilingual
from oit.spreadsheets.archive import members
from oit.spreadsheets.cells import column_letters
from oit.spreadsheets.limits import RefusedError, TooLargeError

MOST_PAGES = 2000
MOST_BYTES = 200_000_000
"""The size of the largest file that is read."""
_LINES = 500
"""The number of lines or paragraphs in a passage."""

_TAG = re.compile(r"<[^>]*>")
_ENDS = re.compile(
    r"</(?:w|text|a):(?:p|h)>|</(?:text|comment|threadedComment)>|<(?:w|text|a):(?:br|cr|line-break)\b[^>]*>"
)
_GAPS = re.compile(r"<(?:w|text):tab\b[^>]*>|<text:s\b[^>]*>")
_PARTS = re.compile(
    r"word/[^/]+\.xml|content\.xml|ppt/(?:slides|notesSlides)/[^/]+\.xml"
    r"|xl/(?:comments|threadedComments/)[^/]*\.xml|docProps/[^/]+\.xml"
)


class Unit(NamedTuple):
    """What the places in a file are counted in."""

    name: str
    words: Bilingual


PAGE = Unit("page", Bilingual("หน้า {at}", "page {at}"))
CELL = Unit("cell", Bilingual("ช่อง {at}", "cell {at}"))
LINE = Unit("line", Bilingual("บรรทัดที่ {at}", "line {at}"))
PARAGRAPH = Unit("paragraph", Bilingual("ย่อหน้าที่ {at}", "paragraph {at}"))
UNITS = {unit.name: unit for unit in (PAGE, CELL, LINE, PARAGRAPH)}

TOO_LONG = Bilingual(f"ยาวเกิน {MOST_PAGES:,} หน้า", f"it has more than {MOST_PAGES:,} pages")
TOO_LARGE = Bilingual("ข้อมูลในไฟล์ใหญ่เกินไป", "it contains too much data")
BROKEN = Bilingual("เปิดไฟล์ไม่ได้", "it cannot be opened")
OLD = Bilingual("เป็นไฟล์ Office รุ่นเก่า", "it was made by an old version of Office")
PACKED = Bilingual("เป็นไฟล์ที่บีบอัดไว้", "it is an archive")
_TEXTS = set(".csv .tsv .txt .json .geojson .md .html .htm .xml .svg .rtf .ics".split())
_UNREADABLE = {".doc": OLD, ".ppt": OLD, **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), PACKED)}


class UnreadError(Exception):
    """A file, or the rest of it, cannot be searched, and why."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason


class Passage(NamedTuple):
    """A part of a file that is searched at once."""

    unit: Unit
    texts: list[str]
    """Its pages, lines, paragraphs or cells."""
    first: int = 1
    """The number of the first of them."""
    sheet: str = ""
    columns: int = 1
    """The number of cells in a row."""

    def at(self, index: int) -> str:
        """Name the place of a text as people would look for it."""
        if self.unit is not CELL:
            return str(self.first + index)
        row, column = divmod(index, self.columns)
        return f"{self.sheet}!{column_letters(column + 1)}{row + 1}"


def passages(file: Path) -> Iterator[Passage]:
    """Yield the text of a file; pictures have none.

    Raises:
        UnreadError: the file, or the rest of it, cannot be searched.
    """
    suffix = file.suffix.lower()
    if suffix == ".pdf":
        yield from _pages(file)
    elif suffix in {".xlsx", ".ods", ".xls"}:
        data = _contents(file)
        yield from _sheets(data)
        if suffix == ".xlsx":
            # Comments and properties are not cells.
            yield from _paragraphs(data)
    elif suffix in {".docx", ".odt", ".pptx"}:
        yield from _paragraphs(_contents(file))
    elif suffix in _TEXTS:
        yield from _lines(_contents(file))
    elif suffix in _UNREADABLE:
        raise UnreadError(_UNREADABLE[suffix])


def _contents(file: Path) -> bytes:
    if file.stat().st_size > MOST_BYTES:
        raise UnreadError(TOO_LARGE)
    return file.read_bytes()


def _pages(file: Path) -> Iterator[Passage]:
    try:
        for number, text in enumerate(pdf.page_texts(file, MOST_PAGES + 1), start=1):
            if number > MOST_PAGES:
                raise UnreadError(TOO_LONG)
            yield Passage(PAGE, [text.replace("\r\n", "\n")], number)
    except pdf.BrokenError:
        raise UnreadError(BROKEN) from None


def _sheets(data: bytes) -> Iterator[Passage]:
    from oit.spreadsheets.opener import Book  # noqa: PLC0415 - loads slowly

    try:
        book = Book(data)
        for about in book.sheets:
            rows = book.read(about.name).rows
            texts = [_text(cell) for row in rows for cell in row]
            columns = max((len(row) for row in rows), default=1)
            yield Passage(CELL, texts, sheet=about.name, columns=columns)
    except RefusedError as error:
        raise _unread(error) from None


def _text(cell: object) -> str:
    # Spreadsheets store every number as a fraction.
    is_integer = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if is_integer and isinstance(cell, float) else str(cell)


def _paragraphs(data: bytes) -> Iterator[Passage]:
    try:
        parts = dict(members(data, lambda name: bool(_PARTS.fullmatch(name))))
    except RefusedError as error:
        raise _unread(error) from None
    # People count the paragraphs of the body; notes and footers follow it.
    names = sorted(parts, key=lambda name: (name != "word/document.xml", name))
    texts = [_plain(parts[name].decode("utf-8", "replace")) for name in names]
    yield from _in_passages(PARAGRAPH, "\n".join(texts))


def _unread(error: RefusedError) -> UnreadError:
    return UnreadError(TOO_LARGE if isinstance(error, TooLargeError) else BROKEN)


def _plain(xml: str) -> str:
    """Extract the text; words of one paragraph join even if tags separate their letters."""
    joined = _GAPS.sub(" ", _ENDS.sub("\n", xml.replace("\n", " ")))
    return html.unescape(_TAG.sub("", joined))


def _lines(data: bytes) -> Iterator[Passage]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp874", "replace")
    yield from _in_passages(LINE, text)


def _in_passages(unit: Unit, text: str) -> Iterator[Passage]:
    lines = text.split("\n")
    for start in range(0, len(lines), _LINES):
        yield Passage(unit, lines[start : start + _LINES], start + 1)
