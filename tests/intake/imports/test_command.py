"""``oit import`` as an officer uses it."""

import json
from datetime import date
from typing import Any

import pytest

from intake.imports.office import Office
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.views.datasets.of_items import published
from oit.views.datasets.xlsx import write_xlsx


def purchase(number: object, name: str = "ซื้อวัสดุ", **cells: object) -> list[object]:
    """Return a row of the nine columns; ``c5='…'`` sets the sixth cell."""
    row: list[object] = [
        number, name, 5000, 5000, "เฉพาะเจาะจง", "ร้าน ก\n4,900 บาท", "ร้าน ก\n4,900 บาท",
        "ราคาต่ำสุด", f"เลขที่ {number}/2568 ลว. 5 ต.ค. 2567",
    ]  # fmt: skip
    for key, value in cells.items():
        row[int(key[1:])] = value
    return row


def test_a_months_summary(office: Office, header: list[str]) -> None:
    file = office.workbook("o11.xlsx", {"ต.ค.67": [["สรุปผล"], header, purchase(1), purchase("๒")]})
    result = office.run("procurement", file)
    assert (result.status, result.err) == (0, "")
    head, *lines = office.table()
    assert (
        head.split(",")
        == (
            "month name budget reference_price method bidders winner agreed_price reason "
            "contract_number contract_date"
        ).split()
    )
    assert lines == [
        "2567-10,ซื้อวัสดุ,5000,5000,เฉพาะเจาะจง,ร้าน ก = 4900,ร้าน ก,4900,ราคาต่ำสุด,1/2568,2567-10-05",
        "2567-10,ซื้อวัสดุ,5000,5000,เฉพาะเจาะจง,ร้าน ก = 4900,ร้าน ก,4900,ราคาต่ำสุด,2/2568,2567-10-05",
    ]
    assert (
        (office.data / "2568" / "o12.yml")
        .read_text(encoding="utf-8")
        .endswith("\nrows: procurement.csv\n")
    )
    assert "เพิ่ม 2 เปลี่ยน 0" in result.out
    assert "ตุลาคม 2567 (2)" in result.out


def test_a_dry_run_writes_nothing(office: Office, header: list[str]) -> None:
    file = office.workbook("o11.xlsx", {"ต.ค.67": [header, purchase(1)]})
    result = office.run("procurement", file, dry_run=True)
    assert result.status == 0
    assert "+ ตุลาคม 2567 · ซื้อวัสดุ · ร้าน ก · 4,900" in result.out
    assert "--dry-run" in result.out
    assert not (office.data / "2568").exists()


def test_numbers_of_persons_are_named(office: Office, header: list[str]) -> None:
    row = purchase(1, c7="ติดต่อ 081-234-5678")
    result = office.run("procurement", office.workbook("o11.xlsx", {"ต.ค.67": [header, row]}))
    assert "ข้อมูลส่วนบุคคล" in result.out
    assert "น่าจะมีเบอร์โทรศัพท์มือถือ" in result.out
    assert "081-234-5678" not in result.out.split("ข้อมูลส่วนบุคคล")[1]
    # An agency may have to publish it.
    assert result.status == 0


def test_the_same_file_twice_changes_nothing(office: Office, header: list[str]) -> None:
    file = office.workbook("o11.xlsx", {"ต.ค.67": [header, purchase(1), purchase(2)]})
    office.run("procurement", file)
    before = {path: path.stat().st_mtime_ns for path in (office.data / "2568").iterdir()}
    result = office.run("procurement", file)
    assert {path: path.stat().st_mtime_ns for path in (office.data / "2568").iterdir()} == before
    assert "ไม่มีอะไรต้องเปลี่ยน" in result.out
    assert "เหมือนเดิม 2" in result.out


def test_a_corrected_file_updates_its_rows(office: Office, header: list[str]) -> None:
    rows = [purchase(1), purchase(2)]
    office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, *rows]}))
    file = office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(2, c2="6,000")]})
    result = office.run("procurement", file, lang="en")
    assert "0 added, 1 changed, 0 unchanged, 1 kept" in result.out
    assert "budget: 5000 → 6000" in result.out
    assert [line.split(",")[2] for line in office.table()[1:]] == ["5000", "6000"]


def test_bidders_below_one_another(office: Office, header: list[str]) -> None:
    rows = [
        purchase(1, c5="ร้าน ก\n4,900", c6="ร้าน ก"),
        ["", "", "", "", "", "ร้าน ข 5,000.00", "4,900.00"],
        ["", "จำนวน 3 รายการ", "", "", "", "ร้าน ค"],
        ["", "", "", "", "", 5100],
        purchase(2),
    ]
    file = office.workbook("a.xlsx", {"ต.ค.67": [header, *rows]})
    assert office.run("procurement", file).status == 0
    assert "ร้าน ก = 4900 | ร้าน ข = 5000.00 | ร้าน ค = 5100,ร้าน ก,4900.00," in office.table()[1]
    assert ",ซื้อวัสดุ จำนวน 3 รายการ," in office.table()[1]
    assert len(office.table()) == 3


def test_a_header_over_two_rows_with_merged_cells(office: Office) -> None:
    top = ["ที่", "รายการ", "ผู้เสนอราคา", "", "ผู้ได้รับการคัดเลือก", "", "สัญญา", ""]
    below = ["", "", "รายชื่อ", "ราคา", "ชื่อ", "ราคาที่ตกลง", "เลขที่", "วันที่"]
    row = [1, "ซื้อวัสดุ", "ร้าน ก\nร้าน ข", "4,900\n5,000", "ร้าน ก", 4900, "1/68", date(2024, 10, 5)]
    merged = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"]
    for ranges in (merged, []):
        file = office.workbook("a.xlsx", {"ต.ค.67": [top, below, row]}, ranges)
        assert office.run("procurement", file).status == 0
        assert office.table() == [
            "month,name,bidders,winner,agreed_price,contract_number,contract_date",
            "2567-10,ซื้อวัสดุ,ร้าน ก = 4900 | ร้าน ข = 5000,ร้าน ก,4900,1/68,2567-10-05",
        ]


