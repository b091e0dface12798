"""OIT304 · เปิดเอกสาร PDF ไม่ได้ · A PDF that cannot be opened

ไทย
    ไฟล์ PDF เสียหายหรือล็อกด้วยรหัสผ่าน ประชาชนจะเปิดอ่านไม่ได้เช่นกัน ให้ลองเปิดไฟล์ดู
    ถ้าเปิดไม่ได้ ให้สร้างหรือสแกนใหม่ ถ้าถามรหัสผ่าน ให้บันทึกใหม่โดยไม่ตั้งรหัสผ่าน
    ถ้าโปรแกรมไม่มีสิทธิ์อ่านไฟล์ ไม่ว่าชนิดใด ให้แก้สิทธิ์ของไฟล์หรือวางสำเนาใหม่แทน

English
    The PDF is damaged or protected by a password, so citizens cannot open it either. Try to
    open it. If that fails, export or scan it again; if it asks for a password, save it again
    without a password. If the program may not read a file of any type, change the permissions of
    the file, or replace it with a new copy.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT304",
    Severity.ERROR,
    Bilingual(
        'เปิดเอกสาร PDF "{name}" ไม่ได้ ({reason})', 'the PDF "{name}" cannot be opened ({reason})'
    ),
    Bilingual(
        "สร้างหรือสแกน PDF ใหม่โดยไม่ตั้งรหัสผ่าน แล้ววางแทนไฟล์เดิม",
        "export or scan the PDF again without a password, and replace this file",
    ),
    __doc__,
)
LOCKED = Code(
    "OIT304",
    Severity.ERROR,
    Bilingual(
        'เปิดเอกสาร "{name}" ไม่ได้ เพราะโปรแกรมไม่มีสิทธิ์อ่านไฟล์',
        'the document "{name}" cannot be opened: the program may not read it',
    ),
    Bilingual(
        "แก้สิทธิ์ให้อ่านไฟล์นี้ได้ หรือวางสำเนาใหม่แทนไฟล์เดิม",
        "change the permissions of the file, or replace it with a new copy",
    ),
    __doc__,
)
