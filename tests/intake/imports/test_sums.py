"""Totals of offices' tables are checked, never imported, however they are written."""

from typing import Any

import pytest

from intake.imports.office import Office

HEADER = ["ลำดับที่", "รายการ", "วงเงินงบประมาณ", "ราคาที่ตกลงซื้อหรือจ้าง", "เดือน"]
TEN, ELEVEN, TWELVE, ONE = (
    [number, f"ซื้อวัสดุ {number}", 1000 * number, 900 * number, month]
    for number, month in enumerate(("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67", "ม.ค. 68"), start=1)
)


def rows_of(office: Office, *rows: list[Any]) -> tuple[int, str]:
    """Import a table; return its number of rows and what is said of its totals."""
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": [HEADER, *rows]}))
    assert (result.status == 1) == ("ยอดรวมไม่ตรง" in result.out)
    said = [
        line for line in result.out.splitlines() if "ยอดรวมตรงกัน" in line or "แต่บวกรายการได้" in line
    ]
    return len(office.table()) - 1, "\n".join(said)


@pytest.mark.parametrize(
    "total",
    [
        ["รวม", "", 3000, 2700],
        ["", "รวมท\u0e49\u0e31งส\u0e49\u0e34น", "3,000.00", "2,700.-"],
        ["", "รวม\u200bทั้งสิ้น", "๓,๐๐๐", "2700 บาท"],
        ["ยอดรวมสุทธิ", "", "3000.0", "2,700.00 บาท"],
        ["", "Total", "3,000", 2700],
        ["", "รวมกองช่าง", 3000, 2700],
        ["", "รวมแผนงานบริหารทั่วไป", 3000, 2700],
    ],
)
def test_totals_in_any_notation(office: Office, total: list[Any]) -> None:
    assert rows_of(office, TEN, ELEVEN, total) == (2, "  ยอดรวมตรงกัน 2 ยอด")


@pytest.mark.parametrize(
    ("label", "agrees"),
    [
        ("รวมทั้งสิ้น 2 รายการ เป็นเงิน 2,700 บาท", True),
        ("รวมเป็นเงินทั้งสิ้น 2,700.00 บาท (สองพันเจ็ดร้อยบาทถ้วน)", True),
        ("รวมทั้งสิ้น 2 รายการ", True),
        ("รวมทั้งสิ้น 3 รายการ", False),
        ("รวมเป็นเงินทั้งสิ้น 2,800.00 บาท", False),
    ],
)
def test_amounts_beside_the_word(office: Office, label: str, agrees: bool) -> None:
    count, said = rows_of(office, TEN, ELEVEN, ["", label])
    assert count == 2
    assert ("แต่บวกรายการได้" not in said) == agrees


def test_totals_of_months_quarters_and_the_year(office: Office) -> None:
    rows: list[list[Any]] = [
        TEN, ["", "รวมเดือนตุลาคม", 1000, 900], ELEVEN, ["", "รวมเดือนพฤศจิกายน", 2000, 1800],
        TWELVE, ["", "รวมเดือนธันวาคม", 3000, 2700], ["", "รวมไตรมาสที่ 1", 6000, 5400],
        ONE, ["", "รวมเดือนมกราคม", 4000, 3600], ["", "รวม 2 เดือน", 7000, 6300],
        ["", "รวมทั้งสิ้น 4 รายการ", 10000, 9000],
    ]  # fmt: skip
    assert rows_of(office, *rows) == (4, "  ยอดรวมตรงกัน 15 ยอด")
    rows[5][3] = 2600
    count, said = rows_of(office, *rows)
    assert count == 4
    assert said.splitlines() == [
        "  ยอดรวมตรงกัน 14 ยอด",
        '  a.xlsx [Sheet1] แถว 7 คอลัมน์ D: "ราคาที่ตกลงซื้อหรือจ้าง" ในไฟล์ 2,600 แต่บวกรายการได้ 2,700',
    ]


def test_amounts_carried_to_the_next_page(office: Office) -> None:
    rows: list[list[Any]] = [
        TEN, ELEVEN, ["", "ยอดยกไป", 3000, 2700], HEADER, ["", "ยอดยกมา", 3000, 2700],
        TWELVE, ["", "รวมหน้านี้", 3000, 2700], ["", "รวมทั้งสิ้น", 6000, 5400],
    ]  # fmt: skip
    assert rows_of(office, *rows) == (3, "  ยอดรวมตรงกัน 8 ยอด")
    rows[4][2] = 3100
    assert "แถว 6 คอลัมน์ C" in rows_of(office, *rows)[1]


def test_grand_totals_over_several_sheets(office: Office) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "ต.ค.": [HEADER, TEN, ["", "รวม", 1000, 900]],
        "พ.ย.": [HEADER, ELEVEN, ["", "รวม", 2000, 1800], ["", "รวม 2 เดือน", 3000, 2700]],
        "ธ.ค.": [HEADER, TWELVE, ["", "รวม", 3000, 2700], ["", "รวมทั้งสิ้น 3 รายการ", 6000, 5400]],
    }
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert (result.status, len(office.table())) == (0, 4)
    sheets["ธ.ค."][3][3] = 5500
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert result.status == 1
    assert 'a.xlsx [ธ.ค.] แถว 4 คอลัมน์ D: "ราคาที่ตกลงซื้อหรือจ้าง" ในไฟล์ 5,500' in result.out


def test_a_name_that_begins_like_a_total_is_a_purchase(office: Office) -> None:
    row = [1, "รวมพลังทำความสะอาดคลอง", 1000, 900, "ต.ค. 67"]
    assert rows_of(office, row, ["", "รวม", 1000, 900]) == (1, "  ยอดรวมตรงกัน 2 ยอด")
    plan = office.text("p.csv", "โครงการ,งบประมาณ\nรวมใจภักดิ์รักพื้นที่สีเขียว,500\nรวมด้านสังคม,500\n")
    assert office.run("budget", plan).status == 0
    assert office.table("plan.csv")[1:] == ["รวมใจภักดิ์รักพื้นที่สีเขียว,500"]
