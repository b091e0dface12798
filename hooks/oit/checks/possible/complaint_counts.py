"""OIT423 · จำนวนเรื่องร้องเรียนขัดกัน · Numbers of complaints that contradict each other

ไทย
    เรื่องที่แล้วเสร็จหรืออยู่ระหว่างดำเนินการมีได้ไม่เกินเรื่องทั้งหมด และสองจำนวนนี้ควรรวมกันเท่ากับทั้งหมด
    จำนวนที่เกินเป็นไปไม่ได้ องค์ประกอบที่ใช้จำนวนนั้นจึงยังไม่นับ

English
    No more complaints can be finished or pending than there are, and both should add up to the
    total. A number above the total is impossible, so an element that needs it does not count.

fails data/2569/o18.yml
    total: 3
    done: 5
    pending: 0

passes data/2569/o18.yml
    total: 3
    done: 2
    pending: 1
"""

from collections.abc import Iterator, Sequence

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.complaint_statistics import ComplaintStatistics

_CHECK = Bilingual("ตรวจจำนวนทั้งสามช่อง", "check the three numbers")

MORE = Code(
    "OIT423",
    Severity.WARNING,
    Bilingual(
        "{what} {part} เรื่อง มากกว่าทั้งหมด {total} เรื่อง",
        "{what} is {part}, more than the total of {total}",
    ),
    _CHECK,
    __doc__,
)
SUM = Code(
    "OIT423",
    Severity.WARNING,
    Bilingual(
        "แล้วเสร็จ {done} และอยู่ระหว่างดำเนินการ {pending} รวมกันไม่เท่ากับทั้งหมด {total} เรื่อง",
        "{done} finished and {pending} pending do not add up to the total of {total}",
    ),
    _CHECK,
    __doc__,
)
_PARTS = ("done", "pending")


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Compare the parts of each number of complaints with the whole."""
    if isinstance(record.form, ComplaintStatistics):
        for group in entries:
            if {"total", *_PARTS} <= group.form.model_fields.keys():
                yield from _check(group, record)


def _check(group: Group, record: Record) -> Iterator[Doubt]:
    columns = [group.cells(name) for name in ("total", *_PARTS)]
    for index, (total, done, pending) in enumerate(zip(*columns, strict=True)):
        if total is None:
            continue
        path = group.path(index)
        parts = {"done": done, "pending": pending}
        above = [name for name, part in parts.items() if part is not None and part > total]
        for name in above:
            finding = MORE.at(
                record.place((*path, name)),
                what=group.title(name),
                part=parts[name],
                total=total,
            )
            fields = frozenset({group.dotted(name), group.dotted("total")})
            yield Doubt(finding, fields, [path])
        if not above and None not in parts.values() and done + pending != total:
            yield Doubt(SUM.at(record.place((*path, "total")), total=total, **parts))
