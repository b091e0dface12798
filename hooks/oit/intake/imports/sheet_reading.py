"""The result of reading a sheet: entries, and a remark on every cell that is in none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.header import Header
from oit.intake.imports.typed import has_lost_digits
from oit.spreadsheets.sheet import Worksheet, shown
from oit.thai.calendar import Month
from oit.thai.writing import arabic

Remark = tuple[Bilingual, Bilingual]
"""A place, and a message about it."""


@dataclass
class Entry:
    """A row for the table, and the place that it was read from."""

    values: dict[str, str]
    place: Bilingual
    sheet: str


@dataclass(frozen=True)
class Total:
    """A total of a sheet, and the sum that we computed."""

    place: Bilingual
    title: str
    stated: Decimal
    computed: Decimal

    @property
    def agrees(self) -> bool:
        """Whether the two are equal."""
        return self.stated == self.computed


@dataclass(frozen=True)
class Stated:
    """What a person states of a file that it does not say itself."""

    month: Month | None = None
    """The month of entries that nothing else names the month of."""
    unit: Decimal | None = None
    """The unit of amounts in baht, where none is written or it is not known."""


AS_WRITTEN = Stated()


@dataclass
class SheetReading:
    """The result of reading a sheet."""

    sheet: Worksheet
    header: Header | None = None
    stated: Stated = AS_WRITTEN
    entries: list[Entry] = field(default_factory=list)
    not_imported: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    """What contradicts itself: one side is wrong."""
    totals: list[Total] = field(default_factory=list)
    not_kept: dict[str, tuple[Bilingual, int]] = field(default_factory=dict)
    """Known columns and lines that are not kept: why, and how many cells."""
    skipped: Counter[Bilingual] = field(default_factory=Counter)
    """The number of rows of each kind that are not entries."""
    month_from: Bilingual | None = None
    lacks_month: bool = False
    """Whether nothing names the month of an entry; a person may state it."""
    lacks_unit: bool = False
    """Whether a column of amounts was left out because its unit is not known."""
    masked: int = 0

    @property
    def months(self) -> Counter[str]:
        """The number of entries of each month."""
        return Counter(entry.values.get("month", "") for entry in self.entries)

    @property
    def place(self) -> Bilingual:
        """The sheet itself."""
        return Bilingual(self.sheet.title, self.sheet.title)

    def enter(self, values: dict[str, str], row: int) -> None:
        """Add an entry."""
        self.entries.append(Entry(values, self.sheet.place(row), self.sheet.title))

    def skip(self, th: str, en: str) -> None:
        """Count a row that is known not to be an entry."""
        self.skipped[Bilingual(th, en)] += 1

    def leave_sheet(self, th: str, en: str) -> None:
        """Report that a part of the sheet was not imported."""
        self.not_imported.append((self.place, Bilingual(th, en)))

    def leave_row(self, row: int, cells: dict[int, str], th: str, en: str) -> None:
        """Report that a row was not imported, and why."""
        seen = shown(" | ".join(shown(text) for text in cells.values()))
        message = Bilingual(f'แถวนี้ไม่ได้นำเข้า: {th} "{seen}"', f'row not imported: {en} "{seen}"')
        self.not_imported.append((self.sheet.place(row, min(cells)), message))

    def leave_cell(self, row: int, number: int, text: str, reason: Bilingual | None = None) -> None:
        """Report that a cell does not fit its kind of column."""
        title = shown(self.header.texts.get(number, "") if self.header else "")
        why = Bilingual(f" ({reason.th})", f" ({reason.en})") if reason else Bilingual("", "")
        if has_lost_digits(arabic(text.strip())):
            why = Bilingual(
                " Excel ย่อเลขจนตัวเลขจริงหายไป ให้ตั้งช่องเป็นข้อความแล้วพิมพ์เลขใหม่",
                " (Excel has shortened the number; format the cell as text and type it again)",
            )
        message = Bilingual(
            f'ช่อง "{title}" อ่านไม่ได้: "{shown(text)}"{why.th}',
            f'"{title}" cannot be read: "{shown(text)}"{why.en}',
        )
        self.not_imported.append((self.sheet.place(row, number), message))

    def doubt(self, place: Bilingual, th: str, en: str) -> None:
        """Report something that is probably wrong."""
        self.doubts.append((place, Bilingual(th, en)))

    def notice(self, place: Bilingual, th: str, en: str) -> None:
        """Report something worth checking."""
        self.notices.append((place, Bilingual(th, en)))


def filled(cells: Sequence[str]) -> dict[int, str]:
    """Return the cells of a row that are not blank, by column."""
    return {number: cell for number, cell in enumerate(cells) if cell and not cell.isspace()}
