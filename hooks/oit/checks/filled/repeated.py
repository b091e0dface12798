"""OIT227 · ข้อความเดียวกันทุกช่อง · One text in every field

ไทย
    ช่องส่วนใหญ่ของข้อนี้มีข้อความเดียวกัน จึงดูเหมือนกรอกให้ครบไว้ก่อน และไม่นับ
    ให้เขียนสิ่งที่แต่ละช่องขอ ช่องที่ยังไม่รู้ให้เว้นว่าง

English
    Most fields of the item contain the same text, as if only to fill them, so these do not count.
    Write what each field asks for; leave those empty that are not known yet.

fails data/2569/o16.yml
    how: [ดำเนินการตามระเบียบ]
    steps:
      - {text: ดำเนินการตามระเบียบ, time: ดำเนินการตามระเบียบ}
    unit: ดำเนินการตามระเบียบ

passes data/2569/o16.yml
    how: [ยื่นหนังสือด้วยตนเองที่สำนักปลัด]
    steps:
      - {text: รับเรื่องและออกเลขรับ, time: 1 วันทำการ}
    unit: สำนักปลัด
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from oit.bilingual import Bilingual
from oit.checks.filled import words
from oit.checks.filled.texts import WrittenText, title_of
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import is_text
from oit.source import SourceFile
from oit.source.values import KeyPath

CODE = Code(
    "OIT227",
    Severity.GAP,
    Bilingual(
        'ช่อง {fields} มีข้อความเดียวกัน "{text}" จึงยังไม่นับ',
        'the fields {fields} all contain "{text}"; they do not count',
    ),
    Bilingual(
        "เขียนสิ่งที่แต่ละช่องขอ ช่องที่ยังไม่รู้ให้เว้นว่าง",
        "write what each field asks for; leave those empty that are not known yet",
    ),
    __doc__,
)
_MANY = 3
"""So many fields share a text by chance only if they are few among many."""


def check(
    texts: Iterable[WrittenText], folded: Iterable[str], document: SourceFile
) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield the texts that fill most fields, all with one finding."""
    by_text = defaultdict(list)
    for text, plain in zip(texts, folded, strict=True):
        if is_text(text.form, text.name):
            by_text[plain].append(text)
    if max(map(len, by_text.values()), default=0) < _MANY:
        return
    many = [group for group in by_text.values() if len({text.dotted for text in group}) >= _MANY]
    if not many:
        return
    groups = [group for group in by_text.values() if not words.says_nothing(group[0].text)]
    fields = {text.dotted for group in groups for text in group}
    for group in many:
        shared = dict.fromkeys(text.dotted for text in group)
        if 2 * len(shared) > len(fields) and not words.says_nothing(group[0].text):
            titles = dict.fromkeys(f"{title_of(text)} ({text.dotted})" for text in group)
            place, same = document.place(group[0].text), group[0].text
            finding = CODE.at(place, fields=", ".join(titles), text=same)
            yield from ((text.path, finding) for text in group)
