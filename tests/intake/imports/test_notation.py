"""Days, months and amounts in the notations of offices, of Excel and of e-GP."""

import csv
import io
import json
from datetime import datetime

import pytest

from intake.imports.office import Office

LIST = [
    *("เลขที่โครงการ", "ชื่อโครงการ", "วงเงินงบประมาณ", "วิธีการจัดหา", "ผู้ได้รับการคัดเลือก"),
    *("ราคาที่ตกลงซื้อหรือจ้าง", "เลขที่สัญญา", "วันที่ทำสัญญา"),
]
MONTHLY = (
    "งานที่จัดซื้อหรือจัดจ้าง,วงเงินที่จะซื้อหรือจ้าง,วิธีซื้อหรือจ้าง,ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง,"
    "เลขที่และวันที่ของสัญญาหรือข้อตกลง\n"
    "ซื้อวัสดุ,12000,เฉพาะเจาะจง,ร้าน ก 11860 บาท,{contract}\n"
)


def a_list(*days: object) -> list[list[object]]:
    rows = [
        [f"6810900000{n}", "ซื้อวัสดุ", 12000, "เฉพาะเจาะจง", "ร้าน ก", "11,860.-", f"{n}/2569", day]
        for n, day in enumerate(days, start=1)
    ]
    return [list(LIST), *rows]


def a_csv(*days: str) -> str:
    lines = [",".join(f'"{cell}"' for cell in row) for row in a_list(*days)]
    return "\n".join(lines)


def imported(office: Office, field: str) -> list[str]:
    text = (office.data / "2569/procurement.csv").read_text(encoding="utf-8")
    return [row[field] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize(
    ("day", "month", "date"),
    [
        ("9-Oct-25", "2568-10", "2568-10-09"),
        ("10/11/25", "2568-11", "2568-11-10"),
        ("15 Dec 25", "2568-12", "2568-12-15"),
        ("15-ธ.ค.-25", "2568-12", "2568-12-15"),
        ("Dec 15, 2025", "2568-12", "2568-12-15"),
        ("15/12/68", "2568-12", "2568-12-15"),
        ("15 ธ.ค. '68", "2568-12", "2568-12-15"),
        ("2025-10-08T17:00:00.000Z", "2568-10", "2568-10-09"),
        ("2025-09-30T17:00:00Z", "2568-10", "2568-10-01"),
        ("2025-10-08T00:00:00+07:00", "2568-10", "2568-10-08"),
        ("2025-10-08 23:59:59", "2568-10", "2568-10-08"),
        ("08/10/2568 16:30", "2568-10", "2568-10-08"),
    ],
)
def test_a_day_of_a_contract(office: Office, day: str, month: str, date: str) -> None:
    outcome = office.run("procurement", office.text("a.csv", a_csv(day)), year=2569)
    assert outcome.status == 0
    assert imported(office, "contract_date") == [date]
    assert imported(office, "month") == [month]
    assert imported(office, "agreed_price") == ["11860"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("10/25/2025", "ไม่มีเดือนที่ 25 ถ้าเขียนเดือนไว้ก่อนวัน"),
        ("9-Oct-45", 'ปีสองหลัก "45" ไม่ใกล้ปีงบประมาณ 2569'),
        ("31 ก.ย. 68", "กันยายน 2568 มี 30 วัน"),
        ("9 ตุลคม 2568", 'หมายถึง "ตุลาคม"'),
        ("25-10-15", "อ่านได้หลายแบบ"),
    ],
)
def test_why_a_day_is_not_read_is_said_at_its_place(office: Office, day: str, why: str) -> None:
    outcome = office.run("procurement", office.text("a.csv", a_csv(day)), year=2569)
    assert outcome.status == 1
    assert "a.csv แถว 2 คอลัมน์ H" in outcome.out
    assert f'อ่านไม่ได้: "{day}"' in outcome.out
    assert why in outcome.out


@pytest.mark.parametrize(
    "name",
    [
        "สขร.1 Oct-25.csv",
        "สขร.1 ต.ค.25.csv",
        "สขร.1 ต.ค.68.csv",
        "สขร.1 ตุลาคม 2025.csv",
        "10-68.csv",
    ],
)
def test_the_month_in_a_files_name(office: Office, name: str) -> None:
    text = MONTHLY.format(contract="1/2569 ลว. 9 Oct 25")
    assert office.run("procurement", office.text(name, text), year=2569).status == 0
    assert imported(office, "month") == ["2568-10"]
    assert imported(office, "contract_date") == ["2568-10-09"]


def test_the_month_in_a_sheets_name(office: Office) -> None:
    rows = [line.split(",") for line in MONTHLY.format(contract="1/2569").splitlines()]
    book = office.workbook("a.xlsx", {"Oct-25": rows, "พ.ย.25": rows, "Dec 68": rows})
    assert office.run("procurement", book, year=2569).status == 0
    assert imported(office, "month") == ["2568-10", "2568-11", "2568-12"]


def test_a_month_that_is_near_in_neither_era_is_not_guessed(office: Office) -> None:
    text = MONTHLY.format(contract="1/2569")
    outcome = office.run("procurement", office.text("สขร.1 Oct-45.csv", text), year=2569)
    assert "ไม่ทราบเดือน (1)" in outcome.out
    header = (office.data / "2569/procurement.csv").read_text(encoding="utf-8").split(",")
    assert "month" not in header


def test_months_at_the_head_of_counts(office: Office) -> None:
    text = "งานบริการ,Oct-25,พ.ย.25,ธ.ค.68\nชำระภาษี,5,3,2\n"
    assert office.run("statistics", office.text("a.csv", text), year=2569).status == 0
    table = (office.data / "2569/services.csv").read_text(encoding="utf-8")
    assert table.splitlines()[1:] == ["ชำระภาษี,2568-10,5", "ชำระภาษี,2568-11,3", "ชำระภาษี,2568-12,2"]


def test_days_of_json_are_bangkoks(office: Office) -> None:
    project = {"project_id": "68109000001", "project_name": "ซื้อวัสดุ", "winner": "ร้าน ก"}
    days = ("2025-10-08T17:00:00.000Z", "2025-09-30T17:00:00+00:00", "2025-10-08T00:00:00+07:00")
    rows = [
        {**project, "contract_no": f"{n}/2569", "contract_date": day} for n, day in enumerate(days)
    ]
    assert office.run("procurement", office.text("a.json", json.dumps(rows)), year=2569).status == 0
    assert sorted(imported(office, "contract_date")) == ["2568-10-01", "2568-10-08", "2568-10-09"]


def test_a_cell_with_a_time_is_its_day(office: Office) -> None:
    # Excel knows no time zones.
    days = [
        datetime(2025, 10, 8, 23, 59, 59),  # noqa: DTZ001
        datetime(2025, 10, 9),  # noqa: DTZ001
        datetime(2025, 10, 10, 0, 0, 1),  # noqa: DTZ001
    ]
    book = office.workbook("a.xlsx", {"รายการ": a_list(*days)})
    assert office.run("procurement", book, year=2569).status == 0
    assert imported(office, "contract_date") == ["2568-10-08", "2568-10-09", "2568-10-10"]
