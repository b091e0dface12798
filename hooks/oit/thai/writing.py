"""Thai official writing: digits, the Buddhist era, fiscal years and money.

A fiscal year is named by the Buddhist-era year in which it ends: fiscal year 2569 runs
from 1 October 2568 to 30 September 2569 (October 2025 to September 2026). Inside the
program every day is a ``datetime.date`` and every amount a ``Decimal`` in baht; Buddhist
years appear only where people read or write them.
"""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

ERA = 543
"""Years from the common era to the Buddhist era."""

MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
).split()
MONTHS_SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
SPACES = " \t\n\r\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u3000\ufeff"
"""What may surround a text unseen, as copied from Word or a web page."""

DASHES = "-–—._…"
"""What stands in a form where there is nothing to say."""

_SAYS_NOTHING = SPACES + DASHES
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTH_NUMBER = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTHS_SHORT)
    for number, name in enumerate(names, start=1)
}
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LONG_DATE = re.compile(r"(\d{1,2})\s*([ก-๙.]+?)\s*(?:พ\.?ศ\.?\s*)?(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_LONG_MONTH = re.compile(r"([ก-๙.]+?)\s*(?:พ\.?ศ\.?\s*)?(\d{4})")
_MONEY = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:บาท|฿)?")
_PLAIN_MONEY = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,9})?")
# Python itself refuses to write numbers of more than 4,300 digits.
_LONGEST_AMOUNT = 40


class Day(NamedTuple):
    """A day as it was written."""

    date: date
    common_era: bool
    """True when the year was written in the common era (2026), not the Buddhist (2569)."""


class Month(NamedTuple):
    """A month of the common-era calendar; sorts in time."""

    year: int
    month: int

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        following = Month(self.year + self.month // 12, self.month % 12 + 1)
        return date.fromordinal(date(*following, 1).toordinal() - 1)


def arabic(text: str) -> str:
    """Write Thai digits as Arabic ones."""
    return text.translate(_TO_ARABIC)


def thai_digits(text: str) -> str:
    """Write Arabic digits as Thai ones."""
    return text.translate(_TO_THAI)


def fiscal_year(day: date) -> int:
    """Return the fiscal year (Buddhist era) that holds the day."""
    return day.year + ERA + (day.month >= FISCAL_MONTHS[0])


def first_day(year: int) -> date:
    """Return the first day of a fiscal year."""
    return date(year - ERA - 1, 10, 1)


def last_day(year: int) -> date:
    """Return the last day of a fiscal year."""
    return date(year - ERA, 9, 30)


def fiscal_months(year: int) -> list[Month]:
    """Return the twelve months of a fiscal year, October first."""
    return [Month(year - ERA - (number >= 10), number) for number in FISCAL_MONTHS]


def read_era(year: int) -> tuple[int, bool]:
    """Tell the common-era year and whether it was written so; years are told by their size."""
    if 2400 <= year <= 2700:
        return year - ERA, False
    if 1900 <= year <= 2157:
        return year, True
    raise ValueError(f"neither a Buddhist nor a common-era year: {year}")


def parse_date(text: str) -> Day:
    """Read ``2569-01-15``, ``15/1/2569``, ``15 ม.ค. 2569`` or ``๑๕ มกราคม พ.ศ. ๒๕๖๙``.

    Raises:
        ValueError: the text is no such day.
    """
    plain = arabic(text).strip()
    if match := _ISO_DATE.fullmatch(plain):
        written, month, day = (int(part) for part in match.groups())
    elif match := _SLASH_DATE.fullmatch(plain):
        day, month, written = (int(part) for part in match.groups())
    elif match := _LONG_DATE.fullmatch(plain):
        day, month, written = int(match[1]), month_number(match[2]), int(match[3])
    else:
        raise ValueError(f"not a date: {text}")
    year, common_era = read_era(written)
    return Day(date(year, month, day), common_era)


def parse_month(text: str) -> Month:
    """Read ``2568-10``, ``ต.ค. 2568`` or ``ตุลาคม ๒๕๖๘``.

    Raises:
        ValueError: the text is no such month.
    """
    plain = arabic(text).strip()
    if match := _ISO_MONTH.fullmatch(plain):
        written, month = int(match[1]), int(match[2])
    elif match := _LONG_MONTH.fullmatch(plain):
        month, written = month_number(match[1]), int(match[2])
    else:
        raise ValueError(f"not a month: {text}")
    return Month(*date(read_era(written)[0], month, 1).timetuple()[:2])


def month_number(name: str) -> int:
    """Return a month's number by its name, in full or short.

    Raises:
        ValueError: no month is named so.
    """
    try:
        return _MONTH_NUMBER[name.replace(".", "")]
    except KeyError:
        raise ValueError(f"not a month's name: {name}") from None


def parse_money(text: str) -> Decimal:
    """Read an amount in baht: ``1,500,000.50``, ``๑,๕๐๐,๐๐๐.๕๐`` or ``1500000.5 บาท``.

    Raises:
        ValueError: the text is no amount, its commas are misplaced, or no state has so much.
    """
    if _PLAIN_MONEY.fullmatch(text):
        # As programs write it; tables have thousands of them.
        return Decimal(text)
    match = _MONEY.fullmatch(arabic(text).strip())
    if match is None or len(match[1]) > _LONGEST_AMOUNT:
        raise ValueError(f"not an amount: {text}")
    return Decimal(match[1].replace(",", ""))


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


def format_number(number: Decimal | int) -> str:
    """Write a number with thousands separated, to as many places as it was written with."""
    return f"{Decimal(number):,f}"


def is_number(value: object) -> bool:
    """Tell whether a value is written as a number."""
    return isinstance(value, int | Decimal)


def is_blank(text: str) -> bool:
    """Tell whether a value says nothing: empty, or only dashes or dots as forms are filled."""
    return not text.strip(_SAYS_NOTHING)
