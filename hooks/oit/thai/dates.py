"""Days and months in writing: one table of notations, read strictly or leniently.

Data files are read strictly: a year has four digits, and what is unclear is reported. Tables
that offices made for themselves are read leniently: a year may have two digits, months may be
in English, and Excel may have changed what was typed.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from oit.thai.calendar import ERA, MONTHS, MONTHS_SHORT, Month, month_of_fiscal_year, read_era
from oit.thai.writing import SPACES, arabic, fold

_SLIP_RANGE = 12
"""How many years from the fiscal year a year may lie that Excel moved to another century."""
_EXCEL_DAY_0 = date(1899, 12, 30)

_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
_MONTH_NUMBER = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTHS_SHORT, _ENGLISH, [name[:3] for name in _ENGLISH])
    for number, name in enumerate(names, start=1)
}

_SHORT_NAMES = "|".join(rf"{name[:-1].replace('.', '[.]?')}[.]?" for name in MONTHS_SHORT)
_NAME = rf"(?:{'|'.join(MONTHS)}|{_SHORT_NAMES}|[A-Za-z]{{3,9}}\.?)"
_ERA = r"(?:พ\.?\s?ศ\.?\s*)?"
_ERA_STRICT = r"(?:พ\.?ศ\.?\s*)?"
_SHORT_OR_LONG_YEAR = r"(?P<year>\d{4}|\d{2})"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"


class _Notation(NamedTuple):
    """A way to write a day; the lenient pattern also matches what the strict one does."""

    strict: re.Pattern[str]
    lenient: re.Pattern[str]


_DAYS = (
    _Notation(  # 2569-01-15
        re.compile(_ISO),
        re.compile(rf"{_ISO}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?"),
    ),
    _Notation(  # 15 ม.ค. 2569
        re.compile(rf"(?P<day>\d{{1,2}})\s*(?P<month>[ก-๙.]+?)\s*{_ERA_STRICT}(?P<year>\d{{4}})"),
        re.compile(
            rf"(?P<day>\d{{1,2}})\s*[-/]?\s*(?:เดือน\s*)?(?P<month>{_NAME})\s*[-/,]?\s*"
            rf"{_ERA}{_SHORT_OR_LONG_YEAR}"
        ),
    ),
    _Notation(  # 15/1/2569
        re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"),
        re.compile(
            r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*" + _SHORT_OR_LONG_YEAR
        ),
    ),
)
_EXCEL_SERIAL = re.compile(r"[45]\d{4}")

_MONTHS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
    re.compile(rf"(?P<month>[ก-๙.]+?)\s*{_ERA_STRICT}(?P<year>\d{{4}})"),
)
_MONTH_IN_TEXT = re.compile(
    rf"(?P<name>{'|'.join(MONTHS)}"
    rf"|(?:(?<![ก-๙A-Za-z])|(?<=เดือน))(?:{_SHORT_NAMES}|[A-Za-z]{{3,9}}\.?)(?![ก-๙A-Za-z]))"
    rf"[\s_/,'’-]*{_ERA}(?P<year>(?:25|20)\d{{2}}(?!\d)|\d{{2}}(?!\d))?"
    r"|(?<!\d)(?P<iso_year>(?:25|20)\d{2})[-_](?P<iso>0?[1-9]|1[0-2])(?![\d-])"
    r"|(?<![\d/.-])(?P<number>0?[1-9]|1[0-2])[-/_.](?P<number_year>(?:25|20)\d{2}|\d{2})(?![\d/.-])"
)

_ISO_DAY, _LONG_DAY, _SLASH_DAY = (
    re.sub(r"\(\?P<\w+>", "(?:", notation.lenient.pattern) for notation in _DAYS
)
DAY_IN_TEXT = rf"(?:{_LONG_DAY}|{_ISO_DAY}|{_SLASH_DAY})"
"""The pattern of a day inside a longer text; it has no groups."""


class Day(NamedTuple):
    """A day that was read strictly."""

    date: date
    common_era: bool
    """True if the year was written in the common era (2026), not the Buddhist (2569)."""


class LenientDay(NamedTuple):
    """A day that was read leniently."""

    day: date
    corrected: str = ""
    """The year as written, if it was read as another one."""


def parse_date(text: str) -> Day:
    """Read ``2569-01-15``, ``15/1/2569``, ``15 ม.ค. 2569`` or ``๑๕ มกราคม พ.ศ. ๒๕๖๙``.

    Raises:
        ValueError: the text is not such a day.
    """
    plain = arabic(text).strip()
    for notation in _DAYS:
        if match := notation.strict.fullmatch(plain):
            year, is_common_era = read_era(int(match["year"]))
            return Day(date(year, _month_of(match), int(match["day"])), is_common_era)
    raise ValueError(f"not a date: {text}")


@lru_cache(maxsize=50_000)
def read_day(text: str, fiscal_year: int) -> LenientDay:
    """Read a day as people write it and as Excel stores it.

    A year of two digits is of the Buddhist era. Excel takes the 68 of ``5/1/68`` for 1968: a
    year of the 1900s is read as a Buddhist one if that lies near the fiscal year.

    Raises:
        ValueError: the text is not a day.
    """
    # One space only: several patterns may share a long run of them in many ways.
    plain = " ".join(arabic(text).split()).strip(SPACES + ".")
    for notation in _DAYS:
        if match := notation.lenient.fullmatch(plain):
            year, corrected = _lenient_year(match["year"], fiscal_year)
            return LenientDay(date(year, _month_of(match), int(match["day"])), corrected)
    if _EXCEL_SERIAL.fullmatch(plain):
        return LenientDay(_EXCEL_DAY_0 + timedelta(days=int(plain)))
    raise ValueError(f"not a day: {text}")


def parse_month(text: str) -> Month:
    """Read ``2568-10``, ``ต.ค. 2568`` or ``ตุลาคม ๒๕๖๘``.

    Raises:
        ValueError: the text is not such a month.
    """
    plain = arabic(text).strip()
    for pattern in _MONTHS:
        if match := pattern.fullmatch(plain):
            first = date(read_era(int(match["year"]))[0], _month_of(match), 1)
            return Month(first.year, first.month)
    raise ValueError(f"not a month: {text}")


@lru_cache(maxsize=50_000)
def read_month(text: str, fiscal_year: int) -> Month:
    """Read a cell that contains a month, or a day in it.

    Raises:
        ValueError: the text is not a month, or names several.
    """
    try:
        day = read_day(text, fiscal_year).day
    except ValueError:
        months = find_months(text, fiscal_year)
        if len(months) != 1 or len(text) > 40:
            raise ValueError(f"not a month: {text}") from None
        return months[0]
    return Month(day.year, day.month)


@lru_cache(maxsize=5_000)
def find_months(text: str, fiscal_year: int) -> tuple[Month, ...]:
    """Find the months that a text names, each once; without a year they are in the fiscal year."""
    found: dict[Month, None] = {}
    for match in _MONTH_IN_TEXT.finditer(fold(text)):
        year = match["year"] or match["iso_year"] or match["number_year"]
        try:
            month = month_number(match["name"] or match["iso"] or match["number"])
            if year:
                found[Month(_lenient_year(year, fiscal_year)[0], month)] = None
            else:
                found[month_of_fiscal_year(month, fiscal_year)] = None
        except ValueError:
            continue
    return tuple(found)


def month_number(month: str) -> int:
    """Return a month's number by its name, in full or short, or by the number itself.

    Raises:
        ValueError: no month has this name.
    """
    if month.isdecimal():
        return int(month)
    try:
        return _MONTH_NUMBER[month.replace(".", "").lower()]
    except KeyError:
        raise ValueError(f"not a month's name: {month}") from None


def _month_of(match: re.Match[str]) -> int:
    return month_number(match["month"])


def _lenient_year(year: str, fiscal_year: int) -> tuple[int, str]:
    """Return the common-era year, and the year as written if it was read as another one."""
    short = 2500 + int(year[-2:]) - ERA
    if len(year) == 2:
        return short, ""
    is_slip = year.startswith("19") and abs(short + ERA - fiscal_year) <= _SLIP_RANGE
    return (short, year) if is_slip else (read_era(int(year))[0], "")


def write_day(day: date) -> str:
    """Write a day as the data folder does: ``2569-01-15``."""
    return f"{day.year + ERA:04}-{day.month:02}-{day.day:02}"


def write_month(month: Month) -> str:
    """Write a month as the data folder does: ``2568-10``."""
    return f"{month.year + ERA:04}-{month.month:02}"


def format_date(day: date) -> str:
    """Write a day in full: ``15 มกราคม 2569``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def format_month(month: Month) -> str:
    """Write a month in full: ``ตุลาคม 2568``."""
    return f"{MONTHS[month.month - 1]} {month.year + ERA}"
