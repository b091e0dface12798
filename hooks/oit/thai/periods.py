"""Periods of a fiscal year as plans write them, as months."""

import re
from typing import NamedTuple

from oit.thai.calendar import (
    ERA,
    MONTHS,
    MONTHS_SHORT,
    Month,
    fiscal_months,
    month_of_fiscal_year,
)
from oit.thai.dates import month_number
from oit.thai.writing import arabic
from oit.thai.years import year_of

_MONTH_NAME = r"((?:{})\.?)".format(
    "|".join(
        sorted(
            (re.escape(name.rstrip(".")) for name in (*MONTHS, *MONTHS_SHORT)),
            key=len,
            reverse=True,
        )
    )
)
_A_YEAR = r"(?:พ\.?ศ\.?\s*)?(\d{4}|\d{2}(?!\d))?"
_AND = r"\s*(?:[-–—,/~]+|(?:จน)?ถึง|และ)\s*"
_A_MONTH = re.compile(rf"{_MONTH_NAME}\s*{_A_YEAR}")
# A day may come before the month: 1 ต.ค. 2568 ถึงวันที่ 30 ก.ย. 2569.
_MONTHS_OF_PERIOD = re.compile(
    rf"{_A_MONTH.pattern}(?:{_AND}(?:สิ้น)?(?:เดือน|วันที่)?\s*(?:\d{{1,2}}\s*)?{_A_MONTH.pattern})*"
)
_QUARTERS = re.compile(rf"ไตรมาส(?:ที่)?\s*([1-4](?!\d)(?:{_AND}(?:ไตรมาส(?:ที่)?\s*)?[1-4](?!\d))*)")
_WHOLE_YEAR = re.compile(
    r"(?:ตลอด(?:ทั้ง)?(?:ปี)?งบประมาณ|ตลอด(?:ทั้ง)?ปี|^(?:(?:ภาย)?ใน)?ปีงบประมาณ)\s*(?:พ\.?ศ\.?\s*)?(\d{4})?"
)
# "Every six months" does not mean the first six.
_HALF_YEAR = re.compile(r"(ทุก[^0-9]{0,12})?(?<!\d)6\s*เดือน\s*(แรก|หลัง|สุดท้าย)?")


class Period(NamedTuple):
    """The first and the last month of something planned."""

    first: Month
    last: Month


def parse_period(text: str, year: int) -> Period | None:
    """Read a period of a fiscal year as plans write it; ``None`` if it names no months.

    ``ต.ค. 2568 – มี.ค. 2569``, ``ต.ค.- มี.ค.65``, ``ไตรมาสที่ 1-2``, ``ตลอดปีงบประมาณ พ.ศ. 2569``,
    ``6 เดือนแรก``. Names of months are the most exact and come first; without a year they lie
    in the fiscal year ``year``.
    """
    plain = " ".join(arabic(text).split())
    months = fiscal_months(year)
    if "เป็นต้นไป" in plain:
        return None  # an open end
    whole_year = _WHOLE_YEAR.search(plain)
    if (match := _MONTHS_OF_PERIOD.search(plain)) and not (whole_year and _is_one_month(match[0])):
        return _months_of(match[0], year)
    if match := _QUARTERS.search(plain):
        quarters = re.findall("[1-4]", match[1])
        first, last = int(quarters[0]), int(quarters[-1])
        return Period(months[3 * first - 3], months[3 * last - 1]) if first <= last else None
    if whole_year:
        return _whole_year(whole_year[1], year)
    if (match := _HALF_YEAR.search(plain)) and not match[1]:
        is_second = match[2] in {"หลัง", "สุดท้าย"}
        return Period(months[6], months[11]) if is_second else Period(months[0], months[5])
    return None


def _is_one_month(text: str) -> bool:
    return len(_A_MONTH.findall(text)) == 1


def _months_of(text: str, year: int) -> Period | None:
    named = _A_MONTH.findall(text)
    (first_name, first_year), (last_name, last_year) = named[0], named[-1]
    first, last = month_number(first_name), month_number(last_name)
    try:
        end = _month(last, last_year, year)
        if last_year and not first_year:
            # ต.ค. - มี.ค. 65 begins in the year before.
            begin = Month(end.year - (first > last), first)
        else:
            begin = _month(first, first_year, year)
    except ValueError:
        return None
    return Period(begin, end) if begin <= end else None


def _whole_year(named_year: str | None, year: int) -> Period | None:
    try:
        months = fiscal_months(year_of(named_year, year).year + ERA if named_year else year)
    except ValueError:
        return None
    return Period(months[0], months[-1])


def _month(number: int, named_year: str, year: int) -> Month:
    """Return a month of the year named, in two or four digits, or else of the fiscal year."""
    if not named_year:
        return month_of_fiscal_year(number, year)
    return Month(year_of(named_year, year).year, number)


def ends_first(text: str, year: int | None) -> bool:
    """Tell whether a period names both its years, and ends before it begins.

    ``year`` is the fiscal year, near which years of two digits are.
    """
    match = _MONTHS_OF_PERIOD.search(" ".join(arabic(text).split()))
    named = _A_MONTH.findall(match[0]) if match else []
    if len(named) != 2 or not all(named_year for _, named_year in named):
        return False
    try:
        first, last = (Month(year_of(y, year).year, month_number(name)) for name, y in named)
    except ValueError:
        return False
    return last < first
