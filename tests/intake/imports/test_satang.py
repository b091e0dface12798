"""Baht and satang in columns of their own are one amount, or the cell is named."""

import pytest

from intake.imports.tables import read_table, told, values

HEADS = """
สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2568
งานที่จัดซื้อหรือจัดจ้าง | วงเงินงบประมาณ | | ราคากลาง |
"""


@pytest.mark.parametrize("below", ["| บาท | สต. | บาท | สต.", "| | สตางค์ | | สตางค์"])
@pytest.mark.parametrize(
    ("baht", "satang", "amount"),
    [
        ("11860", "50", "11860.50"),
        ("11,860", "5", "11860.05"),
        ("๑๑๘๖๐", "๕๐", "11860.50"),
        ("11860", "-", "11860"),
        ("11860", "", "11860"),
    ],
)
def test_satang_belong_to_the_baht_beside_them(
    below: str, baht: str, satang: str, amount: str
) -> None:
    reading = read_table("procurement", f"{HEADS}{below}\nซื้อกระดาษ | {baht} | {satang} | 100 | 75")
    assert values(reading, "budget", "reference_price") == [(amount, "100.75")]
    assert told(reading) == []


@pytest.mark.parametrize(("baht", "satang"), [("11860", "5ก"), ("11860", "125"), ("", "50")])
def test_what_is_no_satang_is_named_and_no_amount_is_guessed(baht: str, satang: str) -> None:
    row = f"ซื้อกระดาษ | {baht} | {satang} | 100 |"
    reading = read_table("procurement", f"{HEADS}| บาท | สต. | บาท | สต.\n{row}")
    assert values(reading, "budget", "reference_price") == [("", "100")]
    assert len(told(reading)) == 1
