"""OIT225 · ตำแหน่งว่างแต่มีชื่อ · A vacant post with a name

ไทย
    ช่อง vacant บอกว่าตำแหน่งว่าง แต่รายการเดียวกันมีชื่อ รูปถ่าย หรือช่องทางติดต่อของผู้ดำรงตำแหน่ง จึงขัดกัน
    ถ้ามีผู้ดำรงตำแหน่งแล้ว ให้ลบช่อง vacant ถ้าว่างอยู่จริง ให้ลบชื่อ รูปถ่าย และช่องทางติดต่อของผู้ที่พ้นตำแหน่ง

English
    vacant says that nobody holds the post, but the entry has the name, photograph or contact
    details of somebody. If somebody holds the post, delete vacant; if it is vacant, delete what
    is left of the person who held it.

fails data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: รองปลัดเทศบาล, rank: deputy, vacant: true}

passes data/2569/o02.yml
    people:
      - {position: รองปลัดเทศบาล, rank: deputy, vacant: true}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity
from oit.forms.executives import Executives

CODE = Code(
    "OIT225",
    Severity.WARNING,
    Bilingual(
        "ตำแหน่ง {position} เขียนว่าว่าง (vacant) แต่มี {fields} ด้วย",
        "the post {position} is said to be vacant, but has {fields}",
    ),
    Bilingual(
        "ถ้ามีผู้ดำรงตำแหน่งแล้ว ให้ลบ vacant ถ้าว่างจริง ให้ลบ {fields}",
        "delete vacant if somebody holds the post, or delete {fields} if it is vacant",
    ),
    __doc__,
)
_OF_A_PERSON = ("name", "photo", "phone", "email")


def check(record: Record) -> Iterator[Finding]:
    """Report the vacant posts that have something of a person."""
    if not isinstance(record.form, Executives):
        return
    for index, person in enumerate(record.form.people):
        found = [name for name in _OF_A_PERSON if getattr(person, name)]
        # The telephone of an office stays when its holder leaves.
        if person.vacant and found not in ([], ["phone"]):
            path = ("people", index)
            titles = Bilingual(
                ", ".join(f"{record.title(f'people.{name}')} ({name})" for name in found),
                ", ".join(found),
            )
            position = person.position or person.name or index + 1
            yield CODE.at(record.place((*path, "vacant")), position=position, fields=titles)
