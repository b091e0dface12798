"""The check ``wrong_level``: does the printed level go with the printed total?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import wrong_level

HERE = [("OIT512", 3, 3)]


def instruments(iit: str, eit: str, oit: str) -> str:
    scores = {"IIT": iit, "EIT": eit, "OIT": oit}
    listed = ", ".join(f"{{id: {name}, score: {score}}}" for name, score in scores.items())
    return f"instruments: [{listed}]"


@pytest.mark.parametrize(
    ("year", "results", "expected"),
    [
        # Na Kham and Chae Ramae, as printed.
        (2569, ["total: 83.03", "level: ต้องปรับปรุง"], []),
        (2565, ["total: 78.77", "level: B"], []),
        (2565, ["total: 78.77", "level: b"], []),
        (2565, ["total: 78.77", "level: A"], HERE),
        (2569, ["total: 83.03", "level: ผ่าน"], HERE),
        (2569, ["total: 83.03", "level: B"], HERE),  # that was another scale
        # From 2566 on one instrument below 85 is enough.
        (2569, ["total: 94.64", "level: ผ่าน", instruments("97", "84", "100")], []),
        (2569, ["total: 94.64", "level: ผ่านดี", instruments("97", "84", "100")], HERE),
        (2569, ["total: 94.64", "level: ผ่านดี", instruments("97", "85", "100")], []),
        # What is not known is not called wrong.
        (2569, ["total: 94.64", "level: ผ่านดี"], []),
        (2569, ["total: 94.64", "level: '-'"], []),
        (2569, ["total: 90", "level: ผ่าน"], []),
        # But what none of the possible levels is, is wrong.
        (2569, ["total: 90", "level: ผ่านดีเยี่ยม"], HERE),
        (2569, ["total: 90", "level: ต้องปรับปรุง"], HERE),
        (2569, ["announced: 2568-08-18", "level: ผ่าน"], []),
        (2564, ["total: 94.64", "level: ผ่าน"], []),
    ],
)
def test_the_level_is_that_of_the_years_scale(
    year: int, results: list[str], expected: list[Place]
) -> None:
    text = "results:\n" + "".join(f"  {line}\n" for line in results)
    assert places(asked_of_cycle(wrong_level, text, year)) == expected


@pytest.mark.parametrize(("note", "expected"), [("'-'", []), ("ตามเอกสาร", HERE)])
def test_of_a_total_that_cannot_be_the_level_is_not_told_as_well(
    note: str, expected: list[Place]
) -> None:
    # With a note it is taken as printed.
    scores = instruments("100", "98", "59")
    text = f"results:\n  total: 8.303\n  level: ต้องปรับปรุง\n  note: {note}\n  {scores}"
    assert places(asked_of_cycle(wrong_level, text)) == expected


def test_the_right_level_is_said_with_its_year() -> None:
    (finding,) = asked_of_cycle(wrong_level, "results: {total: 83.03, level: ผ่าน}")
    assert finding.message() == ('ระดับที่พิมพ์ไว้คือ "ผ่าน" แต่คะแนน 83.03 ตามเกณฑ์ปี 2568 คือ "ต้องปรับปรุง"')
    assert 'by the scale of 2568, 83.03 is "ต้องปรับปรุง"' in finding.message("en")
