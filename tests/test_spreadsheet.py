"""Workbooks begin alike, whichever comes first."""

import io
from copy import deepcopy

from oit import spreadsheet
from oit.spreadsheet import new_workbook


def test_no_workbook_changes_what_the_next_is_made_with() -> None:
    before = deepcopy(spreadsheet._OPTIONS)
    first, second = io.BytesIO(), io.BytesIO()
    for out in (first, second):
        new_workbook(out, "ก").close()
    assert before == spreadsheet._OPTIONS
    assert first.getvalue() == second.getvalue()
