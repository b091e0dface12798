"""OIT409 · ชื่อผู้รับผิดชอบเขียนไม่เหมือนกัน · An owner spelt in two ways

ไทย
    ผู้รับผิดชอบสองชื่อคล้ายกันมาก น่าจะเป็นหน่วยเดียวกันที่เขียนคนละแบบ เช่น สำนักปลัด กับ สำนักปลัดเทศบาล
    รายงานและไฟล์ Excel จะแยกเป็นสองหน่วย ให้แก้ช่อง owner ให้เขียนเหมือนกันทุกข้อ
    ถ้าเป็นคนละหน่วยจริง ไม่ต้องทำอะไร

English
    Two owners are so alike that they are probably one office spelt in two ways, such as
    สำนักปลัด and สำนักปลัดเทศบาล. Reports and workbooks treat them as two. Write owner in the
    same way in every item; if they are two offices, nothing need be done.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT409",
    Severity.WARNING,
    Bilingual(
        'ผู้รับผิดชอบ "{text}" ({places}) น่าจะเป็นหน่วยเดียวกับ "{other}" ที่ใช้ {count} ข้อ ({others})',
        'the owner "{text}" ({places}) is probably the same as "{other}", which {count} item(s) '
        "have ({others})",
    ),
    Bilingual(
        'แก้ช่อง owner เป็น "{other}" ถ้าเป็นหน่วยเดียวกัน ถ้าเป็นคนละหน่วยไม่ต้องแก้',
        'change owner to "{other}" if it is the same office; otherwise leave it',
    ),
    __doc__,
)