def test_a_month_without_purchases(office: Office, header: list[str]) -> None:
    sheets = {
        "ต.ค.67": [header, ["", "ไม่มีการจัดซื้อจัดจ้าง"]],
        "พ.ย.67": [["ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"]],
        "ธ.ค.67": [header],
    }
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert result.status == 0
    assert office.table() == [
        "month,name,nothing",
        "2567-10,,ไม่มีการจัดซื้อจัดจ้าง",
        "2567-11,,ไม่มีการจัดซื้อจัดจ้างในเดือนนี้",
    ]
    assert "a.xlsx [ธ.ค.67]: มีหัวตารางแต่ไม่มีรายการ" in result.out
    # Purchases are imported later: the statement is withdrawn.
    file = office.workbook("b.xlsx", {"ต.ค.67": [header, purchase(1)]})
    result = office.run("procurement", file)
    assert "- ตุลาคม 2567 · ไม่มีการจัดซื้อจัดจ้าง" in result.out
    assert [line[:8] for line in office.table()[1:]] == ["2567-10,", "2567-11,"]
    # A statement that contradicts purchases is not imported.
    result = office.run("procurement", office.workbook("c.xlsx", {"ต.ค.67": sheets["ต.ค.67"]}))
    assert result.status == 1
    assert "แต่ในตารางมี" in result.out


@pytest.mark.parametrize(
    "cells",
    [
        ["ไม่มีการจัดซื้อจัดจ้าง"],
        ["", "ไม่มีการจัดซื้อจัดจ้าง"],
        ["-", "ไม่มีรายการจัดซื้อจัดจ้าง", "-"],
        [1, "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"],
        [*[""] * 8, "ไม่มีการจัดซื้อจัดจ้าง"],
        ["ไม่มีการจัดซื้อจัดจ้าง"] * 9,
        [1, "ไม่มีการจัดซื้อจัดจ้าง", *["-"] * 7],
        ["-", "ไม่มีการจัดซื้อจัดจ้าง", 0, 0, *["-"] * 5],
    ],
)
def test_a_statement_below_the_header_is_no_part_of_it(
    office: Office, header: list[str], cells: list[str]
) -> None:
    file = office.workbook("a.xlsx", {"ต.ค.67": [header, cells, ["", "รวม"]]})
    result = office.run("procurement", file)
    assert "หัวตาราง: แถว 1\n" in result.out
    (row,) = office.table()[1:]
    assert row.startswith("2567-10,,ไม่มี")


def test_totals_are_checked_and_not_imported(office: Office, header: list[str]) -> None:
    rows = [
        purchase(1), purchase(2), ["รวมเดือนตุลาคม", "", "10,000.00", "", "", "", "9,800.00"],
        ["รวมทั้งสิ้น 3 รายการ", "", "10,000", "", "", "", "9,900"],
    ]  # fmt: skip
    result = office.run(
        "procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, *rows]}), lang="en"
    )
    assert result.status == 1
    assert len(office.table()) == 3
    assert 'row 5 column G: "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง" is given as' in result.out
    assert "9,900; the rows add up to 9,800" in result.out
    assert "is given as 3; the rows add up to 2" in result.out
    assert "3 total(s) agree" in result.out


def test_what_is_not_imported_is_reported_with_its_place(office: Office, header: list[str]) -> None:
    rows = [
        [*purchase(1), "ค่าอื่น", "x"],
        ["กองช่าง"],
        purchase(2, c2="ประมาณห้าพัน"),
        ["", "", "", "", "", "", "", "ไม่มีชื่อ"],
        ["หมายเหตุ: ราคารวมภาษี"],
        ["", "", "", "", "(ลงชื่อ)........................ผู้รายงาน"],
        ["", "", "", "", "(นายตัวอย่าง ทดสอบ)"],
        ["", "", "", "", "เจ้าพนักงานพัสดุ"],
    ]
    head = [*header, "ราคากลางฯ ใหม่"]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [head, *rows]}))
    assert result.status == 1
    assert len(office.table()) == 3
    assert 'แถว 4 คอลัมน์ C: ช่อง "วงเงินที่จะซื้อ หรือจ้าง (บาท)" อ่านไม่ได้: "ประมาณห้าพัน"' in result.out
    assert 'แถว 3 คอลัมน์ A: แถวนี้ไม่ได้นำเข้า: ไม่ทราบว่าเป็นอะไร "กองช่าง"' in result.out
    assert 'ไม่รู้จักหัวคอลัมน์ "ราคากลางฯ ใหม่" หมายถึง "ราคากลาง (บาท)" ใช่หรือไม่' in result.out
    assert 'แถว 2 คอลัมน์ K: คอลัมน์ไม่มีหัว จึงไม่ได้นำเข้า 1 ช่อง เช่น "x"' in result.out
    assert "แถวลงชื่อ 3" in result.out
    assert 'ไม่เก็บ "หมายเหตุ: ราคารวมภาษี"' in result.out


def test_for_a_file_of_another_kind_that_kind_is_suggested(
    office: Office, header: list[str]
) -> None:
    summary = office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)], "บันทึก": [["ถึง กองคลัง"]]})
    result = office.run("budget", summary)
    assert result.status == 1
    assert (
        "แผ่นงานนี้ดูเป็นรายการจัดซื้อจัดจ้าง (เช่น แบบ สขร.1) ให้นำเข้าที่ข้อของเรื่องนั้น (oit import procurement)"
        in result.out
    )
    assert "ไม่พบหัวตารางที่รู้จักใน 1 แถว (แถวแรก: ถึง กองคลัง)\n" in result.out
    counts = office.workbook("b.xlsx", {"สถิติ": [["งานบริการ", "ต.ค.", "พ.ย."], ["ก", 5, 6]]})
    result = office.run("procurement", counts, lang="en")
    assert "it looks like counts of services: import it there (oit import statistics)" in result.out


def test_the_kind_in_use_is_not_suggested(office: Office) -> None:
    months = [["งานบริการ", "ต.ค.", "พ.ย."], ["ก", 5, 6]]
    complaints = [["ประเภทเรื่องร้องเรียน", "จำนวนเรื่อง", "ดำเนินการแล้วเสร็จ"], ["ถนน", 5, 4]]
    file = office.workbook("a.xlsx", {"บริการ": months, "ร้องเรียน": complaints})
    assert "oit import" not in office.run("statistics", file).out


