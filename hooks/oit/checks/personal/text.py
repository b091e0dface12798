"""The text of a published file, passage by passage: what anybody can copy out of it."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oit import pdf
from oit.bilingual import Bilingual

MOST_PAGES = 2000
MOST_BYTES = 200_000_000
"""How much is read of one file, as it is when it is unpacked."""
MOST_CELLS = 2_000_000
_LINES = 500
"""How many lines, paragraphs or rows are one passage."""

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
    """What the places of a file are counted in."""

    name: str
    words: Bilingual


PAGE = Unit("page", Bilingual("หน้า {at}", "page {at}"))
CELL = Unit("cell", Bilingual("ช่อง {at}", "cell {at}"))
LINE = Unit("line", Bilingual("บรรทัดที่ {at}", "line {at}"))
PARAGRAPH = Unit("paragraph", Bilingual("ย่อหน้าที่ {at}", "paragraph {at}"))
UNITS = {unit.name: unit for unit in (PAGE, CELL, LINE, PARAGRAPH)}

TOO_LONG = Bilingual(f"ยาวเกิน {MOST_PAGES:,} หน้า", f"it has more than {MOST_PAGES:,} pages")
TOO_LARGE = Bilingual("ข้อมูลในไฟล์ใหญ่เกินไป", "there is too much in it")
BROKEN = Bilingual("เปิดไฟล์ไม่ได้", "it cannot be opened")
OLD = Bilingual("เป็นไฟล์ Office รุ่นเก่า", "it is a file of an old Office")
PACKED = Bilingual("เป็นไฟล์ที่บีบอัดไว้", "it is an archive")
_TEXTS = set(".csv .tsv .txt .json .geojson .md .html .htm .xml .svg .rtf .ics".split())
_CLOSED = {".doc": OLD, ".ppt": OLD, **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), PACKED)}


class UnreadError(Exception):
    """A file, or the rest of it, that is not looked through, and why."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason


class Passage(NamedTuple):
    """A part of a file that is read at once."""

    unit: Unit
    texts: list[str]
    """Its pages, lines, paragraphs or cells."""
    first: int = 1
    """The number of the first of them."""
    sheet: str = ""
    columns: int = 1
    """How many cells make up a row."""

    def at(self, index: int) -> str:
        """Name the place of a text as people find it."""
        if self.unit is not CELL:
            return str(self.first + index)
        row, column = divmod(index, self.columns)
        return f"{self.sheet}!{_column(column)}{row + 1}"


def passages(file: Path) -> Iterator[Passage]:
    """Yield the text of a file; pictures have none.

    Raises:
        UnreadError: the file, or what follows, cannot be looked through.
    """
    suffix = file.suffix.lower()
    if suffix == ".pdf":
        yield from _pages(file)
    elif suffix in {".xlsx", ".ods", ".xls"}:
        yield from _sheets(file)
        if suffix == ".xlsx":
            # What stands beside its cells: comments, heads and feet.
            yield from _paragraphs(file)
    elif suffix in {".docx", ".odt", ".pptx"}:
        yield from _paragraphs(file)
    elif suffix in _TEXTS:
        yield from _lines(file)
    elif suffix in _CLOSED:
        raise UnreadError(_CLOSED[suffix])


def _pages(file: Path) -> Iterator[Passage]:
    try:
        for number, text in enumerate(pdf.page_texts(file, MOST_PAGES + 1), start=1):
            if number > MOST_PAGES:
                raise UnreadError(TOO_LONG)
            yield Passage(PAGE, [text.replace("\r\n", "\n")], number)
    except pdf.BrokenError:
        raise UnreadError(BROKEN) from None


def _sheets(file: Path) -> Iterator[Passage]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - loads slowly

    if file.suffix.lower() != ".xls":
        _measure(file)
    try:
        with CalamineWorkbook.from_path(str(file)) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                rows_before, columns_before = sheet.end or (0, 0)
                if (rows_before + 1) * (columns_before + 1) > MOST_CELLS:
                    raise UnreadError(TOO_LARGE)
                rows = sheet.to_python(skip_empty_area=False)
                texts = [_written(cell) for row in rows for cell in row]
                columns = max((len(row) for row in rows), default=1)
                yield Passage(CELL, texts, sheet=name, columns=columns)
    except CalamineError:
        raise UnreadError(BROKEN) from None


def _column(number: int) -> str:
    """Name a column as spreadsheets do: A, B … Z, AA."""
    before, last = divmod(number, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


def _written(cell: object) -> str:
    # Spreadsheets keep every number as a fraction.
    is_whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if is_whole and isinstance(cell, float) else str(cell)


def _paragraphs(file: Path) -> Iterator[Passage]:
    _measure(file)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
            # What people count is the body: notes and footers follow it.
            parts.sort(key=lambda name: (name != "word/document.xml", name))
            texts = [_plain(archive.read(name).decode("utf-8", "replace")) for name in parts]
    except Exception:  # noqa: BLE001 - a broken archive raises anything
        raise UnreadError(BROKEN) from None
    yield from _in_passages(PARAGRAPH, "\n".join(texts))


def _plain(xml: str) -> str:
    """Take the text out of a document: signs within a paragraph join, whatever stands between."""
    joined = _GAPS.sub(" ", _ENDS.sub("\n", xml.replace("\n", " ")))
    return html.unescape(_TAG.sub("", joined))


def _lines(file: Path) -> Iterator[Passage]:
    if file.stat().st_size > MOST_BYTES:
        raise UnreadError(TOO_LARGE)
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp874", "replace")
    yield from _in_passages(LINE, text)


def _in_passages(unit: Unit, text: str) -> Iterator[Passage]:
    lines = text.split("\n")
    for start in range(0, len(lines), _LINES):
        yield Passage(unit, lines[start : start + _LINES], start + 1)


def _measure(file: Path) -> None:
    """Refuse an archive that would fill the memory."""
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except Exception:  # noqa: BLE001 - a broken archive raises anything
        raise UnreadError(BROKEN) from None
    if size > MOST_BYTES:
        raise UnreadError(TOO_LARGE)
