"""OIT302 · ชนิดของเอกสารไม่ถูกต้อง · A document of the wrong type

ไทย
    เนื้อในของไฟล์ต้องตรงกับนามสกุล เช่น ไฟล์ที่ลงท้ายด้วย .pdf ต้องเป็น PDF จริง
    ไฟล์ที่เพียงเปลี่ยนนามสกุลจะเปิดไม่ได้ และเผยแพร่ได้เฉพาะชนิดไฟล์ที่อนุญาต
    ให้เปิดไฟล์ด้วยโปรแกรมเดิมแล้วบันทึกหรือส่งออกเป็นชนิดที่ต้องการ เช่น PDF

English
    The content of a file must match its extension: a file that ends in .pdf must be a PDF. A
    file that was only renamed cannot be opened. Only certain types may be published. Open the
    file in its original program and save or export it as the required type, such as PDF.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT302",
    Severity.ERROR,
    Bilingual(
        'เนื้อในของไฟล์ "{name}" ไม่ตรงกับนามสกุล (ที่พบคือ {found})',
        'the content of "{name}" does not match its extension (found: {found})',
    ),
    Bilingual(
        "เปิดไฟล์ด้วยโปรแกรมเดิมแล้วส่งออกใหม่ให้ตรงชนิด หรือแก้นามสกุลให้ตรงกับเนื้อใน",
        "export the file again as the right type, or correct its extension",
    ),
    __doc__,
)

NOT_ALLOWED = Code(
    "OIT302",
    Severity.ERROR,
    Bilingual(
        'ไฟล์ "{name}" ไม่ใช่ชนิดที่เผยแพร่ได้ ชนิดที่เผยแพร่ได้: {allowed}',
        'the type of the file "{name}" may not be published; allowed types: {allowed}',
    ),
    Bilingual(
        "บันทึกหรือส่งออกเอกสารเป็นชนิดที่เผยแพร่ได้ แล้วแก้ชื่อไฟล์ในรายการนี้",
        "save or export the document as one of these types and correct the name here",
    ),
    __doc__,
)
