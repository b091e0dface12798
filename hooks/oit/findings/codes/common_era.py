"""OIT209 · เขียนปีเป็น ค.ศ. · The year is written in the common era

ไทย
    ข้อมูลทุกไฟล์ใช้ปี พ.ศ. เมื่อพบปี ค.ศ. โปรแกรมจะแปลงเป็น พ.ศ. ให้และแสดงบนหน้าเว็บเป็น พ.ศ.
    แต่แจ้งเตือนไว้ เพราะอาจพิมพ์ผิด ให้แก้เป็น พ.ศ. แล้วคำเตือนจะหายไป

English
    All data files use the Buddhist era. A common-era year is converted and shown in the
    Buddhist era, but with this warning, because it may be a mistake. Write the Buddhist year
    and the warning disappears.

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
        '"{text}" เขียนปีเป็น ค.ศ. จึงอ่านเป็น พ.ศ. {year}',
        '"{text}" is a common-era year; it is read as the Buddhist year {year}',
    ),
    Bilingual(
        "ถ้าถูกต้อง ให้เขียนปีเป็น {year} ถ้าไม่ใช่ ให้แก้ปี",
        "if that is right, write the year as {year}; otherwise correct the year",
    ),
    __doc__,
)
