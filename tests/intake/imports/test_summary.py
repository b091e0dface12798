"""The last line of an import, and the prices that it warns of."""

import pytest

from intake.imports.office import Office
from oit.bilingual import Bilingual
from oit.intake.imports.layout import layout
from oit.intake.imports.merge import Changes
from oit.intake.imports.sheet_reading import Entry
from oit.intake.imports.summary import summary
from oit.intake.imports.unlikely_prices import unlikely_prices

HEAD = "เดือน,ชื่อโครงการ,วงเงินงบประมาณ,ราคากลาง,ราคาที่ตกลงซื้อหรือจ้าง\n"


def entry(**values: str) -> Entry:
    return Entry({"name": "ก", **values}, Bilingual("ที่นี่", "here"), "แผ่นงาน")


def last_line(out: str) -> str:
    return out.splitlines()[-1]


def test_purchases_are_summed_up_in_the_last_line(office: Office) -> None:
    rows = [
        "ต.ค. 67,ซื้อวัสดุ,5000.50,5000,4900",
        'ต.ค. 67,จ้างก่อสร้างถนน,"500,000",500000,"498,000.25"',
        "พ.ย. 67,ซื้อหมึก,700,,",
    ]
    file = office.text("a.csv", HEAD + "\n".join(rows))
    for options in ({"dry_run": True}, {}, {}):
        assert last_line(office.run("procurement", file, **options).out) == (
            "รวม 3 รายการ 2 เดือน · วงเงินงบประมาณ 505,700.50 บาท · ราคาที่ตกลงซื้อหรือจ้าง 502,900.25 บาท "
            "(ว่าง 1 รายการ) · รายการที่มากที่สุด 498,000.25 บาท: จ้างก่อสร้างถนน"
        )
    assert last_line(office.run("procurement", file, lang="en").out) == (
        "3 row(s) of 2 month(s) · budget 505,700.50 baht · agreed_price 502,900.25 baht "
        "(missing in 1) · largest 498,000.25 baht: จ้างก่อสร้างถนน"
    )


def test_rows_repeated_on_another_sheet_are_summed_once(office: Office, header: list[str]) -> None:
    row = [1, "ซื้อวัสดุ", 5000, 5000, "เฉพาะเจาะจง", "ร้าน ก 4,900 บาท", "ร้าน ก 4,900 บาท", "", "1/68"]
    sheets = {"ต.ค.67": [header, row], "รวม ต.ค. 67": [header, row]}
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert last_line(result.out).startswith("รวม 1 รายการ 1 เดือน · วงเงินงบประมาณ 5,000.00 บาท")


def test_plans_and_statistics_are_summed_up_too(office: Office) -> None:
    plan = office.text("plan.csv", "โครงการ,งบประมาณ\nสร้างถนน,500000\nจัดงาน,20000.50\n")
    assert last_line(office.run("budget", plan).out) == (
        "รวม 2 รายการ · งบประมาณ 520,000.50 บาท · รายการที่มากที่สุด 500,000.00 บาท: สร้างถนน"
    )
    counts = office.text("s.csv", "บริการ,ต.ค. 67,พ.ย. 67\nจดทะเบียน,7,1200\nชำระภาษี,0,3\n")
    assert last_line(office.run("statistics", counts).out) == (
        "รวม 4 รายการ 2 เดือน · จำนวนผู้รับบริการ 1,210 · รายการที่มากที่สุด 1,200: จดทะเบียน"
    )


def test_nothing_read_has_no_sums() -> None:
    nothing = Changes(statements=2)
    assert summary(Changes(), layout("procurement")) == Bilingual("รวม 0 รายการ", "0 row(s)")
    assert summary(nothing, layout("procurement")) == Bilingual(
        "รวม 0 รายการ · แจ้งว่าไม่มีรายการ 2 เดือน", "0 row(s) · 2 month(s) stated to have none"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"budget": "5000", "agreed_price": "49000"},
        {"budget": "5000", "agreed_price": "25000"},
        {"budget": "5000", "agreed_price": "500"},
        {"budget": "5000.00", "agreed_price": "123456"},
        {"reference_price": "5000", "agreed_price": "49"},
        {"budget": "5000", "reference_price": "50000", "agreed_price": "5000"},
        {"budget": "3500000", "reference_price": "3500"},
    ],
)
def test_prices_with_a_digit_too_many_or_too_few(values: dict[str, str]) -> None:
    assert len(list(unlikely_prices([entry(**values)], layout("procurement")))) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"budget": "5000", "agreed_price": "24999"},
        {"budget": "5000", "agreed_price": "501"},
        {"budget": "0", "agreed_price": "500"},
        {"budget": "5000", "agreed_price": "0"},
        {"budget": "5000"},
        {"agreed_price": "500"},
    ],
)
def test_other_prices(values: dict[str, str]) -> None:
    assert not list(unlikely_prices([entry(**values)], layout("procurement")))


def test_an_unlikely_price_is_named_with_its_row(office: Office) -> None:
    rows = [
        "ต.ค. 67,ซื้อวัสดุ,5000,5000,4900",
        "ต.ค. 67,ซื้อหมึก,5000,5000,20000",
        "ต.ค. 67,ซื้อธง,5000,,490",
    ]
    result = office.run("procurement", office.text("a.csv", HEAD + "\n".join(rows)))
    assert result.status == 0
    assert (
        "  a.csv แถว 4: ราคาที่ตกลงซื้อหรือจ้าง (บาท) 490 เป็นไม่เกิน 1 ใน 10 ของวงเงินงบประมาณ (บาท) 5,000 "
        "ให้ตรวจจำนวนหลัก จุดทศนิยม และหน่วย" in result.out
    )
    assert result.out.count("ให้ตรวจจำนวนหลัก") == 1
    # The budget is 5,000: one zero too many.
    rows[1] = rows[1].replace("20000", "49000")
    result = office.run("procurement", office.text("a.csv", HEAD + "\n".join(rows)), lang="en")
    assert "a.csv row 3: agreed_price 49,000 is 5 times or more of budget 5,000" in result.out
