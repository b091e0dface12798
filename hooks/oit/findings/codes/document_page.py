"""OIT303 · เลขหน้าเกินจำนวนหน้าของเอกสาร · A page that the document does not have

ไทย
    ช่อง shows บอกว่าเนื้อหาแต่ละเรื่องอยู่หน้าใดของเอกสาร PDF ให้นับจากหน้าแรกของไฟล์เป็นหน้า 1
    ไม่ใช่เลขที่พิมพ์อยู่บนหน้ากระดาษ ถ้าเลขหน้ามากกว่าจำนวนหน้าของไฟล์ ให้แก้เลขหน้า
    หรือดูว่าวางเอกสารครบทุกหน้าและถูกฉบับ

English
    The field shows says on which page of the PDF each element is. Count the first page of the
    file as 1; do not use the numbers printed on the pages. If the file has fewer pages, correct
    the page number, or check that the document is complete and the right one.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT303",
    Severity.ERROR,
    Bilingual(
        'เอกสาร "{name}" มีเพียง {pages} หน้า แต่ระบุหน้า {page}',
        'the document "{name}" has only {pages} pages, but shows refers to page {page}',
    ),
    Bilingual(
        "แก้เลขหน้า โดยนับหน้าแรกของไฟล์เป็นหน้า 1 หรือดูว่าเป็นเอกสารฉบับที่ถูกต้อง",
        "correct the page number, counting the first page of the file as 1, or check that it is "
        "the right document",
    ),
    __doc__,
)
