"""OIT226 · ช่องนี้ตอบว่าไม่มีไม่ได้ · This field cannot be none

ไทย
    คำว่า ไม่มี เป็นคำตอบได้เฉพาะองค์ประกอบที่แบบวัดรับ เช่น ปัญหา/อุปสรรค ข้อเสนอแนะ ค่าธรรมเนียม
    เอกสารประกอบคำขอ ช่องอื่น เช่น หน้าที่และอำนาจ ขั้นตอน หรือผลการดำเนินการ ต้องมีข้อมูล
    ให้เขียนข้อมูลจริง หรือบอกหน้าของเอกสารที่แสดงใน shows

English
    "None" (ไม่มี) is an answer only for the elements whose checklist accepts it, such as problems,
    recommendations, fees and required documents. Other fields, such as duties, steps or results,
    need data. Write it, or give in shows the page of a document that shows it.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: ไม่มี, spent: 500000}
    problems: ไม่มี

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
    problems: ไม่มี
"""

from collections.abc import Iterable

from oit.bilingual import Bilingual
from oit.checks.filled import placeholder, words
from oit.checks.filled.asking import asks
from oit.checks.filled.texts import WrittenText
from oit.data.checklist import Element
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import ItemForm, form_at, is_text, may_say_none
from oit.source import SourceFile

CODE = Code(
    "OIT226",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" เขียนว่า "{text}" แต่แบบวัดไม่รับคำตอบว่าไม่มีสำหรับ {element} จึงยังไม่นับ',
        'the field "{field}" says "{text}", but the checklist does not accept that there is none: '
        "{element}; it does not count",
    ),
    Bilingual(
        "เขียนข้อมูลจริง หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "write the data, or give the page of a document that shows it in shows: {{{id}: page}}",
    ),
    __doc__,
)

_ALWAYS_SOME = frozenset({"owner", "lead", "period"})
"""Somebody is always responsible, and there is always a period."""
_STATEMENT = "nothing_to_report"
"""States for a whole year that there was nothing, which "nothing yet" does not."""


def check(
    text: WrittenText, document: SourceFile, form: type[ItemForm], elements: Iterable[Element]
) -> Finding | None:
    """Report a text that says there is none where an element needs data."""
    if not is_text(text.form, text.name) or not words.says_nothing(text.text):
        return None
    asking = [element for element in elements if asks(element, text)]
    if not asking:
        return placeholder.report(text, document) if _is_no_value(text) else None
    refusing = [e for e in asking if not accepts_none(e, form, text.dotted)]
    if len(refusing) < len(asking):
        return None
    return CODE.at(
        document.place(text.text),
        field=text.label,
        text=text.text,
        element=refusing[0].text,
        id=refusing[0].id,
    )


def accepts_none(element: Element, form: type[ItemForm], field: str) -> bool:
    """Tell whether an element may be shown by a field that says there is none.

    A checklist that does not say so leaves it to the description of the field.
    """
    if element.none_allowed is None:
        return may_say_none(form, field)
    return element.none_allowed in {"yes", "in_field"}


def how_to_say(
    element: Element, form: type[ItemForm], fields: Iterable[Iterable[str]]
) -> Bilingual:
    """Return what to write into fields if there is nothing to say; empty if they need data.

    Args:
        element: the element that asks for them.
        form: the form of the item.
        fields: their dotted names; of several, one is enough.
    """
    if all(any(_may_say_none(element, form, name) for name in names) for names in fields):
        return Bilingual(' ถ้าไม่มีจริงให้เขียนว่า "ไม่มี"', '; if there is nothing, write "ไม่มี"')
    return Bilingual("", "")


def _may_say_none(element: Element, form: type[ItemForm], field: str) -> bool:
    *path, name = field.split(".")
    return is_text(form_at(form, path), name) and accepts_none(element, form, field)


def _is_no_value(text: WrittenText) -> bool:
    """Tell whether "none" cannot be the value of a field that no element asks for."""
    if text.name in _ALWAYS_SOME:
        return True
    return words.says_nothing_yet(text.text) and not (
        may_say_none(text.form, text.name) and text.name != _STATEMENT
    )
