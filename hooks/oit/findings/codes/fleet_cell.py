"""OIT825 · ช่องในรายชื่อหน่วยงานไม่ถูกต้อง · A wrong cell in a list of agencies

ไทย
    ทุกหน่วยงานต้องมีชื่อ (name) และประเภท (kind) ประเภทเขียนเป็นไทย เช่น เทศบาล เทศบาลตำบล อบต. อบจ.
    หรือเป็นคำของโปรแกรม เช่น municipality ช่องต้องไม่มีอักขระที่มองไม่เห็น ซึ่งมักติดมากับข้อความที่คัดลอกมา

English
    Every agency must have a name and a kind. The kind is written as in agency.yml
    (municipality), or in Thai (เทศบาล, อบต.). Cells must not contain hidden control characters,
    which often come with copied text.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT825",
    Severity.ERROR,
    Bilingual('ไม่รู้จักประเภทหน่วยงาน "{kind}"{suggestion}', 'unknown kind "{kind}"{suggestion}'),
    Bilingual("เขียนประเภทที่มี เช่น เทศบาล", "write a known kind, such as municipality"),
    __doc__,
)

MISSING = Code(
    "OIT825",
    Severity.ERROR,
    Bilingual("หน่วยงานนี้ไม่มีค่าในช่อง {field}", "the agency has no value in the column {field}"),
    Bilingual("กรอกช่องนี้", "fill in the cell"),
    __doc__,
)

HIDDEN = Code(
    "OIT825",
    Severity.ERROR,
    Bilingual("ช่องนี้มีอักขระที่มองไม่เห็น ({code})", "the cell contains a hidden character ({code})"),
    Bilingual("ลบข้อความในช่องนี้แล้วพิมพ์ใหม่", "delete the text of the cell and type it again"),
    __doc__,
)
KINDS = Bilingual("ประเภทที่มี", "known kinds")
