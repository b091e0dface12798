"""OIT109 · มีอักขระที่มองไม่เห็นหรือเว้นวรรคพิเศษ · An invisible character or a special space

ไทย
    อักขระบางตัวมองไม่เห็นแต่ซ่อนหรือสลับลำดับข้อความได้ โปรแกรมจึงไม่รับไม่ว่าอยู่ที่ใด
    ส่วนเว้นวรรคพิเศษที่ติดมาจาก Word หรือหน้าเว็บดูเหมือนเว้นวรรคปกติ แต่เมื่ออยู่ต้นบรรทัดหรือหลัง
    เครื่องหมาย : จะทำให้อ่านชื่อช่องผิด ให้ลบออกแล้วพิมพ์ใหม่ด้วยแป้นเว้นวรรค
    ถ้าหาไม่พบ ให้ลบทั้งบรรทัดแล้วพิมพ์ใหม่

English
    Some characters are invisible but can hide or reorder text; they are rejected everywhere. A
    special space copied from Word or a web page looks like an ordinary space, but at the start
    of a line or after a colon it makes the field name unreadable. Delete it and type a space.
    If you cannot find it, delete the whole line and retype it. In the failing example, the
    space after the colon is a no-break space (U+00A0).

fails data/2569/o03.yml
    phone:\u00a00 4599 9999

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT109",
    Severity.ERROR,
    Bilingual(
        "ตรงนี้มีอักขระควบคุมที่มองไม่เห็น ({code}) ซึ่งอาจซ่อนหรือสลับลำดับข้อความ",
        "found an invisible control character ({code}), which can hide or reorder text",
    ),
    Bilingual(
        "ลบอักขระนี้ ถ้ามองไม่เห็น ให้ลบทั้งบรรทัดแล้วพิมพ์ใหม่",
        "delete it; if you cannot see it, delete the whole line and retype it",
    ),
    __doc__,
)

SPACE = Code(
    "OIT109",
    Severity.ERROR,
    Bilingual(
        "ตรงนี้เป็นเว้นวรรคพิเศษ ({code}) ซึ่งมักติดมาจาก Word หรือหน้าเว็บ ต้องเป็นเว้นวรรคปกติ",
        "found a special space ({code}), probably copied from Word or a web page; "
        "an ordinary space is required here",
    ),
    Bilingual("ลบออกแล้วเคาะแป้นเว้นวรรคใหม่", "delete it and type an ordinary space"),
    __doc__,
)
