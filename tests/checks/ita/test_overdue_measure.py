"""The check ``overdue_measure``: is a measure done by its deadline?"""

from datetime import date

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import overdue_measure

HERE = [("OIT502", 2, 5)]
DEADLINE, AFTER = date(2026, 3, 31), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("measure", "today", "expected"),
    [
        ("{deadline: 2569-03-31}", DEADLINE, []),  # the whole of its last day is left
        ("{deadline: 2569-03-31}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2}", DEADLINE, []),
        ("{period: ไตรมาสที่ 2}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2, deadline: 2569-06-30}", AFTER, []),  # it was put off
        ("{period: ต่อเนื่อง}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: ongoing}]}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: done}]}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, done: [ประชุม]}]}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: ๖}]}", AFTER, HERE),  # it says nothing
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: cancelled}]}", AFTER, []),
    ],
)
def test_a_measure_past_its_deadline(measure: str, today: date, expected: list[Place]) -> None:
    text = f"measures:\n  - {measure}\n"
    assert places(asked_of_cycle(overdue_measure, text, today=today)) == expected


def test_the_deadline_is_said_as_each_language_writes_days() -> None:
    text = "measures: [{name: อบรม, period: ไตรมาสที่ 2}]"
    (finding,) = asked_of_cycle(overdue_measure, text, today=AFTER)
    assert "เลยกำหนดแล้วเสร็จ 31 มีนาคม 2569 แต่" in finding.message()
    assert "was due on 2026-03-31;" in finding.message("en")
