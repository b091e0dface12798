"""``oit workbook export``: a workbook for each owner."""

import pytest

from intake.workbook.conftest import PEOPLE
from intake.workbook.office import Filled, Office, command

Captured = pytest.CaptureFixture[str]
O2, O9 = "2569/o02.yml", "2569/o09.yml"


def test_the_same_data_gives_the_same_bytes(office: Office) -> None:
    first = [path.read_bytes() for path in office.export()]
    assert first == [path.read_bytes() for path in office.export()]


def test_the_first_sheet_has_instructions_and_the_items(office: Office) -> None:
    book = office.open().book
    assert book.sheetnames == ["เริ่มที่นี่", "O2", "O9", "ตัวเลือก"]
    texts = [str(cell.value) for row in book["เริ่มที่นี่"].iter_rows() for cell in row if cell.value]
    assert texts[0] == "เทศบาลตำบลเล็ก · 2569 · สำนักปลัด"
    assert texts[-7:-1] == ["O2", "ผู้บริหาร", "ครบ", "O9", "งานบริการ", "บางส่วน"]
    assert texts[-1] == "ค่าธรรมเนียม: มี 1 จาก 2 รายการ ขาด รายการที่ 1 (ภาษี)"


def test_cells_of_missing_data_are_yellow_and_say_what_is_missing(office: Office) -> None:
    book = office.open()
    fee = book.cell(O9, "services", 1, "fee")
    assert fee.fill.start_color.rgb == "FFFFEB9C"
    assert "ยังขาด: ค่าธรรมเนียม" in fee.comment.text
    assert "ห้ามเว้นว่าง" in fee.comment.text
    there = book.cell(O9, "services", 2, "fee")
    assert there.fill.fill_type is None
    assert there.comment is None
    head = book.sheet(O9).cell(fee.row - 1, fee.column)
    assert "ห้ามเว้นว่าง" in head.comment.text
    output = [str(row[1].value) for row in book.sheet(O9).iter_rows(max_row=6)]
    assert any(text.startswith("ยังขาด: ค่าธรรมเนียม (มี 1 จาก 2 รายการ ขาด ") for text in output)


def test_officers_cannot_break_it(office: Office) -> None:
    book = office.open()
    sheet = book.sheet(O2)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not book.cell(O2, "people", 1, "name").protection.locked
    assert sheet.cell(book.cell(O2, "people", 1, "name").row, 2).protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert book.book["ตัวเลือก"].sheet_state == "hidden"


def test_choices_are_shown_in_thai(office: Office) -> None:
    book = office.open()
    cell = book.cell(O2, "people", 1, "rank")
    assert cell.value == "ผู้บริหารสูงสุด"
    rules = [
        r for r in book.sheet(O2).data_validations.dataValidation if cell.coordinate in r.sqref
    ]
    assert [rule.formula1 for rule in rules] == ["'ตัวเลือก'!$A$1:$A$3"]
    words = [row[0].value for row in book.book["ตัวเลือก"].iter_rows(max_row=3)]
    assert words == ["ผู้บริหารสูงสุด", "รองผู้บริหาร", "ผู้บริหารอื่น"]


def test_values_that_a_cell_cannot_hold_stay_in_the_file(office: Office) -> None:
    office.write(
        O2,
        "owner: สำนักปลัด\nsummary: " + "ก" * 40_000 + "\n"
        "people:\n  - {name: <r>x</r>, position: ก_x0041_, phone: 1}\n  - {name: ข, phone: [1]}\n"
        'documents:\n  - {title: ก, file: a.pdf, shows: {"a: b": 1}}\n',
    )
    before = office.read(O2)
    book = office.open()
    assert ("", 1, "summary") not in dict(book.fields(O2))
    kept = [key for key, cell in book.fields(O2) if cell.value and key[0]]
    assert kept == [("people", 1, "phone"), ("people", 2, "name"), ("documents", 1, "title"),
                    ("documents", 1, "file")]  # fmt: skip
    book.empty(O2, "people", 1)
    assert office.import_workbooks(book.save()) == 1
    assert office.read(O2) == before


def test_a_file_that_cannot_be_read_says_so(office: Office) -> None:
    office.write(O2, "owner: [\n")
    book = Filled(office.export()[-2])
    assert not list(book.fields(O2)) if book.sheets() else False
    texts = [str(row[1].value) for row in book.sheet(O2).iter_rows()]
    assert texts[-1].startswith("ไฟล์นี้อ่านไม่ได้")
    assert office.import_workbooks(book.path) == 1


def test_tables_are_not_exported(office: Office) -> None:
    office.write(
        "checklists/small-2569.yml",
        office.read("checklists/small-2569.yml")
        .replace("form: executives", "form: procurement_monthly")
        .replace("rule: at_least, field: people, count: 1", "rule: present, field: months"),
    )
    office.write(O2, "owner: สำนักปลัด\nrows: procurement.csv\n")
    office.write("2569/procurement.csv", "month,name\n2568-10,ซื้อวัสดุ\n")
    book = office.open()
    texts = [str(row[1].value) for row in book.sheet(O2).iter_rows()]
    assert any("procurement.csv ตารางนำเข้าด้วยคำสั่ง oit import" in text for text in texts)
    assert {block for (block, _, _), _ in book.fields(O2)} == {"", "documents"}
    office.write(O2, "owner: สำนักปลัด\n")
    assert "months/purchases" in {block for (block, _, _), _ in office.open().fields(O2)}


