"""A PDF whose first pages have no text is a scan."""

import pytest

from oit.checks.personal.letters import Letters
from oit.checks.personal.passage import FIELD, LINE, PAGE, Passage

REPORT = "รายงานผลการดำเนินงานประจำปี"


@pytest.mark.parametrize(
    ("passages", "is_scan"),
    [
        ([Passage(PAGE, [""], 1), Passage(PAGE, ["12 - 3"], 2)], True),
        ([Passage(PAGE, [""], 1), Passage(PAGE, [REPORT], 2)], False),
        ([Passage(PAGE, [REPORT[:19]], 1), Passage(PAGE, [REPORT[:19]], 2)], False),
        # A text far behind does not make the pages before it readable.
        ([Passage(PAGE, [""], 1), Passage(PAGE, [REPORT], 21)], True),
        # Notes, and files inside, are not what the pages say.
        ([Passage(PAGE, [""], 1), Passage(FIELD, [REPORT], 1)], True),
        ([Passage(PAGE, [""], 1), Passage(PAGE, [REPORT], 1, inside="a.pdf")], True),
        ([Passage(PAGE, [""], 1, inside="a.pdf")], False),
        ([Passage(LINE, [""], 1)], False),
        ([], False),
    ],
)
def test_letters_on_the_first_pages(passages: list[Passage], is_scan: bool) -> None:
    letters = Letters()
    assert list(letters.counted(passages)) == passages
    assert letters.are_missing is is_scan
