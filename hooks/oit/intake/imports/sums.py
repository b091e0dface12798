"""Check the totals of a table against the sums of its rows."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from oit.intake.imports import rows
from oit.intake.imports.header import Header
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.readers import Cells
from oit.intake.imports.sheet_reading import SheetReading, Total
from oit.spreadsheets.sheet import shown
from oit.thai import writing

SUMMED = {"money", "count", "name_and_price"}
"""Kinds of cells that contain an amount."""

_COUNTED = re.compile(r"(?<![\d,.])(\d+)\s*(?:รายการ|โครงการ|สัญญา|เรื่อง)")
_IN_LABEL = re.compile(r"(?<![\d,.])\d[\d,]*(?:\.\d+)?(?=\s*(?:\.-)?\s*บาท)")
_BESIDE = "total"
_ENTRIES = "entries"

Segments = list[Counter[str]]
"""The sums of the columns between two totals, in the order of the file."""


@dataclass
class Sums:
    """Adds up the columns of a table between totals.

    A total may be of the entries since the last one, of several months or pages, of the sheet, or
    of the file: the sum of any number of the last segments.
    """

    reading: SheetReading
    header: Header
    cells: Cells
    file: Segments
    """The segments of the file so far."""
    segments: Segments = field(default_factory=lambda: [Counter()])
    """Those of this table."""

    def __post_init__(self) -> None:
        self._summed = [c for c in self.header.columns.values() if c.reads in SUMMED]

    def add(self, values: dict[str, str]) -> None:
        """Add an entry."""
        self._add(_ENTRIES, Decimal(1))
        for column in self._summed:
            if column.month in {"", values.get("month")}:
                name = _amount_field(column)
                if name in values:
                    self._add(f"{name} {column.month}", Decimal(values[name]))

    def _add(self, key: str, amount: Decimal) -> None:
        self.segments[-1][key] += amount  # type: ignore[assignment]  # typeshed expects integers

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
        has_amount = False
        for number, column in self.header.columns.items():
            text = texts.get(number, "")
            if writing.is_blank(text) or rows.is_total(text):
                continue
            if column.role == "total":
                has_amount = True
                if not self._is_of_other_year(number):
                    self._compare(row, number, text, self._sums(f"{_BESIDE} {number}"))
            elif column.reads in SUMMED:
                has_amount = True
                self._compare(row, number, text, self._sums(self._key(column)))
            elif not (rows.is_note(text) or rows.begins_like_total(text) or re.search(r"\d", text)):
                self.reading.leave_cell(row, number, text)
        label = writing.arabic(" ".join(texts.values()))
        self._check_count(row, label)
        if not has_amount and (amount := _IN_LABEL.search(label)):
            self._check_label(row, Decimal(amount[0].replace(",", "")))
        if self.segments[-1]:
            self.segments.append(Counter())
        self.reading.skip("แถวรวม", "rows of totals")

    def _check_count(self, row: int, text: str) -> None:
        if count := _COUNTED.search(text):
            self._total(row, "จำนวนรายการ", Decimal(count[1]), self._sums(_ENTRIES))

    def _check_label(self, row: int, stated: Decimal) -> None:
        """Compare an amount beside the word for a total: it is of one of the columns."""
        summed = reversed(self._summed)
        sums = [amount for column in summed for amount in self._sums(self._key(column))]
        if sums:
            self._total(row, "ยอดรวม", stated, sums)

    def _sums(self, key: str) -> list[Decimal]:
        """Return the sums of any number of the last segments."""
        of_segments = [Decimal(segment[key]) for segment in (*self.file, *self.segments)]
        return list(accumulate(reversed(of_segments)))

    def _key(self, column: LayoutColumn) -> str:
        return f"{_amount_field(column)} {column.month}"

    def _compare(self, row: int, number: int, text: str, sums: list[Decimal]) -> Decimal:
        """Compare a total with the sums that it may be; return the nearest."""
        try:
            unit = self.header.columns[number].unit
            stated = Decimal(self.cells.read("money", text, unit).texts[0])
        except ValueError:
            self.reading.leave_cell(row, number, text)
            return sums[0]
        return self._total(row, shown(self.header.texts[number]), stated, sums, number)

    def _total(
        self, row: int, title: str, stated: Decimal, sums: list[Decimal], number: int | None = None
    ) -> Decimal:
        computed = min(sums, key=lambda found: abs(found - stated))
        place = self.reading.sheet.place(row, number)
        self.reading.totals.append(Total(place, title, stated, computed))
        return computed


def _amount_field(column: LayoutColumn) -> str:
    """Return the field of a column that contains the amount: the last one."""
    return column.fields[-1]
