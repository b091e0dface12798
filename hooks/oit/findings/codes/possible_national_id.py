"""OIT706 · เลขที่อาจเป็นเลขประจำตัวประชาชน · A possible national id

ไทย
    เลข 13 หลักอาจเป็นเลขประจำตัวประชาชน แต่ยืนยันไม่ได้ เพราะไม่มีคำหรือรูปแบบที่บอกว่าเป็น (ตัวเลขสุ่ม
    ร้อยละ 8 ก็มีเลขตรวจสอบถูกต้อง) หรือมีคำกำกับแต่เลขตรวจสอบไม่ถูกต้อง ซึ่งอาจพิมพ์ผิดไปหนึ่งหลัก
    ให้เปิดดู ถ้าเป็นเลขประจำตัวประชาชนให้ลบหรือแทนด้วย x ถ้าไม่ใช่ให้เขียนไว้ใน data/allowed.yml พร้อมเหตุผล

English
    These 13 digits may be a national id, but that is not certain. Either no words and no
    grouping mark them as one (8 % of random numbers also have the right check digit), or words
    do but the check digit is wrong, so one digit may be mistyped. Check it. If it is a national
    id, delete it or replace its digits with x; otherwise add it to data/allowed.yml with the
    reason.

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
        "พบเลขที่อาจเป็นเลขประจำตัวประชาชน {found} ({why})", "possible national id: {found} ({why})"
    ),
    Bilingual(
        "เปิดดู ถ้าใช่ให้ลบหรือแทนด้วย x ถ้าไม่ใช่ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "check it: if it is a national id, delete it or replace its digits with x; otherwise add "
        "it to data/allowed.yml with the reason",
    ),
    __doc__,
)
