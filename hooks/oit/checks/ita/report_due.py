"""OIT505 · ถึงกำหนดรายงานความก้าวหน้าแล้ว · A progress report is due

ไทย
    สิ้นรอบ 6 เดือน (31 มีนาคม) หรือรอบ 12 เดือน (30 กันยายน) แล้ว แต่มาตรการที่เริ่มแล้วยังไม่มีความก้าวหน้าของรอบนั้น
    กรอกช่อง progress ของแต่ละมาตรการ เช่น {round: 6, status: ongoing, done: [สิ่งที่ดำเนินการ]}
    มาตรการที่แล้วเสร็จในรอบแรกไม่ต้องรายงานซ้ำในรอบ 12 เดือน

English
    A reporting period of 6 months (31 March) or 12 months (30 September) has ended, but measures
    that have begun have no progress for it. Fill in progress of each measure, for example
    {round: 6, status: ongoing, done: [what was done]}. A measure that was finished in the first
    period need not be reported again for 12 months.

fails data/2568/ita.yml
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1], owner: สำนักปลัด, deadline: 2570-03-31}

passes data/2568/ita.yml
    measures:
      - name: อบรมเจ้าหน้าที่
        questions: [i1]
        owner: สำนักปลัด
        deadline: 2570-03-31
        progress:
          - {round: 6, status: ongoing, done: [อบรมครั้งที่ 1]}
          - {round: 12, status: ongoing, done: [อบรมครั้งที่ 2]}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.forms.ita import ROUNDS
from oit.ita.cycle import Cycle
from oit.thai import dates

CODE = Code(
    "OIT505",
    Severity.WARNING,
    Bilingual(
        "สิ้นรอบ {months} เดือนเมื่อ {ended} แล้ว มาตรการที่ยังไม่มีความก้าวหน้า {count} มาตรการ: {names}",
        "the {months}-month period ended on {ended}; {count} measure(s) have no progress: {names}",
    ),
    Bilingual(
        "กรอกช่อง ความก้าวหน้า (progress) ของแต่ละมาตรการ "
        "เช่น {{round: {months}, status: ongoing, done: [...]}}",
        "fill in progress of each measure, as in {{round: {months}, status: ongoing, done: [...]}}",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for ended periods without progress; overdue measures are already reported."""
    measures = list(enumerate(cycle.form.measures))
    for months in ROUNDS:
        ended = cycle.end_of(months)
        lacking = [
            (index, measure)
            for index, measure in measures
            if today > ended
            and cycle.owes_progress(measure, months)
            and not cycle.is_overdue(measure, today)
        ]
        if lacking:
            yield CODE.at(
                cycle.record.place(("measures", lacking[0][0])),
                months=months,
                ended=dates.day_in_both(ended),
                count=len(lacking),
                names=", ".join(f"“{cycle.name_of(index)}”" for index, _ in lacking),
            )
