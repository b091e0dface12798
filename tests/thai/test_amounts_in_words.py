"""Amounts written in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai.amounts_in_words import parse_words, write_words

DIGITS = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า".split()
PLACES = ["", *"สิบ ร้อย พัน หมื่น แสน".split()]


def in_words(number: int) -> str:
    """Write a number as contracts do."""
    if number >= 10**6:
        rest = number % 10**6
        return in_words(number // 10**6) + "ล้าน" + (in_words(rest) if rest else "")
    if number == 0:
        return "ศูนย์"
    words = ""
    for place in range(5, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            continue
        if place == 1 and digit == 1:
            words += "สิบ"
        elif place == 1 and digit == 2:
            words += "ยี่สิบ"
        elif place == 0 and digit == 1 and number > 10:
            words += "เอ็ด"
        else:
            words += DIGITS[digit] + PLACES[place]
    return words


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_every_amount_in_words_reads_back(baht: int, satang: int) -> None:
    words = f"{in_words(baht)}บาท" + (f"{in_words(satang)}สตางค์" if satang else "ถ้วน")
    assert parse_words(words) == Decimal(baht) + Decimal(satang) / 100
    assert parse_words(f"( = {words} = )") == Decimal(baht) + Decimal(satang) / 100


@given(st.integers(0, 10**15))
def test_every_amount_is_written_so_that_it_reads_back(satang: int) -> None:
    amount = Decimal(satang) / 100
    assert parse_words(write_words(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("20", "ยี่สิบบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("110", "หนึ่งร้อยสิบบาทถ้วน"),
        ("99000", "เก้าหมื่นเก้าพันบาทถ้วน"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("11000001", "สิบเอ็ดล้านเอ็ดบาทถ้วน"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("500.50", "ห้าร้อยบาทห้าสิบสตางค์"),
        ("1.004", "หนึ่งบาทถ้วน"),
    ],
)
def test_amounts_are_written_as_in_contracts(amount: str, words: str) -> None:
    assert write_words(Decimal(amount)) == words


def test_less_than_nothing_has_no_words() -> None:
    with pytest.raises(ValueError, match="negative"):
        write_words(Decimal(-1))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("เก้าหมื่นเก้าพันบาทถ้วน", "99000"),
        ("ห้าร้อยบาทห้าสิบสตางค์", "500.5"),
        ("(ร้อยบาทถ้วน)", "100"),
        ("หนึ่ง ล้าน สอง แสน บาท", "1200000"),
        ("สิบเอ็ดบาท", "11"),
        ("เจ็ดสิบห้าสตางค์", "0.75"),
        ("จํานวนบาท", None),  # not a number
        ("บาทถ้วน", None),
        ("ห้าห้าบาท", None),
        ("ห้าร้อยหกพันบาท", None),
        ("ห้าพัน", None),
        ("สองร้อยสตางค์", None),
        ("", None),
    ],
)
def test_amounts_in_words(text: str, amount: str | None) -> None:
    if amount is None:
        with pytest.raises(ValueError, match=r"."):
            parse_words(text)
    else:
        assert parse_words(text) == Decimal(amount)