def test_file_names_are_allowed_on_every_system(office: Office) -> None:
    office.write(O2, PEOPLE.replace("สำนักปลัด", "กอง/คลัง"))
    office.write(O9, "owner: กอง:คลัง\n")
    names = [path.name for path in office.export()]
    assert names == ["2569 เทศบาลตำบลเล็ก.xlsx", "2569 กอง_คลัง 2.xlsx", "2569 กอง_คลัง.xlsx"]


def test_in_english_the_words_around_the_data_are_english(office: Office) -> None:
    office.write(O9, "owner: สำนักปลัด\nservices: []\n")
    book = office.open("--lang", "en")
    assert book.book.sheetnames == ["Start here", "O2", "O9", "Choices"]
    texts = [str(cell.value) for row in book.sheet(O9).iter_rows() for cell in row if cell.value]
    assert "Status: missing" in texts
    assert "Missing: ค่าธรรมเนียม (services has no entries)" in texts
    assert any(text.endswith(" (fee)") for text in texts)
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == PEOPLE


def test_rows_are_as_high_as_what_they_show(office: Office) -> None:
    office.write(O2, "owner: สำนักปลัด\nsummary: " + "กาน้ำ " * 40 + "\n")
    book = office.open()
    heights = book.sheet(O2).row_dimensions
    short, long = (book.cell(O2, "", 1, name).row for name in ("owner", "summary"))
    assert heights[short].height is None  # one line
    assert heights[long].height > 100
    # Rows without texts grow when they are filled in.
    assert heights[book.cell(O2, "people", 2, "name").row].height is None


def test_a_sheet_is_printed_on_pages_that_show_all_of_its_columns(office: Office) -> None:
    sheet = office.open().sheet(O2)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.freeze_panes == "C3"


def test_only_one_owner(office: Office, capsys: Captured) -> None:
    office.write(O2, PEOPLE.replace("สำนักปลัด", "กองคลัง"))
    assert [path.name for path in office.export("--owner", "กองคลัง")] == ["2569 กองคลัง.xlsx"]
    call = ("export", "--data", office.data, "--out", tmp := office.folder / "none")
    assert command(*call, "--owner", "กองช่าง") == 2
    assert "ให้เลือกจาก: กองคลัง, สำนักปลัด, เทศบาลตำบลเล็ก" in capsys.readouterr().err
    assert command(*call, "--year", "2500") == 2
    assert "2500" in capsys.readouterr().err
    assert not tmp.exists()


def test_many_items_of_one_file_and_markup_in_their_names(office: Office) -> None:
    listed = office.read("checklists/small-2569.yml")
    first = listed[listed.index("  - id: O2") : listed.index("  - id: O9")]
    more = [first.replace("O2", f"O{n}").replace("ผู้บริหาร\n", "<r>ก</r>\n") for n in range(20, 30)]
    shared = "".join(more).replace("    form:", "    file: o02.yml\n    form:")
    twice = shared.replace("O2", "O200").replace("o02.yml", "o03.yml")
    office.write("checklists/small-2569.yml", listed + shared + twice)
    office.write("2569/o03.yml", PEOPLE)
    book = office.open()
    assert all(len(name) <= 31 for name in book.book.sheetnames)
    assert len(book.sheets()) == 3
    assert office.import_workbooks(book.path) == 0


REPORT = """\
  - id: O2
    title: รายงานผล
    indicator: "9"
    form: annual_report
    elements:
      - {id: year, text: เป็นของปี 2568, rule: covers, field: year, year: previous}
"""


def test_examples_are_those_of_the_item_and_texts_have_none(office: Office) -> None:
    listed = office.read("checklists/small-2569.yml")
    before, rest = listed.split("  - id: O2\n")
    office.write("checklists/small-2569.yml", before + REPORT + rest[rest.index("  - id: O9") :])
    office.write(O2, "owner: สำนักปลัด\n")
    sheet = (book := office.open()).sheet(O2)
    year, updated = (
        book.cell(O2, "", 1, field).offset(column=1).value for field in ("year", "updated")
    )
    assert (year, updated) == ("เช่น 2568", "เช่น 2569-01-15")
    budget, title = (
        sheet.cell(cell.row - 1, cell.column).comment
        for cell in (book.cell(O2, "projects", 1, field) for field in ("budget", "name"))
    )
    assert budget.text == "เช่น 1,500,000"
    assert title.text == "ต้องมี"


def test_the_assessors_review_is_a_sheet_of_the_agency(office: Office, capsys: Captured) -> None:
    review = "2569/review.yml"
    office.write(review, "items:\n  - item: O2   # ผู้บริหาร\n    score:\n")
    book = office.open("--owner", "เทศบาลตำบลเล็ก")
    assert book.book.sheetnames == ["เริ่มที่นี่", "agency", "review", "ตัวเลือก"]
    book.fill(review, "items", 1, score="50", remark="ไม่พบรูป")
    assert office.import_workbooks(book.save()) == 0
    assert "ไม่พบรูป" in capsys.readouterr().out
    assert office.read(review) == (
        "items:\n  - item: O2   # ผู้บริหาร\n    score: 50\n    remark: ไม่พบรูป\n"
    )
