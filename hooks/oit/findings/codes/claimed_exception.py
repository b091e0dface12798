"""OIT215 · แจ้งว่าไม่ใช้กับหน่วยงาน ทั้งที่แบบวัดไม่มีข้อยกเว้น · An exception that the checklist does not make

ไทย
    ข้อนี้แจ้งว่าไม่ใช้กับหน่วยงาน (not_applicable) แต่แบบวัดไม่ได้ระบุข้อยกเว้นไว้
    ผู้ประเมินจึงอาจไม่เห็นด้วย ให้ตรวจว่าเหตุผลหนักแน่นและอ้างกฎหมายหรือหนังสือสั่งการที่ยืนยันได้
    ถ้าเพียงแต่ปีนี้ไม่มีเรื่องเกิดขึ้น ให้ใช้ nothing_to_report แทน ในข้อที่แบบวัดอนุญาต

English
    The item is declared not applicable, but the checklist makes no exception for it, so the
    assessors may not agree. Make sure that the reason is strong and cites a law or an order
    that supports it. If there was merely nothing to report this year, use nothing_to_report
    instead, provided the checklist accepts it.

fails data/2569/o03.yml
    not_applicable: หน่วยงานไม่มีที่ทำการ

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT215",
    Severity.WARNING,
    Bilingual(
        "แจ้งว่าข้อนี้ไม่ใช้กับหน่วยงาน แต่แบบวัดไม่มีข้อยกเว้นสำหรับข้อนี้ ผู้ประเมินอาจไม่เห็นด้วย",
        "the item is declared not applicable, but the checklist makes no exception for it; "
        "the assessors may not agree",
    ),
    Bilingual(
        "ตรวจว่าเหตุผลหนักแน่นและอ้างกฎหมายหรือหนังสือสั่งการ หรือใส่เนื้อหาของข้อนี้แทน",
        "make sure the reason is strong and cites a law or an order, or fill in the item instead",
    ),
    __doc__,
)