def test_the_list_of_sixteen_columns(office: Office) -> None:
    head = (
        "ที่|ปีงบประมาณ|ชื่อหน่วยงาน|อำเภอ|จังหวัด|กระทรวง|ประเภทหน่วยงาน|ชื่อรายการของงานที่ซื้อหรือจ้าง|"
        "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)|แหล่งที่มาของงบประมาณ|สถานะการจัดซื้อจัดจ้าง|วิธีการจัดซื้อจัดจ้าง|"
        "ราคากลาง (บาท)|ราคาที่ตกลงซื้อหรือจ้าง (บาท)|รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก|"
        "เลขที่โครงการในระบบ e-GP"
    ).split("|")
    row = [1, 2568, "ทต.ตัวอย่าง", "ก", "ข", "มท.", "อปท.", "จ้างก่อสร้าง", 500000, "เงินอุดหนุน",
           "สิ้นสุดสัญญา", "e-bidding", "498,000.00", "๔๙๗,๐๐๐", "หจก. ก", 67109000001]  # fmt: skip
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": [head, row]}))
    assert result.status == 0
    assert office.table()[1] == (
        "67109000001,จ้างก่อสร้าง,500000,เงินอุดหนุน,498000.00,e-bidding,หจก. ก,497000,สิ้นสุดสัญญา"
    )
    assert 'ไม่เก็บ "อำเภอ" 1 ช่อง: มีอยู่แล้วใน agency.yml' in result.out
    result = office.run("procurement", office.folder / "a.xlsx", year=2569)
    assert result.status == 1
    assert "เป็นของปีงบประมาณ 2568 ไม่ใช่ 2569" in result.out
    assert not (office.data / "2569").exists()


def egp(**values: object) -> dict[str, object]:
    return {
        "project_id": "67109000001", "project_name": "จ้างก่อสร้างถนน", "budget_year": "2568",
        "project_money": "500000.00", "sum_price_agree": "497000.00", "province": "ตัวอย่าง",
        "announce_date": "2024-10-01", "project_status": "ดำเนินการตามสัญญา",
        "contract": [], **values,
    }  # fmt: skip


def test_the_states_open_contract_data(office: Office) -> None:
    contracts = [
        {"winner": "หจก. ก", "winner_tin": "0105536000315", "contract_no": "1/68",
         "contract_date": "5 ต.ค. 67", "price_agree": "250000.00", "status": "ส่งงาน"},
        {"winner": "นาย ข", "winner_tin": "1234567890121", "contract_no": "2/68",
         "contract_date": "2024-11-05", "price_agree": ""},
    ]  # fmt: skip
    projects = [
        egp(contract=contracts),
        egp(project_id="2"),
        egp(project_id="3", budget_year="2567"),
    ]
    file = office.text("egp.json", json.dumps({"request": {}, "result": projects}))
    result = office.run("procurement", file)
    assert result.status == 1
    head, *lines = office.table()
    assert (
        head.split(",")
        == (
            "month project_number name budget winner winner_tax_id agreed_price contract_number "
            "contract_date announced status"
        ).split()
    )
    project, state = "จ้างก่อสร้างถนน,500000.00", "2567-10-01,ดำเนินการตามสัญญา"
    assert lines == [
        f"2567-10,67109000001,{project},หจก. ก,0105536000315,250000.00,1/68,2567-10-05,{state}",
        f"2567-11,67109000001,{project},นาย ข,xxxxxxxxxxxxx,,2/68,2567-11-05,{state}",
        f",2,{project},,,497000.00,,,{state}",
    ]
    assert "ปิดเลขประจำตัวประชาชน 1 แห่ง" in result.out
    assert "egp.json result[2]: แถวนี้ไม่ได้นำเข้า: เป็นของปีงบประมาณ 2567" in result.out
    # The same as CSV, one row a contract.
    names = [name for name in egp() if name != "contract"]
    lines = [",".join([*names, "contract_no", "winner"])]
    lines += [
        ",".join([*(str(egp()[n]) for n in names), f"{n}/68", w])
        for n, w in ((1, "หจก. ก"), (2, "นาย ข"))
    ]
    result = office.run("procurement", office.text("egp.csv", "\n".join(lines), "cp874"))
    assert "เหมือนเดิม 2 รายการเดิมที่ไม่อยู่ในไฟล์นี้ คงไว้ 1" in result.out
    # The sum over two contracts is the price of neither.
    assert result.status == 1
    assert 'egp.csv แถว 3 คอลัมน์ E: "sum_price_agree" 497000.00 เป็นยอดของทั้งโครงการ' in result.out
    # Of a single contract it is the price, whether or not it has a number.
    single = [{**egp(project_id="4"), "contract_no": "4/68"}]
    result = office.run("procurement", office.text("one.json", json.dumps(single)))
    assert result.status == 0
    assert "4,จ้างก่อสร้างถนน,500000.00,,,497000.00,4/68" in "".join(office.table())


