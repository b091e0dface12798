"""OIT707 · ตรวจหาข้อมูลส่วนบุคคลในเอกสารไม่ได้ครบ · A document that is not looked through whole

ไทย
    โปรแกรมอ่านข้อความของเอกสารนี้ไม่ได้ หรืออ่านไม่หมด จึงบอกไม่ได้ว่ามีเลขประจำตัวประชาชน เบอร์มือถือ
    หรือเลขที่บัญชีหรือไม่ ให้เปิดตรวจเอง แบ่งเอกสารที่ยาวมากเป็นหลายไฟล์ หรือบันทึกใหม่เป็น .docx .xlsx หรือ PDF
    เอกสารที่สแกนเป็นภาพไม่มีข้อความให้อ่าน และไม่ถูกแจ้งในข้อนี้

English
    The program cannot read the text of this document, or not all of it, so it cannot tell
    whether there are national ids, mobile numbers or bank accounts in it. Look for them
    yourself, divide a very long document into several files, or save it again as .docx, .xlsx or
    PDF. Pictures of scanned pages have no text to read; they are not told of here.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT707",
    Severity.WARNING,
    Bilingual(
        'ตรวจหาข้อมูลส่วนบุคคลใน "{name}" ไม่ได้ครบ: {reason}',
        '"{name}" is not looked through whole for personal data: {reason}',
    ),
    Bilingual(
        "เปิดตรวจเอง แบ่งเป็นหลายไฟล์ หรือบันทึกใหม่เป็น .docx .xlsx หรือ PDF",
        "look through it yourself, divide it, or save it again as .docx, .xlsx or PDF",
    ),
    __doc__,
)
