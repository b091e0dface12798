"""OIT235 · ข้อนี้ยังไม่มีเนื้อหาหรือเอกสาร · The item has neither contents nor documents

ไทย
    ไม่พบแหล่งที่บอกว่าแบบวัดขอองค์ประกอบใดในข้อนี้ โปรแกรมจึงนับว่ามีเมื่อข้อมีเนื้อหา
    หรือมีเอกสารที่ไม่ได้ระบุว่าแสดงองค์ประกอบอื่น ช่องปีและวันที่อย่างเดียวไม่ใช่เนื้อหา
    ให้กรอกช่องที่เกี่ยวข้อง หรือเพิ่มเอกสารใน documents แล้วเทียบกับคู่มือของแบบวัดเอง

English
    No source says which elements the checklist asks for in this item. The program counts it if
    it has contents, or a document that is not listed for another element. A year or a day alone
    is no content. Fill in what belongs here, or list a document, and compare the item with the
    checklist's own manual.

fails data/2565/o08.yml
    updated: 2565-01-15

passes data/2565/o08.yml
    entries:
      - {title: ขอสำเนาเอกสารได้ที่ใด, detail: ยื่นคำขอที่สำนักปลัด}
"""

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.data.year_marks import says_when
from oit.findings.finding import Code, Severity
from oit.forms.base import ItemForm
from oit.forms.tabular import TableForm
from oit.forms.values import has

CODE = Code(
    "OIT235",
    Severity.GAP,
    Bilingual(
        "ยังไม่มี{element} (ไม่พบแหล่งที่บอกองค์ประกอบของข้อนี้ จึงนับเพียงว่ามีหรือไม่)",
        "{element}: nothing here (no source gives the elements of this item, so anything counts)",
    ),
    Bilingual(
        "กรอกเนื้อหา หรือเพิ่มเอกสารใน documents แล้วเทียบกับคู่มือของแบบวัด",
        "fill in the contents or list a document, and compare it with the checklist's manual",
    ),
    __doc__,
)
PARAMETERS: tuple[str, ...] = ()

_OF_ANY_ITEM = {*ItemForm.model_fields, *TableForm.model_fields}


def check(element: Element, record: Record, context: Context) -> Checked:
    """Require contents of any kind, or a document that is not listed for another element.

    If the element names fields, because other items read the same file, only these count.
    """
    del context
    form = record.form
    is_there = has(form, element.field) if element.field else _has_contents(form)
    if is_there or _has_document(record):
        return Checked(Amount(1, 1, "field"), ())
    return Checked(Amount(0, 1, "field"), [CODE.at(record.place(), element=element.text)])


def _has_contents(form: ItemForm) -> bool:
    names = (name for name in type(form).model_fields if name not in _OF_ANY_ITEM)
    return any(has(form, name) for name in names if not says_when(type(form), name))


def _has_document(record: Record) -> bool:
    """Tell whether there is a document for the item as a whole; a file with a fault is none."""
    faulty = {f.place for f in record.findings if f.severity is Severity.ERROR}
    return any(
        not document.shows and record.place(("documents", index, "file")) not in faulty
        for index, document in enumerate(record.form.documents)
    )
