"""Spreadsheets that the worker reads."""

from pathlib import Path

import pytest
import xlsxwriter

from oit.bilingual import Bilingual
from oit.spreadsheets import isolated
from oit.spreadsheets.isolated import read_workbook
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Merge, Worksheet
from oit.spreadsheets.workbook import read_workbook as read_here


def test_the_sheets_are_those_that_the_reader_makes(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("แผ่นแรก")
    sheet.write_formula(0, 0, "=1/0", None, "#DIV/0!")
    sheet.merge_range("B2:C3", "ผสาน")
    book.close()
    (read,) = read_workbook(path)
    assert [read] == read_here(path)
    assert read.place(0, 1).en == "ก.xlsx [แผ่นแรก] row 1 column B"


def test_every_field_of_a_sheet_returns_as_it_was() -> None:
    words = Bilingual("ไทย", "English")
    merged, hidden = [Merge(0, 1, 2, 3)], (range(1, 3),)
    sheet = Worksheet("a", "1", [["x"]], merged, ["result[0]"], hidden, [(words, words)])
    empty = vars(Worksheet("", "", []))
    assert [name for name in empty if vars(sheet)[name] == empty[name]] == [], "not tested"
    copy = isolated._from_plain(isolated._to_plain(sheet))
    assert copy == sheet
    assert type(copy.merged[0]) is Merge
    assert {type(words) for remark in copy.remarks for words in remark} == {Bilingual}


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "damaged")]
)
def test_a_refusal_is_that_of_the_reader(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as caught:
        read_workbook(path)
    assert reason in caught.value.reason.en
