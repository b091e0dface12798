"""Thai words that browsers break in the middle."""

import time

import pytest

from oit.thai.compounds import split_at_compounds


def shown(letters: str) -> str:
    """Write the pieces of a text, compounds in brackets."""
    pieces = split_at_compounds(letters)
    return "".join(f"[{text}]" if known else text for text, known in pieces)


@pytest.mark.parametrize(
    ("letters", "pieces"),
    [
        ("งบประมาณ", "[งบประมาณ]"),
        ("ปีงบประมาณ", "[ปีงบประมาณ]"),
        ("การทุจริตและประพฤติมิชอบ", "[การทุจริต]และ[ประพฤติมิชอบ]"),
        ("ประกาศจัดซื้อจัดจ้าง", "[ประกาศ][จัดซื้อจัดจ้าง]"),
        ("เจ้าหน้าที่ของหน่วยงาน", "[เจ้าหน้าที่]ของ[หน่วยงาน]"),
        ("และ", "และ"),
        ("", ""),
    ],
)
def test_compounds_are_found_among_other_words(letters: str, pieces: str) -> None:
    assert shown(letters) == pieces


def test_officers_words_are_compounds_too() -> None:
    assert shown("ปลัดเทศบาลและกองคลัง") == "[ปลัดเทศบาล]และ[กองคลัง]"


@pytest.mark.parametrize(
    ("letters", "pieces"),
    [
        # ดำเนิน|การป้องกัน has as many words, but ดำเนินการ is one of officers.
        ("ดำเนินการป้องกัน", "[ดำเนินการ][ป้องกัน]"),
        # So have ตลอดปี|งบประมาณ and ไม่|มีค่า|ใช้จ่าย.
        ("ตลอดปีงบประมาณ", "ตลอด[ปีงบประมาณ]"),
        ("ไม่มีค่าใช้จ่าย", "ไม่มี[ค่าใช้จ่าย]"),
    ],
)
def test_words_that_overlap_are_read_as_people_do(letters: str, pieces: str) -> None:
    assert shown(letters) == pieces


def test_a_word_neither_begins_nor_ends_within_a_syllable() -> None:
    # What follows งบประมาณ is a mark over its last letter; what precedes it is a vowel of its own.
    assert shown("งบประมาณ์") != "[งบประมาณ]์"
    assert "[งบประมาณ]" not in shown("เงบประมาณ")


@pytest.mark.parametrize("letters", ["ฆฆฆฆ", "์์์", "เเเเ", "กขฃคฅฆงจฉช", "ๆๆ", "งบประมาณ" * 50])
def test_no_letter_is_lost(letters: str) -> None:
    assert "".join(text for text, _ in split_at_compounds(letters)) == letters


def test_time_grows_with_the_text_alone() -> None:
    split_at_compounds("งบประมาณ")
    start = time.process_time()
    split_at_compounds("ประพฤติมิชอบ" * 5_000)
    assert time.process_time() - start < 5
