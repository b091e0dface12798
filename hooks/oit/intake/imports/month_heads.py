"""Headings that are months: ``ต.ค. 68``, ``Oct-25``, a date, ``ต.ค.`` below ``2568``, numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from oit.intake.imports.named_months import named_months
from oit.spreadsheets.sheet import folded
from oit.thai import calendar, dates
from oit.thai.calendar import FISCAL_MONTHS, Month
from oit.thai.writing import arabic, fold

_LONGEST = 30
_DATE_CELL = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].*)?")
_NUMBER = re.compile(r"[\d\s/._-]+")
_YEAR = re.compile(r"(?<!\d)(?:25|20)\d\d(?!\d)")
_FEWEST_NUMBERS = 4
"""10 11 12 may number the columns; 10 11 12 1 are months."""
_OTHER_YEAR_BEGINS = 10
"""From October on, the calendar year and the fiscal year of a month differ."""


@dataclass
class MonthHeads:
    """The months that head columns."""

    months: dict[int, Month] = field(default_factory=dict)
    unclear: set[int] = field(default_factory=set)
    """Columns whose month may be of the calendar year or of the fiscal year of its number."""


def find_month_heads(parts: Mapping[int, Sequence[str]], fiscal_year: int) -> MonthHeads:
    """Find the months that head columns; ``parts`` are the headings of each column, downwards."""
    heads = MonthHeads()
    for number, texts in parts.items():
        if month := _month(texts[-1], fiscal_year):
            heads.months[number] = month
    if not heads.months:
        return _numbered(parts, fiscal_year)
    alone = [number for number in heads.months if not _has_year(parts[number][-1], fiscal_year)]
    years = {number: year for number in alone if (year := _year_above(parts[number][:-1]))}
    _set_years(heads, years)
    yearless = sorted(set(alone) - set(years))
    if any(
        heads.months[a].month == 9 and heads.months[b].month == 10 for a, b in pairwise(yearless)
    ):
        # From January to December: the months of a calendar year that nobody names.
        heads.unclear.update(yearless)
    return heads


def _month(text: str, fiscal_year: int) -> Month | None:
    plain = arabic(folded(text))
    if len(plain) > _LONGEST:
        return None
    if _DATE_CELL.fullmatch(plain):
        try:
            return dates.read_month(plain, fiscal_year)
        except ValueError:
            return None
    months = _named(plain, fiscal_year)
    return months[0] if len(months) == 1 else None


def _named(text: str, fiscal_year: int) -> tuple[Month, ...]:
    """Return the months of a heading, which may be a number alone: ``10/2568``."""
    if _NUMBER.fullmatch(text):
        return dates.find_months(text, fiscal_year)
    return named_months(text, fiscal_year).months


def _numbered(parts: Mapping[int, Sequence[str]], fiscal_year: int) -> MonthHeads:
    """Find months that are only numbered, from October on; 1 to 12 may begin in either month."""
    numbers = {
        number: int(text)
        for number, texts in sorted(parts.items())
        if (text := arabic(folded(texts[-1]))).isdecimal() and len(text) <= 2
    }
    values = list(numbers.values())
    is_fiscal = len(values) >= _FEWEST_NUMBERS and values == list(FISCAL_MONTHS[: len(values)])
    is_unclear = values == list(range(1, 13)) and len(numbers) < len(parts)
    if not (is_fiscal or is_unclear):
        return MonthHeads()
    months = {n: calendar.month_of_fiscal_year(value, fiscal_year) for n, value in numbers.items()}
    return MonthHeads(months, set(numbers) if is_unclear else set())


def _has_year(text: str, fiscal_year: int) -> bool:
    """Tell whether a heading names the year of its month."""
    plain = arabic(folded(text))
    if _DATE_CELL.fullmatch(plain):
        return True
    # A month without a year moves with the fiscal year.
    return _named(plain, fiscal_year) == _named(plain, fiscal_year - 1)


def _year_above(texts: Sequence[str]) -> tuple[int, bool] | None:
    """Return the Buddhist year that the headings above name, and whether it is a fiscal one."""
    above = fold(" ".join(texts))
    years = {int(year) for year in _YEAR.findall(above)}
    if len(years) != 1:
        return None
    year = years.pop()
    return year + (calendar.ERA if year < 2400 else 0), "งบประมาณ" in above


def _set_years(heads: MonthHeads, years: Mapping[int, tuple[int, bool]]) -> None:
    """Set the years that are written above months; what kind of year they are, the order tells."""
    named = [(heads.months[number].month, *years[number]) for number in sorted(years)]
    steps = list(pairwise(named))
    # ธ.ค. and ม.ค. below the same number: a fiscal year. Below two numbers: calendar years.
    is_fiscal = any(a[0] == 12 and b[0] == 1 and a[1] == b[1] for a, b in steps)
    is_calendar = any(a[0] == 12 and b[0] == 1 and a[1] + 1 == b[1] for a, b in steps) or any(
        a[0] == 9 and b[0] == 10 and a[1] == b[1] for a, b in steps
    )
    for number, (year, says_fiscal) in years.items():
        month = heads.months[number].month
        if says_fiscal or (is_fiscal and not is_calendar):
            heads.months[number] = calendar.month_of_fiscal_year(month, year)
        else:
            heads.months[number] = Month(year - calendar.ERA, month)
            if month >= _OTHER_YEAR_BEGINS and not (is_calendar and not is_fiscal):
                heads.unclear.add(number)
