"""OIT228 · ชี้ไปที่อื่นแทนคำตอบ · A pointer to elsewhere, or no reason

ไทย
    ช่องนี้เขียนเพียงว่าให้ไปดูที่อื่น เช่น ตามเอกสารแนบ ดูในลิงก์ จึงยังไม่มีคำตอบ ถ้าเอกสารแสดงสิ่งที่ขออยู่แล้ว ให้ลบข้อความนี้
    แล้วเพิ่มเอกสารใน documents และบอกเลขหน้าใน shows ถ้าเป็นช่อง not_applicable หรือ nothing_to_report
    ให้เขียนเหตุผลหรือข้อความยืนยันเป็นประโยค คำว่า ไม่มี หรือ ไม่เกี่ยวข้อง ยังไม่ใช่เหตุผล

English
    The field only says to look elsewhere, such as "see the attachment" (ตามเอกสารแนบ) or "see the
    link", so it answers nothing. If a document shows what is asked for, delete this text, list the
    document in documents and give the page in shows. In not_applicable and nothing_to_report, write
    the reason or the statement as a sentence; "none" or "not applicable" is no reason.

fails data/2569/o03.yml
    not_applicable: ดูในเอกสารแนบ

passes data/2569/o03.yml
    not_applicable: หน่วยงานไม่มีที่ทำการ ตามกฎกระทรวงแบ่งส่วนราชการ พ.ศ. 2565
"""

from collections.abc import Iterable

from oit.bilingual import Bilingual
from oit.checks.filled import words
from oit.checks.filled.asking import asks
from oit.checks.filled.texts import WrittenText
from oit.data.checklist import Element
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import is_text
from oit.source import SourceFile
from oit.thai import writing

CODE = Code(
    "OIT228",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" เขียนเพียงว่าให้ดูที่อื่น "{text}" จึงยังไม่นับ',
        'the field "{field}" only points elsewhere ("{text}"); it does not count',
    ),
    Bilingual(
        "เขียนสิ่งที่ช่องนี้ขอ หรือเพิ่มเอกสารใน documents และบอกหน้าใน shows",
        "write what the field asks for, or list the document in documents with its page in shows",
    ),
    __doc__,
)
REASON = Code(
    "OIT228",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" เขียนว่า "{text}" ซึ่งไม่ใช่เหตุผล จึงยังไม่นับ',
        'the field "{field}" says "{text}", which is no reason; it does not count',
    ),
    Bilingual(
        "เขียนเหตุผลเป็นประโยค เช่น หน่วยงานไม่มีภารกิจใดและตามกฎหมายใด หรือลบช่องนี้แล้วใส่ข้อมูลของข้อ",
        "write the reason as a sentence: which task the agency lacks and by which law; or delete "
        "this field and fill in the item",
    ),
    __doc__,
)
_EXCEPTION, _STATEMENT = "not_applicable", "nothing_to_report"
CLAIMS = (_EXCEPTION, _STATEMENT)
"""The fields of an item that answer for all of its elements."""


def check(text: WrittenText, document: SourceFile, elements: Iterable[Element]) -> Finding | None:
    """Report a text that only points elsewhere, or gives no reason where one is needed."""
    if not is_text(text.form, text.name):
        return None
    code = _fault_of_claim(text) if text.name in CLAIMS else _fault(text, elements)
    if code is None:
        return None
    return code.at(document.place(text.text), field=text.label, text=text.text)


def _fault_of_claim(text: WrittenText) -> Code | None:
    is_pointer = words.points_elsewhere(text.text) or _is_address(text.text)
    if text.name == _STATEMENT:
        return CODE if is_pointer else None
    is_no_reason = words.is_no_reason(text.text) or words.says_nothing(text.text)
    return REASON if is_pointer or is_no_reason else None


def _fault(text: WrittenText, elements: Iterable[Element]) -> Code | None:
    # A document may be called เอกสารแนบ: it is there.
    if "file" in text.form.model_fields or not words.points_elsewhere(text.text):
        return None
    return CODE if any(asks(element, text) for element in elements) else None


def _is_address(text: str) -> bool:
    return writing.fold(text).startswith(("http://", "https://", "www.")) and " " not in text
