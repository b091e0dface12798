"""OIT223 · ยังไม่มีเอกสารที่แสดง · No document shows it

ไทย
    องค์ประกอบนี้แสดงด้วยเอกสารที่เผยแพร่ ให้วางไฟล์ใน docs/files/ เพิ่มใน documents
    แล้วบอกใน shows ว่าองค์ประกอบอยู่หน้าใดของไฟล์ ในตัวอย่าง หน่วยงานเป็นจังหวัด (kind: province)

English
    This element is shown by a published document. Put the file in docs/files/, list it
    under documents and say under shows on which page of the file the element stands. In the
    example the agency is a province (kind: province).

fails data/2569/o01.yml
    duties: [จัดบริการสาธารณะ]
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.rules.rule import Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity

CODE = Code(
    "OIT223",
    Severity.GAP,
    Bilingual(
        "{element}: ยังไม่มีเอกสารใดบอกว่าแสดงเรื่องนี้", "{element}: no document says that it shows this"
    ),
    Bilingual(
        "เพิ่มใน documents: - {{title: ชื่อเอกสาร, file: files/…, shows: {{{id}: หน้า}}}}",
        "list it: documents: - {{title: …, file: files/…, shows: {{{id}: page}}}}",
    ),
    __doc__,
)
PARAMETERS: tuple[str, ...] = ()


def check(element: Element, record: Record, context: Context) -> Iterator[Finding]:
    """Say that it is missing: a document that shows the element is seen to before any rule."""
    del context
    yield CODE.at(record.place(("documents",)), element=element.text, id=element.id)
