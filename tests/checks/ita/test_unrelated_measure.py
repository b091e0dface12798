"""The check ``unrelated_measure``: does a measure refer to a question or an indicator?"""

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
def test_a_missing_topic_that_the_checklist_requires_is_not_reported_here(
    measure: str, expected: list[Place]
) -> None:
    found = asked_of_cycle(unrelated_measure, f"measures:\n  - {measure}\n", required_fields=ASKED)
    assert places(found) == expected


def test_the_message_gives_the_name_or_the_topic() -> None:
    found = asked_of_cycle(unrelated_measure, "measures: [{name: อบรม}, {topic: 2}]")
    assert [finding.message("en") for finding in found] == [
        "the measure “อบรม” names neither a question nor an indicator",
        "the measure “การให้บริการและระบบ E-Service” names neither a question nor an indicator",
    ]
