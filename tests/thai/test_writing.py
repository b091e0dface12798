"""Digits, blanks, and the form in which texts are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import writing
from thai.spellings import DIFFERENT, SPELLINGS


@given(st.text())
def test_thai_digits_there_and_back(text: str) -> None:
    assert writing.arabic(writing.thai_digits(text)) == writing.arabic(text)
    assert writing.thai_digits(writing.arabic(text)) == writing.thai_digits(text)


def test_only_digits_are_changed() -> None:
    assert writing.arabic("หมู่ ๓ ถนน 5") == "หมู่ 3 ถนน 5"
    assert writing.thai_digits("หมู่ ๓ ถนน 5") == "หมู่ ๓ ถนน ๕"


@pytest.mark.parametrize(
    "text", ["", " ", "-", "--", "–", "—", "...", "…", " - ", "\u00a0", "\u200b", "\ufeff", ". . ."]
)
def test_blank(text: str) -> None:
    assert writing.is_blank(text)


@pytest.mark.parametrize("text", ["0", "ไม่มี", "-1", "*", "null", "~", "no"])
def test_not_blank(text: str) -> None:
    assert not writing.is_blank(text)


@pytest.mark.parametrize(("text", "same"), SPELLINGS)
def test_texts_that_look_alike_are_equal_when_folded(text: str, same: str) -> None:
    assert writing.fold(text) == writing.fold(same)


@pytest.mark.parametrize(("text", "other"), [*DIFFERENT, ("กก", "ก ก")])
def test_texts_that_differ_stay_different(text: str, other: str) -> None:
    assert writing.fold(text) != writing.fold(other)


def test_text_in_the_usual_spelling_is_unchanged_when_folded() -> None:
    text = "องค์การบริหารส่วนตำบลหนองน้ำใส ผู้ชนะเสนอราคา 1,500 บาท ที่ตั้ง สิทธิ์ วันที่ 5 พ.ย. 2568"
    assert writing.fold(text) == text


ODD_TEXTS = st.text() | st.text("กเแาำ ่้๊๋ิีุู็์ํั\u200b๑1A\uf70a\uf711“–Ａ")


@given(ODD_TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert writing.fold(writing.fold(text)) == writing.fold(text)


@given(st.lists(ODD_TEXTS.filter(lambda text: "\0" not in text), min_size=1))
def test_texts_are_folded_together_as_each_by_itself(texts: list[str]) -> None:
    together = writing.fold_together(texts).split("\0")
    assert [text.strip(" ") for text in together] == [*map(writing.fold, texts)]


@given(st.lists(ODD_TEXTS | st.sampled_from(["\0", "ก\0 ข", "`A`"])))
def test_many_texts_are_folded_as_each_by_itself_whatever_they_contain(texts: list[str]) -> None:
    assert writing.fold_each(texts) == [*map(writing.fold, texts)]


@given(ODD_TEXTS)
def test_writing_the_usual_spelling_twice_changes_nothing(text: str) -> None:
    normal = writing.normalize_spelling(text)
    assert writing.normalize_spelling(normal) == normal


@given(ODD_TEXTS)
def test_normal_spelling_keeps_case_digits_and_spaces(text: str) -> None:
    normal = writing.normalize_spelling(text)
    assert writing.fold(normal) == writing.fold(text)
    if text.isascii():
        assert normal == text


@pytest.mark.parametrize(
    "part", ["\u0e4d", "\u0e4d\u0e47", "\u0e33", "\u0e33\u0e34", "\u0e47", "เเ", "\u200b"]
)
def test_long_texts_take_no_longer_for_their_length(part: str) -> None:
    # Quadratic patterns took 40 seconds.
    assert writing.fold(part * 40_000 + "x").endswith("x")
