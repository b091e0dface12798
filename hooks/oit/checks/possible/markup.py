"""OIT427 · มีคำสั่งจัดรูปแบบปนอยู่ในข้อความ · Markup in a text

ไทย
    ข้อความในข้อมูลแสดงตามตัวอักษร คำสั่งจัดรูปแบบของเว็บหรือโปรแกรมอื่น เช่น <br>, <b>, [b]
    หรือดอกจันของตัวหนา จึงปรากฏให้ประชาชนเห็นทั้งอย่างนั้น และติดไปในตารางข้อมูลเปิด
    มักติดมาเมื่อคัดลอกจากหน้าเว็บหรือแชต ให้ลบคำสั่งออกให้เหลือแต่ข้อความ ที่อยู่เว็บให้ใส่ในช่องลิงก์ถ้ามี

English
    Texts of the data are shown letter by letter. Markup of web pages and other programs, such as
    <br>, <b>, [b] or the asterisks of bold text, is shown to citizens as it is, and goes into
    the open data. It usually comes from a web page or a chat. Delete the markup and keep the
    text; put addresses into a link field if there is one.

fails data/2569/o03.yml
    address: 99 หมู่ 2<br>ตำบลตัวอย่าง

passes data/2569/o03.yml
    address: 99 หมู่ 2 ตำบลตัวอย่าง
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, fields_of
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.base import Form, is_text
from oit.forms.fields import Name, Names, Text
from oit.source.values import KeyPath

CODE = Code(
    "OIT427",
    Severity.WARNING,
    Bilingual(
        "ช่อง {field} มีคำสั่งจัดรูปแบบ {found} ปนอยู่ในข้อความ",
        "the text of {field} contains the markup {found}",
    ),
    Bilingual(
        "ลบออกให้เหลือแต่ข้อความ ที่อยู่เว็บให้ใส่ในช่องลิงก์ถ้ามี",
        "delete it and keep the text; put addresses into a link field if there is one",
    ),
    __doc__,
)
_TAGS = (
    "a abbr b big blockquote body br button center code div em figure font form h[1-6] head hr html"
    " i iframe img input label li link meta nobr ol p pre s script small span strike strong style"
    " sub sup svg table tbody td tfoot th thead title tr tt u ul video wbr o:p v:shape"
).replace(" ", "|")
_ENTITIES = (
    "nbsp amp lt gt quot apos ensp emsp thinsp zwnj zwj shy bull middot hellip ndash mdash lsquo"
    " rsquo sbquo ldquo rdquo bdquo laquo raquo copy reg trade deg times divide plusmn euro"
).replace(" ", "|")
_BB = "b|i|u|s|url|img|color|size|font|quote|list|center|left|right|code|table|tr|td|youtube"
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:[\s/][^<>]{{0,500}})?>|<!--"
    rf"|&(?:{_ENTITIES}|#[0-9]{{2,6}}|#x[0-9a-f]{{2,5}});"
    rf"|\[/?(?:{_BB})(?:=[^\]\n]{{0,200}})?\]"
    r"|!?\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|tel:|/|\.|files/)[^()\s]{0,500}\)"
    r"|\*\*[^*\s][^*\n]{0,200}\*\*|(?<![_\w])__[^_\s][^_\n]{0,200}__(?![_\w])",
    re.IGNORECASE,
)
_SIGNS = ("<", "&", "[", "**", "__")


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look for markup in the texts of an item; each field of a list is reported once."""
    for group in entries:
        for name in _texts(group.form):
            cells = group.cells(name)
            # Tables have hundreds of thousands of texts.
            if group.size == 1 or _markup_in("\n".join({*cells} - {None})):
                yield from _first(cells, group, name, record)
        for name in _lists_of_texts(group.form):
            for index, texts in enumerate(group.cells(name)):
                for number, text in enumerate(texts or ()):
                    path = (*group.path(index), name, number)
                    yield from _doubts(text, path, name, record)


@cache
def _texts(form: type[Form]) -> tuple[str, ...]:
    return fields_of(form, Text) + fields_of(form, Name)


@cache
def _lists_of_texts(form: type[Form]) -> tuple[str, ...]:
    return tuple(name for name in fields_of(form, Names) if is_text(form, name))


def _markup_in(text: str) -> re.Match[str] | None:
    # Few texts have such a sign at all.
    for sign in _SIGNS:
        if sign in text:
            return _MARKUP.search(text)
    return None


def _first(cells: Sequence[str | None], group: Group, name: str, record: Record) -> Iterator[Doubt]:
    for index, text in enumerate(cells):
        found = [*_doubts(text, (*group.path(index), name), name, record)] if text else []
        if found:
            yield from found
            return


def _doubts(text: str, path: KeyPath, name: str, record: Record) -> Iterator[Doubt]:
    if match := _markup_in(text):
        found = match[0] if len(match[0]) <= 40 else f"{match[0][:40]}…"
        yield Doubt(CODE.at(record.place(path), field=name, found=found))
