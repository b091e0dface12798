"""OIT209 · เขียนปีไม่ใช่ พ.ศ. · The year is not written in the Buddhist era

ไทย
    ข้อมูลทุกไฟล์ใช้ปี พ.ศ. เมื่อพบปี ค.ศ. (2026 หรือ 9-Oct-25) หรือปีที่ Excel เปลี่ยนศตวรรษ (68 เป็น 1968)
    โปรแกรมจะแปลงเป็น พ.ศ. ให้และแสดงบนหน้าเว็บเป็น พ.ศ. แต่แจ้งเตือนไว้ เพราะอาจพิมพ์ผิด ให้แก้เป็น พ.ศ.
    สี่หลัก แล้วคำเตือนจะหายไป

English
    All data files use the Buddhist era. A common-era year (2026, or 9-Oct-25) and one that Excel
    put into another century (1968 for 68) are converted and shown in the Buddhist era, but with
    this warning, because it may be a mistake. Write the Buddhist year in four digits and the
    warning disappears.

fails data/2569/o03.yml
    updated: 2026-01-15

passes data/2569/o03.yml
    updated: 2569-01-15
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT209",
    Severity.WARNING,
    Bilingual(
        '"{text}" ไม่ได้เขียนเป็นปี พ.ศ. จึงอ่านเป็น พ.ศ. {year}',
        '"{text}" is not written in the Buddhist era; it is read as the Buddhist year {year}',
    ),
    Bilingual(
        "ถ้าถูกต้อง ให้เขียนปีเป็น {year} ถ้าไม่ใช่ ให้แก้ปี",
        "if that is right, write the year as {year}; otherwise correct the year",
    ),
    __doc__,
)
