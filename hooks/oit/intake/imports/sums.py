"""The totals that a table gives, held against the sum of its rows."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from oit.intake.imports import rows
from oit.intake.imports.found import SheetReading, Total
from oit.intake.imports.header import Header
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.readers import Cells
from oit.spreadsheets.sheet import shown
from oit.thai import writing

SUMMED = {"money", "count", "name_and_price"}
"""Kinds of cells that hold an amount."""

_COUNTED = re.compile(r"(\d+)\s*(?:รายการ|โครงการ|สัญญา|เรื่อง)")
_BESIDE = "total"


@dataclass
class Sums:
    """Adds up the columns of a table: since the last total, in all, and over the file's sheets."""

    reading: SheetReading
    header: Header
    cells: Cells
    of_file: Counter[str]
    since: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    entries_since: int = 0

    def add(self, values: dict[str, str]) -> None:
        """Add an entry."""
        self.entries_since += 1
        for column in self.header.columns.values():
            if column.reads in SUMMED and column.month in {"", values.get("month")}:
                name = _amount_of(column)
                if name in values:
                    self._add(f"{name} {column.month}", Decimal(values[name]))

    def _add(self, key: str, amount: Decimal) -> None:
        self.since[key] += amount  # type: ignore[assignment]  # typeshed knows only whole counts
        self.whole[key] += amount  # type: ignore[assignment]

    def check_beside(self, row: int, text: str, counts: list[str]) -> None:
        """Compare the sum that stands beside a row's counts with them."""
        number = self.header.at("total")
        if number is None or writing.is_blank(text):
            return
        found = sum(map(Decimal, counts), Decimal(0))
        self._add(_BESIDE, found)
        self._compare(row, number, text, [found])

    def check_below(self, row: int, texts: dict[int, str]) -> None:
        """Compare a row of totals with the entries above it, on the sheet or in the file."""
        for number, column in self.header.columns.items():
            text = texts.get(number, "")
            if writing.is_blank(text) or rows.is_total(text):
                continue
            if column.role == "total":
                self._compare(row, number, text, self._sums(_BESIDE))
            elif column.reads in SUMMED:
                key = f"{_amount_of(column)} {column.month}"
                self._compare(row, number, text, self._sums(key))
            elif not rows.is_note(text) and not re.search(r"\d", text):
                self.reading.unreadable(row, number, text)
        self._check_number(row, " ".join(texts.values()))
        self.since, self.entries_since = Counter(), 0
        self.reading.pass_over("แถวรวม", "rows of totals")

    def _check_number(self, row: int, text: str) -> None:
        said = _COUNTED.search(writing.arabic(text))
        if said is None:
            return
        given, found = int(said[1]), len(self.reading.entries)
        found = given if given == self.entries_since else found
        place = self.reading.sheet.place(row)
        self.reading.totals.append(Total(place, "จำนวนรายการ", Decimal(given), Decimal(found)))

    def _sums(self, key: str) -> list[Decimal]:
        amounts = self.whole[key], self.since[key], self.of_file[key] + self.whole[key]
        return [Decimal(amount) for amount in amounts]

    def _compare(self, row: int, number: int, text: str, sums: list[Decimal]) -> None:
        try:
            given = Decimal(self.cells.read("money", text).texts[0])
        except ValueError:
            self.reading.unreadable(row, number, text)
            return
        found = given if given in sums else sums[0]
        place = self.reading.sheet.place(row, number)
        self.reading.totals.append(Total(place, shown(self.header.texts[number]), given, found))


def _amount_of(column: LayoutColumn) -> str:
    """Return the field of a column that holds the amount: the last one."""
    return column.fields[-1]
