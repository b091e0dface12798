"""Spreadsheets as offices have them, for ``oit import``."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\n"

_MADE = datetime(2026, 4, 1)  # noqa: DTZ001 - a workbook's properties have no time zone

_SUMMARY = [
    "ลำดับที่",
    "งานที่จัดซื้อหรือจัดจ้าง",
    "วงเงินที่จะซื้อ\nหรือจ้าง (บาท)",
    "ราคากลาง (บาท)",
    "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคา\nและราคาที่เสนอ",
    "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง",
    "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
]
_LIST = (
    "ที่|ปีงบประมาณ|ชื่อหน่วยงาน|อำเภอ|จังหวัด|ชื่อรายการของงานที่ซื้อหรือจ้าง|วงเงินงบประมาณที่ได้รับจัดสรร (บาท)|"
    "แหล่งที่มาของงบประมาณ|สถานะการจัดซื้อจัดจ้าง|วิธีการจัดซื้อจัดจ้าง|ราคากลาง (บาท)|ราคาที่ตกลงซื้อหรือจ้าง (บาท)|"
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก|เลขที่โครงการในระบบ e-GP"
).split("|")


def _purchase(number: object, budget: object = 5000) -> list[object]:
    return [
        number, "ซื้อวัสดุ", budget, 5000, "เฉพาะเจาะจง", "ร้าน ก\n4,900 บาท", "ร้าน ก\n4,900 บาท",
        "ราคาต่ำสุด", f"เลขที่ {number}/2568 ลว. 5 ต.ค. 2567",
    ]  # fmt: skip


WORKBOOKS: dict[str, Mapping[str, Rows]] = {
    "summary.xlsx": {
        "ต.ค.67": [
            ["สรุปผล"], _SUMMARY, _purchase(1), _purchase("๒"), _purchase(3, "ประมาณห้าพัน"),
            ["", "", "", "", "", "ร้าน ข 5,000.00"], ["กองช่าง"], ["รวม", "", "10,000"],
            ["", "", "", "", "(ลงชื่อ)................ผู้รายงาน"],
        ],
        "พ.ย.67": [["ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"]],
        "ธ.ค.67": [_SUMMARY],
        "ต.ค.65": [_SUMMARY, _purchase(1)],
    },
    "corrected.xlsx": {"ต.ค.67": [_SUMMARY, _purchase("๒", "6,000"), _purchase(4)]},
    "list.xlsx": {
        "Sheet1": [
            _LIST,
            [1, 2568, "ทต.ตัวอย่าง", "ก", "ข", "จ้างก่อสร้าง", 500000, "เงินอุดหนุน", "สิ้นสุดสัญญา",
             "e-bidding", "498,000.00", "๔๙๗,๐๐๐", "หจก. ก", 67109000001],
        ],
    },
    "memo.xlsx": {"บันทึก": [["ก", "ข"]], "ว่าง": []},
    "plan.xlsx": {
        "แผน": [
            ["แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568"],
            ["ที่", "โครงการ/กิจกรรม", "งบประมาณ (บาท)", "ระยะเวลา", "หน่วยงานรับผิดชอบ", "เบิกจ่าย"],
            ["ยุทธศาสตร์ที่ 1 คุณภาพชีวิต"],
            [1, "อบรมผู้สูงอายุ", "๕๐,๐๐๐", "ม.ค. – มี.ค. 2568", "กองสวัสดิการ", 48000.5],
            [2, "ประชุมประจำเดือน", "ไม่ใช้งบประมาณ", "ตลอดปี", "สำนักปลัด", "-"],
            ["รวม", "", 50001, "", "", 48000.5],
        ],
    },
    "months.xlsx": {
        "ผด.02": [
            ["ที่", "โครงการ", "พ.ศ. 2567", "", "", "พ.ศ. 2568", ""],
            ["", "", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ."],
            [1, "ก", "", "←", "", "→", ""], [2, "ข", "", "", "", "", "/"], [3, "ค"],
        ],
    },
    "services.xlsx": {
        "สถิติ": [
            ["สถิติการให้บริการ ปีงบประมาณ พ.ศ. 2568"],
            ["ที่", "งานบริการ", "จำนวนผู้รับบริการ (คน)", "", "", "รวม"],
            ["", "", "ต.ค.", "พ.ย.", "ธ.ค.", ""],
            [1, "ชำระภาษี", 10, "๒๐", "-", 30], [2, "แจ้งเหตุ", 1, 2, "1,003 ราย", 1007],
            ["รวม", "", 11, 22, 1003, 1037],
        ],
        "ร้องเรียน": [
            ["เรื่องร้องเรียน", "จำนวนเรื่อง", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ"],
            ["การจัดซื้อจัดจ้าง", 2, 1, 1], ["อื่น ๆ", "ไม่มี", 0, 0], ["รวม", 2, 1, 1],
        ],
    },
}  # fmt: skip

_CONTRACTS = [
    {"winner": "หจก. ก", "winner_tin": "0105536000315", "contract_no": "1/68",
     "contract_date": "5 ต.ค. 67", "price_agree": "250000.00", "status": "ส่งงาน"},
    {"winner": "นาย ข", "winner_tin": "1234567890121", "contract_no": "2/68",
     "contract_date": "2024-11-05", "price_agree": ""},
]  # fmt: skip
_PROJECT = {
    "project_id": "67109000001", "project_name": "จ้างก่อสร้างถนน", "budget_year": "2568",
    "project_money": "500000.00", "sum_price_agree": "497000.00",
    "announce_date": "2024-10-01", "project_status": "ดำเนินการตามสัญญา",
}  # fmt: skip

_OWN = (
    "month,name,winner,nothing\n"
    '2567-10,"=HYPERLINK(""http://x"")",\x1b[31mแดง\x00,\n2567-11,@x,ก,\n2567-12,,,ไม่มี\n2568-10,,,ไม่มี\n'
)

OLD_ITA_FILE = """\
# การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร
owner: กองยุทธศาสตร์
year: 2569
results:
  year: 2568
  total: 88.42
  instruments:
    - name: IIT
      score: 92.30
    - name: "EIT ส่วนที่ 1"
      score: 88.96
  indicators:
    - name: ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่
      score: 94.60
    - {name: ไม่มีเลข, score: 9}
  questions:
    - id: i1
      score: 92.40
      group: raise
measures:
  - name: ป้ายขั้นตอน
    analysis: [เลือกเรื่องที่มีผู้ยื่นมากที่สุด]
"""
"""An item's file in the layout that ``oit upgrade`` migrates."""


def write(folder: Path) -> None:
    """Write an office: a data folder without any item, and the files to import."""
    (folder / "data").mkdir(parents=True)
    (folder / "data/agency.yml").write_text(AGENCY, encoding="utf-8")
    for name, sheets in WORKBOOKS.items():
        _write_workbook(folder / name, sheets)
    projects = [{**_PROJECT, "contract": _CONTRACTS}, {**_PROJECT, "budget_year": "2567"}]
    egp = json.dumps({"request": {}, "result": projects}, ensure_ascii=False)
    (folder / "egp.json").write_text(egp, encoding="utf-8")
    (folder / "egp.csv").write_bytes(_as_csv([list(_PROJECT), list(_PROJECT.values())], "cp874"))
    (folder / "own.csv").write_text(_OWN, encoding="utf-8")
    (folder / "empty.csv").touch()


def _write_workbook(path: Path, sheets: Mapping[str, Rows]) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": _MADE})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)


def _as_csv(rows: Rows, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)
