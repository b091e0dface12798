"""OIT219 · กรอกแล้วแต่ไม่ได้บอกอะไร · Filled in, but says nothing

ไทย
    ช่องนี้มีตัวอักษรแต่ยังไม่มีเนื้อหา เช่น xxx, TODO, ทดสอบ, ไม่ระบุ, รอข้อมูล เครื่องหมายหรือรูปล้วน ๆ
    ชื่อช่องซ้ำเป็นค่า คำว่า ว่าง ในช่องชื่อ หรือตัวเลขลอย ๆ ในช่องที่ขอคำอธิบาย เช่น ผลการดำเนินการที่เขียนเพียง 80%
    คำว่า ยังไม่มี และ อยู่ระหว่างดำเนินการ ก็ไม่ใช่ชื่อ ระยะเวลา หรือผู้รับผิดชอบ (แต่เป็นสถานะหรือผลการดำเนินการได้)
    ผู้ประเมินไม่นับข้อมูลเช่นนี้ ให้เขียนสิ่งที่ช่องนั้นขอ ถ้ายังไม่รู้ ให้เว้นช่องว่างไว้

English
    The field has characters in it but says nothing: xxx, TODO, ทดสอบ, ไม่ระบุ, only punctuation
    or emoji, the field's own name, or a bare number where a description is asked for, such as a
    result of 80%. "Not yet" (ยังไม่มี) and "under way" (อยู่ระหว่างดำเนินการ) are no name, period
    or owner either, although they may be a status or a result. Assessors do not count it. Write
    what the field asks for; if it is not known yet, leave the field empty.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: 80%, spent: 500000}
    problems: TODO

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จร้อยละ 80 ของระยะทาง, spent: 500000}
    problems: ฝนตกต่อเนื่องทำให้งานล่าช้า 14 วัน
"""

import re
from functools import cache

from oit.bilingual import Bilingual
from oit.checks.filled import words
from oit.checks.filled.texts import WrittenText
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import Form, is_text, may_be_number, may_be_under_way, may_say_none
from oit.source import SourceFile
from oit.thai import writing

CODE = Code(
    "OIT219",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" เขียนว่า "{text}" ซึ่งไม่ได้บอกอะไร จึงยังไม่นับ',
        'the field "{field}" contains "{text}", which says nothing; it does not count',
    ),
    Bilingual(
        "เขียนสิ่งที่ช่องนี้ขอ ถ้ายังไม่รู้ให้เว้นว่าง",
        "write what the field asks for; if it is not known yet, leave it empty",
    ),
    __doc__,
)
NUMBER = Code(
    "OIT219",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" มีเพียงตัวเลข "{text}" จึงยังไม่นับ',
        'the field "{field}" contains only the number "{text}"; it does not count',
    ),
    Bilingual(
        "เขียนเป็นคำอธิบาย เช่น ทำอะไรแล้วเสร็จ เท่าใด หน่วยใด",
        "describe it in words: what was done, how much, in which unit",
    ),
    __doc__,
)
VACANT = Code(
    "OIT219",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" เขียนว่า "{text}" ซึ่งไม่ใช่ชื่อ จึงยังไม่นับ',
        'the field "{field}" contains "{text}", which is no name; it does not count',
    ),
    Bilingual(
        "ถ้าตำแหน่งว่าง ให้ลบชื่อแล้วเขียน vacant: true",
        "if the post is vacant, delete the name and write vacant: true",
    ),
    __doc__,
)
# A number of 13 digits that the program itself asks to be masked, in the two ways it is written.
_MASKED = re.compile("x{13}|x-x{4}-x{5}-xx-x", re.IGNORECASE)


def check(text: WrittenText, document: SourceFile) -> Finding | None:
    """Report a text that says nothing."""
    code = _fault(text.form, text.name, text.text)
    return None if code is None else report(text, document, code)


def report(text: WrittenText, document: SourceFile, code: Code = CODE) -> Finding:
    """Return a finding about a text that says nothing."""
    return code.at(document.place(text.text), field=text.label, text=text.text)


def _fault(form: type[Form], name: str, text: str) -> Code | None:
    if not is_text(form, name) or writing.is_blank(text):
        return None
    if name == "name" and "vacant" in form.model_fields and words.is_vacant(text):
        return VACANT
    if may_be_number(form, name) and _MASKED.fullmatch(text):
        return None
    # Beside other words a masked number is no leftover of a form.
    text = _MASKED.sub(" ", text).strip() or text
    if (
        words.is_unfinished(text)
        or words.is_repeated(text)
        or is_own_name(form, name, writing.fold(text))
    ):
        return CODE
    if words.is_under_way(text) and not may_be_under_way(form, name):
        return CODE
    return None if words.has_letter(text) else _fault_without_words(form, name, text)


def _fault_without_words(form: type[Form], name: str, text: str) -> Code | None:
    if any(character.isdecimal() for character in text):
        return None if may_be_number(form, name) else NUMBER
    return CODE


def is_own_name(form: type[Form], name: str, folded: str) -> bool:
    """Tell whether a text repeats the name of its field."""
    return folded in _own_names(form, name)


@cache
def _own_names(form: type[Form], name: str) -> frozenset[str]:
    # The title of some fields is what they state: ไม่มีการจัดซื้อจัดจ้าง.
    if may_say_none(form, name):
        return frozenset()
    return frozenset({name, writing.fold(form.model_fields[name].title or name)})
