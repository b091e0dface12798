"""OIT513 · คะแนนที่เป็นไปไม่ได้ · An impossible score

ไทย
    ค่าเฉลี่ยต้องอยู่ระหว่างค่าต่ำสุดและสูงสุดของสิ่งที่นำมาเฉลี่ย คะแนนที่พิมพ์ไว้อยู่นอกช่วงนั้น จึงน่าจะพิมพ์ตัวเลขผิด
    แก้ตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนั้นจริง ให้บอกไว้ในช่อง note ของคะแนนนั้น แล้วโปรแกรมจะรับไว้ตามที่พิมพ์

English
    A mean must lie between the lowest and the highest of the values it is computed from. This
    printed score does not, so a number is probably mistyped. Correct it. If the source really
    prints it this way, say so in the note of that score; the program then accepts it as printed.

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
from oit.ita.arithmetic import Comparison, compare
from oit.ita.cycle import Cycle
from oit.source.values import KeyPath

CODE = Code(
    "OIT513",
    Severity.ERROR,
    Bilingual(
        "{title} {printed} เป็นไปไม่ได้: {way} ได้ {computed}",
        "{title} cannot be {printed}; {way} it is {computed}",
    ),
    Bilingual(
        "แก้ตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนี้จริง ให้เพิ่มช่อง หมายเหตุ (note) ที่คะแนนนี้เพื่ออธิบาย",
        "correct the number; if the source really prints it, explain that in note",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for scores without a note that lie outside the range of their parts."""
    del today
    for comparison in compare(cycle):
        if is_reported(cycle, comparison):
            yield CODE.at(
                cycle.record.place(("results", *comparison.path)),
                title=comparison.label,
                printed=comparison.printed,
                way=comparison.way.description,
                computed=comparison.computed,
            )


def is_reported(cycle: Cycle, comparison: Comparison) -> bool:
    """Return whether a printed score is impossible and no note explains it."""
    return comparison.is_impossible and not _note_of(cycle, comparison.path)


def _note_of(cycle: Cycle, path: KeyPath) -> str | None:
    match path:
        case ("instruments", int(index), _):
            return cycle.results.instruments[index].note
        case ("indicators", int(index), _):
            return cycle.results.indicators[index].note
        case _:
            return cycle.results.note
