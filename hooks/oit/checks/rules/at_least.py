"""OIT203 · มีน้อยกว่าที่ขอ · Fewer entries than asked for

ไทย
    แบบวัดของปีนี้ขอรายการอย่างน้อยจำนวนหนึ่ง บางครั้งเฉพาะรายการแบบหนึ่ง เช่น ผู้บริหารฝ่ายการเมือง
    อย่างน้อยหนึ่งคน แต่ในข้อมูลยังมีไม่ถึง ให้เพิ่มรายการ หรือกรอกช่องที่บอกแบบของรายการ เช่น side

English
    The year's checklist asks for a number of entries, sometimes of one sort (at least one
    executive of the political side, say), and the data has fewer. Add entries, or fill in
    the field that tells their sort, such as side.

fails data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: ปลัดเทศบาล, side: permanent}

passes data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: ปลัดเทศบาล, side: permanent, rank: deputy}
      - {name: นางตัวอย่าง สอง, position: นายกเทศมนตรี, side: political, rank: head}
      - {name: นายตัวอย่าง สาม, position: รองนายกเทศมนตรี, side: political, rank: deputy}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.rules.rule import Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import Form
from oit.forms.values import values_of

CODE = Code(
    "OIT203",
    Severity.GAP,
    Bilingual(
        "{element}: ช่อง {field} ({title}) ต้องมีอย่างน้อย {wanted} รายการ{condition} พบ {found}",
        "{element}: {field} needs at least {wanted} entries{condition}, found {found}",
    ),
    Bilingual(
        "เพิ่มรายการใน {field} หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "add entries to {field}; or name the page of a document that shows it in "
        "shows: {{{id}: page}}",
    ),
    __doc__,
)
PARAMETERS = ("field",)


def check(element: Element, record: Record, context: Context) -> Iterator[Finding]:
    """Count the entries of a list, all or those with certain values."""
    del context
    field = element.field or ""
    wanted = element.count or 1
    found = sum(_is_wanted(row, element.where) for _, row in record.values(field))
    if found < wanted:
        listed = ", ".join(f"{name}: {value}" for name, value in element.where.items())
        yield CODE.at(
            record.place(tuple(field.split("."))),
            element=element.text,
            field=field,
            title=record.title(field),
            wanted=wanted,
            found=found,
            condition=Bilingual(f" ที่ {listed}", f" with {listed}") if listed else "",
            id=element.id,
        )


def _is_wanted(row: object, where: dict[str, str]) -> bool:
    if isinstance(row, Form):
        return all(
            any(str(found) == value for _, found in values_of(row, name))
            for name, value in where.items()
        )
    return not where
