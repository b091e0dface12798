"""OIT707 · ตรวจหาข้อมูลส่วนบุคคลในเอกสารไม่ได้ครบ · A document that could not be searched completely

ไทย
    โปรแกรมอ่านข้อความของเอกสารนี้ไม่ได้ หรืออ่านไม่หมด จึงบอกไม่ได้ว่ามีเลขประจำตัวประชาชน เบอร์มือถือ
    หรือเลขที่บัญชีหรือไม่ เช่น ไฟล์ที่มีรหัสผ่านหรือแมโคร ไฟล์ .7z .rar .doc .ppt .xlsb และชนิดที่ไม่รู้จัก
    ไฟล์ที่เสียหาย ใช้เวลาอ่านเกินหนึ่งนาที หรือใช้หน่วยความจำมากผิดปกติ (ให้ดาวน์โหลดหรือบันทึกไฟล์ใหม่)
    ให้เปิดตรวจเอง แบ่งเอกสารที่ยาวมากเป็นหลายไฟล์ หรือบันทึกใหม่เป็น .docx .xlsx หรือ PDF
    เอกสารที่สแกนเป็นภาพไม่มีข้อความให้อ่าน และไม่ถูกแจ้งในข้อนี้

English
    The program could not read all the text of this document, so it does not know whether it
    contains national ids, mobile numbers or bank account numbers: for example a file with a
    password or macros, a .7z, .rar, .doc, .ppt or .xlsb file, or one of an unknown kind. Check
    it yourself, split a very long document into several files, or save it again as .docx, .xlsx
    or PDF. A file that is damaged, or takes more than a minute or far too much memory to read,
    is reported here too: download or save it again. Scanned pages contain no text; they are not
    reported here.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT707",
    Severity.WARNING,
    Bilingual(
        'ตรวจหาข้อมูลส่วนบุคคลใน "{name}" ไม่ได้ครบ: {reason}',
        '"{name}" could not be searched completely for personal data: {reason}',
    ),
    Bilingual(
        "เปิดตรวจเอง แบ่งเป็นหลายไฟล์ หรือบันทึกใหม่เป็น .docx .xlsx หรือ PDF",
        "check it yourself, split it into several files, or save it again as .docx, .xlsx or PDF",
    ),
    __doc__,
)
