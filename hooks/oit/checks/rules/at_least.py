"""OIT203 · มีน้อยกว่าที่ขอ · Too few entries

ไทย
    แบบวัดของปีนี้ขอรายการอย่างน้อยจำนวนหนึ่ง บางครั้งเฉพาะรายการแบบหนึ่ง เช่น ผู้บริหารฝ่ายการเมือง
    อย่างน้อยหนึ่งคน แต่ในข้อมูลยังมีไม่ถึง ให้เพิ่มรายการ หรือกรอกช่องที่บอกแบบของรายการ เช่น side
    บางข้อขอจำนวนอย่างน้อยในแต่ละรายการ เช่น ผู้เรียนแต่ละระดับไม่น้อยกว่า 100 คนหรือทั้งหมด

English
    The year's checklist requires a minimum number of entries, sometimes of a certain kind (for
    example at least one executive of the political side), and the data has fewer. Add entries,
    or fill in the field that gives their kind, such as side. Some items require a minimum amount
    in each entry, for example at least 100 learners of each level, or all of them.

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
from oit.checks.rules.amount import Amount, Part, first_of
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.base import Form
from oit.forms.labels import choices_of, entry_label, listed, name_of, own_label
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
AMOUNT = Code(
    "OIT203",
    Severity.GAP,
    Bilingual(
        "{element}: {entry} มี {found} ต้องมีอย่างน้อย {required} หรือเท่ากับ {whole}",
        "{element}: {entry} has {found}; at least {required} are required, or as many as {whole}",
    ),
    Bilingual(
        "แก้ {field} ถ้ามีทั้งหมดไม่ถึง {required} ให้กรอก {whole} ด้วย "
        "หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "correct {field}; if there are fewer than {required} in all, fill in {whole} too; or give "
        "the page of a document that shows it in shows: {{{id}: page}}",
    ),
    __doc__,
)
PARAMETERS = ("field",)


def check(element: Element, record: Record, context: Context) -> Checked:
    """Count the entries of a list, or only those with certain values.

    With ``all_of`` the field is an amount, and every entry must have enough: ``count``, or all
    there are.
    """
    del context
    if element.all_of:
        return _amounts(element, element.all_of, record)
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


def _amounts(element: Element, whole: str, record: Record) -> Checked:
    entries, _, name = (element.field or "").rpartition(".")
    required = element.count or 1
    values = {
        "element": element.text,
        "field": record.label(f"{entries}.{name}"),
        "whole": record.label(f"{entries}.{whole}"),
        "required": required,
        "id": element.id,
    }
    found = list(record.values(entries))
    if not found:
        values |= {"field": record.label(entries), "required": 1}
        place = record.place(tuple(entries.split(".")))
        return Checked(
            Amount(0, 1, "entry"), [CODE.at(place, found=0, condition="", fill="", **values)]
        )
    gaps, parts = [], []
    for path, row in found:
        amount = getattr(row, name)
        if amount is None or (amount < required and amount != getattr(row, whole)):
            entry = entry_label(int(path[-1]), name_of(row))
            parts.append(Part(f"{entries}.{int(path[-1]) + 1}", entry))
            gaps.append(AMOUNT.at(record.place(path), entry=entry, found=amount or 0, **values))
    return Checked(Amount(len(found) - len(gaps), len(found), "entry", first_of(parts)), gaps)


def _condition(field: str, where: dict[str, str], record: Record) -> Bilingual:
    """Say which entries count: ``ที่ ฝ่าย (side) เป็น political (ฝ่ายการเมือง)``."""
    if not where:
        return Bilingual("", "")
    form, parts = type(record.form), []
    for name, value in where.items():
        inner = f"{field}.{name}"
        choices = choices_of(form, inner)
        words = value.split("|")
        named = [f"{word} ({choices[word]})" if word in choices else word for word in words]
        own = own_label(form, inner).th
        parts.append(Bilingual(f"{own} เป็น {' หรือ '.join(named)}", f"{name}: {' or '.join(words)}"))
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
            any(str(found) in value.split("|") for _, found in values_of(row, name))
            for name, value in where.items()
        )
    return not where
