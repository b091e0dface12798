"""OIT805 · เอกสารบนเว็บไซต์ขาดหรือไม่ใช่ไฟล์เดียวกัน · A published document is missing or differs

ไทย
    เอกสารใน docs/ ต้องอยู่บนเว็บไซต์ที่ที่อยู่เดียวกันและเป็นไฟล์เดียวกันทุกไบต์ oit verify พบว่าขาดไปหรือต่างกัน
    อาจส่งไฟล์ไม่ครบ เป็นรุ่นเก่า หรือชื่อไฟล์ต่างกันที่ตัวพิมพ์เล็กและใหญ่ ให้เผยแพร่ไฟล์นั้นหรือทั้งโฟลเดอร์อีกครั้ง

English
    A document in docs/ must be published at the same address and as the same file, byte for
    byte. oit verify found that it is missing or differs: the upload was incomplete, the file is
    an old version, or its name differs in capital letters. Publish the file or the whole folder
    again.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

MISSING = Code(
    "OIT805",
    Severity.FAULT,
    Bilingual("ไม่มีเอกสารนี้บนเว็บไซต์", "the document is not on the site"),
    Bilingual(
        "เผยแพร่ทั้งโฟลเดอร์อีกครั้ง ชื่อไฟล์ต้องตรงทุกตัวอักษร รวมทั้งตัวพิมพ์เล็กและใหญ่",
        "publish the whole folder again; capital letters in file names matter",
    ),
    __doc__,
    "document-missing",
)
DIFFERS = Code(
    "OIT805",
    Severity.FAULT,
    Bilingual(
        "เอกสารบนเว็บไซต์ไม่ใช่ไฟล์เดียวกับ docs/{name}",
        "the document is not the same file as docs/{name}",
    ),
    Bilingual(
        "เผยแพร่ไฟล์นี้อีกครั้ง อาจส่งไม่ครบ เป็นรุ่นเก่า หรือถูกแก้ที่ปลายทาง",
        "publish the file again: it may be incomplete, an old version, or changed on the server",
    ),
    __doc__,
    "document-differs",
)
