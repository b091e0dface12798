"""The check ``score_differs``: does a printed score match the score computed from its parts?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import impossible_score, score_differs

INSTRUMENTS = """\
  instruments:
    - {id: IIT, score: 87.76}
    - {id: EIT, score: 62.14}
    - {id: OIT, score: 84.71}
"""


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("  total: 78.85\n" + INSTRUMENTS, []),
        ("  total: 78.84\n" + INSTRUMENTS, []),  # rounded differently
        ("  total: 78.77\n" + INSTRUMENTS, [("OIT511", 2, 3)]),
        (INSTRUMENTS + "  total: 78.77\n", [("OIT511", 6, 3)]),
        # A note explains the difference but does not remove it.
        ("  total: 78.77\n  note: ตามเอกสาร\n" + INSTRUMENTS, [("OIT511", 2, 3)]),
        (INSTRUMENTS, []),
        ("  total: 78.77\n", []),
        # Each score is reported at its own place.
        (
            INSTRUMENTS + "  indicators:\n    - {id: 9, score: 84}\n    - {id: 10, score: 84.5}\n",
            [("OIT511", 5, 17)],
        ),
    ],
)
def test_a_score_that_differs(results: str, expected: list[Place]) -> None:
    # 84.71 is outside the range from 84 to 84.5, so the other check reports it as impossible.
    text = "results:\n" + results
    found = asked_of_cycle(score_differs, text) + asked_of_cycle(impossible_score, text)
    assert [(code.replace("513", "511"), *place) for code, *place in places(found)] == expected


def test_an_impossible_score_is_not_reported_again() -> None:
    text = "results:\n  total: 99\n" + INSTRUMENTS
    assert asked_of_cycle(score_differs, text) == []
    assert places(asked_of_cycle(impossible_score, text)) == [("OIT513", 2, 3)]


def test_every_way_to_compute_a_score_is_compared() -> None:
    text = """\
    results:
      instruments: [{id: EIT, score: 90}, {id: EIT1, score: 100}, {id: EIT2, score: 70}]
      indicators: [{id: 6, score: 90}, {id: 7, score: 92}, {id: 8, score: 70}]
    """
    found = asked_of_cycle(score_differs, text)
    assert places(found) == [("OIT511", 2, 27), ("OIT511", 2, 27)]
    assert [finding.message("en") for finding in found] == [
        "EIT: printed as 90, but computed from the indicators 6/7/8 it is 84.00; difference 6.00",
        "EIT: printed as 90, but computed from EIT1/EIT2 it is 85.00; difference 5.00",
    ]


def test_the_message_gives_both_scores_and_the_basis_of_the_formula() -> None:
    questions = ", ".join(f"{{id: O{number}, score: 50}}" for number in range(1, 20))
    text = f"""\
    results:
      indicators: [{{id: 9, score: 38.00}}]
      questions: [{{id: O20, score: 0}}, {questions}]
    """
    (finding,) = asked_of_cycle(score_differs, text)
    assert finding.message() == (
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล: พิมพ์ว่า 38.00 แต่ค่าเฉลี่ยของข้อ O1–O20 ได้ 47.50 ต่างกัน 9.50"
        " (สูตรอนุมานจากแนวปฏิบัติ ยังไม่พบแหล่งยืนยัน)"
    )
    assert finding.message("en") == (
        "indicator 9: printed as 38.00, but computed from O1–O20 it is 47.50; difference 9.50"
        " (inferred; no source confirms it)"
    )


def test_the_message_omits_the_basis_of_a_confirmed_formula() -> None:
    (finding,) = asked_of_cycle(score_differs, "results:\n  total: 78.77\n" + INSTRUMENTS)
    assert finding.message("en") == (
        "the total: printed as 78.77, but computed from IIT/EIT/OIT it is 78.85; difference 0.08"
    )


def test_years_without_a_known_formula_are_not_compared() -> None:
    text = "results:\n  year: 2563\n  total: 78.77\n" + INSTRUMENTS
    assert asked_of_cycle(score_differs, text) == []


def test_an_impossible_score_with_a_note_still_differs() -> None:
    text = "results:\n  total: 95\n  note: ตามเอกสาร\n" + INSTRUMENTS
    assert asked_of_cycle(impossible_score, text) == []
    assert places(asked_of_cycle(score_differs, text)) == [("OIT511", 2, 3)]


def scored(year: int, nine: int, ten: int) -> str:
    """Write the results of a year whose OIT items 1 to 19 got ``nine``, the rest of 26 ``ten``."""
    questions = "".join(
        f"    - {{id: O{number}, score: {nine if number < 20 else ten}}}\n"
        for number in range(1, 27)
    )
    indicators = f"  indicators: [{{id: 9, score: {nine}}}, {{id: 10, score: {ten}}}]\n"
    return f"results:\n  year: {year}\n{indicators}  questions:\n{questions}"


@pytest.mark.parametrize("year", [2569, 2570])
def test_the_items_of_an_earlier_year_are_not_applied_to_results(year: int) -> None:
    # In 2568 indicator 9 had the items up to O20, which would make it 95.
    assert asked_of_cycle(score_differs, scored(year, 100, 0), year + 1) == []


def test_the_items_of_the_year_are_applied_to_its_results() -> None:
    text = scored(2569, 100, 0).replace("{id: O1, score: 100}", "{id: O1, score: 50}")
    assert places(asked_of_cycle(score_differs, text, 2570)) == [("OIT511", 3, 24)]
