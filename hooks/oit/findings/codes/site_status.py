"""OIT804 · สถานะที่เผยแพร่ไม่ตรงกับข้อมูล · A published status differs from the data

ไทย
    ไฟล์ status.json บนเว็บไซต์ไม่ตรงกับที่ oit check บอกสำหรับวันเดียวกัน สถานะของแต่ละข้อคำนวณจากข้อมูลเท่านั้น
    อย่าแก้ไฟล์นี้โดยตรง ให้แก้ข้อมูลใน data/ แล้วสร้างเว็บไซต์ใหม่ด้วย oit build

English
    The file status.json on the site differs from the result of oit check for the same day.
    The status of each item is derived from the data alone. Do not edit the file: change the
    files in data/ and build the site again with oit build.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

DIFFERS = Code(
    "OIT804",
    Severity.FAULT,
    Bilingual(
        "สถานะไม่ตรงกับที่ oit check บอก ณ วันที่ {day}: {where}",
        "the statuses differ from the result of `oit check` for {day}: {where}",
    ),
    Bilingual(
        "สถานะมาจากข้อมูลเท่านั้น อย่าแก้ไฟล์นี้ ให้สร้างเว็บไซต์ใหม่",
        "statuses are derived from the data; do not edit the file, build the site again",
    ),
    __doc__,
    "status-differs",
)
