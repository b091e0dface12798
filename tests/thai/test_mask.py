"""Tax ids and other numbers as they may be shown."""

import pytest

from oit.thai.mask import hidden, is_natural_person, masked


@pytest.mark.parametrize(
    "tax_id",
    [
        "1111111111119",
        "1-1111-11111-11-9",
        "๑ ๑๑๑๑ ๑๑๑๑๑ ๑๑ ๙",
        "9111111111111",
        "1/1111/11111/11/9",
        "0012345678901",  # of a person in no civil register
        "0123489678901",
    ],
)
def test_that_of_a_person_is_masked(tax_id: str) -> None:
    assert is_natural_person(tax_id)
    assert masked(tax_id) == "xxxxxxxxxxxxx"
    assert masked(masked(tax_id)) == "xxxxxxxxxxxxx"


@pytest.mark.parametrize(
    "tax_id", ["0105551234567", "0-1055-51234-56-7", "", "-", "123", "x-xxxx-xxxxx-xx-x"]
)
def test_every_other_stays(tax_id: str) -> None:
    assert not is_natural_person(tax_id)
    assert masked(tax_id) == tax_id


@pytest.mark.parametrize(
    ("tax_id", "shown"),
    [
        ("1111111111119, 0105551234567", "xxxxxxxxxxxxx, 0105551234567"),
        ("0105551234567 1-1111-11111-11-9", "0105551234567 xxxxxxxxxxxxx"),
        ("1111111111119/2222222222222", "xxxxxxxxxxxxx/xxxxxxxxxxxxx"),
        ("0105551234567, 1–1111–11111–11–9", "0105551234567, xxxxxxxxxxxxx"),
        ("11111111111192222222222222", "xxxxxxxxxxxxx"),  # two that ran into one
    ],
)
def test_persons_among_others(tax_id: str, shown: str) -> None:
    assert is_natural_person(tax_id)
    assert masked(tax_id) == shown


def test_a_number_that_is_told_shows_its_ends() -> None:
    assert hidden("1111111111119") == "1xxxxxxxxxx19"
    assert hidden("0812345678") == "0xxxxxxx78"
    assert hidden(hidden("0812345678")) == "0xxxxxxx78"
