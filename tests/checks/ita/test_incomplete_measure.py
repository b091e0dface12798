"""The check ``incomplete_measure``: does a measure have an owner and a deadline?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import incomplete_measure

HERE = ("OIT501", 2, 5)


def findings_of(measure: str, required_fields: frozenset[str] = frozenset()) -> list[Place]:
    text = f"measures:\n  - {measure}\n"
    return places(asked_of_cycle(incomplete_measure, text, required_fields=required_fields))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("{owner: สำนักปลัด, period: ไตรมาสที่ 2}", []),
        ("{owner: สำนักปลัด, deadline: 2569-03-31}", []),
        ("{lead: สำนักปลัด, period: ตลอดปีงบประมาณ}", []),  # the lead of several units
        ("{period: ไตรมาสที่ 2}", [HERE]),
        ("{owner: '-', period: ไตรมาสที่ 2}", [HERE]),
        ("{owner: สำนักปลัด}", [HERE]),
        ("{owner: สำนักปลัด, period: ต่อเนื่อง}", [HERE]),
        ("{name: อบรม}", [HERE, HERE]),
    ],
)
def test_a_measure_has_an_owner_and_a_deadline(measure: str, expected: list[Place]) -> None:
    assert findings_of(measure) == expected


def test_each_measure_is_reported_at_its_place() -> None:
    text = """\
    measures:
      - {owner: ก, period: ไตรมาสที่ 1}
      - name: อบรม
        period: ไตรมาสที่ 1
      - {owner: ก}
    """
    found = asked_of_cycle(incomplete_measure, text)
    assert places(found) == [("OIT501", 3, 5), ("OIT501", 5, 5)]
    assert found[0].message() == "มาตรการ “อบรม” ไม่มีผู้รับผิดชอบ"
    assert found[1].message("en") == "the measure “มาตรการที่ 3” has no deadline"


def test_an_owner_that_the_checklist_requires_is_not_reported_here() -> None:
    assert findings_of("{name: อบรม}", required_fields=frozenset({"owner"})) == [HERE]
    assert findings_of("{period: ไตรมาสที่ 2}", required_fields=frozenset({"owner", "period"})) == []


def test_every_action_needs_somebody_and_a_day() -> None:
    both = "{owner: ก, deadline: 2569-03-31}"
    assert asked_of_cycle(incomplete_measure, f"measures: [{{actions: [{both}, {both}]}}]") == []
    found = asked_of_cycle(incomplete_measure, f"measures: [{{actions: [{both}, {{finding: ข}}]}}]")
    assert len(found) == 2
