"""Days and months in writing: one table of notations, by which files and imports are read.

A notation is read if it has one meaning. Years may have two digits where the fiscal year is known
(see ``oit.thai.years``), months may be in English, and Excel may have changed what was typed.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.clock import BANGKOK
from oit.thai.calendar import ERA, MONTHS, MONTHS_SHORT, Month, month_of_fiscal_year
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import SPACES, fold
from oit.thai.years import BUDDHIST, COMMON, year_of

_EXCEL_DAY_0 = date(1899, 12, 30)
_LONGEST = 80

_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
_MONTH_NUMBER = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTHS_SHORT, _ENGLISH, [name[:3] for name in _ENGLISH])
    for number, name in enumerate(names, start=1)
} | {"sept": 9}
_SHORT_BY_NUMBER = dict(enumerate(MONTHS_SHORT, start=1))

_SHORT_NAMES = "|".join(rf"{name[:-1].replace('.', '[.]?')}[.]?" for name in MONTHS_SHORT)
_ENGLISH_NAMES = (
    "(?i:" + "|".join([*_ENGLISH, "sept[.]?", *(f"{name[:3]}[.]?" for name in _ENGLISH)]) + ")"
)
_NAME = rf"(?:{'|'.join(MONTHS)}|{_SHORT_NAMES}|{_ENGLISH_NAMES})"
_ANY_NAME = r"[ก-๙a-zA-Z][ก-๙a-zA-Z.]*?"
_ERA = rf"(?P<era>{BUDDHIST}|{COMMON})?\s?"
_YEAR = r"(?:['’‘]\s?)?(?P<year>\d{4}|\d{2})"
_DAY = r"(?P<day>\d{1,2})"
_BETWEEN = r"\s?[-/.]\s?"


def _by_name(name: str) -> str:
    return rf"{_DAY}\s?[-/.,]?\s?(?:เดือน\s?)?(?P<month>{name})\s?[-/,.]?\s?{_ERA}{_YEAR}"


_YEAR_FIRST = rf"(?P<year>\d{{4}}){_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}{_DAY}"
_WITH_NAME = _by_name(_NAME)
_ENGLISH_FIRST = rf"(?P<month>{_ENGLISH_NAMES})\s?{_DAY},?\s(?P<year>\d{{4}})"
_DAY_FIRST = rf"{_DAY}{_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}{_YEAR}"

_DAYS = tuple(map(re.compile, (_YEAR_FIRST, _WITH_NAME, _DAY_FIRST, _ENGLISH_FIRST)))
_MISSPELT_DAY = re.compile(_by_name(_ANY_NAME))
_PLAIN_DAY = re.compile(r"(2[4-6]\d\d|2700)-(\d\d)-(\d\d)")
_EXCEL_SERIAL = re.compile(r"[45]\d{4}")
_WEEKDAYS = "จันทร์ อังคาร พุธ พฤหัสบดี พฤหัส ศุกร์ เสาร์ อาทิตย์".split()
_BEFORE_DAY = re.compile(
    rf"(?:(?:ณ|ลง|เมื่อ)?\s?วันที่|ลว\.?|(?:วัน)?(?:{'|'.join(_WEEKDAYS)})(?:\s?ที่)?)\s?(?=\d)"
)
_TIME = re.compile(
    r"(?:t|,?\s(?:เวลา\s?)?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?(?:\s?น\.?)?"
    r"(?:\s?(?P<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?))?$"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

_PLAIN_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})")
_MONTH_WITH_YEAR = re.compile(rf"(?P<month>{_NAME})\s?[-/,.]?\s?{_ERA}{_YEAR}")
_MISSPELT_MONTH = re.compile(rf"(?P<month>{_ANY_NAME})\s?[-/,.]?\s?(?:{_ERA}{_YEAR})?")
_LONGEST_MONTH = 40
_MONTH_IN_TEXT = re.compile(
    rf"(?P<name>{'|'.join(MONTHS)}"
    rf"|(?:(?<![ก-๙A-Za-z])|(?<=เดือน))(?:{_SHORT_NAMES}|{_ENGLISH_NAMES})(?![ก-๙A-Za-z]))"
    rf"[\s_/,'’‘-]*(?P<era>{BUDDHIST}|{COMMON})?\s*(?P<year>(?:\d{{4}}|\d{{2}})(?!\d))?"
    r"|(?<!\d)(?P<iso_year>(?:25|20)\d{2})[-_](?P<iso>0?[1-9]|1[0-2])(?![\d-])"
    r"|(?<![\d/.-])(?P<number>0?[1-9]|1[0-2])[-/_.](?P<number_year>(?:25|20)\d{2}|\d{2})(?![\d/.-])"
)

DAY_IN_TEXT = "(?:{})".format(
    "|".join(re.sub(r"\(\?P<\w+>", "(?:", part) for part in (_WITH_NAME, _YEAR_FIRST, _DAY_FIRST))
)
"""The pattern of a day inside a longer text; it has no groups."""
DAY_OF_MONTH = rf"\d\s?(?:เดือน\s?)?{_NAME}(?![ก-๙A-Za-z])"
"""The pattern of a day whose year may be missing, inside a longer text."""


class Day(NamedTuple):
    """A day that was read."""

    date: date
    common_era: bool
    """True if the year was written in the common era (2026), not the Buddhist (2569)."""
    corrected: str = ""
    """The year as written, if Excel has put it into another century."""


def read_day(text: str, fiscal_year: int | None = None) -> Day:
    """Read a day as people write it, as programs do, and as Excel stores it.

    ``2569-01-15``, ``15/1/69``, ``15 ม.ค. 2569``, ``วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙``, ``15-Jan-26``. An
    instant with a time zone is the day in Bangkok: ``2026-01-14T17:00:00Z``.

    Args:
        text: the text.
        fiscal_year: the fiscal year of the data, near which years of two digits are.

    Raises:
        UnreadableError: the text is not a day, or may mean several.
    """
    if match := _PLAIN_DAY.fullmatch(text):
        # As programs write it; tables have thousands of them.
        try:
            return Day(date(int(match[1]) - ERA, int(match[2]), int(match[3])), common_era=False)
        except ValueError:
            pass  # explained below
    return _read_day(text, fiscal_year)


@lru_cache(maxsize=50_000)
def _read_day(text: str, fiscal_year: int | None) -> Day:
    if len(text) > _LONGEST:
        raise UnreadableError(text)
    plain = _comparable(text)
    time = _TIME.search(plain)
    written = plain[: time.start()] if time else plain
    written = _BEFORE_DAY.sub("", written, count=1)
    for notation in _DAYS:
        if match := notation.fullmatch(written):
            day = _day_of(match, fiscal_year)
            return _in_bangkok(day, time, text) if time else day
    if _EXCEL_SERIAL.fullmatch(plain):
        return Day(_EXCEL_DAY_0 + timedelta(days=int(plain)), common_era=False)
    match = _MISSPELT_DAY.fullmatch(written)
    raise UnreadableError(text, _unknown_month(match["month"]) if match else None)


def _comparable(text: str) -> str:
    return fold(text).translate(_DASHES).strip(SPACES + ".,")


def _day_of(match: re.Match[str], fiscal_year: int | None) -> Day:
    digits, day = match["year"], int(match["day"])
    month = month_number(match["month"])
    era = match.groupdict().get("era") or ""
    if len(digits) == 2 and match["month"].isdecimal() and _may_begin_with_year(match, fiscal_year):
        raise UnreadableError(match[0], _YEAR_OR_DAY_FIRST)
    year, common_era, corrected = year_of(digits, fiscal_year, era)
    try:
        return Day(date(year, month, day), common_era, corrected)
    except ValueError:
        raise UnreadableError(match[0], _not_in_calendar(year, month, day)) from None


_YEAR_OR_DAY_FIRST = Bilingual(
    "อ่านได้หลายแบบ (วันก่อน หรือปีก่อน) ให้เขียนปี พ.ศ. สี่หลัก",
    "it may begin with the day or with the year; write the Buddhist year in four digits",
)


def _may_begin_with_year(match: re.Match[str], fiscal_year: int | None) -> bool:
    """Tell whether ``25-10-15`` means 2025-10-15 rather than 25 October 2015."""
    if fiscal_year is None or len(match["day"]) == 1:
        return False
    try:
        first = year_of(match["day"], fiscal_year).year
        last = year_of(match["year"], fiscal_year).year
    except UnreadableError:
        return False
    return abs(first + ERA - fiscal_year) < abs(last + ERA - fiscal_year)


def _not_in_calendar(year: int, month: int, day: int) -> Bilingual:
    if month > 12 and day <= 12:
        return Bilingual(
            f"ไม่มีเดือนที่ {month} ถ้าเขียนเดือนไว้ก่อนวัน ให้เขียนวันก่อน และดูวันอื่น ๆ ที่มาจากที่เดียวกันด้วย",
            f"there is no month {month}; if the month was written first, write the day first, "
            "and check the other dates from the same source",
        )
    if not 1 <= month <= 12:
        return Bilingual(f"ไม่มีเดือนที่ {month}", f"there is no month {month}")
    last = Month(year, month).last_day.day
    name = f"{MONTHS[month - 1]} {year + ERA}"
    return Bilingual(
        f"วันนี้ไม่มีในปฏิทิน: {name} มี {last} วัน",
        f"no such day: {_ENGLISH[month - 1].title()} {year} has {last} days",
    )


def _unknown_month(name: str) -> Bilingual | None:
    near = get_close_matches(name.replace(".", ""), _MONTH_NUMBER, n=1, cutoff=0.6)
    if not near:
        return None
    number = _MONTH_NUMBER[near[0]]
    meant = near[0].title() if near[0].isascii() else _spelt(near[0], number)
    return Bilingual(
        f'ไม่รู้จักเดือน "{name}" หมายถึง "{meant}" ใช่หรือไม่',
        f'unknown month "{name}"; did you mean "{meant}"?',
    )


def _spelt(name: str, number: int) -> str:
    return MONTHS[number - 1] if name == MONTHS[number - 1] else _SHORT_BY_NUMBER[number]


def _in_bangkok(day: Day, time: re.Match[str], text: str) -> Day:
    """Return the day in Bangkok of an instant; a time without a zone is of Bangkok."""
    try:
        at = datetime(  # noqa: DTZ001 - the zone follows
            *day.date.timetuple()[:3],
            int(time["hour"]),
            int(time["minute"]),
            int(time["second"] or 0),
        )
        if time["zone"]:
            at = at.replace(tzinfo=_zone(time["zone"])).astimezone(BANGKOK)
    except (ValueError, OverflowError):
        raise UnreadableError(text) from None
    return day._replace(date=at.date())


def _zone(written: str) -> timezone:
    if written.isalpha():
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)


def read_month(text: str, fiscal_year: int | None = None) -> Month:
    """Read a text that is a month, such as ``2568-10``, ``ต.ค. 68`` or ``Oct-25``, or a day in it.

    Without a year the month lies in the fiscal year.

    Raises:
        UnreadableError: the text is not a month, or names several.
    """
    return read_month_and_era(text, fiscal_year)[0]


@lru_cache(maxsize=50_000)
def read_month_and_era(text: str, fiscal_year: int | None = None) -> tuple[Month, bool]:
    """Read a month; tell whether its year was written in the common era.

    Raises:
        UnreadableError: the text is not a month, or names several.
    """
    if len(text) > _LONGEST or len(plain := _comparable(text)) > _LONGEST_MONTH:
        raise UnreadableError(text)
    for notation in (_PLAIN_MONTH, _MONTH_WITH_YEAR):
        if match := notation.fullmatch(plain):
            month = month_number(match["month"])
            year = year_of(match["year"], fiscal_year, match.groupdict().get("era") or "")
            if not 1 <= month <= 12:
                raise UnreadableError(text, _not_in_calendar(year.year, month, 99))
            return Month(year.year, month), year.common_era
    why: Bilingual | None = None
    try:
        day = read_day(text, fiscal_year)
    except UnreadableError as error:
        why = error.why
    else:
        return Month(day.date.year, day.date.month), day.common_era
    found = _months_in(plain, fiscal_year)
    if len(found) == 1:
        return next(iter(found.items()))
    if not found and why is None and (match := _MISSPELT_MONTH.fullmatch(plain)):
        why = _unknown_month(match["month"])
    raise UnreadableError(text, why)


@lru_cache(maxsize=5_000)
def find_months(text: str, fiscal_year: int) -> tuple[Month, ...]:
    """Find the months that a text names, each once; without a year they are in the fiscal year.

    A month is left out if its year cannot be read.
    """
    return tuple(_months_in(fold(text), fiscal_year))


def _months_in(text: str, fiscal_year: int | None) -> dict[Month, bool]:
    """Return the months named in a text, each with whether its year is of the common era."""
    found: dict[Month, bool] = {}
    for match in _MONTH_IN_TEXT.finditer(text):
        month = month_number(match["name"] or match["iso"] or match["number"])
        digits = match["year"] or match["iso_year"] or match["number_year"]
        if digits:
            try:
                year = year_of(digits, fiscal_year, match["era"] or "")
            except UnreadableError:
                continue
            found.setdefault(Month(year.year, month), year.common_era)
        elif fiscal_year is not None:
            found.setdefault(month_of_fiscal_year(month, fiscal_year), False)
    return found


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


def write_day(day: date) -> str:
    """Write a day as the data folder does: ``2569-01-15``."""
    return f"{day.year + ERA:04}-{day.month:02}-{day.day:02}"


def write_month(month: Month) -> str:
    """Write a month as the data folder does: ``2568-10``."""
    return f"{month.year + ERA:04}-{month.month:02}"


def format_date(day: date) -> str:
    """Write a day in full: ``15 มกราคม 2569``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def format_moment(moment: datetime) -> str:
    """Write a time in full, as in Bangkok: ``15 มกราคม 2569 09.30 น.``."""
    moment = moment.astimezone(BANGKOK)
    return f"{format_date(moment.date())} {moment:%H.%M} น."


def day_in_both(day: date) -> Bilingual:
    """Return a day for messages: ``15 มกราคม 2569``, and ``2026-01-15`` in English."""
    return Bilingual(format_date(day), day.isoformat())


def month_in_both(month: Month) -> Bilingual:
    """Return a month for messages: ``ตุลาคม 2568``, and ``2025-10`` in English."""
    return Bilingual(format_month(month), f"{month.year}-{month.month:02d}")


def format_month_short(month: Month) -> str:
    """Write a month by its short name: ``ต.ค. 2568``."""
    return f"{MONTHS_SHORT[month.month - 1]} {month.year + ERA}"


def format_month(month: Month) -> str:
    """Write a month in full: ``ตุลาคม 2568``."""
    return f"{MONTHS[month.month - 1]} {month.year + ERA}"
