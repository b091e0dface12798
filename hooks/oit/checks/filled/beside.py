"""OIT410 · ช่องที่แบบวัดไม่ได้ขอยังไม่ใช่ข้อมูลจริง · Not data, but not asked for either

ไทย
    ค่านี้ยังเป็นตัวอย่าง ข้อความที่ไม่ได้บอกอะไร หรือค่าของปีก่อน แบบวัดไม่ได้ขอช่องนี้ สถานะของข้อจึงไม่เปลี่ยน
    แต่ค่านั้นแสดงบนเว็บไซต์ ให้แก้หรือลบ

English
    This value is an example, says nothing, or is of the year before. The checklist does not ask
    for the field, so the status of the item does not change, but the site shows the value.
    Correct or delete it.

fails data/2569/o03.yml
    summary: TODO
    phone: 0 4599 9999

passes data/2569/o03.yml
    summary: ช่องทางติดต่อเทศบาลทุกทาง
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity

CODE = Code(
    "OIT410",
    Severity.WARNING,
    Bilingual("{problem}", "{problem}"),
    Bilingual("{hint}", "{hint}"),
    __doc__,
)


def beside(finding: Finding) -> Finding:
    """Return a finding about a value that no element needs."""
    return CODE.at(
        finding.place,
        problem=finding.words,
        hint=finding.advice,
    )
