"""What import understood of handed-in files, in the sentences of `oit import`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from oit.bilingual import Bilingual
from oit.desk.spreadsheets.planned import Answers, Planned
from oit.intake.imports import report
from oit.intake.imports.items import ItemChange
from oit.intake.imports.layout import NOTHING
from oit.intake.imports.personal import PERSONAL_DATA, personal_data
from oit.intake.imports.plan import Plan
from oit.intake.imports.sheet_reading import Entry, Remark, SheetReading, Total
from oit.intake.imports.summary import summary
from oit.thai import dates
from oit.thai.calendar import Month

NEW = "ใหม่"
CHANGED = "เปลี่ยน"
SAME = "เหมือนเดิม"
_OF_COLUMN = " คอลัมน์ "


@dataclass(frozen=True)
class ShownRow:
    """A row of a file, and what becomes of it."""

    place: str
    values: Mapping[str, str]
    state: str
    old: Mapping[str, str]
    """The texts of the table that it replaces, by field."""
    remarks: Sequence[str]


@dataclass(frozen=True)
class MonthSum:
    """The sums of a month, by title; of all months if it has no name."""

    month: str
    count: int
    amounts: Mapping[str, Decimal]


@dataclass(frozen=True)
class Question:
    """What the officer may state of a file that it does not say itself."""

    number: int
    file: str
    asks_month: bool
    asks_unit: bool
    offers_unit: bool
    """Whether the unit may be another one than the program takes it to be."""


@dataclass(frozen=True)
class ShownPlan:
    """What an import would do."""

    planned: Planned
    plan: Plan
    answers: Answers
    allows: Callable[[str], bool]
    """Tells whether a number of a person may be published."""

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The fields that any row has, with their titles."""
        used = {name for row in self.entries for name, text in row.values.items() if text}
        return [
            (name, self.plan.layout.title(name)) for name in self.plan.layout.order if name in used
        ]

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of the files, and their statements that a month had none."""
        changes = self.plan.changes
        statements = [
            entry
            for reading in self.plan.readings
            for entry in reading.entries
            if entry.values.get(NOTHING)
        ]
        return [*changes.read, *statements]

    def rows(self, entries: Sequence[Entry]) -> Iterator[ShownRow]:
        """Yield some entries as they are shown."""
        changes = self.plan.changes
        added = {id(entry) for entry in changes.added}
        changed = {change.place: change.fields for change in changes.changed}
        for entry in entries:
            fields = changed.get(entry.place, {})
            state = NEW if id(entry) in added else CHANGED if fields else SAME
            old = {name: before for name, (before, _) in fields.items()}
            values = {name: self._said(name, text) for name, text in entry.values.items()}
            yield ShownRow(
                entry.place.th, values, state, old, self._remarks.get(entry.place.th, ())
            )

    @cached_property
    def remarks(self) -> list[tuple[str, list[Remark]]]:
        """The remarks of the importer below their headings."""
        plan = self.plan
        sections = (
            (report.NOT_IMPORTED, plan.left_out),
            (report.DIFFERING_TOTALS, plan.differing_totals),
            (report.PROBABLY_WRONG, plan.doubts),
            (PERSONAL_DATA, personal_data(plan.changes, plan.layout, self.allows)),
            (report.WORTH_A_LOOK, plan.notices),
        )
        return [(heading.th, remarks) for heading, remarks in sections if remarks]

    @cached_property
    def _remarks(self) -> dict[str, list[str]]:
        """The remarks on each row."""
        found: dict[str, list[str]] = {}
        for _, remarks in self.remarks:
            for place, words in remarks:
                row, _, column = place.th.partition(_OF_COLUMN)
                text = f"คอลัมน์ {column}: {words.th}" if column else words.th
                found.setdefault(row, []).append(text)
        return found

    @cached_property
    def sums(self) -> list[MonthSum]:
        """The sums of each month and of all."""
        read = self.plan.changes.read
        months = sorted({entry.values.get("month", "") for entry in read})
        by_month = [
            self._sum(self._said("month", month) or "ไม่ทราบเดือน", entries)
            for month in months
            if (entries := [e for e in read if e.values.get("month", "") == month])
        ]
        return [*(by_month if self.plan.layout.has_months else []), self._sum("รวม", read)]

    def _sum(self, title: str, entries: Sequence[Entry]) -> MonthSum:
        layout = self.plan.layout
        amounts = {
            layout.title(name): sum(map(Decimal, texts), Decimal(0))
            for name in layout.sums
            if (texts := [text for entry in entries if (text := entry.values.get(name))])
        }
        return MonthSum(title, len(entries), amounts)

    @property
    def sum_titles(self) -> list[str]:
        """The titles of the sums."""
        return list(dict.fromkeys(title for each in self.sums for title in each.amounts))

    @property
    def totals(self) -> list[Total]:
        """The sums that the files give themselves, beside what the rows add up to."""
        return [total for reading in self.plan.readings for total in reading.totals]

    @property
    def masked(self) -> int:
        """How many national ids were masked."""
        return sum(reading.masked for reading in self.plan.readings)

    def sheets(self) -> Iterator[tuple[SheetReading, list[tuple[str, str]], list[str]]]:
        """Yield what was read of each sheet: its columns and lines about it."""
        layout = self.plan.layout
        for reading in self.plan.readings:
            if reading.header is None:
                yield reading, [], list(report.without_header_lines(reading, "th"))
            else:
                columns = list(report.understood(reading.header, layout, "th"))
                yield reading, columns, list(report.outcome_lines(reading, layout, "th"))

    @property
    def removed(self) -> list[str]:
        """The rows that would be removed."""
        changes = self.plan.changes
        return [report.row_name(row, "th") for row in (*changes.withdrawn, *changes.removed)]

    @property
    def counts(self) -> str:
        """How many rows are new, changed and the same."""
        return report.counts(self.plan.changes).th

    @property
    def summary(self) -> str:
        """The last line of `oit import`."""
        return summary(self.plan.changes, self.plan.layout).th

    @property
    def messages(self) -> list[Bilingual]:
        """What becomes of the files of items."""
        return [item.message for item in self.plan.items if item.text is not None]

    @property
    def left_items(self) -> list[ItemChange]:
        """Which items will not show the table, and why."""
        return [item for item in self.plan.items if item.text is None]

    @property
    def questions(self) -> list[Question]:
        """What the officer may state of each file."""
        questions = []
        for number, readings in enumerate(self.plan.files):
            stated = self.answers.stated[number]
            lacks_month = any(reading.lacks_month for reading in readings)
            lacks_unit = any(reading.lacks_unit for reading in readings)
            asks_month = lacks_month or stated.month is not None
            asks_unit = lacks_unit or stated.unit is not None
            offers_unit = not asks_unit and any(map(self._is_without_unit, readings))
            if asks_month or asks_unit or offers_unit:
                name = readings[0].sheet.file
                questions.append(Question(number, name, asks_month, asks_unit, offers_unit))
        return questions

    def _is_without_unit(self, reading: SheetReading) -> bool:
        header = reading.header
        of_money = any(map(self.plan.layout.is_money, header.fields)) if header else False
        return header is not None and of_money and not header.units

    @property
    def asks_replace(self) -> bool:
        """Whether there are rows that are not in the files."""
        return self.answers.replaces or self.plan.changes.kept > 0

    def _said(self, name: str, text: str) -> str:
        known = self.plan.layout.form.model_fields.get(name)
        if not text or known is None:
            return text
        if known.annotation == Month | None:
            return dates.format_month(dates.read_month(text))
        if known.annotation == date | None:
            return dates.format_date(dates.read_day(text).date)
        return text
