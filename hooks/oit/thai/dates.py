"""Days and months as offices write them, short years and Excel's slips included."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from oit.thai import writing
from oit.thai.writing import ERA, Month

_NEAR = 12
"""How many years from the fiscal year a year that was written short may lie."""
_EXCEL_DAY_0 = date(1899, 12, 30)

_NAMES = {
    **{name: number for number, name in enumerate(writing.MONTHS, start=1)},
    **{name.replace(".", ""): number for number, name in enumerate(writing.MONTHS_SHORT, start=1)},
    **{
        name: number
        for number, name in enumerate(
            "january february march april may june july august september october november"
            " december".split(),
            start=1,
        )
    },
}
_NAMES |= {name[:3]: number for name, number in _NAMES.items() if name.isascii()}
_SHORT_NAMES = "|".join(rf"{name[:-1].replace('.', '[.]?')}[.]?" for name in writing.MONTHS_SHORT)
_NAME = rf"(?:{'|'.join(writing.MONTHS)}|{_SHORT_NAMES}|[A-Za-z]{{3,9}}\.?)"
_ERA = r"(?:พ\.?\s?ศ\.?\s*)?"
_LONG = re.compile(
    rf"(\d{{1,2}})\s*[-/]?\s*(?:เดือน\s*)?({_NAME})\s*[-/,]?\s*{_ERA}(\d{{4}}|\d{{2}})"
)
_SLASH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?")
_SERIAL = re.compile(r"[45]\d{4}")
_MONTH = re.compile(
    rf"(?P<name>{'|'.join(writing.MONTHS)}"
    rf"|(?:(?<![ก-๙A-Za-z])|(?<=เดือน))(?:{_SHORT_NAMES}|[A-Za-z]{{3,9}}\.?)(?![ก-๙A-Za-z]))"
    rf"[\s_/,'’-]*{_ERA}(?P<year>(?:25|20)\d{{2}}(?!\d)|\d{{2}}(?!\d))?"
    r"|(?<!\d)(?P<iso_year>(?:25|20)\d{2})[-_](?P<iso>0?[1-9]|1[0-2])(?![\d-])"
    r"|(?<![\d/.-])(?P<number>0?[1-9]|1[0-2])[-/_.](?P<number_year>(?:25|20)\d{2}|\d{2})(?![\d/.-])"
)
DAY_IN_TEXT = rf"(?:{_LONG.pattern}|{_ISO.pattern}|{_SLASH.pattern})".replace(
    "(\\d", "(?:\\d"
).replace(f"({_NAME})", f"(?:{_NAME})")
"""A day inside a longer text; no groups."""


class ReadDay(NamedTuple):
    """A day, and the year as it was written where that was taken for another."""

    day: date
    mended: str = ""


@lru_cache(maxsize=50_000)
def read_day(text: str, fiscal_year: int) -> ReadDay:
    """Read a day as people write it and as Excel gives it.

    A year of two digits is of the Buddhist era. Excel takes the 68 of ``5/1/68`` for 1968; a
    year of that century that makes a Buddhist one near the fiscal year is read as that.

    Raises:
        ValueError: the text is no day.
    """
    plain = writing.arabic(text).strip(writing.SPACES + ".")
    if match := _ISO.fullmatch(plain):
        written, month, day = match[1], match[2], match[3]
    elif match := _LONG.fullmatch(plain):
        day, month, written = match[1], str(_month_number(match[2])), match[3]
    elif match := _SLASH.fullmatch(plain):
        day, month, written = match[1], match[2], match[3]
    elif _SERIAL.fullmatch(plain):
        return ReadDay(_EXCEL_DAY_0 + timedelta(days=int(plain)))
    else:
        raise ValueError(f"not a day: {text}")
    year, mended = _year(written, fiscal_year)
    return ReadDay(date(year, int(month), int(day)), mended)


def _year(written: str, fiscal_year: int) -> tuple[int, str]:
    """Return the common-era year, and what was written where that was another year."""
    short = 2500 + int(written[-2:]) - ERA
    if len(written) == 2:
        return short, ""
    is_slip = written.startswith("19") and abs(short + ERA - fiscal_year) <= _NEAR
    return (short, written) if is_slip else (writing.read_era(int(written))[0], "")


def _month_number(name: str) -> int:
    plain = name.replace(".", "").lower()
    if plain not in _NAMES:
        raise ValueError(f"not a month's name: {name}")
    return _NAMES[plain]


@lru_cache(maxsize=5_000)
def find_months(text: str, fiscal_year: int) -> tuple[Month, ...]:
    """Find the months that a text names, each once; without a year they are of the fiscal year."""
    found: dict[Month, None] = {}
    for match in _MONTH.finditer(writing.arabic(text)):
        groups = match.groupdict()
        written = groups["year"] or groups["iso_year"] or groups["number_year"]
        try:
            number = (
                _month_number(groups["name"])
                if groups["name"]
                else int(groups["iso"] or groups["number"])
            )
            year = _year(written, fiscal_year)[0] if written else None
        except ValueError:
            continue
        if year is None:
            year = next(m.year for m in writing.fiscal_months(fiscal_year) if m.month == number)
        found[Month(year, number)] = None
    return tuple(found)


@lru_cache(maxsize=50_000)
def read_month(text: str, fiscal_year: int) -> Month:
    """Read a cell that is a month, or a day of it.

    Raises:
        ValueError: the text is no month, or several.
    """
    try:
        day = read_day(text, fiscal_year).day
    except ValueError:
        months = find_months(text, fiscal_year)
        if len(months) != 1 or len(text) > 40:
            raise ValueError(f"not a month: {text}") from None
        return months[0]
    return Month(day.year, day.month)


@lru_cache(maxsize=1_000)
def is_of(month: Month, fiscal_year: int) -> bool:
    """Tell whether a month is of a fiscal year."""
    return month in writing.fiscal_months(fiscal_year)
