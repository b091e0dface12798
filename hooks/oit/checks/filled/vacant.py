"""OIT225 · ตำแหน่งว่างแต่มีชื่อ · A vacant post with a name

ไทย
    ช่อง vacant บอกว่าตำแหน่งว่าง แต่รายการเดียวกันมีชื่อ รูปถ่าย หรือช่องทางติดต่อของผู้ดำรงตำแหน่ง จึงขัดกัน
    ถ้ามีผู้ดำรงตำแหน่งแล้ว ให้ลบช่อง vacant ถ้าว่างอยู่จริง ให้ลบชื่อ รูปถ่าย และช่องทางติดต่อของผู้ที่พ้นตำแหน่ง
    ถ้ามีชื่อแต่ขาดสิ่งที่แบบวัดขอ ข้อความเดียวกันนี้จะเป็นรหัส OIT202 เพราะข้อยังไม่ครบ

English
    vacant says that nobody holds the post, but the entry has the name, photograph or contact
    details of somebody. If somebody holds the post, delete vacant; if it is vacant, delete what
    is left of the person who held it. If there is a name, but something is missing that the
    checklist requires, the code is OIT202, because the item is incomplete.

fails data/2569/o02.yml
    people:
      - {position: รองปลัดเทศบาล, rank: deputy, email: deputy@example.go.th, vacant: true}

passes data/2569/o02.yml
    people:
      - {position: รองปลัดเทศบาล, rank: deputy, vacant: true}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.filled.words import is_vacant
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import Form
from oit.forms.executives import Executive, Executives
from oit.forms.labels import listed, own_label
from oit.source.values import KeyPath

CODE = Code(
    "OIT225",
    Severity.WARNING,
    Bilingual(
        "ตำแหน่ง{position} เขียนว่าว่าง (vacant) แต่มี {fields} ด้วย",
        "the post {position} is said to be vacant, but has {fields}",
    ),
    Bilingual(
        "ถ้ามีผู้ดำรงตำแหน่งแล้ว ให้ลบ vacant ถ้าว่างจริง ให้ลบ {fields}",
        "delete vacant if somebody holds the post, or delete {fields} if it is vacant",
    ),
    __doc__,
)
_OF_A_PERSON = ("name", "photo", "phone", "email", "line")


def check(record: Record) -> Iterator[Finding]:
    """Report the vacant posts that have something of a person."""
    if isinstance(record.form, Executives):
        for index in range(len(record.form.people)):
            if finding := about(record, record.form.people[index], ("people", index)):
                yield finding


def about(record: Record, person: Form, path: KeyPath, code: Code = CODE) -> Finding | None:
    """Return what is wrong with a post, the entry at a path."""
    if not isinstance(person, Executive):
        return None
    found = [name for name in _OF_A_PERSON if getattr(person, name)]
    # The telephone of an office stays when its holder leaves, and a name such as "(ว่าง)" is
    # reported as one.
    if not person.vacant or found in ([], ["phone"]) or is_vacant(person.name or ""):
        return None
    labels = listed(own_label(Executive, name) for name in found)
    position = person.position or person.name or path[-1]
    return code.at(record.place((*path, "vacant")), position=position, fields=labels)
