"""Find the months that a title, a heading or the name of a file or sheet names.

A title has other numbers and dates beside its month: ``ไตรมาสที่ 1/2569``, ``ครั้งที่ 2/2569``,
``สขร.1``, ``ข้อมูล ณ วันที่ 5 มกราคม 2569``. A bare number is a month only after the word ``เดือน``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from oit.thai import calendar, dates
from oit.thai.calendar import Month
from oit.thai.writing import fold

_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_SHORT = "|".join(rf"{name[:-1].replace('.', '[.]?')}[.]?" for name in calendar.MONTHS_SHORT)
_NAME = rf"(?:{'|'.join(calendar.MONTHS)}|{_SHORT}|(?:{_ENGLISH})[.]?(?![a-z]))"
_ERA = r"(?:[พค]\.? ?ศ\.?)?"
_NAME_AND_YEAR = re.compile(rf"(?:(?<![ก-๙a-z])|(?<=เดือน)){_NAME}[ _/,'-]*{_ERA} ?\d{{2,4}}(?!\d)")
_BARE = r"(?:0?[1-9]|1[0-2])[-/_.](?:(?:25|20)\d{2}|\d{2})(?![\d/.-])"
_ISO = r"(?:25|20)\d{2}[-_](?:0?[1-9]|1[0-2])(?![\d-])"

# What has a number and may be followed by a month: "1 ตุลาคม" is no day in "สขร.1 ตุลาคม".
_NUMBERED = re.compile(
    r"สขร ?\.? ?1(?!\d)|(?<![a-z])o ?\d{1,2}(?!\d)"
    r"|(?:ข้อ|ลำดับ|แผ่น|หน้า|ฉบับ|ครั้ง|งวด|ไตรมาส|ชุด|รอบ|ส่วน|ตาราง)(?:ที่)?[ _]*\d{1,2}(?![\d/_.-])"
)
_INDEX = re.compile(rf"^\(?\d{{1,2}}[ .)_-]+(?={_NAME})")
_AND = r" ?(?:-|ถึง|จนถึง) ?(?:วันที่ ?)?"
_DAYS = re.compile(
    rf"(?<![\d.a-z])(?P<range>(?:\d{{1,2}}|{dates.DAY_IN_TEXT}){_AND}{dates.DAY_IN_TEXT})"
    rf"|(?<![\d.a-z]){dates.DAY_IN_TEXT}"
)
_AS_OF = re.compile(
    rf"(?<![ก-๙])ณ[ _]*(?:วันที่|สิ้นเดือน|สิ้น|เดือน)?[ _]*"
    rf"(?:{_NAME}(?:[ _/,'-]*{_ERA} ?\d{{2,4}}(?!\d))?|{_ISO}|{_BARE})"
)
_MONTH_WORD = re.compile(rf"เดือน(?:ที่)?[ _]*(?P<number>{_BARE}|(?:0?[1-9]|1[0-2])(?![\d/_.-]))")
_BARE_NUMBER = re.compile(rf"(?<![\d/.-]){_BARE}")


class NamedMonths(NamedTuple):
    """The months that a text names."""

    months: tuple[Month, ...]
    unread: tuple[str, ...] = ()
    """Months with a year that is near the fiscal year in neither era."""


@lru_cache(maxsize=5_000)
def named_months(text: str, year: int) -> NamedMonths:
    """Find the months that a text names; without a year they lie in the fiscal year."""
    plain = _NUMBERED.sub(" ", fold(text)).strip()
    plain = _AS_OF.sub(" ", _INDEX.sub("", plain))
    plain = _DAYS.sub(lambda match: match["range"] or " ", plain)
    after_word = [match["number"] for match in _MONTH_WORD.finditer(plain)]
    months = [month for number in after_word for month in _numbered(number, year)]
    rest = _BARE_NUMBER.sub(" ", _MONTH_WORD.sub(" ", plain))
    months += dates.find_months(rest, year)
    unread = [m[0] for m in _NAME_AND_YEAR.finditer(rest) if not dates.find_months(m[0], year)]
    return NamedMonths(tuple(dict.fromkeys(months)), tuple(unread))


def _numbered(number: str, year: int) -> tuple[Month, ...]:
    if number.isdecimal():
        return (calendar.month_of_fiscal_year(int(number), year),)
    return dates.find_months(number, year)
