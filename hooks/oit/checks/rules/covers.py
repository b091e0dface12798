"""OIT204 · ไม่ใช่ของปีที่ต้องแสดง · Data of the wrong year

ไทย
    ข้อนี้ต้องเป็นข้อมูลของปีที่แบบวัดกำหนด เช่น แผนต้องครอบคลุมปีนี้ รายงานต้องเป็นของปีก่อน
    ข่าวต้องเป็นของปีนี้ แต่ข้อมูลเป็นของปีอื่นหรือไม่ได้บอกปี ผู้ประเมินจะไม่นับข้อมูลที่ผิดปี
    ให้เปลี่ยนเป็นข้อมูลของปีที่กำหนด หรือกรอกช่องปีถ้าลืมกรอก
    ความก้าวหน้าหกเดือนแรกต้องเป็นข้อมูลถึง 31 มีนาคมของปีงบประมาณหรือหลังจากนั้น
    หรือบอกช่วงเวลาที่ครอบคลุมตุลาคมถึงมีนาคม

English
    The item must be of the year that the checklist requires: a plan must cover this year, a
    report must be of the previous year, news must be of this year. The data is of another year
    or does not give its year. Assessors do not count data of the wrong year. Replace it, or
    fill in the year if it was forgotten. The progress of the first six months must be data as of
    31 March of the fiscal year or later, or of a period that covers October to March.

fails data/2569/o07.yml
    year: 2567
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount, Part, month_part
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.values import values_of
from oit.source.values import KeyPath
from oit.thai import calendar, dates
from oit.thai.calendar import Month
from oit.thai.periods import parse_period

CODE = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: {amount}",
        "{element}: {amount}",
    ),
    Bilingual(
        "เปลี่ยนเป็นข้อมูลของปีงบประมาณ {required} หรือแก้ช่อง {field} ถ้ากรอกปีผิด",
        "replace it with data of fiscal year {required}, or correct {field} if the year is wrong",
    ),
    __doc__,
)
UNKNOWN = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ไม่ได้บอกว่าเป็นของปีใด ช่อง {field} ว่างอยู่",
        "{element}: the year is missing; the field {field} is empty",
    ),
    Bilingual(
        "กรอกช่อง {field} ต้องเป็นของปีงบประมาณ {required}",
        "fill in {field}; it must be of fiscal year {required}",
    ),
    __doc__,
)
SHORT = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: แผนยาว {found} ปี ต้องยาวอย่างน้อย {required} ปี",
        "{element}: the plan covers {found} year(s); at least {required} are required",
    ),
    Bilingual(
        "แสดงแผนที่ยาวกว่าหนึ่งปี หรือแก้ช่อง {field}",
        "show a plan of more than one year, or correct {field}",
    ),
    __doc__,
)
NO_DAY = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ไม่ได้บอกว่าเป็นข้อมูลถึงเมื่อใด ช่อง {field} ว่างอยู่",
        "{element}: it does not say up to when; the field {field} is empty",
    ),
    Bilingual(
        "กรอกช่อง {field} ต้องถึง {due} หรือหลังจากนั้น",
        "fill in {field}; it must be {due} or later",
    ),
    __doc__,
)
EARLY = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ข้อมูลถึง {found} ต้องถึง {due} หรือหลังจากนั้น",
        "{element}: the data is as of {found}; it must be as of {due} or later",
    ),
    Bilingual(
        "เพิ่มข้อมูลให้ถึง {due} แล้วแก้ช่อง {field}",
        "add the data up to {due}, then correct {field}",
    ),
    __doc__,
)
NOT_COVERED = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ช่วงเวลา “{found}” ไม่ครอบคลุม {first} ถึง {last}",
        "{element}: the period “{found}” does not cover {first} to {last}",
    ),
    Bilingual(
        "แสดงข้อมูลของ {first} ถึง {last} แล้วเขียนช่วงนั้นในช่อง {field}",
        "show the data of {first} to {last}, and write that period in {field}",
    ),
    __doc__,
)
PARAMETERS = ("field", "year")
UNTIL = ("half", "end")
"""The values of ``until`` that name a day of the year, whenever the check is made."""

_Found = Sequence[tuple[KeyPath, Any]]
"""The values of the field, with their paths."""


def check(element: Element, record: Record, context: Context) -> Checked:
    """Compare years, dates or a period with the year that the element requires.

    ``field`` contains a fiscal year or dates. Together with ``to`` it gives the first and the
    last year of a plan, and ``count`` is the minimum length of the plan in years. If there are
    several dates (news, activities), one in the required year is enough.

    With ``until: half`` the data must extend to the end of the first six months, with ``end`` to
    the end of the year: ``field`` contains the day up to which it does, or its period.
    """
    field = element.field or ""
    required = context.year_of(element)
    found = list(record.values(field))
    values = {"element": element.text, "field": record.label(field), "required": required}
    if element.until:
        return _until(element, record, found, values)
    if not found:
        gap = UNKNOWN.at(record.place(tuple(field.split("."))), **values)
        return Checked(_of_years("", required), [gap])
    return _in_year(element, record, found, values)


def _in_year(element: Element, record: Record, found: _Found, values: dict[str, Any]) -> Checked:
    required, place = values["required"], record.place(found[0][0])
    years = [_fiscal_year(value) for _, value in found]
    first, last = years[0], max(years)
    if element.to:
        last = next((year for _, year in values_of(record.form, element.to)), first)
        is_covered, named = first <= required <= last, f"{first}–{last}"
    else:
        is_covered, named = required in years, str(last)
    if not is_covered:
        amount = _of_years(named, required)
        return Checked(amount, [CODE.at(place, amount=amount.words, **values)])
    length, least = last - first + 1, element.count or 1
    if element.to and length < least:
        gap = SHORT.at(place, found=length, **{**values, "required": least})
        return Checked(Amount(length, least, "year", at_least=True), [gap])
    return Checked(Amount(1, 1, "fiscal_year"), ())


def _until(element: Element, record: Record, found: _Found, values: dict[str, Any]) -> Checked:
    """Compare days or a period with the months that must have passed."""
    months = calendar.fiscal_months(values["required"])
    months = months[:6] if element.until == "half" else months
    first, last = months[0], months[-1]
    values |= {
        "due": dates.day_in_both(last.last_day),
        "first": dates.format_month(first),
        "last": dates.format_month(last),
    }
    if any(_extends(value, first, last) for _, value in found):
        return Checked(Amount(1, 1, "fiscal_year"), ())
    if not found:
        field = element.field or ""
        gap = NO_DAY.at(record.place(tuple(field.split("."))), **values)
        return Checked(_of_months(months, []), [gap])
    place, text = record.place(found[0][0]), found[0][1]
    if isinstance(text, str):
        period = parse_period(text, values["required"])
        covered = [m for m in months if period and period.first <= m <= period.last]
        return Checked(_of_months(months, covered), [NOT_COVERED.at(place, found=text, **values)])
    days = [day for _, day in found if _fiscal_year(day) == values["required"]]
    if not days:
        return _in_year(element, record, found, values)
    day = max(days)
    gap = EARLY.at(place, found=dates.day_in_both(day), **values)
    return Checked(_of_months(months, [m for m in months if m.last_day <= day]), [gap])


def _extends(value: date | str, first: Month, last: Month) -> bool:
    """Tell whether data as of a day, or of a period, extends from one month to another."""
    year = last.year + calendar.ERA
    if isinstance(value, date):
        return calendar.fiscal_year(value) == year and value >= last.last_day
    period = parse_period(value, year)
    return period is not None and period.first <= first and period.last >= last


def _of_years(found: str, required: int) -> Amount:
    """Return the amount if the contents are of other years, or of an unknown year."""
    year = str(required)
    return Amount(0, 1, "fiscal_year", (Part(year, Bilingual(year, year)),), instead=found)


def _of_months(months: Sequence[Month], covered: Sequence[Month]) -> Amount:
    lacking = tuple(month_part(month) for month in months if month not in covered)
    return Amount(len(months) - len(lacking), len(months), "month", lacking)


def _fiscal_year(value: date | int) -> int:
    return calendar.fiscal_year(value) if isinstance(value, date) else value
