"""OIT315 · มีเพียงรูปแทนเอกสาร · A picture in the place of a document

ไทย
    หลักฐานขององค์ประกอบนี้มีเพียงไฟล์รูป (.jpg .png) ซึ่งค้นคำไม่ได้ คัดลอกไม่ได้ และอ่านยากบนมือถือ
    ถ้าเป็นเอกสาร ให้ส่งออกหรือสแกนเป็น PDF แบบรู้จำตัวอักษร (OCR) ถ้าเป็นภาพกิจกรรมจริง ไม่ต้องแก้

English
    The only evidence of this element is a picture (.jpg .png), whose words nobody can search or
    copy, and which is hard to read on a phone. If it is a document, export it as PDF or scan it
    as PDF with text recognition (OCR). If it really is a photo, leave it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT315",
    Severity.WARNING,
    Bilingual(
        'มีเพียงรูป "{name}" แทนเอกสาร ค้นคำหรือคัดลอกไม่ได้',
        'only the picture "{name}" stands for a document; its words cannot be searched',
    ),
    Bilingual(
        "ถ้าเป็นเอกสาร ให้วาง PDF แทนหรือเพิ่ม PDF ใน documents ถ้าเป็นภาพถ่ายจริง ไม่ต้องแก้",
        "if it is a document, replace it with a PDF or add the PDF; if it is a photo, leave it",
    ),
    __doc__,
)
