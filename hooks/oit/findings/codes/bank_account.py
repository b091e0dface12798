"""OIT703 · พบเลขที่บัญชีธนาคาร · A bank account number

ไทย
    เลขที่บัญชีธนาคารของบุคคลหรือผู้ประกอบการเป็นข้อมูลส่วนบุคคลหรือข้อมูลทางการเงิน ไม่ควรเผยแพร่
    ให้ลบออก ถ้าเป็นบัญชีของหน่วยงานที่ประชาชนใช้ชำระเงิน ให้เขียนใน data/allowed.yml พร้อมเหตุผล

English
    The bank account number of a person or a business should not be published. Delete it. If it
    is the agency's own account that citizens pay into, add it to data/allowed.yml with the reason.

fails data/2569/o07.yml
    summary: โอนเข้าบัญชีธนาคารเลขที่ 123-4-56789-0

passes data/2569/o07.yml
    summary: โอนเข้าบัญชีที่ผู้รับจ้างแจ้งไว้
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT703",
    Severity.WARNING,
    Bilingual("พบเลขที่บัญชีธนาคาร {found} ({why})", "bank account number: {found} ({why})"),
    Bilingual(
        "ลบออก ถ้าเป็นบัญชีของหน่วยงานให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "delete it; if it is the agency's own account, add it to data/allowed.yml with the reason",
    ),
    __doc__,
)
