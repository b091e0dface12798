"""What is made of a sheet: entries, and a word on every cell that became none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.header import Header
from oit.spreadsheets.sheet import Worksheet, shown

Remark = tuple[Bilingual, Bilingual]
"""A place, and what is said of it."""


_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)


@dataclass
class Entry:
    """A row of the table, and where it was read."""

    values: dict[str, str]
    place: Bilingual
    sheet: str


@dataclass(frozen=True)
class Total:
    """A sum that a sheet gives, beside ours."""

    place: Bilingual
    title: str
    given: Decimal
    found: Decimal

    @property
    def agrees(self) -> bool:
        """Whether the two are the same."""
        return self.given == self.found


@dataclass
class SheetReading:
    """What was made of a sheet."""

    sheet: Worksheet
    header: Header | None = None
    entries: list[Entry] = field(default_factory=list)
    unplaced: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    not_kept: dict[str, tuple[Bilingual, int]] = field(default_factory=dict)
    """What is understood and not kept: a column or a line, why, and how many cells."""
    passed_over: Counter[Bilingual] = field(default_factory=Counter)
    """Rows that are no entries, by what they are."""
    month_from: Bilingual | None = None
    masked: int = 0

    @property
    def months(self) -> Counter[str]:
        """How many entries each month has."""
        return Counter(entry.values.get("month", "") for entry in self.entries)

    @property
    def place(self) -> Bilingual:
        """The sheet itself."""
        return Bilingual(self.sheet.title, self.sheet.title)

    def enter(self, values: dict[str, str], row: int) -> None:
        """Take an entry."""
        self.entries.append(Entry(values, self.sheet.place(row), self.sheet.title))

    def pass_over(self, th: str, en: str) -> None:
        """Count a row that is known to be no entry."""
        self.passed_over[Bilingual(th, en)] += 1

    def leave_out(self, th: str, en: str) -> None:
        """Tell of the sheet that something of it was not placed."""
        self.unplaced.append((self.place, Bilingual(th, en)))

    def leave(self, row: int, cells: dict[int, str], th: str, en: str) -> None:
        """Tell of a row that it was not placed, and why."""
        seen = shown(" | ".join(shown(text) for text in cells.values()))
        said = Bilingual(f'แถวนี้ไม่ได้นำเข้า: {th} "{seen}"', f'row left out: {en} "{seen}"')
        self.unplaced.append((self.sheet.place(row, min(cells)), said))

    def unreadable(self, row: int, number: int, text: str) -> None:
        """Tell of a cell that it says nothing of the kind that its column holds."""
        title = shown(self.header.texts.get(number, "") if self.header else "")
        why = Bilingual("", "")
        if _SHORTENED.fullmatch(text.strip()):
            why = Bilingual(
                " Excel ย่อเลขจนตัวเลขจริงหายไป ให้ตั้งช่องเป็นข้อความแล้วพิมพ์เลขใหม่",
                " (Excel has shortened the number; make the cell a text and type it again)",
            )
        said = Bilingual(
            f'ช่อง "{title}" อ่านไม่ได้: "{shown(text)}"{why.th}',
            f'"{title}" cannot be read: "{shown(text)}"{why.en}',
        )
        self.unplaced.append((self.sheet.place(row, number), said))

    def notice(self, place: Bilingual, th: str, en: str) -> None:
        """Tell of something that is worth a look."""
        self.notices.append((place, Bilingual(th, en)))


def filled(cells: Sequence[str]) -> dict[int, str]:
    """Return the cells of a row that hold anything, by their column."""
    return {number: cell for number, cell in enumerate(cells) if cell and not cell.isspace()}
