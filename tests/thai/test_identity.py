"""Whose tax id a number is, and how it is masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai.identity import (
    check_digit_fits,
    is_company_id,
    is_natural_person,
    mask_middle,
    mask_tax_id,
    restore_leading_zero,
)


@pytest.mark.parametrize(
    "tax_id",
    [
        "1111111111119",
        "1-1111-11111-11-9",
        "๑ ๑๑๑๑ ๑๑๑๑๑ ๑๑ ๙",
        "9111111111111",
        "1/1111/11111/11/9",
        "0012345678901",  # a person in no civil register
        "0123489678901",
    ],
)
def test_a_persons_tax_id_is_masked(tax_id: str) -> None:
    assert is_natural_person(tax_id)
    assert mask_tax_id(tax_id) == "xxxxxxxxxxxxx"
    assert mask_tax_id(mask_tax_id(tax_id)) == "xxxxxxxxxxxxx"


@pytest.mark.parametrize(
    "tax_id", ["0105551234567", "0-1055-51234-56-7", "", "-", "123", "x-xxxx-xxxxx-xx-x"]
)
def test_other_texts_stay(tax_id: str) -> None:
    assert not is_natural_person(tax_id)
    assert mask_tax_id(tax_id) == tax_id


@pytest.mark.parametrize(
    ("tax_id", "shown"),
    [
        ("1111111111119, 0105551234567", "xxxxxxxxxxxxx, 0105551234567"),
        ("0105551234567 1-1111-11111-11-9", "0105551234567 xxxxxxxxxxxxx"),
        ("1111111111119/2222222222222", "xxxxxxxxxxxxx/xxxxxxxxxxxxx"),
        ("0105551234567, 1–1111–11111–11–9", "0105551234567, xxxxxxxxxxxxx"),
        ("11111111111192222222222222", "xxxxxxxxxxxxx"),  # two that ran into one
        ("1\u22121111\u221211111\u221211\u22129 5", "xxxxxxxxxxxxx 5"),
        ("1\u00a01111\u00a011111\u00a011\u00a09 / 12", "xxxxxxxxxxxxx / 12"),
        ("１１１１１１１１１１１１９ (2)", "xxxxxxxxxxxxx (2)"),
        ("1\u200b111111111119 (2)", "xxxxxxxxxxxxx (2)"),
        ("1111111111119.0", "xxxxxxxxxxxxx"),
        ("0105551234567, 0012345678909", "0105551234567, xxxxxxxxxxxxx"),
        ("0105551234567, 0123489567890", "0105551234567, xxxxxxxxxxxxx"),
    ],
)
def test_persons_among_others(tax_id: str, shown: str) -> None:
    assert is_natural_person(tax_id)
    assert mask_tax_id(tax_id) == shown


def test_a_number_in_a_message_shows_its_ends() -> None:
    assert mask_middle("1111111111119") == "1xxxxxxxxxx19"
    assert mask_middle("0812345678") == "0xxxxxxx78"
    assert mask_middle(mask_middle("0812345678")) == "0xxxxxxx78"


@given(st.from_regex(r"[0-9]{13}", fullmatch=True))
def test_every_tax_id_is_a_companys_or_a_persons(tax_id: str) -> None:
    assert is_company_id(tax_id) != is_natural_person(tax_id)


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("105551234567", "0105551234567"),
        ("๑ ๐๕๕๕ ๑๒๓๔๕ ๖๗", "0105551234567"),
        ("0-1055-51234-56-7", "0105551234567"),
        ("12345", "12345"),
        ("ไม่มี", "ไม่มี"),
    ],
)
def test_the_zero_that_excel_drops_is_restored(text: str, restored: str) -> None:
    assert restore_leading_zero(text) == restored


@given(st.integers(10**11, 9 * 10**11 - 1))
def test_just_one_check_digit_fits(number: int) -> None:
    assert sum(check_digit_fits(f"{number}{digit}") for digit in range(10)) == 1


def test_check_digits_of_the_card() -> None:
    assert check_digit_fits("1111111111119")
    assert check_digit_fits("1234567890121")
    assert check_digit_fits("1000000000009")
    assert not check_digit_fits("1111111111118")
