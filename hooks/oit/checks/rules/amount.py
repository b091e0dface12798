"""How much of an element is there: the numbers, and the words that every view uses for them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, NamedTuple

from oit.bilingual import Bilingual
from oit.forms.labels import listed
from oit.thai import dates
from oit.thai.calendar import Month

Unit = Literal["entry", "month", "format", "document", "field", "year", "fiscal_year"]

UNITS: dict[Unit, Bilingual] = {
    "entry": Bilingual("รายการ", "entries"),
    "month": Bilingual("เดือน", "months"),
    "format": Bilingual("รูปแบบไฟล์", "file formats"),
    "document": Bilingual("เอกสาร", "documents"),
    "field": Bilingual("ช่อง", "fields"),
    "year": Bilingual("ปี", "years"),
    "fiscal_year": Bilingual("ปีงบประมาณ", "fiscal years"),
}
"""What is counted, in words."""

NOT_THERE = Bilingual("ยังไม่มี", "not there yet")

_MAX_LISTED = 12
_MAX_NAMED = 5


class Part(NamedTuple):
    """A part that is lacking."""

    key: str
    """For programs: a month as in addresses (``2569-06``), an entry as ``projects.2``."""
    name: Bilingual


def month_part(month: Month) -> Part:
    """Return a month that is lacking."""
    key = dates.write_month(month)
    return Part(key, Bilingual(dates.format_month_short(month), key))


@dataclass(frozen=True)
class Amount:
    """How much of an element is there, of how much."""

    have: int
    needed: int
    unit: Unit
    lacking: tuple[Part, ...] = ()
    """Parts that are lacking; a long table lists only the first."""
    at_least: bool = False
    """Whether there may be more than needed."""
    instead: str = ""
    """The years that the contents are of, if they are not of the year that is needed."""

    @property
    def is_partial(self) -> bool:
        """Whether some of it is there, and some is lacking."""
        return 0 < self.have < self.needed

    @property
    def words(self) -> Bilingual:
        """What is there and what is lacking: ``มี 11 จาก 12 เดือน ขาด มิ.ย. 2569``."""
        if self.unit == "fiscal_year":
            return self._of_years()
        unit, least = UNITS[self.unit], Bilingual("", "")
        if self.at_least:
            least = Bilingual("อย่างน้อย ", "at least ")
        share = Bilingual(
            f"{self.have} จาก{' ' if not least.th else ''}{least.th}{self.needed} {unit.th}",
            f"{self.have} of {least.en}{self.needed} {unit.en}",
        )
        if self.have:
            lacking = self._lacking()
            return Bilingual(f"มี {share.th}{lacking.th}", f"{share.en}{lacking.en}")
        details = [share] if self.needed > 1 else []
        details += [self._months()] if self.unit == "month" and self.lacking else []
        th, en = listed(details, " ")
        return Bilingual(f"{NOT_THERE.th} ({th})", f"{NOT_THERE.en} ({en})") if th else NOT_THERE

    def without(self, entries: int) -> "Amount":
        """Return the amount with fewer of the entries that are there."""
        return replace(self, have=max(0, self.have - entries))

    def counting(self, left: "Amount") -> "Amount":
        """Return the amount if only what is left of the contents counts."""
        # Once entries are left out, the numbers of the others are no longer those of the file.
        lacking = left.lacking if left.needed >= self.needed else self.lacking
        return replace(self, have=min(left.have, self.needed), lacking=lacking)

    def _lacking(self) -> Bilingual:
        # A reader of a list looks up its entries; the months of a year are all named.
        shown = self.lacking if self.unit == "month" else self.lacking[:_MAX_NAMED]
        if not shown:
            return Bilingual("", "")
        names, more = listed(part.name for part in shown), self.needed - self.have - len(shown)
        return Bilingual(
            f" ขาด {names.th}" + (f" และอีก {more} {UNITS[self.unit].th}" if more > 0 else ""),
            f", missing {names.en}" + (f" and {more} more" if more > 0 else ""),
        )

    def _months(self) -> Bilingual:
        """Return the first and the last of the months, which are all lacking."""
        return listed(dict.fromkeys((self.lacking[0].name, self.lacking[-1].name)), "–")

    def _of_years(self) -> Bilingual:
        needed = listed(part.name for part in self.lacking)
        if not self.lacking:
            return NOT_THERE
        if not self.instead:
            return Bilingual(
                f"ยังไม่ได้บอกว่าเป็นของปีใด ต้องเป็นของปี {needed.th}",
                f"the year is not given; it must be {needed.en}",
            )
        return Bilingual(
            f"มีของปี {self.instead} ยังไม่มีของปี {needed.th}",
            f"there for {self.instead}, not there yet for {needed.en}",
        )


def first_of(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts that an amount lists; a table may lack something in every row."""
    return tuple(islice(parts, _MAX_LISTED))
