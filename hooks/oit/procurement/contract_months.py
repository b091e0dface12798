"""Compare the dates of contracts with the month under which they are reported."""

from collections.abc import Sequence
from datetime import date

from oit.thai.calendar import Month

_FAR = 6


def is_far(month: Month, signed: date) -> bool:
    """Tell whether a contract is half a year or more from its month: a year is mistyped."""
    return abs((month.year - signed.year) * 12 + month.month - signed.month) >= _FAR


def in_other_months(month: Month, signed: Sequence[date]) -> list[date]:
    """Return the contracts of other months, if they are most of those reported under a month."""
    others = [day for day in signed if (day.year, day.month) != month]
    return others if 2 * len(others) > len(signed) > 1 else []
