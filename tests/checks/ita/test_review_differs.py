"""The check ``review_differs``: do the results agree with the assessors' review?"""

from decimal import Decimal

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import review_differs
from oit.findings.finding import Place as InFile
from oit.ita.cycle import GivenScore

GIVEN = {"O7": GivenScore(Decimal(50), InFile("data/2568/review.yml", 4, 5))}


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ("[{id: O7, score: 50}]", []),
        ("[{id: O7, score: 50.00}]", []),
        ("[{id: O7}, {id: O8, score: 0}, {id: i7, score: 80}]", []),
        ("[{id: O7, score: 100}]", [("OIT519", 2, 24)]),
    ],
)
def test_a_score_that_is_in_both_agrees(questions: str, expected: list[Place]) -> None:
    text = f"results:\n  questions: {questions}\n"
    assert places(asked_of_cycle(review_differs, text, given=GIVEN)) == expected


def test_the_message_names_the_other_place() -> None:
    text = "results: {questions: [{id: O7, score: 100}]}\n"
    (finding,) = asked_of_cycle(review_differs, text, given=GIVEN)
    assert finding.message() == "ข้อ O7: ที่นี่ 100 คะแนน แต่ใน data/2568/review.yml:4 50 คะแนน"
