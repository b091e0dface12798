"""OIT411 · ข้อของแบบวัดไม่ตรงกับกรอบการประเมิน · An item that the year's framework does not have

ไทย
    กรอบการประเมินของปีบอกว่าข้อใดอยู่ในตัวชี้วัดที่ 9 และข้อใดอยู่ในตัวชี้วัดที่ 10
    แบบวัดทั่วไปของปีเดียวกันมีข้อที่กรอบไม่มี หรืออยู่คนละตัวชี้วัด คะแนนที่คำนวณจากข้อนั้นจึงไม่ถูก
    ให้ตรวจเลขข้อและตัวชี้วัดของข้อในแบบวัด ถ้าเป็นแบบวัดของสังกัด ให้ตั้งชื่ออื่นที่ไม่ใช่ general

English
    The framework of a year says which items belong to indicator 9 and which to indicator 10. The
    general checklist of the same year has an item that the framework does not have, or has it
    under the other indicator, so scores computed from it are wrong. Check the number and the
    indicator of the item in the checklist. If the list is that of a sector, give it a name other
    than general.
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.checklist import DEFAULT_CHECKLIST, Checklist
from oit.findings.finding import Code, Finding, Severity
from oit.forms.reading import place_of
from oit.ita.framework import framework_of
from oit.source import SourceFile

CODE = Code(
    "OIT411",
    Severity.WARNING,
    Bilingual(
        "กรอบการประเมินปี {year} ไม่มีข้อ {id} ในตัวชี้วัดที่ {indicator} มี {known}",
        "the framework of {year} does not have {id} in indicator {indicator}, which has {known}",
    ),
    Bilingual(
        "แก้เลขข้อหรือ indicator ของข้อนี้ ถ้าเป็นแบบวัดของสังกัด ให้ใช้ชื่ออื่นที่ไม่ใช่ general",
        "correct the number or the indicator of the item; the list of a sector needs a name other "
        "than general",
    ),
    __doc__,
)


def check(checklist: Checklist, document: SourceFile) -> Iterator[Finding]:
    """Compare a general checklist with the framework of its year, if that knows the items."""
    framework = framework_of(checklist.year)
    if checklist.checklist != DEFAULT_CHECKLIST or framework is None:
        return
    for index, item in enumerate(checklist.items):
        top = item.indicator.partition(".")[0]
        known = framework.items_of(top)
        if known and item.slug.upper() not in known:
            yield CODE.at(
                place_of(("items", index, "id"), document),
                id=item.id,
                indicator=top,
                known=f"{known[0]}–{known[-1]}",
                year=checklist.year,
            )
