"""OIT706 · เลขที่อาจเป็นเลขประจำตัวประชาชน · What may be a national id

ไทย
    เลข 13 หลักอาจเป็นเลขประจำตัวประชาชน แต่ยืนยันไม่ได้ เพราะไม่มีคำหรือรูปแบบที่บอกว่าเป็น (ตัวเลขสุ่ม
    ร้อยละ 8 ก็มีเลขตรวจสอบถูกต้อง) หรือมีคำกำกับแต่เลขตรวจสอบไม่ถูกต้อง ซึ่งอาจพิมพ์ผิดไปหนึ่งหลัก
    ให้เปิดดู ถ้าเป็นเลขประจำตัวประชาชนให้ลบหรือแทนด้วย x ถ้าไม่ใช่ให้เขียนไว้ใน data/allowed.yml พร้อมเหตุผล

English
    13 digits may be a national id, but that is not certain: either no words and no shape say so
    (of random numbers 8 % have the right check digit too), or words do and the check digit is
    wrong, so that one digit may be mistyped. Have a look. If it is one, delete it or write x in
    its place; if not, write it into data/allowed.yml with the reason.

fails data/2569/o07.yml
    summary: ผู้รับจ้าง 1111111111119

passes data/2569/o07.yml
    summary: ผู้รับจ้าง xxxxxxxxxxxxx
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT706",
    Severity.WARNING,
    Bilingual(
        "พบเลขที่อาจเป็นเลขประจำตัวประชาชน {found} ({why})", "may be a national id: {found} ({why})"
    ),
    Bilingual(
        "เปิดดู ถ้าใช่ให้ลบหรือแทนด้วย x ถ้าไม่ใช่ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "have a look: delete it if it is one; if not, write it into data/allowed.yml "
        "with the reason",
    ),
    __doc__,
)
