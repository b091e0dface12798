"""Intervals as officers write them: every three months, every year."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.thai.writing import arabic

_NAMED = {"สัปดาห์": (0, 7), "เดือน": (1, 0), "ไตรมาส": (3, 0), "ครึ่งปี": (6, 0), "ปี": (12, 0)}
_UNITS = {"วัน": (0, 1), **_NAMED}
_UNIT = "|".join(_UNITS)
_EVERY = re.compile(rf"(?:ทุก\s*)?(\d{{1,4}})\s*({_UNIT})?")
_EACH = re.compile(rf"(?:ทุก|ราย)\s*({'|'.join(_NAMED)})|({'|'.join(_NAMED)})ละ\s*(?:1\s*)?ครั้ง")
_TIMES_A_YEAR = re.compile(r"ปีละ\s*(2|3|4|6|12)\s*ครั้ง")


class Interval(NamedTuple):
    """The time between two reviews: months, or days."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """Return the day one interval later, or the last of a month that is too short."""
        month = day.month - 1 + self.months
        year, month = day.year + month // 12, month % 12 + 1
        start = date(year, month, min(day.day, monthrange(year, month)[1]))
        return start + timedelta(days=self.days)

    @property
    def words(self) -> Bilingual:
        """The length of the interval in words."""
        years, months = divmod(self.months, 12)
        if self.days:
            return Bilingual(f"{self.days} วัน", f"{self.days} day(s)")
        if months:
            return Bilingual(f"{self.months} เดือน", f"{self.months} month(s)")
        return Bilingual(f"{years} ปี", f"{years} year(s)")


def parse_interval(text: str) -> Interval:
    """Read ``3 เดือน``, ``90 วัน``, ``ทุกปี`` or ``ปีละ 2 ครั้ง``; a bare number means months.

    Raises:
        ValueError: the text is not an interval, or one longer than ten years.
    """
    plain = " ".join(arabic(text).split())
    if match := _TIMES_A_YEAR.fullmatch(plain):
        months, days = 12 // int(match[1]), 0
    elif match := _EACH.fullmatch(plain):
        months, days = _NAMED[match[1] or match[2]]
    elif match := _EVERY.fullmatch(plain):
        months, days = (int(match[1]) * part for part in _UNITS[match[2] or "เดือน"])
    else:
        raise ValueError(f"not an interval: {text}")
    if not 0 < months * 31 + days <= 3720:
        raise ValueError(f"not an interval: {text}")
    return Interval(months, days)
