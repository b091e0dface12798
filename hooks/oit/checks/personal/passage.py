"""A part of a published file's text, and how its places are named."""

from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.spreadsheets.cells import column_letters
from oit.thai.identity_search import Kind, Match


class Unit(NamedTuple):
    """What the places in a file are counted in, or the part of the file that has none."""

    name: str
    words: Bilingual

    def place(self, at: str) -> Bilingual:
        """Name a place."""
        th, en = (words.format(at=at).strip() for words in self.words)
        return Bilingual(th, en)


def _unit(name: str, th: str, en: str) -> Unit:
    return Unit(name, Bilingual(f"{th} {{at}}", f"{en} {{at}}"))


PAGE = _unit("page", "หน้า", "page")
CELL = _unit("cell", "ช่อง", "cell")
LINE = _unit("line", "บรรทัดที่", "line")
PARAGRAPH = _unit("paragraph", "ย่อหน้าที่", "paragraph")
FIELD = _unit("field", "ช่องกรอกหรือบันทึกในหน้า", "a form field or note of page")
NAME = _unit("name", "ชื่อไฟล์", "the file's name")
PROPERTIES = _unit("properties", "คุณสมบัติของไฟล์", "the file's properties")
COMMENT = _unit("comment", "ความคิดเห็น", "a comment")
MARGIN = _unit("margin", "หัวหรือท้ายกระดาษ", "a header or footer")
NOTE = _unit("note", "เชิงอรรถหรือบันทึกของผู้บรรยาย", "a footnote or speaker's note")
DRAWING = _unit("drawing", "กล่องข้อความหรือแผนภูมิ", "a text box or chart")
PIVOT = _unit("pivot", "ข้อมูลที่ซ่อนในตาราง Pivot", "the hidden data of a pivot table")
OTHER_FILE = _unit("other_file", "ค่าที่จำไว้จากไฟล์อื่น", "values kept of another file")
HIDDEN = _unit("hidden", "ส่วนที่ซ่อนอยู่ของไฟล์", "a hidden part of the file")
UNITS = {
    unit.name: unit
    for unit in (
        *(PAGE, CELL, LINE, PARAGRAPH, FIELD, NAME, PROPERTIES, COMMENT, MARGIN, NOTE, DRAWING),
        *(PIVOT, OTHER_FILE, HIDDEN),
    )
}
COUNTED = {PAGE, CELL, LINE, PARAGRAPH}
"""The units of what readers see first; all else is beside it."""


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
    inside: str = ""
    """The name of the file inside the file, if it is not of the file itself."""
    trace: Kind | None = None
    """What a picture says of its maker, instead of texts."""

    def at(self, index: int) -> str:
        """Name the place of a text as people would look for it."""
        if self.unit is CELL:
            row, column = divmod(index, self.columns)
            at = f"{self.sheet}!{column_letters(column + 1)}{row + 1}"
        elif self.unit in COUNTED or self.unit is FIELD:
            at = str(self.first + index)
        else:
            at = ""
        return f'{at} ("{self.inside}")'.strip() if self.inside else at


class InFile(NamedTuple):
    """A match in a published file, with the unit and number of its place."""

    unit: str
    at: str
    match: Match


_LINES = 500
"""The number of lines or paragraphs in a passage."""


def by_lines(unit: Unit, lines: list[str]) -> list[Passage]:
    """Divide lines into passages."""
    starts = range(0, len(lines), _LINES)
    return [Passage(unit, lines[start : start + _LINES], start + 1) for start in starts]
