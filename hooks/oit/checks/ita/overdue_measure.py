"""OIT502 · มาตรการเลยกำหนดแล้วแต่ยังไม่แล้วเสร็จ · A measure past its deadline

ไทย
    เลยกำหนดแล้วเสร็จของมาตรการแล้ว แต่ยังไม่มีความก้าวหน้า หรือความก้าวหน้าล่าสุดบอกว่ายังไม่เสร็จ
    กรอกช่อง progress ว่าทำอะไรไปแล้ว (done) และสถานะ (status) หรือเลื่อน deadline ถ้าผู้บริหารอนุมัติให้เลื่อน

English
    The deadline of the measure has passed, but there is no progress, or the latest progress says
    that it is not done. Fill in progress with what was done (done) and the status (status), or
    move the deadline if the executive has approved that.

fails data/2568/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1], owner: สำนักปลัด, deadline: 2568-03-31}

passes data/2568/ita.yml
    measures:
      - name: อบรมเจ้าหน้าที่
        questions: [i1]
        owner: สำนักปลัด
        deadline: 2568-03-31
        progress:
          - {round: 6, status: done, done: [อบรม 2 ครั้ง]}
          - {round: 12, status: done, done: [ประเมินผลการอบรม]}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle
from oit.thai import dates

CODE = Code(
    "OIT502",
    Severity.WARNING,
    Bilingual(
        "มาตรการ “{name}” เลยกำหนดแล้วเสร็จ {deadline} แต่ยังไม่มีความก้าวหน้าที่แล้วเสร็จ",
        "the measure “{name}” was due on {deadline}, but no progress reports it as done",
    ),
    Bilingual(
        "กรอกช่อง ความก้าวหน้า (progress) ของมาตรการนี้: สิ่งที่ดำเนินการ (done) และ สถานะ (status)",
        "fill in progress of this measure: done is what was done, status is its status",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for measures that are overdue on a day."""
    for index, measure in enumerate(cycle.form.measures):
        deadline = cycle.deadline_of(measure)
        if deadline and cycle.is_overdue(measure, today):
            yield CODE.at(
                cycle.record.place(("measures", index)),
                name=cycle.name_of(index),
                deadline=dates.day_in_both(deadline),
            )
