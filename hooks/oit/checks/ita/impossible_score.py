"""OIT513 · คะแนนที่เป็นไปไม่ได้ · A score that cannot be

ไทย
    ค่าเฉลี่ยต้องอยู่ระหว่างค่าต่ำสุดและสูงสุดของสิ่งที่นำมาเฉลี่ย คะแนนที่พิมพ์ไว้อยู่นอกช่วงนั้น จึงน่าจะพิมพ์ตัวเลขผิด
    แก้ตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนั้นจริง ให้บอกไว้ในช่อง note ของคะแนนนั้น แล้วโปรแกรมจะรับไว้ตามที่พิมพ์

English
    A mean lies between the lowest and the highest of what it is the mean of. This score does
    not, so that a number is probably mistyped. Mend it. If the source does print it so, tell
    it in that score's note, and it is taken as printed.

fails data/2569/ita.yml
    results:
      total: 95
      instruments:
        - {id: IIT, score: 80}
        - {id: EIT, score: 85}
        - {id: OIT, score: 90}

passes data/2569/ita.yml
    results:
      total: 85.5
      instruments:
        - {id: IIT, score: 80}
        - {id: EIT, score: 85}
        - {id: OIT, score: 90}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.arithmetic import compare
from oit.ita.cycle import Cycle
from oit.source.values import KeyPath

CODE = Code(
    "OIT513",
    Severity.ERROR,
    Bilingual(
        "{title} {printed} เป็นไปไม่ได้: {way} ได้ {computed}",
        "{title} cannot be {printed}: {way} it is {computed}",
    ),
    Bilingual(
        "แก้ตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนี้จริง ให้เพิ่มช่อง note ที่คะแนนนี้เพื่ออธิบาย",
        "mend the number; if the source prints it so, explain it in a note beside it",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for scores that lie outside of what they are the mean of and have no note."""
    del today
    for one in compare(cycle):
        if one.is_impossible and not note_of(cycle, one.path):
            yield CODE.at(
                cycle.record.place(("results", *one.path)),
                title=one.said,
                printed=one.printed,
                way=one.way.said,
                computed=one.computed,
            )


def note_of(cycle: Cycle, path: KeyPath) -> str | None:
    """Return what the file says of a printed score."""
    match path:
        case ("instruments", int(index), _):
            return cycle.results.instruments[index].note
        case ("indicators", int(index), _):
            return cycle.results.indicators[index].note
        case _:
            return cycle.results.note
