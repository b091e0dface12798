"""OIT223 · ยังไม่มีเอกสารที่แสดง · No document shows the element

ไทย
    องค์ประกอบนี้แสดงด้วยเอกสารที่เผยแพร่ ให้วางไฟล์ใน docs/files/ เพิ่มใน documents
    แล้วบอกใน shows ว่าองค์ประกอบอยู่หน้าใดของไฟล์ ในตัวอย่าง หน่วยงานเป็นจังหวัด (kind: province)

English
    This element must be shown by a published document. Put the file in docs/files/, list it in
    documents, and give in shows the page of the file on which the element appears. In the
    example the agency is a province (kind: province).

fails data/2569/o01.yml
    duties: [จัดบริการสาธารณะ]
"""

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT223",
    Severity.GAP,
    Bilingual(
        "{element}: ยังไม่มีเอกสารใดบอกว่าแสดงเรื่องนี้", "{element}: no document is listed that shows this"
    ),
    Bilingual(
        "เพิ่มใน documents: - {{title: ชื่อเอกสาร, file: files/…, shows: {{{id}: หน้า}}}}",
        "list it in documents: - {{title: …, file: files/…, shows: {{{id}: page}}}}",
    ),
    __doc__,
)
PARAMETERS: tuple[str, ...] = ()


def check(element: Element, record: Record, context: Context) -> Checked:
    """Report the element as missing: documents that show an element are handled before any rule."""
    del context
    gap = CODE.at(record.place(("documents",)), element=element.text, id=element.id)
    return Checked(Amount(0, 1, "document"), [gap])