def test_the_month_is_found_where_offices_write_it(office: Office, header: list[str]) -> None:
    title = ["สรุปผลการจัดซื้อจัดจ้างในรอบเดือน พฤศจิกายน 2567"]
    first, second = purchase(1, c8="1/68"), purchase(2, c8="2/68 ลว. 2 ธ.ค. 67")
    several = [title, header, first, ["ประจำเดือน ธันวาคม 2567"], header, second]
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": several}))
    assert result.status == 0
    assert [line[:7] for line in office.table()[1:]] == ["2567-11", "2567-12"]
    third, fourth = purchase(3, c8="3/68 ลว. 2 ม.ค. 68"), purchase(4, c8="4/68")
    rows = [header, ["เดือนมกราคม 2568"], third, ["เดือน ก.พ. 68"], fourth]
    assert office.run("procurement", office.workbook("b.xlsx", {"Sheet1": rows})).status == 0
    result = office.run(
        "procurement", office.workbook("มี.ค.68.xlsx", {"Sheet1": [header, purchase(5, c8="5/68")]})
    )
    assert "(จากชื่อไฟล์): มีนาคม 2568 (1)" in result.out
    result = office.run(
        "procurement", office.workbook("c.xlsx", {"ต.ค.-ธ.ค.67": [header, purchase(6)]})
    )
    assert "(จากวันที่ของสัญญา): ตุลาคม 2567 (1)" in result.out
    assert "ชื่อแผ่นงานบอกหลายเดือน" in result.out
    head = [*header, "เดือน"]
    rows = [head, [*purchase(7), "เม.ย. 68"], [*purchase(8), "ต.ค. 68"], [*purchase(9), "ไตรมาส 1"],
            ["", "ไม่มีการจัดซื้อจัดจ้าง", *[""] * 7, "พ.ค. 68"], ["", "ไม่มีการจัดซื้อจัดจ้าง", *[""] * 7, "?"],
            ["", "ไม่มีการจัดซื้อจัดจ้าง"]]  # fmt: skip
    result = office.run("procurement", office.workbook("d.xlsx", {"Sheet1": rows}))
    assert "เดือนตุลาคม 2568 ไม่อยู่ในปีงบประมาณ 2568" in result.out
    assert "ไม่ทราบว่าเป็นของเดือนใดของปีงบประมาณ 2568" in result.out
    assert [line[:7] for line in office.table()[1:]] == [
        "2567-10", "2567-10", "2567-11", "2567-12", "2568-01", "2568-02", "2568-03",
        "2568-04", "2568-05",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "ไตรมาสที่ 1/2568",
        "ครั้งที่ 2/2568",
        "ข้อมูล ณ วันที่ 5 มกราคม 2568",
        "ข้อมูล ณ 5 ม.ค. 68",
        "งวดที่ 3/2568",
    ],
)
def test_what_is_no_month_leaves_the_months_to_the_contracts(
    office: Office, header: list[str], title: str
) -> None:
    rows = [
        header,
        *[purchase(n, c8=f"{n}/68 ลว. 5 {m} 67") for n, m in ((1, "ต.ค."), (2, "ธ.ค."))],
    ]
    files = [
        office.workbook("a.xlsx", {"Sheet1": [[title], *rows]}),
        office.workbook("a.xlsx", {title.replace("/", "-"): rows}),
        office.workbook(f"สขร1_2568 {title.replace('/', '-')}.xlsx", {"Sheet1": rows}),
    ]
    for file in files:
        result = office.run("procurement", file)
        assert result.status == 0
        assert [line[:7] for line in office.table()[1:]] == ["2567-10", "2567-12"]


def test_a_contract_far_from_the_month_of_its_entry_is_reported(
    office: Office, header: list[str]
) -> None:
    days = ("5 ม.ค. 67", "5 ม.ค. 68", "30 ธ.ค. 67")
    purchases = [purchase(i, c8=f"{i}/68 ลว. {day}") for i, day in enumerate(days, start=1)]
    rows = [["สรุปผลในรอบเดือน มกราคม 2568"], header, *purchases]
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": rows}))
    assert result.status == 1
    assert (
        "a.xlsx [Sheet1] แถว 3: สัญญาลงวันที่ 2567-01-05 ห่างจากเดือนมกราคม 2568 ของรายการ "
        "ให้ตรวจปี" in result.out
    )
    assert result.out.count("ห่างจากเดือน") == 1


def test_a_title_that_contradicts_every_contract_is_reported(
    office: Office, header: list[str]
) -> None:
    title = ["สรุปผลในรอบเดือน มกราคม 2568"]
    rows = [title, header, purchase(1), purchase(2, c8="2/68 ลว. 5 ธ.ค. 67"), purchase(3, c8="-")]
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": rows}))
    assert result.status == 1
    assert (
        "a.xlsx [Sheet1] แถว 3: หัวเรื่องบอกเดือนมกราคม 2568 แต่สัญญาทุกฉบับลงวันที่ในเดือนอื่น "
        "(ตุลาคม 2567, ธันวาคม 2567) จึงใช้เดือนของสัญญา ให้ตรวจว่าแก้หัวเรื่องแล้ว" in result.out
    )
    assert "a.xlsx [Sheet1] แถว 5: ไม่ทราบเดือนของ 1 รายการ" in result.out
    assert [line.split(",")[0] for line in office.table()[1:]] == ["2567-10", "2567-12", ""]
    # One contract of the month is enough; a page of the same table proves nothing.
    pages = [title, header, purchase(1, c8="1/68 ลว. 5 ม.ค. 68"), header, purchase(2)]
    result = office.run("procurement", office.workbook("b.xlsx", {"Sheet1": pages}), dry_run=True)
    assert (result.status, "มกราคม 2568 (2)" in result.out) == (0, True)


def test_a_title_that_contradicts_most_contracts_is_reported(
    office: Office, header: list[str]
) -> None:
    title = ["สรุปผลในรอบเดือน มกราคม 2568"]
    days = ("5 ม.ค. 68", "3 ก.พ. 68", "9 ก.พ. 68")
    rows = [title, header, *(purchase(n, c8=f"{n}/68 ลว. {day}") for n, day in enumerate(days, 1))]
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": rows}), dry_run=True)
    assert result.status == 1
    assert (
        "a.xlsx [Sheet1] แถว 3: หัวเรื่องบอกเดือนมกราคม 2568 แต่สัญญาส่วนใหญ่ (2/3 ฉบับ) "
        "ลงวันที่ในเดือนอื่น ให้ตรวจหัวเรื่อง" in result.out
    )
    result = office.run(
        "procurement", office.workbook("b.xlsx", {"Sheet1": rows[:4]}), dry_run=True
    )
    assert result.status == 0


def test_a_contract_far_from_the_month_of_its_own_row_is_reported(
    office: Office, header: list[str]
) -> None:
    days = ("5 ต.ค. 66", "5 ต.ค. 67", "30 ก.ย. 67")
    rows = [[*purchase(n, c8=f"{n}/68 ลว. {day}"), "ต.ค. 67"] for n, day in enumerate(days, 1)]
    file = office.workbook("a.xlsx", {"Sheet1": [[*header, "เดือน"], *rows]})
    result = office.run("procurement", file, dry_run=True)
    assert result.status == 1
    assert "แถว 2: สัญญาลงวันที่ 2566-10-05 ห่างจากเดือนตุลาคม 2567" in result.out
    assert result.out.count("ห่างจากเดือน") == 1


