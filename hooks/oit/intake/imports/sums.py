"""Check the totals of a table against the sums of its rows."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from oit.intake.imports import rows
from oit.intake.imports.header import Header
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.readers import Cells
from oit.intake.imports.sheet_reading import SheetReading, Total
from oit.spreadsheets.sheet import shown
from oit.thai import writing

SUMMED = {"money", "count", "name_and_price"}
"""Kinds of cells that contain an amount."""

_COUNTED = re.compile(r"(\d+)\s*(?:รายการ|โครงการ|สัญญา|เรื่อง)")
_BESIDE = "total"


@dataclass
class Sums:
    """Adds up the columns of a table since the last total, on the sheet, and in the file."""

    reading: SheetReading
    header: Header
    cells: Cells
    file: Counter[str]
    """The sums of the sheets before."""
    sheet: Counter[str] = field(default_factory=Counter)
    since_total: Counter[str] = field(default_factory=Counter)
    entries_since_total: int = 0

    def add(self, values: dict[str, str]) -> None:
        """Add an entry."""
        self.entries_since_total += 1
        for column in self.header.columns.values():
            if column.reads in SUMMED and column.month in {"", values.get("month")}:
                name = _amount_field(column)
                if name in values:
                    self._add(f"{name} {column.month}", Decimal(values[name]))

    def _add(self, key: str, amount: Decimal) -> None:
        self.since_total[key] += amount  # type: ignore[assignment]  # typeshed expects integers
        self.sheet[key] += amount  # type: ignore[assignment]

    def check_beside(self, row: int, texts: dict[int, str], counts: dict[str, str]) -> None:
        """Compare the totals beside a row's counts, which are given by month, with their sums.

        A total is that of all counts to its left, or of those since the total before it.
        """
        for number, column in self.header.columns.items():
            text = texts.get(number, "")
            if column.role != "total" or writing.is_blank(text) or self._is_of_other_year(number):
                continue
            everything = self._sum_of_counts(0, number, counts)
            block = self._sum_of_counts(self._total_before(number), number, counts)
            found = self._compare(row, number, text, [everything, block])
            self._add(f"{_BESIDE} {number}", found)

    def _total_before(self, number: int) -> int:
        columns = self.header.columns.items()
        return max((n for n, c in columns if c.role == "total" and n < number), default=0)

    def _sum_of_counts(self, first: int, end: int, counts: dict[str, str]) -> Decimal:
        months = [c.month for n, c in self.header.columns.items() if first <= n < end]
        return sum((Decimal(counts[m]) for m in months if m in counts), Decimal(0))

    def _is_of_other_year(self, number: int) -> bool:
        """Tell whether a total includes months that were left out."""
        first = self._total_before(number)
        months = [n for n, column in self.header.columns.items() if column.month]
        # Without months of its own it is the total of everything to its left.
        first = first if any(first <= n < number for n in months) else 0
        return any(first <= n < number for n in self.header.refused)

    def check_below(self, row: int, texts: dict[int, str]) -> None:
        """Compare a row of totals with the entries above it, on the sheet or in the file."""
        for number, column in self.header.columns.items():
            text = texts.get(number, "")
            if writing.is_blank(text) or rows.is_total(text):
                continue
            if column.role == "total" and not self._is_of_other_year(number):
                self._compare(row, number, text, self._sums(f"{_BESIDE} {number}"))
            elif column.reads in SUMMED:
                key = f"{_amount_field(column)} {column.month}"
                self._compare(row, number, text, self._sums(key))
            elif not rows.is_note(text) and not re.search(r"\d", text):
                self.reading.leave_cell(row, number, text)
        self._check_count(row, " ".join(texts.values()))
        self.since_total, self.entries_since_total = Counter(), 0
        self.reading.skip("แถวรวม", "rows of totals")

    def _check_count(self, row: int, text: str) -> None:
        count = _COUNTED.search(writing.arabic(text))
        if count is None:
            return
        stated, computed = int(count[1]), len(self.reading.entries)
        computed = stated if stated == self.entries_since_total else computed
        place = self.reading.sheet.place(row)
        self.reading.totals.append(Total(place, "จำนวนรายการ", Decimal(stated), Decimal(computed)))

    def _sums(self, key: str) -> list[Decimal]:
        amounts = self.sheet[key], self.since_total[key], self.file[key] + self.sheet[key]
        return [Decimal(amount) for amount in amounts]

    def _compare(self, row: int, number: int, text: str, sums: list[Decimal]) -> Decimal:
        """Compare a total with the sums that it may be; return the sum that it is, or the first."""
        try:
            unit = self.header.columns[number].unit
            stated = Decimal(self.cells.read("money", text, unit).texts[0])
        except ValueError:
            self.reading.leave_cell(row, number, text)
            return sums[0]
        computed = stated if stated in sums else sums[0]
        place = self.reading.sheet.place(row, number)
        self.reading.totals.append(Total(place, shown(self.header.texts[number]), stated, computed))
        return computed


def _amount_field(column: LayoutColumn) -> str:
    """Return the field of a column that contains the amount: the last one."""
    return column.fields[-1]
