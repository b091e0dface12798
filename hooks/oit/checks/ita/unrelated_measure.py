"""OIT504 · มาตรการไม่บอกว่าแก้ข้อใด · A measure that answers no question

ไทย
    มาตรการควรตอบผลการประเมิน แต่มาตรการนี้ไม่บอกว่าเกี่ยวกับข้อคำถามหรือตัวชี้วัดใด
    กรอกช่อง questions เช่น [i1, e3, O12] หรือช่อง indicator เช่น 9

English
    A measure should answer the results, and this one names no question and no indicator.
    Fill in questions, as in [i1, e3, O12], or indicator, as in 9.

fails data/2569/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, topic: 6, owner: สำนักปลัด, period: ไตรมาสที่ 4}

passes data/2569/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, topic: 6, indicator: 1, owner: สำนักปลัด, period: ไตรมาสที่ 4}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT504",
    Severity.WARNING,
    Bilingual(
        "มาตรการ “{name}” ไม่บอกว่าแก้ข้อคำถามหรือตัวชี้วัดใด",
        "the measure “{name}” names no question and no indicator",
    ),
    Bilingual(
        "กรอกช่อง questions เช่น [i1, O12] หรือ indicator เช่น 9",
        "fill in questions, as in [i1, O12], or indicator, as in 9",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for measures that name no question and no indicator."""
    del today
    for index, measure in enumerate(cycle.form.measures):
        # Where the checklist asks for a topic at least, that none is named is told as a gap.
        told = "topic" in cycle.asked and measure.topic is None
        if not (measure.questions or measure.indicator or told):
            yield CODE.at(cycle.record.place(("measures", index)), name=cycle.name_of(index))
