"""Headings that are months: ``ต.ค. 68``, ``Oct-25``, a date, ``ต.ค.`` below ``2568``, or 10 11 12 1 …"""

import re
from collections.abc import Mapping, Sequence

from oit.spreadsheets.sheet import folded
from oit.thai import calendar, dates
from oit.thai.calendar import FISCAL_MONTHS, Month
from oit.thai.writing import arabic, fold

_LONGEST = 30
_DATE_CELL = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].*)?")
_YEAR = re.compile(r"(?<!\d)(?:25|20)\d\d(?!\d)")
_FEWEST_NUMBERS = 4
"""10 11 12 may number the columns; 10 11 12 1 are months."""


def find_month_heads(parts: Mapping[int, Sequence[str]], fiscal_year: int) -> dict[int, Month]:
    """Return the months that head columns; ``parts`` are the headings of each column, downwards."""
    named = {
        number: month
        for number, texts in parts.items()
        if (month := _month(texts[-1], fiscal_year))
    }
    found = named or _numbered(parts, fiscal_year)
    return {
        number: _in_year_above(month, parts[number], list(found.values()), fiscal_year)
        for number, month in found.items()
    }


def _month(text: str, fiscal_year: int) -> Month | None:
    plain = arabic(folded(text))
    if len(plain) > _LONGEST:
        return None
    if _DATE_CELL.fullmatch(plain):
        try:
            return dates.read_month(plain, fiscal_year)
        except ValueError:
            return None
    months = dates.find_months(plain, fiscal_year)
    return months[0] if len(months) == 1 else None


def _numbered(parts: Mapping[int, Sequence[str]], fiscal_year: int) -> dict[int, Month]:
    """Find months that are only numbered; 1 to 12 could also be numbers of columns."""
    numbers = [
        (number, int(text))
        for number, texts in sorted(parts.items())
        if (text := arabic(folded(texts[-1]))).isdecimal() and len(text) <= 2
    ]
    values = [value for _, value in numbers]
    if len(values) < _FEWEST_NUMBERS or values != list(FISCAL_MONTHS[: len(values)]):
        return {}
    return {n: calendar.month_of_fiscal_year(value, fiscal_year) for n, value in numbers}


def _in_year_above(
    month: Month, parts: Sequence[str], all_months: Sequence[Month], fiscal_year: int
) -> Month:
    """Return a month in the year that a heading above it names."""
    if _has_year(parts[-1], fiscal_year):
        return month
    above = fold(" ".join(parts[:-1]))
    years = {int(year) for year in _YEAR.findall(above)}
    if len(years) != 1:
        return month
    year = years.pop()
    year += calendar.ERA if year < 2400 else 0
    if "งบประมาณ" in above:
        return calendar.month_of_fiscal_year(month.month, year)
    return Month(year - calendar.ERA, month.month)


def _has_year(text: str, fiscal_year: int) -> bool:
    """Tell whether a heading names the year of its month."""
    plain = arabic(folded(text))
    if _DATE_CELL.fullmatch(plain):
        return True
    # A month without a year moves with the fiscal year.
    return dates.find_months(plain, fiscal_year) == dates.find_months(plain, fiscal_year - 1)
