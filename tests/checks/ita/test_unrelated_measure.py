"""The check ``unrelated_measure``: which results does a measure answer?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import unrelated_measure

HERE = ("OIT504", 2, 5)
ASKED = frozenset({"topic", "indicator", "questions"})


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("{questions: [i1]}", []),
        ("{indicator: 9}", []),
        ("{name: อบรม}", [HERE]),
        ("{topic: 2}", [HERE]),
        ("{questions: [], indicator: '-'}", [HERE]),
    ],
)
def test_a_measure_names_questions_or_an_indicator(measure: str, expected: list[Place]) -> None:
    assert places(asked_of_cycle(unrelated_measure, f"measures:\n  - {measure}\n")) == expected


@pytest.mark.parametrize(("measure", "expected"), [("{name: อบรม}", []), ("{topic: 2}", [HERE])])
def test_where_the_checklist_asks_for_one_of_them_that_none_is_there_is_missed_there(
    measure: str, expected: list[Place]
) -> None:
    found = asked_of_cycle(unrelated_measure, f"measures:\n  - {measure}\n", asked=ASKED)
    assert places(found) == expected


def test_the_measure_is_called_by_its_name_or_its_topic() -> None:
    found = asked_of_cycle(unrelated_measure, "measures: [{name: อบรม}, {topic: 2}]")
    assert [finding.message("en") for finding in found] == [
        "the measure “อบรม” names no question and no indicator",
        "the measure “การให้บริการและระบบ E-Service” names no question and no indicator",
    ]
