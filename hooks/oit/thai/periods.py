"""Periods of a fiscal year as plans write them: which months are meant."""

import re
from typing import NamedTuple

from oit.thai import writing

_MONTH_NAME = r"((?:{})\.?)".format(
    "|".join(
        sorted(
            (re.escape(name.rstrip(".")) for name in (*writing.MONTHS, *writing.MONTHS_SHORT)),
            key=len,
            reverse=True,
        )
    )
)
_A_YEAR = r"(?:พ\.?ศ\.?\s*)?(\d{4}|\d{2}(?!\d))?"
_AND = r"\s*(?:[-–—,/~]+|(?:จน)?ถึง|และ)\s*"
_A_MONTH = re.compile(rf"{_MONTH_NAME}\s*{_A_YEAR}")
# A day may stand before the month: 1 ต.ค. 2568 ถึงวันที่ 30 ก.ย. 2569.
_MONTHS_OF_PERIOD = re.compile(
    rf"{_A_MONTH.pattern}(?:{_AND}(?:สิ้น)?(?:เดือน|วันที่)?\s*(?:\d{{1,2}}\s*)?{_A_MONTH.pattern})*"
)
_QUARTERS = re.compile(rf"ไตรมาส(?:ที่)?\s*([1-4](?!\d)(?:{_AND}(?:ไตรมาส(?:ที่)?\s*)?[1-4](?!\d))*)")
_WHOLE_YEAR = re.compile(
    r"(?:ตลอด(?:ทั้ง)?(?:ปี)?งบประมาณ|ตลอด(?:ทั้ง)?ปี|^(?:(?:ภาย)?ใน)?ปีงบประมาณ)\s*(?:พ\.?ศ\.?\s*)?(\d{4})?"
)
# What is done every six months is not done in the first six.
_HALF_YEAR = re.compile(r"(ทุก[^0-9]{0,12})?(?<!\d)6\s*เดือน\s*(แรก|หลัง|สุดท้าย)?")


class Period(NamedTuple):
    """The months from the first to the last of something planned."""

    first: writing.Month
    last: writing.Month


def parse_period(text: str, year: int) -> Period | None:
    """Read a period of a fiscal year as plans give it; ``None`` where it names no months.

    ``ต.ค. 2568 – มี.ค. 2569``, ``ต.ค.- มี.ค.65``, ``ไตรมาสที่ 1-2``, ``ตลอดปีงบประมาณ พ.ศ. 2569``,
    ``6 เดือนแรก``. Months say more than the rest and are looked for first; what gives no
    year is of the fiscal year ``year``.
    """
    plain = " ".join(writing.arabic(text).split())
    months = writing.fiscal_months(year)
    if "เป็นต้นไป" in plain:
        return None  # it has no end
    whole = _WHOLE_YEAR.search(plain)
    if (match := _MONTHS_OF_PERIOD.search(plain)) and not (whole and _is_one_month(match[0])):
        return _months_of(match[0], year)
    if match := _QUARTERS.search(plain):
        quarters = re.findall("[1-4]", match[1])
        first, last = int(quarters[0]), int(quarters[-1])
        return Period(months[3 * first - 3], months[3 * last - 1]) if first <= last else None
    if whole:
        return _whole_year(whole[1], year)
    if (match := _HALF_YEAR.search(plain)) and not match[1]:
        later = match[2] in {"หลัง", "สุดท้าย"}
        return Period(months[6], months[11]) if later else Period(months[0], months[5])
    return None


def _is_one_month(text: str) -> bool:
    return len(_A_MONTH.findall(text)) == 1


def _months_of(text: str, year: int) -> Period | None:
    named = _A_MONTH.findall(text)
    (first_name, first_year), (last_name, last_year) = named[0], named[-1]
    first, last = writing.month_number(first_name), writing.month_number(last_name)
    try:
        ends = _year_of(last_year, last, year)
        # ต.ค. - มี.ค. 65 begins in the year before.
        of_last = last_year and not first_year
        begins = ends - (first > last) if of_last else _year_of(first_year, first, year)
    except ValueError:
        return None
    period = Period(writing.Month(begins, first), writing.Month(ends, last))
    return period if period.first <= period.last else None


def _whole_year(written: str | None, year: int) -> Period | None:
    try:
        months = writing.fiscal_months(
            writing.read_era(int(written))[0] + writing.ERA if written else year
        )
    except ValueError:
        return None
    return Period(months[0], months[-1])


def _year_of(written: str, month: int, year: int) -> int:
    """Return the common-era year of a month: as written, of two digits, or of the fiscal year."""
    if not written:
        return year - writing.ERA - (month >= writing.FISCAL_MONTHS[0])
    return writing.read_era(int(written) if len(written) == 4 else 2500 + int(written))[0]
