"""The check ``no_winner``: does a signed contract say with whom, and at what price?"""

from pathlib import Path

import pytest

from given import Place, places
from oit.checks.procurement import no_winner
from procurement.reading import asked, in_table, in_yaml

CASES = [
    ("ลงนามในสัญญาแล้ว", "ร้าน ก", "500", False),
    ("ลงนามในสัญญาแล้ว", "", "500", True),
    ("ลงนามในสัญญาแล้ว", "ร้าน ก", "", True),
    ("ลงนามในสัญญาแล้ว", "-", "-", True),
    ("ลงนามในสัญญาแล้ว", "ร้าน ก", "0", False),  # nought is a price
    ("ยังไม่ลงนามในสัญญา", "", "", False),
    ("ยกเลิก", "", "", False),
    ("", "", "", False),
]


@pytest.mark.parametrize(("status", "winner", "price", "told"), CASES)
def test_of_a_list(status: str, winner: str, price: str, *, told: bool) -> None:
    text = f"""\
    purchases:
      - name: ก
        winner: '{winner}'
        agreed_price: '{price}'
        status: '{status}'
    """
    expected: list[Place] = [("OIT614", 5, 5)] if told else []
    assert places(asked(no_winner, in_yaml(text))) == expected


@pytest.mark.parametrize(("status", "winner", "price", "told"), CASES)
def test_of_a_table(tmp_path: Path, status: str, winner: str, price: str, *, told: bool) -> None:
    table = f"name,agreed_price,status,winner\nก,,,\nข,{price},{status},{winner}\n"
    expected: list[Place] = [("OIT614", 3, 3)] if told else []
    assert places(asked(no_winner, in_table(tmp_path, table))) == expected


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (both,) = asked(no_winner, in_table(tmp_path, "name,status\nก,สิ้นสุดสัญญา\n"))
    thai, english = both.message(), both.message("en")
    assert thai == "“ก”: สถานะ “สิ้นสุดสัญญา” แต่ยังไม่มีผู้ได้รับการคัดเลือก และราคาที่ตกลงซื้อหรือจ้าง (บาท)"
    assert english.endswith("but there is no winner and agreed_price")
    (one,) = asked(no_winner, in_yaml("purchases: [{name: ก, status: สัญญา, winner: ข}]"))
    assert one.hint("en") == "fill in agreed_price, or mend the status"
