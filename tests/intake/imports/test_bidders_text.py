"""Names and prices in one cell, in the layouts that offices use."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.forms.bidders import write_bidders
from oit.intake.imports.bidders_text import read_bids, read_own_bidders, read_prices


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
    with pytest.raises(ValueError, match=r"price|amount"):
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
