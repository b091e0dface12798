"""The texts of cells: no spreadsheet runs them, and each can be restored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.spreadsheets.cells import are_inert, column_letters, column_number, inert, original

TEXTS = st.text() | st.from_regex(r"'{0,3}[=+\-@\t\r]?.{0,3}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("ซื้อวัสดุ", "ซื้อวัสดุ"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+66 4500 0000", "'+66 4500 0000"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1", "''=1"),  # an apostrophe that was there already stays
        ("'ก'", "'ก'"),  # … and of an ordinary text is no mark
        ("1-2", "1-2"),
    ],
)
def test_a_text_that_would_be_run_is_marked(text: str, cell: str) -> None:
    assert inert(text) == cell
    assert original(cell) == text


@given(TEXTS)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert original(inert(text)) == text


@given(TEXTS)
def test_no_written_cell_begins_a_formula(text: str) -> None:
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(TEXTS))
def test_many_texts_are_told_to_stay_only_if_all_do(texts: list[str]) -> None:
    stay = [inert(text) == text for text in texts]
    assert all(stay) or not are_inert(texts)
    assert are_inert(["ก", "", "1=1"])


def test_letters_of_columns() -> None:
    for number, letters in ((1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")):
        assert column_letters(number) == letters
        assert column_number(letters) == number
