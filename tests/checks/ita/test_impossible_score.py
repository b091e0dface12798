"""The check ``impossible_score``: is a score within the range of its parts?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import impossible_score

INSTRUMENTS = "instruments: [{id: IIT, score: 80}, {id: EIT, score: 85}, {id: OIT, score: 90}]"
INDICATORS = "indicators: [{id: 9, score: 40, note: ก}, {id: 10, score: 80, note: ก}]"
QUESTIONS = "questions: [{id: i1, score: 90}, {id: i2, score: 80}, {id: i3, score: 70}]"


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (f"  total: 85.5\n  {INSTRUMENTS}", []),
        (f"  total: 82\n  {INSTRUMENTS}", []),  # different but possible
        (f"  total: 95\n  {INSTRUMENTS}", [("OIT513", 2, 3)]),
        (f"  total: 8.55\n  {INSTRUMENTS}", [("OIT513", 2, 3)]),
        ("  total: 95", []),
        (
            """\
  instruments:
    - {id: OIT, score: 39}
    - {id: EIT1, score: 99}
  indicators:
    - {id: 1, score: 50}
    - {id: 9, score: 40}
    - {id: 10, score: 80}
  questions: [{id: i1, score: 90}, {id: i2, score: 80}, {id: i3, score: 70}]
""",
            [("OIT513", 3, 17), ("OIT513", 6, 15)],
        ),
    ],
)
def test_a_mean_lies_between_the_lowest_and_the_highest(
    results: str, expected: list[Place]
) -> None:
    assert places(asked_of_cycle(impossible_score, f"results:\n{results}")) == expected


@pytest.mark.parametrize(
    ("results", "count"),
    [
        # Each score has its own note; that of the total is the note of the results.
        (f"total: 95\n  note: ตามเอกสาร\n  {INSTRUMENTS}", 0),
        (f"total: 95\n  note: '-'\n  {INSTRUMENTS}", 1),
        (f"total: 95\n  notes: [ตามเอกสาร]\n  {INSTRUMENTS}", 1),
        (f"instruments: [{{id: OIT, score: 39, note: ตามเอกสาร}}]\n  {INDICATORS}", 0),
        (f"instruments: [{{id: OIT, score: 39}}]\n  note: ของคะแนนรวม\n  {INDICATORS}", 1),
        (f"indicators: [{{id: 1, score: 50, note: ตามเอกสาร}}]\n  {QUESTIONS}", 0),
        (f"indicators: [{{id: 1, score: 50}}]\n  {QUESTIONS}", 1),
        (
            "instruments: [{id: EIT1, score: 50, note: ตามเอกสาร}]\n  questions: ["
            + ", ".join(f"{{id: e{number}, score: 90}}" for number in range(1, 10))
            + "]",
            0,
        ),
    ],
)
def test_a_note_accepts_the_score_as_printed(results: str, count: int) -> None:
    assert len(asked_of_cycle(impossible_score, f"results:\n  {results}")) == count


def test_the_message_gives_both_scores() -> None:
    text = f"results:\n  total: 95\n  {INSTRUMENTS}"
    (finding,) = asked_of_cycle(impossible_score, text)
    assert finding.message() == ("คะแนนรวม 95 เป็นไปไม่ได้: ถ่วงน้ำหนัก IIT/EIT/OIT 30/30/40 ได้ 85.50")
    assert finding.message("en") == (
        "the total cannot be 95; computed from IIT/EIT/OIT it is 85.50"
    )
