"""OIT825 · ช่องในรายชื่อหน่วยงานไม่ถูกต้อง · A wrong cell in a list of agencies

ไทย
    ทุกหน่วยงานต้องมีชื่อ (name) และประเภท (kind) ประเภทเขียนเป็นคำของโปรแกรม ชื่อไทย หรือคำย่อก็ได้ เช่น
    municipality, เทศบาล, เทศบาลตำบล, อบต. ช่องต้องอยู่ในบรรทัดเดียว และไม่มีอักขระควบคุมที่มองไม่เห็น

English
    Every agency must have a name and a kind. The kind is written as in agency.yml
    (municipality), or by its Thai title or a common name (อบต.). Cells must be of one line and
    must not contain hidden control characters.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT825",
    Severity.ERROR,
    Bilingual('ไม่รู้จักประเภทหน่วยงาน "{kind}"{suggestion}', 'unknown kind "{kind}"{suggestion}'),
    Bilingual("เขียนประเภทที่มี เช่น เทศบาล หรือ อบต.", "write a known kind, such as municipality"),
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

LINES = Code(
    "OIT825",
    Severity.ERROR,
    Bilingual("ช่องนี้มีหลายบรรทัด", "the cell contains a line break"),
    Bilingual(
        "เขียนในบรรทัดเดียว (ใน Excel ลบการขึ้นบรรทัดด้วย Alt+Enter)",
        "write it in one line (in Excel, Alt+Enter made the break)",
    ),
    __doc__,
)