def test_contracts_of_another_year_are_reported(office: Office, header: list[str]) -> None:
    last_year = purchase(1, c8="1/67 ลว. 30 ก.ย. 67")
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": [header, last_year]}))
    assert result.status == 1
    assert "แถว 2: สัญญาลงวันที่ 2567-09-30 นอกปีงบประมาณ 2568 จึงไม่ทราบเดือน" in result.out
    rows = [["ประจำเดือนตุลาคม"], header, purchase(2, c8="1/67 ลว. 5 ต.ค. 66")]
    result = office.run("procurement", office.workbook("b.xlsx", {"Sheet1": rows}))
    assert result.status == 1
    assert "(ตุลาคม 2566) นอกปีงบประมาณ 2568 ให้ตรวจว่าเป็นไฟล์ของปีนี้" in result.out
    rows = [header, ["เดือน ต.ค. 66"], purchase(3)]
    result = office.run("procurement", office.workbook("c.xlsx", {"Sheet1": rows}))
    assert result.status == 1
    assert "แถวนี้ไม่ได้นำเข้า: เดือนตุลาคม 2566 ไม่อยู่ในปีงบประมาณ 2568" in result.out


def test_counts_of_another_years_months_are_not_imported(office: Office) -> None:
    rows = [["บริการ", "ก.ย. 67", "ต.ค. 67", "ไตรมาส 1/68"], ["จดทะเบียน", 7, 5, 5]]
    result = office.run("statistics", office.workbook("a.xlsx", {"Sheet1": rows}))
    assert result.status == 1
    assert "คอลัมน์ B: เดือนกันยายน 2567 ไม่อยู่ในปีงบประมาณ 2568 จึงไม่ได้นำเข้า 1 ช่อง" in result.out
    assert 'ไม่รู้จักหัวคอลัมน์ "ไตรมาส 1/68"' in result.out
    assert office.table("services.csv")[1:] == ["จดทะเบียน,2567-10,5"]


def test_a_sheet_of_another_year(office: Office, header: list[str]) -> None:
    sheets = {
        "ต.ค.65": [header, purchase(1)],
        "อื่น": [["ประจำปีงบประมาณ พ.ศ. 2567"], header, purchase(1)],
    }
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert result.status == 1
    assert "เดือนตุลาคม 2565 ไม่อยู่ในปีงบประมาณ 2568 จึงไม่ได้นำเข้า 1 แถว" in result.out
    assert "เป็นของปีงบประมาณ 2567 ไม่ใช่ 2568" in result.out
    assert not (office.data / "2568").exists()


def test_cells_merged_over_several_purchases(office: Office, header: list[str]) -> None:
    rows = [header, purchase(1, c4="เฉพาะเจาะจง"), purchase(2, c4="", c2=""), purchase(3, c4="")]
    file = office.workbook("a.xlsx", {"ต.ค.67": rows})
    import xlsxwriter  # noqa: PLC0415

    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("ต.ค.67")
    for row, cells in enumerate(rows):
        sheet.write_row(row, 0, cells)
    sheet.merge_range("E2:E4", "เฉพาะเจาะจง")
    sheet.merge_range("C2:C3", 5000)
    sheet.merge_range("A3:A4", 2)
    sheet.merge_range("A6:D7", "")
    book.close()
    result = office.run("procurement", file)
    assert [line.split(",")[2:5:2] for line in office.table()[1:]] == [
        ["5000", "เฉพาะเจาะจง"], ["", "เฉพาะเจาะจง"], ["5000", "เฉพาะเจาะจง"]
    ]  # fmt: skip
    assert "ผสานเซลล์ไว้ 2 รายการ จึงนับให้รายการแรกเท่านั้น" in result.out


def test_dates_that_excel_changed_are_corrected_and_reported(
    office: Office, header: list[str]
) -> None:
    head = [*header[:8], "วันที่สัญญา", "เลขที่สัญญา"]
    row = [*purchase(1)[:8], date(1968, 1, 5), "๑/๒๕๖๘ ก"]
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": [head, row]}))
    assert "ปี 1968 อ่านเป็น 2568" in result.out
    assert office.table()[1].endswith("1/2568 ก,2568-01-05")


def test_prices_that_do_not_fit_their_bidders(office: Office) -> None:
    head = ["ที่", "รายการ", "ผู้เสนอราคา", "ราคาที่เสนอ"]
    rows = [[1, "ก", "ร้าน ก", "5\n6"], [2, "ข", "", "7"]]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [head, *rows]}))
    assert result.status == 1
    assert "แถว 2 คอลัมน์ D: มีผู้เสนอราคา 1 ราย แต่มีราคา 2 ราคา" in result.out
    assert office.table()[1:] == ["2567-10,ก,ร้าน ก", "2567-10,ข,"]


def test_formulas_are_made_inert_and_control_characters_dropped(office: Office) -> None:
    text = 'month,name,winner\n2567-10,"=HYPERLINK(""http://x"")",\x1b[31mแดง\x00\n2567-11,@x,ก\n'
    result = office.run("procurement", office.text("a.csv", text))
    assert office.table() == [
        "month,name,winner",
        '2567-10,"\'=HYPERLINK(""http://x"")",[31mแดง',
        "2567-11,'@x,ก",
    ]
    assert "\x1b" not in result.out
    assert "เหมือนเดิม 2" in office.run("procurement", office.folder / "a.csv").out


def test_every_fault_is_reported_in_one_run(office: Office, header: list[str]) -> None:
    good = office.workbook("good.xlsx", {"ต.ค.67": [header, purchase(1)]})
    result = office.run(
        "procurement", good, office.folder, office.text("e.csv", ""), office.folder / "\x1b[31m.csv"
    )
    assert result.status == 2
    assert "เป็นโฟลเดอร์" in result.err
    assert "e.csv: ไฟล์ว่าง" in result.err
    assert "ไม่พบไฟล์นี้" in result.err
    assert "\x1b" not in result.err
    assert not (office.data / "2568").exists()
    result = office.run("procurement", good, year=2025, data=office.folder / "none", lang="en")
    assert result.status == 2
    assert "did you mean 2568?" in result.err
    assert "there is no data folder" in result.err
    assert office.run("procurement", good, year=1).status == 2


