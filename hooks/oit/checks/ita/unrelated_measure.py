"""OIT504 · มาตรการไม่บอกว่าแก้ข้อใด · A measure that refers to no question

ไทย
    มาตรการควรตอบผลการประเมิน แต่มาตรการนี้ไม่บอกว่าเกี่ยวกับข้อคำถามหรือตัวชี้วัดใด
    กรอกช่อง questions เช่น [i1, e3, O12] หรือช่อง indicator เช่น 9

English
    A measure should respond to the results of the assessment, but this one names neither a
    question nor an indicator. Fill in questions, such as [i1, e3, O12], or indicator, such as 9.

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
        "the measure “{name}” names neither a question nor an indicator",
    ),
    Bilingual(
        "กรอกช่อง ข้อที่เกี่ยวข้อง (questions) เช่น [i1, O12] หรือ ตัวชี้วัดที่ (indicator) เช่น 9",
        "fill in questions, such as [i1, O12], or indicator, such as 9",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for measures that name neither a question nor an indicator."""
    del today
    for index, measure in enumerate(cycle.form.measures):
        # If the checklist requires at least a topic, a missing topic is reported as a gap.
        is_gap = "topic" in cycle.required_fields and measure.topic is None
        if not (measure.all_questions or measure.indicator or is_gap):
            yield CODE.at(cycle.record.place(("measures", index)), name=cycle.name_of(index))
