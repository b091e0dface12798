"""OIT201 · ขาดองค์ประกอบ · An element is missing

ไทย
    แบบวัดของปีนี้ขอข้อมูลนี้ แต่ช่องของข้อมูลยังว่างอยู่ หรือมีเพียงขีด (-) ซึ่งผู้ประเมินอ่านไม่ได้ว่า
    ไม่มีหรือยังไม่ได้กรอก ให้กรอกช่องนั้น ถ้าไม่มีจริงและแบบวัดรับ ให้เขียนว่า ไม่มี ถ้าข้อมูลอยู่ในเอกสารที่เผยแพร่แล้ว
    ให้เพิ่มเอกสารใน documents และบอกเลขหน้าใน shows

English
    The year's checklist requires this element, but its field is empty or contains only a dash;
    an assessor cannot see whether there is nothing to report or the field was forgotten. Fill
    it in; if there is nothing and the checklist accepts that, write ไม่มี. If a published
    document shows the element, list the document in documents and give the page in shows.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
    recommendations: ไม่มี

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
    problems: ฝนตกต่อเนื่องทำให้งานล่าช้า 14 วัน
    recommendations: ไม่มี
"""

from oit.bilingual import Bilingual
from oit.checks.filled.nothing import how_to_say
from oit.checks.rules.amount import Amount
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.values import has

CODE = Code(
    "OIT201",
    Severity.GAP,
    Bilingual(
        "ยังไม่มี{element}: ช่อง {field} ยังไม่ได้กรอก",
        "{element}: the field {field} is not filled in",
    ),
    Bilingual(
        "กรอกช่อง {field}{none} หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "fill in {field}{none}; or give the page of a document that shows it in "
        "shows: {{{id}: page}}",
    ),
    __doc__,
)
PARAMETERS = ("field",)


def check(element: Element, record: Record, context: Context) -> Checked:
    """Require a field to be filled in; ``a|b`` accepts either of two."""
    del context
    field = element.field or ""
    if has(record.form, field):
        return Checked(Amount(1, 1, "field"), ())
    first = field.partition("|")[0]
    gap = CODE.at(
        record.place(tuple(first.split("."))),
        element=element.text,
        field=record.label(field),
        none=how_to_say(element, type(record.form), [field.split("|")]),
        id=element.id,
    )
    return Checked(Amount(0, 1, "field"), [gap])
