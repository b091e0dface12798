"""OIT108 · ข้อความหลัง # หายไป · Text after # is lost

ไทย
    เครื่องหมาย # ที่มีเว้นวรรคนำหน้าหมายถึงหมายเหตุ ข้อความตั้งแต่ # จนจบบรรทัดจะไม่ถูกอ่านและไม่เผยแพร่
    เช่น "หมู่ #3" จะอ่านได้เพียง "หมู่" ถ้า # เป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูดคร่อมทั้งข้อความ
    ถ้าเป็นหมายเหตุจริง ให้เว้นวรรคหลัง # แล้วคำเตือนนี้จะหายไป

English
    A # after a space begins a comment. The rest of the line is neither read nor published, so
    "หมู่ #3" is read as "หมู่". If the # is part of the text, put the whole text in quotes. If
    it is a comment, put a space after the # and the warning disappears.

fails data/2569/o03.yml
    address: หมู่ #3 ถนนเทศบาล

passes data/2569/o03.yml
    address: "หมู่ #3 ถนนเทศบาล"
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT108",
    Severity.WARNING,
    Bilingual(
        'อ่านได้เพียง "{text}" เพราะข้อความตั้งแต่ # เป็นต้นไปถือเป็นหมายเหตุ',
        'only "{text}" is read; the text from # on is a comment',
    ),
    Bilingual(
        'ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ ถ้าเป็นหมายเหตุจริง ให้เว้นวรรคหลัง #',
        'put the whole value in quotes "…"; if it is a comment, put a space after the #',
    ),
    __doc__,
)
