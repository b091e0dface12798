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

    def add(self, values: dict[str, str]) -> None:
        """Add an entry."""
        self._add(_ENTRIES, Decimal(1))
        for column in self.header.columns.values():
            if column.reads in SUMMED and column.month in {"", values.get("month")}:
                name = _amount_field(column)
                if name in values:
                    self._add(f"{name} {column.month}", Decimal(values[name]))

    def _add(self, key: str, amount: Decimal) -> None:
        self.segments[-1][key] += amount  # type: ignore[assignment]  # typeshed expects integers

    def check_beside(self, row: int, text: str, counts: list[str]) -> None:
        """Compare the total at the end of a row with the row's counts."""
        number = self.header.at("total")
        if number is None or writing.is_blank(text):
            return
        found = sum(map(Decimal, counts), Decimal(0))
        self._add(_BESIDE, found)
        self._compare(row, number, text, [found])

    def check_below(self, row: int, texts: dict[int, str]) -> None:
        """Compare a row of totals with the entries above it, on the sheet or in the file."""
        has_amount = False
        for number, column in self.header.columns.items():
            text = texts.get(number, "")
            if writing.is_blank(text) or rows.is_total(text):
                continue
            if column.role == "total":
                has_amount = True
                self._compare(row, number, text, self._sums(_BESIDE))
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
        columns = [c for c in self.header.columns.values() if c.reads in SUMMED]
        sums = [amount for column in reversed(columns) for amount in self._sums(self._key(column))]
        if sums:
            self._total(row, "ยอดรวม", stated, sums)

    def _sums(self, key: str) -> list[Decimal]:
        """Return the sums of any number of the last segments."""
        of_segments = [Decimal(segment[key]) for segment in (*self.file, *self.segments)]
        return list(accumulate(reversed(of_segments)))

    def _key(self, column: LayoutColumn) -> str:
        return f"{_amount_field(column)} {column.month}"

    def _compare(self, row: int, number: int, text: str, sums: list[Decimal]) -> None:
        try:
            stated = Decimal(self.cells.read("money", text).texts[0])
        except ValueError:
            self.reading.leave_cell(row, number, text)
            return
        self._total(row, shown(self.header.texts[number]), stated, sums, number)

    def _total(
        self, row: int, title: str, stated: Decimal, sums: list[Decimal], number: int | None = None
    ) -> None:
        computed = min(sums, key=lambda found: abs(found - stated))
        place = self.reading.sheet.place(row, number)
        self.reading.totals.append(Total(place, title, stated, computed))


def _amount_field(column: LayoutColumn) -> str:
    """Return the field of a column that contains the amount: the last one."""
    return column.fields[-1]
