"""OIT303 · เลขหน้าเกินจำนวนหน้าของเอกสาร · A page that the document does not have

ไทย
    ช่อง shows บอกว่าเนื้อหาแต่ละเรื่องอยู่หน้าใดของเอกสาร PDF ให้นับจากหน้าแรกของไฟล์เป็นหน้า 1
    ไม่ใช่เลขที่พิมพ์อยู่บนหน้ากระดาษ ถ้าเลขหน้ามากกว่าจำนวนหน้าของไฟล์ ให้แก้เลขหน้า
    หรือดูว่าวางเอกสารครบทุกหน้าและถูกฉบับ

English
    The field shows tells on which page of the PDF each part stands, counted from the first
    page of the file as 1, not by the number printed on the paper. If the file has fewer pages,
    mend the number, or see whether it is the right document and complete.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT303",
    Severity.ERROR,
    Bilingual(
        'เอกสาร "{name}" มีเพียง {pages} หน้า แต่ระบุหน้า {page}',
        'the document "{name}" has only {pages} pages, but page {page} is given',
    ),
    Bilingual(
        "แก้เลขหน้า โดยนับหน้าแรกของไฟล์เป็นหน้า 1 หรือดูว่าเป็นเอกสารฉบับที่ถูกต้อง",
        "mend the page, counting the first page of the file as 1, or see whether it is the right "
        "document",
    ),
    __doc__,
)
