"""OIT702 · พบเบอร์โทรศัพท์มือถือ · A mobile phone number

ไทย
    เบอร์มือถือมักเป็นของบุคคล ควรเผยแพร่เฉพาะเบอร์ที่หน่วยงานใช้ติดต่อราชการ เบอร์ในช่อง phone และ fax
    ของแบบข้อมูลไม่ถูกแจ้ง เพราะมีไว้เผยแพร่ เบอร์สำนักงาน (02, 03x–07x) ก็ไม่ถูกแจ้ง
    ถ้าเป็นเบอร์ส่วนตัวให้ลบ ถ้าเผยแพร่ได้ให้เขียนใน data/allowed.yml พร้อมเหตุผล

English
    A mobile number usually belongs to a person; publish only numbers that the agency uses for
    its work. Numbers in the fields phone and fax are meant to be published and are not
    reported, nor are office numbers (02, 03x to 07x). Delete a private number; if it may be
    published, add it to data/allowed.yml with the reason.

fails data/2569/o07.yml
    summary: สอบถามที่นายช่าง 081-234-5678

passes data/2569/o07.yml
    summary: สอบถามที่กองช่าง 0 4500 0000
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT702",
    Severity.WARNING,
    Bilingual("พบเบอร์โทรศัพท์มือถือ {found} ({why})", "mobile phone number: {found} ({why})"),
    Bilingual(
        "ถ้าเป็นเบอร์ส่วนตัวให้ลบ ถ้าเผยแพร่ได้ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "delete it if it is private; if it may be published, add it to data/allowed.yml "
        "with the reason",
    ),
    __doc__,
)
