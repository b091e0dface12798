"""Text files of rows, and what parts their cells."""

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.delimited import read_delimited
from oit.spreadsheets.limits import RefusedError


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_delimiters(delimiter: str) -> None:
    text = f'a{delimiter}b\n1{delimiter}"2{delimiter}3"\n'
    assert read_delimited(text, "a").rows == [["a", "b"], ["1", f"2{delimiter}3"]]


def test_a_sample_that_cannot_be_split_is_no_reason_to_fail() -> None:
    assert read_delimited("a,b\n1,\x002\n", "a").rows == [["a", "b"], ["1", "\x002"]]


@pytest.mark.parametrize("sign", [",", ";", "\t", "\n", "\r"])
def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    assert read_delimited(f"a,b{sign * 99}", "a.csv").rows
    with pytest.raises(RefusedError, match="too many cells"):
        read_delimited(f"a,b{sign * 101}", "a.csv")


def test_a_cell_that_is_too_long_is_refused() -> None:
    with pytest.raises(RefusedError, match="more than 32,767"):
        read_delimited("name\n" + "x" * 40_000 + "\n", "a.csv")
    with pytest.raises(RefusedError, match="more than 32,767"):
        read_delimited("x" * 200_000, "a.csv")


def test_commas_in_amounts_are_not_the_delimiter() -> None:
    text = "ลำดับ;รายการ;ราคา\n1;ซื้อวัสดุ;1,500,000.50\n2;ซื้อหมึก;1,200,000.00\n"
    assert read_delimited(text, "a").rows[1] == ["1", "ซื้อวัสดุ", "1,500,000.50"]


@pytest.mark.parametrize("line", ["sep=;\n", "SEP=;\r\n", '"sep=;"\r\n'])
def test_a_first_line_for_excel_names_the_delimiter(line: str) -> None:
    # Excel does not show that line, so that the rows are counted without it.
    assert read_delimited(line + "a,b;c\n", "a").rows == [["a,b", "c"]]


def test_a_cell_of_several_lines() -> None:
    text = 'ที่,ผู้เสนอราคา\r\n1,"ร้าน ก\r\nร้าน ""ข"""\r\n2,ร้าน ค\r\n'
    assert read_delimited(text, "a").rows[1:] == [["1", 'ร้าน ก\r\nร้าน "ข"'], ["2", "ร้าน ค"]]
