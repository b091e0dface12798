"""The check ``report_due``: has a reporting period ended without progress?"""

from datetime import date

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import overdue_measure, report_due

HALF, AFTER_HALF = date(2026, 3, 31), date(2026, 4, 1)
END, AFTER_THE_END = date(2026, 9, 30), date(2026, 10, 1)
LONG = "deadline: 2570-09-30"


def at(*lines: int) -> list[Place]:
    return [("OIT505", line, 5) for line in lines]


@pytest.mark.parametrize(
    ("measure", "today", "expected"),
    [
        ("{name: อบรม}", HALF, []),  # the period has not ended
        ("{name: อบรม}", AFTER_HALF, at(2)),
        ("{name: อบรม}", END, at(2)),
        ("{name: อบรม}", AFTER_THE_END, at(2, 2)),
        (f"{{{LONG}, progress: [{{round: 6, status: ongoing}}]}}", END, []),
        (f"{{{LONG}, progress: [{{round: 6, status: ongoing}}]}}", AFTER_THE_END, at(2)),
        # A measure done in the first period need not be reported again.
        (f"{{{LONG}, progress: [{{round: 6, status: done}}]}}", AFTER_THE_END, []),
        # A measure that begins in the second half requires no report for the first.
        ("{period: ไตรมาสที่ 3-4}", END, []),
        ("{period: ตลอดปีงบประมาณ}", AFTER_HALF, at(2)),
    ],
)
def test_a_period_that_has_ended_requires_progress(
    measure: str, today: date, expected: list[Place]
) -> None:
    text = f"measures:\n  - {measure}\n"
    assert places(asked_of_cycle(report_due, text, today=today)) == expected


def test_without_measures_nothing_is_due() -> None:
    assert asked_of_cycle(report_due, "year: 2569", today=AFTER_THE_END) == []


MEASURES = """\
measures:
  - {name: ก, period: ไตรมาสที่ 1}
  - {name: ข, period: ตลอดปีงบประมาณ, progress: [{round: 6, status: ongoing}]}
  - {name: ค, period: ตลอดปีงบประมาณ}
  - {topic: 2}
"""


def test_an_overdue_measure_is_not_reported_again() -> None:
    assert places(asked_of_cycle(overdue_measure, MEASURES, today=AFTER_HALF)) == [("OIT502", 2, 5)]
    assert places(asked_of_cycle(report_due, MEASURES, today=AFTER_HALF)) == at(4)


def test_the_measures_of_a_period_are_reported_together() -> None:
    (finding,) = asked_of_cycle(report_due, MEASURES, today=AFTER_HALF)
    assert finding.message() == (
        "สิ้นรอบ 6 เดือนเมื่อ 31 มีนาคม 2569 แล้ว มาตรการที่ยังไม่มีความก้าวหน้า 2 มาตรการ: "
        "“ค”, “การให้บริการและระบบ E-Service”"
    )
    assert "the 6-month period ended on 2026-03-31; 2 measure(s)" in finding.message("en")
    assert "{round: 6, status: ongoing, done: [...]}" in finding.hint()
    assert "{round: 6, status: ongoing, done: [...]}" in finding.hint("en")