def test_an_unreadable_table_is_not_overwritten(office: Office, header: list[str]) -> None:
    (office.data / "2568").mkdir()
    table = office.data / "2568" / "procurement.csv"
    table.write_text("month,nam\n2567-10,x\n", encoding="utf-8")
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)]}))
    assert result.status == 2
    assert "ต้องแก้ก่อนจึงนำเข้าได้" in result.err
    assert "nam" in result.err
    assert table.read_text(encoding="utf-8") == "month,nam\n2567-10,x\n"


def test_a_file_without_any_table(office: Office) -> None:
    result = office.run("procurement", office.workbook("a.xlsx", {"บันทึก": [["ก", "ข"]], "ว่าง": []}))
    assert result.status == 1
    assert "ไม่พบหัวตารางที่รู้จักใน 1 แถว (แถวแรก: ก | ข)" in result.out
    assert "แผ่นงานว่าง" in result.out


def test_a_summary_sheet_counts_once(office: Office, header: list[str]) -> None:
    head = [*header, "เดือน"]
    sheets = {
        "ต.ค.67": [header, purchase(1)],
        "สรุปทั้งปี": [head, [*purchase(1), "ต.ค. 67"], [*purchase(2), "ต.ค. 67"]],
    }
    result = office.run("procurement", office.workbook("a.xlsx", sheets))
    assert "ซ้ำกันหลายแผ่นงาน 1 แถว" in result.out
    assert len(office.table()) == 3


def test_a_plan_of_the_budget(office: Office) -> None:
    head = [
        "ที่",
        "โครงการ/กิจกรรม",
        "งบประมาณ (บาท)",
        "ระยะเวลา",
        "หน่วยงานรับผิดชอบ",
        "เบิกจ่าย",
        "ร้อยละ",
    ]
    rows: list[list[Any]] = [
        ["แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568"], head, ["ยุทธศาสตร์ที่ 1 คุณภาพชีวิต"],
        [1, "อบรมผู้สูงอายุ", "๕๐,๐๐๐", "ม.ค. – มี.ค. 2568", "กองสวัสดิการ", 48000.5, "96%"],
        [2, "ประชุมประจำเดือน", "ไม่ใช้งบประมาณ", "ตลอดปี", "สำนักปลัด", "-", ""],
        ["รวม", "", 50000, "", "", 48000.5],
    ]  # fmt: skip
    result = office.run("budget", office.workbook("a.xlsx", {"แผน": rows}))
    assert result.status == 0
    assert office.table("plan.csv") == [
        "name,budget,period,owner,spent,progress",
        "อบรมผู้สูงอายุ,50000,ม.ค. – มี.ค. 2568,กองสวัสดิการ,48000.5,96",
        "ประชุมประจำเดือน,0,ตลอดปี,สำนักปลัด,,",
    ]
    assert (office.data / "2568" / "o06.yml").exists()
    rows[4][6] = "100"
    result = office.run("budget", office.workbook("a.xlsx", {"แผน": rows}))
    assert "ความก้าวหน้า (ร้อยละ): – → 100" in result.out


def test_a_plan_with_months_to_mark(office: Office) -> None:
    rows = [
        ["ที่", "โครงการ", "พ.ศ. 2567", "", "", "พ.ศ. 2568", ""],
        ["", "", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ."],
        [1, "ก", "", "←", "", "→", ""],
        [2, "ข", "", "", "", "", "/"],
        [3, "ค"],
    ]
    result = office.run("budget", office.workbook("a.xlsx", {"ผด.02": rows}))
    assert result.status == 0
    assert office.table("plan.csv") == [
        "name,period", "ก,พ.ย. 2567 – ม.ค. 2568", "ข,ก.พ. 2568", "ค,"
    ]  # fmt: skip
    assert "แถวที่ไม่มีเครื่องหมายในช่องเดือน (ลูกศรที่วาดไว้อ่านไม่ได้) 1" in result.out


def test_services_by_month(office: Office) -> None:
    months = ["ต.ค.", "พ.ย.", "ธ.ค."]
    rows = [
        ["สถิติการให้บริการ ปีงบประมาณ พ.ศ. 2568"],
        ["ที่", "งานบริการ", "จำนวนผู้รับบริการ (คน)", "", "", "รวม"],
        ["", "", *months, ""],
        [1, "ชำระภาษี", 10, "๒๐", "-", 30],
        [2, "แจ้งเหตุ", 1, 2, "1,003 ราย", 1007],
        ["รวม", "", 11, 22, 1003, 1037],
    ]
    result = office.run("statistics", office.workbook("a.xlsx", {"สถิติ": rows}), lang="en")
    assert office.table("services.csv") == [
        "name,month,count",
        "ชำระภาษี,2567-10,10", "ชำระภาษี,2567-11,20",
        "แจ้งเหตุ,2567-10,1", "แจ้งเหตุ,2567-11,2", "แจ้งเหตุ,2567-12,1003",
    ]  # fmt: skip
    assert result.status == 1
    assert 'row 5 column F: "รวม" is given as 1,007; the rows add up to 1,006' in result.out
    assert 'row 6 column F: "รวม" is given as 1,037; the rows add up to 1,036' in result.out


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        (
            [["งานบริการ", "จำนวน (ราย)"], ["ชำระภาษี", 10], ["ว่าง", "-"]],
            ["name,count", "ชำระภาษี,10"],
        ),
        ([["งานบริการ", "รวม"], ["ชำระภาษี", 10]], ["name,count", "ชำระภาษี,10"]),
        (
            [["เดือน", "จำนวนผู้รับบริการ"], ["ต.ค. 67", 10], ["รวม", 10]],
            ["name,month,count", "ทุกงานบริการ,2567-10,10"],
        ),
    ],
)
def test_services_as_lists(office: Office, rows: list[list[object]], table: list[str]) -> None:
    office.run("statistics", office.workbook("a.xlsx", {"สถิติ": rows}))
    assert office.table("services.csv") == table


