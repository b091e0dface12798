"""OIT204 · ไม่ใช่ของปีที่ต้องแสดง · Not of the year it must cover

ไทย
    ข้อนี้ต้องเป็นข้อมูลของปีที่แบบวัดกำหนด เช่น แผนต้องครอบคลุมปีนี้ รายงานต้องเป็นของปีก่อน
    ข่าวต้องเป็นของปีนี้ แต่ข้อมูลเป็นของปีอื่นหรือไม่ได้บอกปี ผู้ประเมินจะไม่นับข้อมูลที่ผิดปี
    ให้เปลี่ยนเป็นข้อมูลของปีที่กำหนด หรือกรอกช่องปีถ้าลืมกรอก

English
    The item must be of a certain year: a plan must cover this one, a report must be of the
    one before, news must be of this one. The data is of another year or names none, and
    assessors do not count it. Replace it, or fill in the year where it was forgotten.

fails data/2569/o07.yml
    year: 2567
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.checks.rules.rule import Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity
from oit.forms.values import values_of
from oit.thai import calendar

CODE = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ต้องเป็นของปีงบประมาณ {wanted} แต่พบของปี {found}",
        "{element}: must be of fiscal year {wanted}, found {found}",
    ),
    Bilingual(
        "เปลี่ยนเป็นข้อมูลของปีงบประมาณ {wanted} หรือแก้ช่อง {field} ถ้ากรอกปีผิด",
        "replace it by that of fiscal year {wanted}, or mend {field} if the year is wrong",
    ),
    __doc__,
)
UNKNOWN = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: ไม่ได้บอกว่าเป็นของปีใด ช่อง {field} ({title}) ว่างอยู่",
        "{element}: no year is given, {field} is empty",
    ),
    Bilingual(
        "กรอกช่อง {field} ต้องเป็นของปีงบประมาณ {wanted}",
        "fill in {field}; it must be of fiscal year {wanted}",
    ),
    __doc__,
)
SHORT = Code(
    "OIT204",
    Severity.GAP,
    Bilingual(
        "{element}: แผนยาว {found} ปี ต้องยาวอย่างน้อย {wanted} ปี",
        "{element}: the plan runs {found} year(s), at least {wanted} are needed",
    ),
    Bilingual("แสดงแผนที่ยาวกว่าหนึ่งปี หรือแก้ช่อง {field}", "show a longer plan, or mend {field}"),
    __doc__,
)
PARAMETERS = ("field", "year")


def check(element: Element, record: Record, context: Context) -> Iterator[Finding]:
    """Compare years or dates with the year that the element must be of.

    ``field`` holds a fiscal year or days; with ``to`` the two hold a plan's first and last
    year, and ``count`` is the number of years that the plan must run at least. Of several
    days (news, activities) one inside the year is enough.
    """
    field = element.field or ""
    wanted = context.year_of(element)
    found = [(path, _fiscal_year(value)) for path, value in record.values(field)]
    values = {"element": element.text, "field": field, "wanted": wanted}
    if not found:
        yield UNKNOWN.at(record.place(tuple(field.split("."))), title=record.title(field), **values)
        return
    path, first = found[0]
    last = max((year for _, year in found), default=first)
    if element.to:
        last = next((year for _, year in values_of(record.form, element.to)), first)
        if not first <= wanted <= last:
            yield CODE.at(record.place(path), found=f"{first}–{last}", **values)
        elif last - first + 1 < (element.count or 1):
            values["wanted"] = element.count
            yield SHORT.at(record.place(path), found=last - first + 1, **values)
    elif all(year != wanted for _, year in found):
        yield CODE.at(record.place(path), found=last, **values)


def _fiscal_year(value: date | int) -> int:
    return calendar.fiscal_year(value) if isinstance(value, date) else value
