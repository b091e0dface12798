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
        ("{deadline: 2569-03-31}", DEADLINE, []),  # the last day is still left
        ("{deadline: 2569-03-31}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2}", DEADLINE, []),
        ("{period: ไตรมาสที่ 2}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2, deadline: 2569-06-30}", AFTER, []),  # postponed
        ("{period: ต่อเนื่อง}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: ongoing}]}", AFTER, HERE),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: done}]}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, done: [ประชุม]}]}", AFTER, []),
        ("{period: ไตรมาสที่ 2, progress: [{round: ๖}]}", AFTER, HERE),  # without contents
        ("{period: ไตรมาสที่ 2, progress: [{round: 6, status: cancelled}]}", AFTER, []),
    ],
)
def test_a_measure_past_its_deadline(measure: str, today: date, expected: list[Place]) -> None:
    text = f"measures:\n  - {measure}\n"
    assert places(asked_of_cycle(overdue_measure, text, today=today)) == expected


def test_the_message_formats_the_deadline_by_language() -> None:
    text = "measures: [{name: อบรม, period: ไตรมาสที่ 2}]"
    (finding,) = asked_of_cycle(overdue_measure, text, today=AFTER)
    assert "เลยกำหนดแล้วเสร็จ 31 มีนาคม 2569 แต่" in finding.message()
    assert "was due on 2026-03-31," in finding.message("en")
