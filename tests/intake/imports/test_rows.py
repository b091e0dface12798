"""Recognizing rows that are not entries."""

import pytest

from oit.intake.imports import rows


@pytest.mark.parametrize(
    "text",
    [
        "รวม",
        "ร ว ม",
        "รวมทั้งสิ้น 3 รายการ",
        "รวมเป็นเงิน",
        "ยอดรวมประจําเดือน ต.ค. ๒๕๖๗",  # ํ and า for ำ
        "Grand Total",
    ],
)
def test_totals(text: str) -> None:
    assert rows.is_total(text)


@pytest.mark.parametrize("text", ["", "ค่าวัสดุรวมติดตั้ง", "รวมมิตรการค้า", "รวม" + "1" * 5000 + "x"])
def test_other_texts_are_not_totals(text: str) -> None:
    assert not rows.is_total(text)


@pytest.mark.parametrize("text", ["ไม่มีการจัดซื้อจัดจ้าง", "ไม่มี\u200bรายการ", "- ไม่มี -"])
def test_statements_that_nothing_was_bought(text: str) -> None:
    assert rows.states_nothing_bought(text)


def test_other_texts_are_not_statements() -> None:
    assert not rows.states_nothing_bought("บริษัท ไม่มีจำกัด")
    assert not rows.states_nothing_bought("ไม่มีรายการ" * 20)
