"""OIT405 · ที่อยู่ที่ส่งตอบแบบวัดแล้วจะเปิดไม่ได้ · A submitted address that would break

ไทย
    data/<ปี>/submitted.yml เก็บที่อยู่ที่ส่งเข้าระบบตอบแบบวัดแล้ว ผู้ตรวจจะเปิดตามนั้น
    การแก้ไขที่ทำให้ที่อยู่ใดเปิดไม่ได้จึงเป็นความผิดพลาด เช่น ลบหรือเปลี่ยนชื่อเอกสาร ลบข้อออกจากแบบวัด
    หรือเปลี่ยน site_url ใน agency.yml ให้คืนไฟล์หรือชื่อเดิม ถ้าแก้คำตอบในระบบตอบแบบวัดแล้ว
    ให้เขียนไฟล์นี้ใหม่ด้วย oit answers --lock --replace

English
    data/<year>/submitted.yml keeps the addresses that were submitted in the national answer
    form; the assessors will open them. A change that breaks an address is an error: a document
    was deleted or renamed, an item was removed from the checklist, or site_url in agency.yml
    was changed. Restore the file or the name. If the answer was also changed in the national
    form, rewrite this file with oit answers --lock --replace.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT405",
    Severity.ERROR,
    Bilingual(
        "ที่อยู่ {address} ของข้อ {id} ส่งตอบแบบวัดแล้วแต่จะเปิดไม่ได้: {reason}",
        "the submitted address {address} of item {id} would break: {reason}",
    ),
    Bilingual(
        "คืนไฟล์หรือที่อยู่เดิม หรือถ้าแก้คำตอบในระบบแล้ว ให้เรียก oit answers --lock --replace",
        "restore the file or the address; if the answer was also changed in the national form, "
        "run oit answers --lock --replace",
    ),
    __doc__,
)
