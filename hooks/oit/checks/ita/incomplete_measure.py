"""OIT501 · มาตรการไม่มีผู้รับผิดชอบหรือกำหนดเสร็จ · A measure without an owner or a deadline

ไทย
    มาตรการที่ไม่มีผู้รับผิดชอบหรือไม่มีกำหนดแล้วเสร็จ จะติดตามไม่ได้ว่าใครต้องทำอะไรเมื่อใด
    กรอกช่อง owner และ deadline ของมาตรการนั้น ถ้าช่อง period บอกเดือนหรือไตรมาสสุดท้าย
    (เช่น ไตรมาสที่ 1 หรือ ต.ค. 2568 – มี.ค. 2569) โปรแกรมถือวันสุดท้ายของช่วงนั้นเป็นกำหนดแล้วเสร็จ

English
    A measure without an owner or a deadline cannot be followed up. Fill in owner and deadline.
    If the period gives the last month or quarter (such as ไตรมาสที่ 1 or ต.ค. 2568 – มี.ค. 2569),
    the last day of that period is the deadline.

fails data/2569/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1], owner: สำนักปลัด, period: ต่อเนื่อง}

passes data/2569/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1], owner: สำนักปลัด, period: ไตรมาสที่ 4}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT501",
    Severity.WARNING,
    Bilingual("มาตรการ “{name}” ไม่มีกำหนดแล้วเสร็จ", "the measure “{name}” has no deadline"),
    Bilingual(
        "กรอกช่อง กำหนดแล้วเสร็จ (deadline) หรือเขียนช่อง ระยะเวลา (period) "
        "ให้บอกเดือนหรือไตรมาสสุดท้าย เช่น ไตรมาสที่ 2",
        "fill in deadline, or write a period that gives the last month or quarter",
    ),
    __doc__,
)
OWNER = Code(
    "OIT501",
    Severity.WARNING,
    Bilingual("มาตรการ “{name}” ไม่มีผู้รับผิดชอบ", "the measure “{name}” has no owner"),
    Bilingual("กรอกช่อง owner (หรือ lead) ของมาตรการนี้", "fill in owner (or lead) of this measure"),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Check that each measure has an owner and a deadline.

    If the year's checklist requires the owner, its element reports the missing owner as a gap.
    """
    del today
    for index, measure in enumerate(cycle.form.measures):
        place, name = cycle.record.place(("measures", index)), cycle.name_of(index)
        is_owned = all(part.owner or part.lead for part in measure.split())
        if not is_owned and "owner" not in cycle.required_fields:
            yield OWNER.at(place, name=name)
        if cycle.deadline_of(measure) is None:
            yield CODE.at(place, name=name)
