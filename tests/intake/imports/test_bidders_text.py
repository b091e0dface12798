"""Names and prices in one cell, in the layouts that offices use."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit.forms.bidders import write_bidders
from oit.intake.imports.bidders_text import has_number, read_bids, read_own_bidders, read_prices
from oit.intake.imports.readers import Cells
from oit.thai.amounts import UnclearAmountError
from oit.thai.writing import thai_digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ร้าน ก 46,730.00 บาท", [("ร้าน ก", "46730.00")]),
        ("ร้าน ก\n46,730.00", [("ร้าน ก", "46730.00")]),
        ("ร้าน ก\nราคาที่เสนอ 46,730 บาท", [("ร้าน ก", "46730")]),
        ("ร้าน ก / 46,730.-", [("ร้าน ก", "46730")]),
        ("ร้าน ก (46,730.00)", [("ร้าน ก", "46730.00")]),
        ("ร้าน ก ๔๖,๗๓๐.๐๐ บาท", [("ร้าน ก", "46730.00")]),
        ("ร้าน ก 500", [("ร้าน ก", "500")]),
        ("ร้าน ก", [("ร้าน ก", None)]),
        ("บริษัท 2000 จำกัด 5,000 บาท", [("บริษัท 2000 จำกัด", "5000")]),
        ("ร้านรุ่งเรือง 2000\n5,000.00", [("ร้านรุ่งเรือง 2000", "5000.00")]),
        ("1. ร้าน ก เสนอ 500 บาท 2. ร้าน ข เสนอ 600 บาท", [("ร้าน ก", "500"), ("ร้าน ข", "600")]),
        ("1) ร้าน ก\n500\n2) ร้าน ข\n600", [("ร้าน ก", "500"), ("ร้าน ข", "600")]),
        ("ร้าน ก 500\nร้าน ข 600", [("ร้าน ก", "500"), ("ร้าน ข", "600")]),
        ("ร้าน ก\nร้าน ข", [("ร้าน ก", None), ("ร้าน ข", None)]),
        ("1. ร้าน ก\n2. อื่น ๆ", [("ร้าน ก", None), ("อื่น ๆ", None)]),
        # A long name continues on the next line.
        ("บริษัท ตัวอย่าง\nการช่าง จำกัด\n500 บาท", [("บริษัท ตัวอย่าง การช่าง จำกัด", "500")]),
        ("ร้าน ก\n500\nบาท", [("ร้าน ก", "500")]),
        # The words before a price are not part of the name, wherever lines break.
        ("หจก. ตัวอย่างการค้า\nราคาที่ตกลงซื้อ 11,850.00 บาท", [("หจก. ตัวอย่างการค้า", "11850.00")]),
        ("หจก. ก ราคาที่ตกลงซื้อ\n11,850.00 บาท", [("หจก. ก", "11850.00")]),
        ("หจก. ก\nราคาที่ตกลงซื้อ:\n11,850.00 บาท", [("หจก. ก", "11850.00")]),
        ("ร้าน ข ราคาที่ตกลงจ้าง 9000 บาท", [("ร้าน ข", "9000")]),
        ("ร้าน ข ราคาที่ตกลงจัดซื้อ/จัดจ้าง 9000 บาท", [("ร้าน ข", "9000")]),
        ("ร้าน ข ราคาที่ตกลงซื้อหรือจ้างเป็นเงิน 9000 บาท", [("ร้าน ข", "9000")]),
        ("ร้าน ค ตกลงราคา 9000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ตกลงซื้อในราคา 9000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ตกลงจ้าง 9000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ราคา - 9,000", [("ร้าน ค", "9000")]),
        ("ร้าน ค โดยเสนอราคา 9,000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ราคารวม 9,000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ราคาที่ตกลง\nซื้อ 9,000 บาท", [("ร้าน ค", "9000")]),
        ("ร้าน ค ราคาที่ตกลงซื้อ = 9000", [("ร้าน ค", "9000")]),
        ("ร้านตกลง 9000 บาท", [("ร้านตกลง", "9000")]),
        ("ร้านรับจ้าง 9000 บาท", [("ร้านรับจ้าง", "9000")]),
        ("ร้าน ก = 46730.00 | ร้าน ข", [("ร้าน ก", "46730.00"), ("ร้าน ข", None)]),
        ("-", []),
    ],
)
def test_bids(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(name, None if price is None else str(price)) for name, price in read_bids(text)]
    assert found == expected


@pytest.mark.parametrize("text", ["46,730.00", "ร้าน ก = ถูก | ร้าน ข", "ร้าน ก\n500\n600"])
def test_unreadable_bids_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"price|not readable"):
        read_bids(text)


def test_prices_in_a_separate_column() -> None:
    assert read_prices("500\n๖๐๐.๕๐ บาท") == [Decimal(500), Decimal("600.50")]
    with pytest.raises(ValueError, match="not a price"):
        read_prices("ร้าน ก")


names = st.text(st.sampled_from("กขคงร้านABC 1.|=\\"), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
prices = st.none() | st.decimals(0, 10**9, places=2)


@given(st.lists(st.tuples(names.filter(lambda name: bool(name.strip(" ."))), prices), min_size=1))
def test_own_bidders_read_back(bids: list[tuple[str, Decimal | None]]) -> None:
    assert read_own_bidders(write_bidders(bids)) == bids


TABLE = yaml.safe_load((Path(__file__).parent / "bidders.yml").read_text(encoding="utf-8"))


def test_the_notations_of_offices() -> None:
    assert len(TABLE["bids"]) >= 80
    for text, expected in TABLE["bids"]:
        assert read(text) == expected, text


def test_digits_in_a_name_without_a_price_are_told() -> None:
    for name in TABLE["numbered"]:
        assert read(name) == [[name, None]]
        assert has_number(name), name
        assert Cells(2569).read("bidders", name).numbered == name
        assert Cells(2569).read("name_and_price", name).numbered == name
        assert not Cells(2569).read("bidder_names", name).numbered
    for name in TABLE["not_numbered"]:
        assert not has_number(name), name
        assert not Cells(2569).read("bidders", name).numbered


def read(text: str) -> Any:
    try:
        return [[name, None if price is None else str(price)] for name, price in read_bids(text)]
    except UnclearAmountError:
        return "told"


def test_whole_numbers_are_of_the_name_if_prices_have_a_column() -> None:
    assert read_bids("ร้านรุ่งเรือง 500", whole_numbers=False) == [("ร้านรุ่งเรือง 500", None)]
    assert read_bids("ร้าน ก 500 บาท", whole_numbers=False) == [("ร้าน ก", Decimal(500))]


def test_prices_without_a_unit_are_of_the_tables() -> None:
    million = Decimal(10**6)
    assert read_bids("ร้าน ก 3.5", million) == [("ร้าน ก", Decimal(3_500_000))]
    assert read_bids("ร้าน ก 3.5 ล้านบาท", million) == [("ร้าน ก", Decimal(3_500_000))]
    assert read_bids("ร้าน ก 3.125", million) == [("ร้าน ก", Decimal(3_125_000))]
    for text in ("ร้าน ก 3,500,000 บาท", "ร้าน ก 3,500,000"):
        with pytest.raises(UnclearAmountError, match="unit"):
            read_bids(text, million)


NAMES = st.sampled_from([
    "ร้าน ก", "หจก. เอบีซี", "บริษัท ก จำกัด", "ร้าน 99 วัสดุ", "หจก. ส.1994", "บริษัท 108 ช็อป จำกัด",
    "ร้าน 3 พี่น้อง", "นาย ก ข", "แสงชัย", "ร้าน ก (สาขา 00001)", "ร้าน ก (0105536000315)", "โรงพิมพ์ 2000",
    "ร้านแอร์ 24", "ร้านตกลง", "ABC Co., Ltd.", "ร้านทุกอย่าง 20",
])  # fmt: skip
BEFORE = st.sampled_from([
    " ", "\n", " ราคา ", " เสนอราคา ", " เป็นเงิน ", " / ", "/", " = ", ": ", " (", "\nราคาที่ตกลงซื้อ ",
    " จำนวนเงิน ",
])  # fmt: skip
AFTER = st.sampled_from([
    "", " บาท", "บาท", ".-", ".-บาท", "-บาท", " บาท (รวม VAT)", " บาทถ้วน", " THB", "฿",
    ".- (รวมภาษี 7%)",
])  # fmt: skip
WRITTEN = st.sampled_from([
    lambda amount: f"{amount:,}",
    lambda amount: f"{amount:,.2f}",
    str,
    lambda amount: f"{amount:.2f}",
    lambda amount: thai_digits(f"{amount:,}"),
    lambda amount: f"{amount:,.2f}".replace(",", ", "),
    lambda amount: f"{amount:,}".replace(",", " "),
    lambda amount: f"{amount:,}".replace(",", "."),
])  # fmt: skip


@given(
    st.lists(
        st.tuples(NAMES, BEFORE, st.integers(1, 10**8), WRITTEN, AFTER), min_size=1, max_size=2
    )
)
def test_a_name_and_a_price_are_read_exactly_or_told(
    bids: list[tuple[str, str, int, Callable[[int], str], str]],
) -> None:
    text = "\n".join(
        f"{name}{before}{written(amount)}{after}{')' if '(' in before else ''}"
        for name, before, amount, written, after in bids
    )
    found = read(text)
    right = [(name, Decimal(amount)) for name, _, amount, _, _ in bids]
    if found == "told":
        return
    is_told = any(price is None and has_number(name) for name, price in found)
    priced = [(name, Decimal(price)) for name, price in found if price is not None]
    assert priced == right or (is_told and set(priced) <= set(right)), text
