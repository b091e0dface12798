"""One spelling of long numbers, and the way back to the text they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai.number_text import number_text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("", ""),
        ("เลข 1-2345", "เลข 1-2345"),
        ("๑–๒\u00a0๓", "1-2 3"),
        ("１－２\u3000３．４", "1-2 3.4"),
        ("1\u22122", "1-2"),
        ("1\u200b2\u00ad3\ufeff", "123"),
        ("1\u20e3 2\ufe0f\u20e3", "1 2"),
        ("＋６６ （๐）", "+66 (0)"),
    ],
)
def test_digits_and_what_separates_them(text: str, spelled: str) -> None:
    assert number_text(text).text == spelled


@given(st.text("12๓ก\u200b\u00ad-\u2013\u00a0\ufeff", max_size=30))
def test_every_character_has_its_place(text: str) -> None:
    plain = number_text(text)
    for at, letter in enumerate(plain.text):
        start, end = plain.original(at, at + 1)
        assert number_text(text[start:end]).text == letter
