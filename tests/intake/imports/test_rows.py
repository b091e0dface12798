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
        "Sub-total:",
        "- รวม -",
        "รวม =",
        "รวมท\u0e49\u0e31งส\u0e49\u0e34น",  # the tone marks before the vowels
        "รวม\u200bทั้ง\u200bสิ้น",
        "รวมทั้งสิ้น 2 รายการ เป็นเงิน 24,000.- บาท",
        "รวมเป็นเงินทั้งสิ้น (สองหมื่นสี่พันบาทถ้วน)",
        "รวมวงเงิน",
        "รวมไตรมาสที่ 1",
        "รวมจัดซื้อจัดจ้าง ๕ โครงการ",
        "ยอดยกมาจากหน้าก่อน",
        "ยกไป",
        "ทั้งสิ้น",
        "สรุปยอดรวมทั้งสิ้น/บาท",
        "ยอดสะสมตั้งแต่ต้นปี",
        "รวมสะสมถึงเดือนตุลาคม 2568",
        "ยอดคงเหลือ",
        "รวมเดือนนี้",
    ],
)
def test_totals(text: str) -> None:
    assert rows.is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ค่าวัสดุรวมติดตั้ง",
        "รวมมิตรการค้า",
        "รวมพลังทำความสะอาด",
        "ร้านรวมทรัพย์",
        "สะสมทรัพย์การช่าง",
        "รวม" + "1" * 5000 + "x",
        "รวม" + "เป็นเงิน" * 5000 + "x",
    ],
)
def test_other_texts_are_not_totals(text: str) -> None:
    assert not rows.is_total(text)


def test_totals_of_groups() -> None:
    assert rows.is_total_of_group("รวมแผนงานการศึกษา")
    assert rows.is_total_of_group("ยอดรวมทั้งสิ้นกองช่าง")
    assert rows.begins_like_total("รวมงานถนน")
    assert not rows.is_total_of_group("รวมใจภักดิ์รักพื้นที่สีเขียว")
    assert not rows.begins_like_total("จ้างเหมารวมวัสดุ")


@pytest.mark.parametrize(
    "text", ["ไม่มีการจัดซื้อจัดจ้าง", "ไม่มีจัดซื้อ", "ไม่มี\u200bรายการ", "- ไม่มี -", "ไม่มี"]
)
def test_statements_that_nothing_was_bought(text: str) -> None:
    assert rows.states_nothing_bought(text)


def test_other_texts_are_not_statements() -> None:
    assert not rows.states_nothing_bought("บริษัท ไม่มีจำกัด")
    assert not rows.states_nothing_bought("หลักประกัน ไม่มี")
    assert not rows.states_nothing_bought("ไม่มีรายการ" * 20)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", {2569}),
        ("ปีงบประมาณ 69", {2569}),
        ("ปีงบประมาณ ค.ศ. 2026", {2569}),
        ("ปีงบประมาณ 2568 และปีงบประมาณ 2569", {2568, 2569}),
        ("ข้อบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ. 2568", {2568}),
        ("งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2569", {2569}),
        ("แผนการใช้จ่ายงบประมาณ ประจำปี 2568", {2568}),
        ("สถิติการให้บริการประชาชนประจำปี ๒๕๖๘ (ปีปฏิทิน)", {2568}),
        # Plans of several years, and numbers that are no years.
        ("แผนพัฒนา ปีงบประมาณ 2566-2570", set()),
        ("ปีงบประมาณ 12 เดือน", set()),
        ("ปี 2569", set()),
    ],
)
def test_fiscal_years_of_a_title(text: str, years: set[int]) -> None:
    assert rows.fiscal_years(text) == years
