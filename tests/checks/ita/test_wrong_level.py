"""The check ``wrong_level``: does the printed level match the printed total?"""

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
        (2569, ["total: 83.03", "level: B"], HERE),  # a level of the old scale
        # From 2566 on, a single instrument below 85 is enough.
        (2569, ["total: 94.64", "level: ผ่าน", instruments("97", "84", "100")], []),
        (2569, ["total: 94.64", "level: ผ่านดี", instruments("97", "84", "100")], HERE),
        (2569, ["total: 94.64", "level: ผ่านดี", instruments("97", "85", "100")], []),
        # An unknown level is not wrong.
        (2569, ["total: 94.64", "level: ผ่านดี"], []),
        (2569, ["total: 94.64", "level: '-'"], []),
        (2569, ["total: 90", "level: ผ่าน"], []),
        # A level that is none of the possible ones is wrong.
        (2569, ["total: 90", "level: ผ่านดีเยี่ยม"], HERE),
        (2569, ["total: 90", "level: ต้องปรับปรุง"], HERE),
        (2569, ["announced: 2568-08-18", "level: ผ่าน"], []),
        (2564, ["total: 94.64", "level: ผ่าน"], []),
    ],
)
def test_the_level_must_match_the_scale_of_the_year(
    year: int, results: list[str], expected: list[Place]
) -> None:
    text = "results:\n" + "".join(f"  {line}\n" for line in results)
    assert places(asked_of_cycle(wrong_level, text, year)) == expected


@pytest.mark.parametrize(("note", "expected"), [("'-'", []), ("ตามเอกสาร", HERE)])
def test_the_level_of_an_impossible_total_is_not_checked(note: str, expected: list[Place]) -> None:
    # With a note the total is accepted as printed.
    scores = instruments("100", "98", "59")
    text = f"results:\n  total: 8.303\n  level: ต้องปรับปรุง\n  note: {note}\n  {scores}"
    assert places(asked_of_cycle(wrong_level, text)) == expected


def test_the_message_gives_the_right_level_and_the_year() -> None:
    (finding,) = asked_of_cycle(wrong_level, "results: {total: 83.03, level: ผ่าน}")
    assert finding.message() == ('ระดับที่พิมพ์ไว้คือ "ผ่าน" แต่คะแนน 83.03 ตามเกณฑ์ปี 2568 คือ "ต้องปรับปรุง"')
    assert '83.03 is "ต้องปรับปรุง" on the scale of 2568' in finding.message("en")
