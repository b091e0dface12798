"""OIT204 · ไม่ใช่ของปีที่ต้องแสดง · Data of the wrong year

ไทย
    ข้อนี้ต้องเป็นข้อมูลของปีที่แบบวัดกำหนด เช่น แผนต้องครอบคลุมปีนี้ รายงานต้องเป็นของปีก่อน
    ข่าวต้องเป็นของปีนี้ แต่ข้อมูลเป็นของปีอื่นหรือไม่ได้บอกปี ผู้ประเมินจะไม่นับข้อมูลที่ผิดปี
    ให้เปลี่ยนเป็นข้อมูลของปีที่กำหนด หรือกรอกช่องปีถ้าลืมกรอก

English
    The item must be of the year that the checklist requires: a plan must cover this year, a
    report must be of the previous year, news must be of this year. The data is of another year
    or does not give its year. Assessors do not count data of the wrong year. Replace it, or
    fill in the year if it was forgotten.

fails data/2569/o07.yml
    year: 2567
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
"""

from datetime import date

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount, Part
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.values import values_of
from oit.thai import calendar

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
PARAMETERS = ("field", "year")


def check(element: Element, record: Record, context: Context) -> Checked:
    """Compare years or dates with the year that the element requires.

    ``field`` contains a fiscal year or dates. Together with ``to`` it gives the first and the
    last year of a plan, and ``count`` is the minimum length of the plan in years. If there are
    several dates (news, activities), one in the required year is enough.
    """
    field = element.field or ""
    required = context.year_of(element)
    found = [(path, _fiscal_year(value)) for path, value in record.values(field)]
    values = {"element": element.text, "field": record.label(field), "required": required}
    if not found:
        gap = UNKNOWN.at(record.place(tuple(field.split("."))), **values)
        return Checked(_of_years("", required), [gap])
    path, first = found[0]
    if element.to:
        last = next((year for _, year in values_of(record.form, element.to)), first)
        is_covered, years = first <= required <= last, f"{first}–{last}"
    else:
        last = max(year for _, year in found)
        is_covered, years = any(year == required for _, year in found), str(last)
    if not is_covered:
        amount = _of_years(years, required)
        return Checked(amount, [CODE.at(record.place(path), amount=amount.words, **values)])
    length, least = last - first + 1, element.count or 1
    if element.to and length < least:
        gap = SHORT.at(record.place(path), found=length, **{**values, "required": least})
        return Checked(Amount(length, least, "year", at_least=True), [gap])
    return Checked(Amount(1, 1, "fiscal_year"), ())


def _of_years(found: str, required: int) -> Amount:
    """Return the amount if the contents are of other years, or of an unknown year."""
    year = str(required)
    return Amount(0, 1, "fiscal_year", (Part(year, Bilingual(year, year)),), instead=found)


def _fiscal_year(value: date | int) -> int:
    return calendar.fiscal_year(value) if isinstance(value, date) else value
