"""Amounts: strictly read in data files, leniently in office tables, and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import money, writing
from thai.notations import AMOUNTS

DECIMALS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_money(text: str, amount: str) -> None:
    for read in (money.parse_money, money.read_money):
        assert read(text) == Decimal(amount)
        assert str(read(text)) == str(Decimal(amount))  # as many decimal places as written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "บาท",
        "1,50,000",
        "1,5000",
        "1500,000",
        ",500",
        "1,500,",
        "1.",
        ".5",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "+5",
        "--5",
        "12.000",  # a dot between thousands, or decimals
        "11 860.00",
        "5,000 บาท (หกพันบาทถ้วน)",
        "12.5 บาท 50 สตางค์",
        "ประมาณ 12",
        "1 2",
        "9" * 41,  # Python itself refuses to print numbers of more than 4,300 digits
        "9" * 5000,
    ],
)
def test_not_money(text: str) -> None:
    if text != "12.000":
        with pytest.raises(ValueError, match="not an amount"):
            money.parse_money(text)
    with pytest.raises(ValueError, match="amount"):
        money.read_money(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12 ล้านบาท", "12000000"),
        ("3.5 ล้าน", "3500000"),
        ("1.500.000", "1500000"),
        ("12.000.-", "12000"),
        ("12 บาท 50 สตางค์", "12.5"),
        ("5,000.-(ห้าพันบาทถ้วน)", "5000"),
        ("46,730.-", "46730"),
        ("46,730 .–", "46730"),
        ("500 บาทถ้วน", "500"),
        ("๕๐๐บาท.-", "500"),
        ("ไม่มี.-", "0"),
    ],
)
def test_money_as_only_offices_write_it(text: str, amount: str) -> None:
    assert money.read_money(text) == Decimal(amount)
    with pytest.raises(ValueError, match="not an amount"):
        money.parse_money(text)


@pytest.mark.parametrize("text", [*sorted(money.NO_MONEY), " ไม่ใช้งบประมาณ\u200b"])
def test_words_for_no_money(text: str) -> None:
    assert money.parse_money(text) == money.read_money(text) == 0


@given(DECIMALS)
def test_every_amount_reads_back(amount: Decimal) -> None:
    written = money.format_number(amount)
    for spelling in (written, written.replace(",", ""), f"{written} บาท"):
        assert money.parse_money(spelling) == money.read_money(spelling) == amount
        assert money.parse_money(writing.thai_digits(spelling)) == amount


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (Decimal("1482300.50"), "1,482,300.50"),
        (Decimal("0.00000001"), "0.00000001"),
        (Decimal(-1500), "-1,500"),
    ],
)
def test_numbers_are_written_with_commas_and_all_their_decimal_places(
    number: Decimal | int, written: str
) -> None:
    assert money.format_number(number) == written
