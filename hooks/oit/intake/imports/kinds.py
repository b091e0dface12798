"""Classify the rows below a header: an entry, more of the one above, a total, a signature."""

import re
from dataclasses import dataclass, field
from typing import Literal

from oit.bilingual import Bilingual
from oit.intake.imports import rows
from oit.intake.imports.header import Header
from oit.intake.imports.layout import Layout
from oit.intake.imports.named_months import named_months
from oit.intake.imports.sheet_reading import SheetReading
from oit.intake.imports.sums import SUMMED
from oit.intake.imports.units import states_only_units
from oit.spreadsheets.sheet import folded
from oit.thai import writing
from oit.thai.writing import fold

Kind = Literal["entry", "more", "total", "nothing", "month", "skipped", "unknown"]

_NUMBER = re.compile(r"[\s(]*\d+(?:\.\d+)*[\s.)]*")
_MOST_BESIDE_STATEMENT = 3
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"


def _is_dash(text: str) -> bool:
    return not any(map(str.isalnum, text))


@dataclass
class Group:
    """The rows of a sheet that form one entry: their cells, by column."""

    row: int
    last: int
    cells: dict[int, str]

    def join(self, row: int, cells: dict[int, str]) -> None:
        """Add the cells of a row that continues the entry."""
        self.last = row
        for number, text in cells.items():
            before = self.cells.get(number, "")
            self.cells[number] = f"{before}\n{text}" if before else text


@dataclass
class Kinds:
    """Classifies the rows of a table."""

    layout: Layout
    reading: SheetReading
    header: Header
    year: int
    signed: bool = False
    """Whether the block of signatures has begun."""
    fields: dict[int, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        columns = self.header.columns
        self.fields = {n: c.fields for n, c in columns.items() if c.role == "field"}
        self.lead = self.header.at("name") if self.layout.needs == "name" else None
        self.number = self.header.at("number")
        self.amounts = [n for n in self.fields if columns[n].reads in SUMMED]
        self.continues = "bidders" in self.layout.form.model_fields

    def kind(self, row: int, cells: dict[int, str], group: Group | None) -> Kind:
        """Return the kind of a row; ``group`` is the entry above it."""
        if self._is_statement(cells):
            return "nothing"
        if self._is_total(cells):
            return "total"
        if self._is_known(cells):
            return "skipped"
        if self.continues and group and row <= group.last + 1 and self._is_more(cells, group):
            return "more"
        return "entry" if self._is_entry(cells) else self._kind_of_text(cells)

    def _is_statement(self, cells: dict[int, str]) -> bool:
        """Tell whether a row states that there were no entries, with dashes beside it or not."""
        if not self.layout.has_months:
            return False
        stated = {text for text in cells.values() if rows.states_nothing_bought(text)}
        if not stated:
            return False
        others = [text for text in cells.values() if text not in stated and not _is_dash(text)]
        return len(others) <= _MOST_BESIDE_STATEMENT

    def _is_total(self, cells: dict[int, str]) -> bool:
        name = cells.get(self.lead, "") if self.lead is not None else ""
        if name and rows.is_total(name):
            return True
        if name and not self._is_subtotal(cells):
            return False
        has_total = any(map(rows.is_total, cells.values()))
        return not has_total if name else has_total or self._is_subtotal(cells)

    def _is_subtotal(self, cells: dict[int, str]) -> bool:
        """Tell whether a row has a label such as ``รวมกองช่าง``, amounts, and nothing else."""
        if self._is_numbered(cells) or not self._has_amount(cells):
            return False
        others = (folded(text) for number, text in cells.items() if number not in self.amounts)
        label = next(others, None)
        if label is None or any(other != label for other in others):
            return False
        # If entries are numbered, a row without a number is none.
        has_numbers = self.number is not None
        return rows.is_total_of_group(label) or (has_numbers and rows.begins_like_total(label))

    def _is_known(self, cells: dict[int, str]) -> bool:
        """Tell whether a row is known not to be data; record what it is."""
        texts = list(cells.values())
        if rows.is_numbering(texts):
            self.reading.skip("แถวเลขคอลัมน์", "rows that number the columns")
            return True
        if states_only_units(texts):
            self.reading.skip("แถวบอกหน่วย", "rows that state the unit")
            return True
        if self._has_amount(cells) or self._is_numbered(cells):
            return False
        if any(map(rows.is_note, texts)):
            for text in map(folded, texts):
                self.reading.not_kept[text] = Bilingual("หมายเหตุของตาราง", "a note to the table"), 1
            return True
        if any(map(rows.is_signature, texts)) or (self.signed and len(texts) <= 4):
            self.signed = True
            self.reading.skip("แถวลงชื่อ", "rows of signatures")
            return True
        return False

    def _has_amount(self, cells: dict[int, str]) -> bool:
        return any(set(cells.get(number, "")).intersection(_DIGITS) for number in self.amounts)

    def _is_numbered(self, cells: dict[int, str]) -> bool:
        number = cells.get(self.number, "") if self.number is not None else ""
        return _NUMBER.fullmatch(number) is not None

    def _is_more(self, cells: dict[int, str], group: Group) -> bool:
        """Tell whether a row continues the entry: a bidder, a price, the end of a name."""
        named = {name for n in cells if n in self.fields for name in self.fields[n]}
        if not named or named & {"project_number", "budget", "month"} or self._is_numbered(cells):
            return False
        return "name" not in named or (self._is_numbered(group.cells) and len(named) > 1)

    def _is_entry(self, cells: dict[int, str]) -> bool:
        known = [n for n in cells if n in self.fields and not writing.is_blank(cells[n])]
        has_needed = any(self.layout.needs in self.fields[n] for n in known)
        if not has_needed or self.lead is None:
            return has_needed
        # If entries are numbered, a name alone may be a heading between them.
        return self._is_numbered(cells) or len(known) > 1 or self.number is None

    def _kind_of_text(self, cells: dict[int, str]) -> Kind:
        texts = set(map(folded, cells.values()))
        if len(texts) > 1:
            return "unknown"
        text = texts.pop()
        names_month = len(named_months(text, self.year).months) == 1
        if self.layout.has_months and names_month and "month" not in self.header.fields:
            return "month"
        if fold(text).lstrip("0123456789.) ").startswith(self.layout.headings):
            self.reading.not_kept[text] = Bilingual("หัวข้อคั่นในตาราง", "a heading in the table"), 1
            return "skipped"
        return "unknown"
