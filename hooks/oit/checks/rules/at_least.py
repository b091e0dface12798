"""OIT203 · มีน้อยกว่าที่ขอ · Too few entries

ไทย
    แบบวัดของปีนี้ขอรายการอย่างน้อยจำนวนหนึ่ง บางครั้งเฉพาะรายการแบบหนึ่ง เช่น ผู้บริหารฝ่ายการเมือง
    อย่างน้อยหนึ่งคน แต่ในข้อมูลยังมีไม่ถึง ให้เพิ่มรายการ หรือกรอกช่องที่บอกแบบของรายการ เช่น side

English
    The year's checklist requires a minimum number of entries, sometimes of a certain kind (for
    example at least one executive of the political side), and the data has fewer. Add entries,
    or fill in the field that gives their kind, such as side.

fails data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: ปลัดเทศบาล, side: permanent}

passes data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: ปลัดเทศบาล, side: permanent, rank: deputy}
      - {name: นางตัวอย่าง สอง, position: นายกเทศมนตรี, side: political, rank: head}
      - {name: นายตัวอย่าง สาม, position: รองนายกเทศมนตรี, side: political, rank: deputy}
"""

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.base import Form
from oit.forms.labels import choices_of, listed, own_label
from oit.forms.values import values_of

CODE = Code(
    "OIT203",
    Severity.GAP,
    Bilingual(
        "{element}: ช่อง {field} ต้องมีอย่างน้อย {required} รายการ{condition} พบ {found} รายการ",
        "{element}: {field} requires at least {required} entries{condition}, found {found}",
    ),
    Bilingual(
        "เพิ่มรายการใน {field}{fill} หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "add entries to {field}{fill}, or give the page of a document that shows them in "
        "shows: {{{id}: page}}",
    ),
    __doc__,
)
PARAMETERS = ("field",)


def check(element: Element, record: Record, context: Context) -> Checked:
    """Count the entries of a list, or only those with certain values."""
    del context
    field = element.field or ""
    required = element.count or 1
    found = sum(_matches(row, element.where) for _, row in record.values(field))
    amount = Amount(found, required, "entry", at_least=True)
    if found >= required:
        return Checked(amount, ())
    gap = CODE.at(
        record.place(tuple(field.split("."))),
        element=element.text,
        field=record.label(field),
        required=required,
        found=found,
        condition=_condition(field, element.where, record),
        fill=_fill(field, element.where, record),
        id=element.id,
    )
    return Checked(amount, [gap])


def _condition(field: str, where: dict[str, str], record: Record) -> Bilingual:
    """Say which entries count: ``ที่ ฝ่าย (side) เป็น political (ฝ่ายการเมือง)``."""
    if not where:
        return Bilingual("", "")
    form, parts = type(record.form), []
    for name, value in where.items():
        inner = f"{field}.{name}"
        choices = choices_of(form, inner)
        word = f"{value} ({choices[value]})" if value in choices else value
        parts.append(Bilingual(f"{own_label(form, inner).th} เป็น {word}", f"{name}: {value}"))
    return Bilingual(f" ที่ {listed(parts, ' และ ').th}", f" with {listed(parts).en}")


def _fill(field: str, where: dict[str, str], record: Record) -> Bilingual:
    """Say what to fill in if entries exist that are not marked as those that count."""
    unmarked = [
        own_label(type(record.form), f"{field}.{name}")
        for name in where
        for _, row in record.values(field)
        if isinstance(row, Form) and not any(True for _ in values_of(row, name))
    ]
    if not unmarked:
        return Bilingual("", "")
    names = listed(dict.fromkeys(unmarked), "/")
    return Bilingual(
        f" หรือกรอก {names.th} ของรายการที่มีอยู่", f", or fill in {names.en} of the existing ones"
    )


def _matches(row: object, where: dict[str, str]) -> bool:
    if isinstance(row, Form):
        return all(
            any(str(found) == value for _, found in values_of(row, name))
            for name, value in where.items()
        )
    return not where
