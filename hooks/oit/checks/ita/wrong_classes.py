"""OIT515 · เกณฑ์จัดกลุ่มกลับกัน · Thresholds the wrong way round

ไทย
    ข้อที่ได้คะแนนตั้งแต่ keep_from ให้รักษาระดับ ตั้งแต่ raise_from แต่ไม่ถึง keep_from ให้ยกระดับ
    ต่ำกว่านั้นต้องปรับปรุง raise_from จึงต้องไม่สูงกว่า keep_from ช่องที่เว้นว่างคือ 95 และ 90

English
    Questions from keep_from on are kept at their level, those from raise_from on are raised,
    those below are mended: raise_from may not be above keep_from. Left out, they are 95 and 90.

fails data/2569/ita.yml
    classes: {keep_from: 80}

passes data/2569/ita.yml
    classes: {keep_from: 80, raise_from: 70}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT515",
    Severity.ERROR,
    Bilingual(
        "เกณฑ์ยกระดับ (raise_from) {raise_from} สูงกว่าเกณฑ์รักษาระดับ (keep_from) {keep_from}",
        "the threshold raise_from, {raise_from}, is above keep_from, {keep_from}",
    ),
    Bilingual(
        "แก้ตัวเลขให้ raise_from ไม่สูงกว่า keep_from ช่องที่เว้นว่างคือ 95 และ 90",
        "let raise_from be no more than keep_from; left out, they are 90 and 95",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare the two thresholds."""
    del today
    keep_from, raise_from = cycle.thresholds
    if raise_from > keep_from:
        yield CODE.at(cycle.record.place(("classes",)), keep_from=keep_from, raise_from=raise_from)