def test_complaints(office: Office) -> None:
    rows = [
        ["เรื่องร้องเรียน", "จำนวนเรื่อง", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ"],
        ["การจัดซื้อจัดจ้าง", 2, 1, 1], ["อื่น ๆ", "ไม่มี", 0, 0], ["รวม", 2, 1, 1],
    ]  # fmt: skip
    result = office.run("statistics", office.workbook("a.xlsx", {"สถิติ": rows}))
    assert result.status == 0
    assert office.table("complaints.csv") == [
        "name,total,done,pending", "การจัดซื้อจัดจ้าง,2,1,1", "อื่น ๆ,0,0,0"
    ]  # fmt: skip
    assert (office.data / "2568" / "o19.yml").exists()


def test_long_lists_of_changes_are_cut(office: Office, header: list[str]) -> None:
    rows = [purchase(number) for number in range(1, 31)]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, *rows]}))
    assert "… และอีก 10 แถว" in result.out


def test_rows_around_a_table_that_are_not_entries(office: Office, header: list[str]) -> None:
    rows = [
        ["สรุปผลในรอบเดือน มกราคม 2568"], ["วันที่ 3 เดือน กุมภาพันธ์ พ.ศ. 2568"], header,
        [f"({number})" for number in range(1, 10)], purchase(1, c8="1/68 ลว. 5 ม.ค. 68"), [" "],
        ["รวม", "", "มากมาย"], ["", "(ห้าพันบาทถ้วน)"], header, header, purchase("-", "ข"),
        ["", "", "", "", "", "", "", "", "9/68"], ["", header[1]],
        ["รวม", "", "", "", "ตรวจแล้ว", "(ห้าพันบาทถ้วน)"],
    ]  # fmt: skip
    result = office.run("procurement", office.workbook("a.xlsx", {"Sheet1": rows}), lang="en")
    assert result.status == 1
    assert [line.split(",")[:2] for line in office.table()[1:]] == [
        ["2568-01", "ซื้อวัสดุ"], ["2568-01", "ข"]
    ]  # fmt: skip
    assert 'row 7 column C: "วงเงินที่จะซื้อ หรือจ้าง (บาท)" cannot be read: "มากมาย"' in result.out


def test_columns_with_the_same_contents(office: Office) -> None:
    head = ["ที่", "โครงการ", "งานที่จัดซื้อหรือจัดจ้าง", "สถานะ", "project_status", "รวม"]
    file = office.workbook("a.xlsx", {"ต.ค.67": [head, [1, "ข", "ข", "ค", "ง", ""]]})
    result = office.run("procurement", file)
    assert office.table() == ["month,name,status", "2567-10,ข,ง"]
    assert 'ไม่เก็บ "โครงการ" 1 ช่อง: ซ้ำกับคอลัมน์ งานที่จัดซื้อหรือจัดจ้าง' in result.out
    assert result.status == 1
    assert 'หัวคอลัมน์ "สถานะ" เหมือนคอลัมน์ E แต่ค่าต่างกัน จึงไม่ได้นำเข้า 1 ช่อง เช่น "ค"' in result.out


def test_a_table_of_our_own(office: Office) -> None:
    text = (
        "month,project_number,name,contract_date,agreed_price,nothing\n2567-10,,,,,ไม่มี\n2567-11,,ก,,,ไม่มี\n"
        "2568-10,,,,,ไม่มี\n,6.7E+10,ข,2567-09-01,5,\n2567-12,,,,5,\n2567-12,,รวม,,5,\n"
    )
    result = office.run("procurement", office.text("a.csv", text))
    assert office.table() == [
        "month,name,agreed_price,contract_date,nothing",
        "2567-10,,,,ไม่มี",
        "2567-12,รวม,5,,",
        ",ข,5,2567-09-01,",
    ]
    assert "แถว 3 คอลัมน์ A: แถวนี้ไม่ได้นำเข้า: บอกว่าไม่มี แต่มีข้อมูลอื่นด้วย" in result.out
    assert "เดือนตุลาคม 2568 ไม่อยู่ในปีงบประมาณ 2568" in result.out
    assert "Excel ย่อเลขจนตัวเลขจริงหายไป" in result.out
    assert "แถว 6 คอลัมน์ A: แถวนี้ไม่ได้นำเข้า: ไม่มีงานที่จัดซื้อหรือจัดจ้าง" in result.out


def test_counts_without_a_service(office: Office) -> None:
    rows = [["งานบริการ", "ต.ค.", "รวม"], ["ก", 5, "-"], ["", 5, "?"], ["ข", "-", ""], ["ค", "x", 5]]
    result = office.run("statistics", office.workbook("a.xlsx", {"สถิติ": rows}))
    assert office.table("services.csv") == ["name,month,count", "ก,2567-10,5"]
    assert result.status == 1
    assert "ไม่มีงานบริการ" in result.out
    assert 'ช่อง "รวม" อ่านไม่ได้: "?"' in result.out
    assert "ไม่มีจำนวน" in result.out


def test_a_cell_that_cannot_be_split_is_reported(office: Office, header: list[str]) -> None:
    rows = [header, purchase(1, c6="ร้าน ก\nร้าน ข")]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": rows}))
    assert 'แยก "ร้าน ก ร้าน ข" ไม่ได้ จึงเก็บทั้งข้อความไว้ใน "ผู้ได้รับการคัดเลือก"' in result.out


def test_formulas_without_a_value_are_reported(office: Office) -> None:
    import xlsxwriter  # noqa: PLC0415

    file = office.folder / "a.xlsx"
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("ต.ค.67")
    sheet.write_row(0, 0, ["รายการ", "ราคากลาง"])
    sheet.write(1, 0, "ก")
    sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    sheet.write(2, 0, "ข")
    sheet.write_formula(2, 1, "=1+1", None, "")
    book.close()
    result = office.run("procurement", file)
    assert result.status == 1
    assert "a.xlsx [ต.ค.67] ช่อง B2: สูตรผิดพลาด #DIV/0!" in result.out


def test_importing_what_the_site_publishes_changes_nothing(
    office: Office, header: list[str]
) -> None:
    office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)]}))
    (dataset,) = published(examine_all(DataFolder(office.data), date(2025, 4, 1)))
    workbook = office.data.parent / "published.xlsx"
    workbook.write_bytes(write_xlsx(dataset.dataset))
    result = office.run("procurement", workbook)
    assert result.status == 0
    assert "ไม่มีอะไรต้องเปลี่ยน" in result.out


