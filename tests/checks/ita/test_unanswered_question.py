"""The check ``unanswered_question``: is there a measure for every question with a low score?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import unanswered_question

RESULTS = """\
results:
  questions:
    - {id: i1, score: 80}
    - {id: i4, score: 89.99, text: การใช้งบประมาณ}
    - {id: i5, score: 90}
    - {id: O1, score: 0}
    - {id: O2}
"""
I1, I4, O1 = (("OIT503", line, 7) for line in (3, 4, 6))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", [I1, I4, O1]),
        ("measures: [{questions: [i1, i4, ๐๑]}]", []),
        ("measures: [{questions: [i1]}, {questions: [O1]}]", [I4]),
        # An indicator includes all of its questions.
        ("measures: [{indicator: 1}, {indicator: 9}]", [I4]),
        ("measures: [{indicator: 1, questions: [i2]}]", [I1, I4, O1]),
        ("measures: [{name: อบรม}]", [I1, I4, O1]),
        # The agency sets the threshold.
        ("classes: {raise_from: 85}", [I1, O1]),
        ("classes: {raise_from: 0}", []),
    ],
)
def test_every_low_score_requires_a_measure(rest: str, expected: list[Place]) -> None:
    assert places(asked_of_cycle(unanswered_question, RESULTS + rest)) == expected


@pytest.mark.parametrize(
    "results", ["", "results: {total: 50}", "results: {indicators: [{id: 9}]}"]
)
def test_without_questions_nothing_is_found(results: str) -> None:
    assert asked_of_cycle(unanswered_question, results) == []


def test_the_message_gives_the_question_and_its_score() -> None:
    found = asked_of_cycle(unanswered_question, RESULTS, titles={"O1": "โครงสร้าง"})
    assert [finding.message().partition(" คะแนน")[0] for finding in found] == [
        "ข้อ i1 ได้ 80",
        "ข้อ i4 การใช้งบประมาณ ได้ 89.99",
        "ข้อ O1 โครงสร้าง ได้ 0",
    ]
    assert found[0].message("en") == (
        "the question i1 scored 80 and needs improvement, but no measure addresses it"
    )
