"""The Thai calendar: the Buddhist era, months and fiscal years.

A fiscal year is named by the Buddhist-era year in which it ends: fiscal year 2569 runs
from 1 October 2568 to 30 September 2569 (October 2025 to September 2026). Inside the
program every day is a ``datetime.date``; Buddhist years appear only where people read or
write them.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

ERA = 543
"""Years from the common era to the Buddhist era."""
YEARS = range(2400, 2700)
"""The fiscal years that there may be data of."""

MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
).split()
MONTHS_SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)


class Month(NamedTuple):
    """A month of the common-era calendar; sorts in time."""

    year: int
    month: int

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        following = Month(self.year + self.month // 12, self.month % 12 + 1)
        return date.fromordinal(date(*following, 1).toordinal() - 1)


def read_era(year: int) -> tuple[int, bool]:
    """Return the common-era year, and whether it was written in that era, judged by its size.

    Raises:
        ValueError: the number is not a year of either era.
    """
    if 2400 <= year <= 2700:
        return year - ERA, False
    if 1900 <= year <= 2157:
        return year, True
    raise ValueError(f"neither a Buddhist nor a common-era year: {year}")


def fiscal_year(day: date) -> int:
    """Return the fiscal year (Buddhist era) that contains the day."""
    return day.year + ERA + (day.month >= FISCAL_MONTHS[0])


def first_day(year: int) -> date:
    """Return the first day of a fiscal year."""
    return date(year - ERA - 1, 10, 1)


def last_day(year: int) -> date:
    """Return the last day of a fiscal year."""
    return date(year - ERA, 9, 30)


def fiscal_months(year: int) -> list[Month]:
    """Return the twelve months of a fiscal year, October first."""
    return [month_of_fiscal_year(number, year) for number in FISCAL_MONTHS]


def month_of_fiscal_year(number: int, year: int) -> Month:
    """Return the month of a fiscal year by its number in the calendar."""
    return Month(year - ERA - (number >= FISCAL_MONTHS[0]), number)


@lru_cache(maxsize=1_000)
def in_fiscal_year(month: Month, year: int) -> bool:
    """Tell whether a month lies in a fiscal year."""
    return month in fiscal_months(year)
