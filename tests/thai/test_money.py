"""Amounts: as officers write them, and as this program does."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import money, writing
from oit.thai.unreadable import UnreadableError
from thai.notations import AMOUNTS

DECIMALS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_money(text: str, amount: str) -> None:
    found = money.read_money(text)
    assert found == Decimal(amount)
    assert str(found) == str(Decimal(amount))  # as many decimal places as written


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
        "12 ล้าน 5 แสนบาท",
        "12.5 บาท 50 สตางค์",
        "1 ล้านบาท 50 สตางค์",
        "(500)",
        "12.000",  # a dot between thousands, or decimals
        "11 860.00",
        "5,000 บาท (หกพันบาทถ้วน)",
        "ประมาณ 12",
        "1 2",
        "9" * 41,  # Python itself refuses to print numbers of more than 4,300 digits
        "9" * 5000,
    ],
)
def test_not_money(text: str) -> None:
    with pytest.raises(UnreadableError):
        money.read_money(text)


def test_what_is_wrong_with_an_amount_is_said() -> None:
    for text, reason in (("1,50,000", "วางเครื่องหมาย , ผิดหลัก"), ("12.000", "จุดอาจคั่นหลักพัน")):
        with pytest.raises(UnreadableError) as raised:
            money.read_money(text)
        assert raised.value.why
        assert reason in raised.value.why.th


@pytest.mark.parametrize("text", [*sorted(money.NO_MONEY), " ไม่ใช้งบประมาณ\u200b"])
def test_words_for_no_money(text: str) -> None:
    assert money.read_money(text) == 0


@given(DECIMALS)
def test_every_amount_reads_back(amount: Decimal) -> None:
    written = money.format_number(amount)
    for spelling in (written, written.replace(",", ""), f"{written} บาท"):
        assert money.read_money(spelling) == amount
        assert money.read_money(writing.thai_digits(spelling)) == amount


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
