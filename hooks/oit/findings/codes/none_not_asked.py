"""OIT216 · ข้อนี้แจ้งว่าไม่มีไม่ได้ · Saying that there is none does not answer this item

ไทย
    ข้อนี้เขียน nothing_to_report ไว้ แต่แบบวัดของปีนี้ไม่มีองค์ประกอบใดของข้อที่รับการแจ้งว่าไม่มี
    ข้อความนั้นแสดงบนเว็บไซต์แต่ไม่นับว่าครบ ให้กรอกข้อมูลของข้อ หรือถ้าข้อนี้ใช้กับหน่วยงานไม่ได้จริง
    ให้เขียน not_applicable พร้อมเหตุผล

English
    The item says nothing_to_report, but the year's checklist accepts that for none of its
    elements. The statement is shown on the site and counts for nothing. Fill in the item's
    contents; or, where the item really does not apply, say not_applicable with the reason.

fails data/2569/o03.yml
    nothing_to_report: ไม่มีข้อมูลการติดต่อ

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT216",
    Severity.WARNING,
    Bilingual(
        "ข้อนี้แบบวัดไม่รับการแจ้งว่าไม่มี (nothing_to_report) จึงไม่นับว่าครบ",
        "the checklist does not accept nothing_to_report for this item; it counts for nothing",
    ),
    Bilingual(
        "กรอกข้อมูลของข้อ หรือใช้ not_applicable พร้อมเหตุผล ถ้าข้อนี้ใช้กับหน่วยงานไม่ได้",
        "fill in the item's contents; or say not_applicable with the reason",
    ),
    __doc__,
)
