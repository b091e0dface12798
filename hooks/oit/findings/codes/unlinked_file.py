"""OIT311 · ไฟล์ที่ไม่มีข้อใดหรือหน้าใดใช้ · A file that nothing links to

ไทย
    ไฟล์ใน docs/files/ ถูกเผยแพร่แม้ไม่มีข้อใดหรือหน้าใดลิงก์ถึง ประชาชนและผู้ประเมินจะหาไม่พบ
    แต่ผู้ที่รู้ที่อยู่เปิดได้ ถ้าเป็นหลักฐาน ให้ใส่ใน documents ของข้อ ถ้าเลิกใช้หรือวางผิด ให้ลบออก

English
    Files in docs/files/ are published even if no item and no page links to them. Citizens and
    assessors do not find them, but anybody who knows the address can open them. If it is
    evidence, list it in documents of its item; if it is no longer used, delete it.

fails docs/files/2569/notes.txt
    บันทึกภายใน
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT311",
    Severity.WARNING,
    Bilingual(
        'ไม่มีข้อใดหรือหน้าใดลิงก์ถึง "{name}" แต่ไฟล์นี้ถูกเผยแพร่',
        'no item or page links to "{name}", but it is published',
    ),
    Bilingual(
        "ถ้าเป็นหลักฐาน เพิ่มใน documents ของข้อ (title และ file: {name}) ถ้าไม่ใช้แล้ว ให้ลบไฟล์",
        "if it is evidence, add it to documents of its item (title and file: {name}); otherwise "
        "delete the file",
    ),
    __doc__,
)
