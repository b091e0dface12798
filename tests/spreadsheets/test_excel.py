"""Workbooks begin alike, whichever comes first."""

import io
from copy import deepcopy

from oit.spreadsheets import excel
from oit.spreadsheets.excel import new_workbook


def test_no_workbook_changes_what_the_next_is_made_with() -> None:
    before = deepcopy(excel._OPTIONS)
    first, second = io.BytesIO(), io.BytesIO()
    for out in (first, second):
        new_workbook(out, "ก").close()
    assert before == excel._OPTIONS
    assert first.getvalue() == second.getvalue()