def test_the_same_work_of_another_winner_is_another_purchase(office: Office) -> None:
    head = ["ที่", "เดือน", "รายการ", "วงเงินงบประมาณ", "ผู้ได้รับการคัดเลือก", "ราคาที่ตกลง"]
    for winner, price in (("นายเอ", 9000), ("นางบี", 7400)):
        row = [1, "ต.ค. 67", "จ้างเหมาบริการ", 9000, winner, price]
        assert office.run("procurement", office.workbook("a.xlsx", {"ก": [head, row]})).status == 0
    assert [line.split(",")[-2:] for line in office.table()[1:]] == [
        ["นางบี", "7400"],
        ["นายเอ", "9000"],
    ]


def test_rows_edited_by_hand_are_recognized(office: Office, header: list[str]) -> None:
    file = office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)]})
    office.run("procurement", file)
    path = office.data / "2568/procurement.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2567-10-05", "5/10/2567").replace("2567-10,", "ต.ค. 2567,"))
    result = office.run("procurement", file)
    assert "เพิ่ม 0 เปลี่ยน 0 เหมือนเดิม 1" in result.out


@pytest.mark.parametrize(
    "selected", ["บริษัท ก จำกัด 0105500000001", "นายเอ โทร 0812345678", "ร้านค้า สาขา 2"]
)
def test_numbers_that_are_not_prices_stay_in_the_name(
    office: Office, header: list[str], selected: str
) -> None:
    office.run(
        "procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1, c6=selected)]})
    )
    head, line = office.table()
    cells = dict(zip(head.split(","), line.split(","), strict=True))
    assert cells["winner"] == selected
    assert "agreed_price" not in cells


def test_a_file_in_flow_style_is_reported_and_not_changed(
    office: Office, header: list[str]
) -> None:
    item = office.data / "2568/o12.yml"
    item.parent.mkdir(exist_ok=True)
    item.write_text("{owner: กองคลัง}\n", encoding="utf-8")
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)]}))
    assert item.read_text(encoding="utf-8") == "{owner: กองคลัง}\n"
    assert "เพิ่มบรรทัดท้ายไฟล์ไม่ได้" in result.out


@pytest.mark.parametrize("rows", ["", "other.csv"])
def test_an_item_that_shows_another_table_is_reported(
    office: Office, header: list[str], rows: str
) -> None:
    item = office.data / "2568/o12.yml"
    item.parent.mkdir(exist_ok=True)
    item.write_text(f"rows: {rows}\n", encoding="utf-8")
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": [header, purchase(1)]}))
    assert "ช่อง rows ว่างหรือเป็นตารางอื่น" in result.out


@pytest.mark.parametrize(
    "words",
    ["ยกเลิก", "ไม่มีผู้เสนอราคา", "ไม่เสนอราคา", "ไม่มีผู้ยื่น", "ยกเลิก\n-", "(ยกเลิกโครงการ)", "ไม่มี"],
)
def test_words_instead_of_a_winner_stay_out_and_are_named(
    office: Office, header: list[str], words: str
) -> None:
    rows = [header, purchase(1, c5=words, c6=words), purchase(2)]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": rows}))
    assert result.status == 1
    shown = words.replace("\n", " ")
    for column in "FG":
        place = f"a.xlsx [ต.ค.67] แถว 2 คอลัมน์ {column}: "
        (line,) = [line for line in result.out.splitlines() if place in line]
        assert f'อ่านไม่ได้: "{shown}" (ไม่ใช่ชื่อ จึงเว้นว่างไว้' in line
    first, second = office.table()[1:]
    assert (words.split("\n", maxsplit=1)[0] in first, "ร้าน ก,4900" in second) == (False, True)


def test_names_that_only_resemble_such_words_are_winners(office: Office, header: list[str]) -> None:
    names = ("ร้านไม่มีชื่อ 500 บาท", "ร้าน ยกเลิก 500 บาท", "บริษัท นิล จำกัด 500 บาท")
    rows = [header, *(purchase(n, c6=name) for n, name in enumerate(names, 1))]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": rows}))
    assert result.status == 0
    for line, name in zip(office.table()[1:], names, strict=True):
        assert f",{name.removesuffix(' 500 บาท')},500," in line


def test_objects_of_json_are_not_kept_as_texts(office: Office) -> None:
    projects = [
        {"project_name": "ซื้อหมึก", "winner": {"name": "ร้าน ก"}, "contract_date": "5 ต.ค. 67"},
        {"project_name": "ซื้อกระดาษ", "winner": ["ร้าน ก", "ร้าน ข"], "contract_date": "5 ต.ค. 67"},
        {"project_name": "[ด่วน] ซื้อน้ำ", "winner": "ร้าน ก", "contract_date": "5 ต.ค. 67"},
        {"project_name": "{ก}", "winner": "ร้าน ก", "contract_date": "5 ต.ค. 67"},
    ]
    file = office.text("a.json", json.dumps({"result": projects}, ensure_ascii=False))
    result = office.run("procurement", file)
    assert result.status == 1
    assert "a.json result[0]: " in result.out
    assert result.out.count("มีข้อมูลหลายค่าซ้อนกัน (JSON)") == 2
    assert sorted(line.split(",")[1:3] for line in office.table()[1:]) == [
        ["[ด่วน] ซื้อน้ำ", "ร้าน ก"],
        ["{ก}", "ร้าน ก"],
        ["ซื้อกระดาษ", ""],
        ["ซื้อหมึก", ""],
    ]


def test_negative_amounts_are_probably_wrong(office: Office, header: list[str]) -> None:
    rows = [header, purchase(1, c2=-5000), purchase(2, c3="-5,000"), purchase(3, c3="5,000.-")]
    result = office.run("procurement", office.workbook("a.xlsx", {"ต.ค.67": rows}))
    assert result.status == 1
    assert "น่าจะผิด ให้ตรวจ 2 แห่ง" in result.out
    assert "a.xlsx [ต.ค.67] แถว 2: วงเงินงบประมาณ (บาท) ติดลบ (-5,000)" in result.out
    assert "a.xlsx [ต.ค.67] แถว 3: ราคากลาง (บาท) ติดลบ (-5,000)" in result.out
