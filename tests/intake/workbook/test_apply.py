"""``oit workbook import``: only the changes of officers are written, and nothing is lost."""

import shutil
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from given import ROOT
from intake.workbook.conftest import CHECKLIST, PEOPLE, SERVICES
from intake.workbook.office import Filled, Office
from oit.forms.base import ItemForm
from oit.intake.workbook import apply
from oit.source import edit
from oit.source.edit import value_at
from small_agency import AGENCY

Captured = pytest.CaptureFixture[str]
O2, O9 = "2569/o02.yml", "2569/o09.yml"


def test_an_unchanged_workbook_changes_nothing(office: Office, capsys: Captured) -> None:
    book = office.open()
    assert office.import_workbooks(book.path) == 0
    # Neither does a workbook that Excel has saved.
    assert office.import_workbooks(book.save()) == 0
    assert (office.read(O2), office.read(O9)) == (PEOPLE, SERVICES)
    assert "ไม่มีอะไรต้องเปลี่ยน" in capsys.readouterr().out


def test_only_the_changed_cells_change_the_file(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "people", 1, rank="รองผู้บริหาร", phone="045000009", position="นายก: เทศมนตรี")
    book.fill(O2, "people", 2, side="ฝ่ายข้าราชการประจำ")
    book.fill(O2, "documents", 1, shows="people: 2\nside: 3")
    book.fill(O9, "", 1, summary="สั้น ๆ")
    book.fill(O9, "services", 1, fee="10 บาท", requirements="บัตร\nภาพถ่าย\nใบ, เสร็จ")
    book.fill(O9, "services/steps", 2, time="1 วัน")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == (
        PEOPLE.replace("rank: head", "position: 'นายก: เทศมนตรี'\n    rank: deputy")
        .replace("'045000001'", "'045000009'")
        .replace("rank: other}", "rank: other, side: permanent}")
        .replace("people: 1", "people: 2\n      side: 3")
    )
    assert office.read(O9) == (
        SERVICES.replace("  งานบริการ\n  ของเทศบาล\n", "  สั้น ๆ\n")
        .replace("fee:\n", "fee: 10 บาท\n")
        .replace("'ทะเบียน, บ้าน']", "'ภาพถ่าย', 'ใบ, เสร็จ']")
        .replace("- text: ชำระ\n", "- text: ชำระ\n        time: 1 วัน\n")
    )
    output = capsys.readouterr().out
    assert "ผู้บริหาร 1 (นายสมมติ หนึ่ง) › ระดับ: ผู้บริหารสูงสุด → รองผู้บริหาร" in output
    assert "งานบริการ 1 (ภาษี) › ค่าธรรมเนียม: (ว่าง) → 10 บาท" in output


def test_only_pairs_that_differ_change(office: Office) -> None:
    office.write(
        O2, PEOPLE.replace("      people: 1\n", "      people: 1  # หน้าแรก\n      side: 2\n")
    )
    book = office.open()
    book.fill(O2, "documents", 1, shows="people: 1")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == PEOPLE.replace("people: 1\n", "people: 1  # หน้าแรก\n")


def test_an_entry_is_added_to_a_file_with_other_new_entries(office: Office) -> None:
    book = office.open()
    book.fill(O2, "people", 3, name="นางใหม่")
    path = book.save()
    now = PEOPLE.replace("  # ฝ่ายประจำ\n", "  - {name: คนอื่น}\n")
    office.write(O2, now)
    assert office.import_workbooks(path) == 0
    assert office.read(O2) == now.replace("documents:", "  - {name: นางใหม่}\ndocuments:")


def test_a_dry_run_writes_nothing(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "people", 1, phone="1")
    assert office.import_workbooks(book.save(), "--dry-run") == 0
    assert office.read(O2) == PEOPLE
    output = capsys.readouterr().out
    assert "โทรศัพท์: 045000001 → 1" in output
    assert "--dry-run" in output


def test_a_post_becomes_vacant_and_is_filled_again(office: Office) -> None:
    book = office.open()
    book.fill(O2, "people", 2, name="", position="ปลัดเทศบาล", vacant="ตำแหน่งว่าง")
    assert office.import_workbooks(book.save()) == 0
    vacant = "  - {name: , position: ปลัดเทศบาล, rank: other, vacant: true}\n"
    assert office.read(O2) == PEOPLE.replace("  - {name: นายสมมติ สอง, rank: other}\n", vacant)
    book = office.open()
    assert book.cell(O2, "people", 2, "vacant").value == "ตำแหน่งว่าง"
    book.fill(O2, "people", 2, name="นางใหม่", vacant="")
    assert office.import_workbooks(book.save()) == 0
    assert "  - {name: นางใหม่, position: ปลัดเทศบาล, rank: other, vacant: }\n" in office.read(O2)


def test_new_entries_are_added_with_the_entries_within_them(office: Office) -> None:
    book = office.open()
    book.fill(O2, "people", 7, name="นางใหม่", rank="รองผู้บริหาร")
    book.fill(O9, "services", 3, name="ป้าย", requirements="แบบ\nรูป")
    book.fill(O9, "services/steps", 3, above="3", text="ยื่น", time="1")
    book.fill(O9, "services/steps", 4, above="2", text="จ่าย")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == PEOPLE.replace(
        "documents:", "  - {name: นางใหม่, rank: deputy}\ndocuments:"
    )
    assert office.read(O9) == SERVICES.replace(
        "- name: ขยะ\n", "- name: ขยะ\n    steps:\n      - text: จ่าย\n"
    ) + (
        "  - name: ป้าย\n    requirements:\n      - แบบ\n      - รูป\n"
        "    steps:\n      - text: ยื่น\n        time: 1\n"
    )


def test_emptying_a_row_removes_its_entry(office: Office) -> None:
    book = office.open()
    book.empty(O2, "people", 2)
    book.empty(O9, "services/steps", 1)
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == PEOPLE.replace("  - {name: นายสมมติ สอง, rank: other}\n", "")
    assert office.read(O9) == SERVICES.replace("      - text: ยื่น\n        time: 5 นาที\n", "")


def test_an_entry_is_not_deleted_with_the_entries_within_it(
    office: Office, capsys: Captured
) -> None:
    book = office.open()
    book.empty(O9, "services", 1)
    path = book.save()
    assert office.import_workbooks(path) == 1
    assert office.read(O9) == SERVICES
    assert "แก้ในไฟล์โดยไม่กระทบส่วนอื่นไม่ได้" in capsys.readouterr().out
    book.empty(O9, "services/steps", 1)
    book.empty(O9, "services/steps", 2)
    assert office.import_workbooks(book.save()) == 0
    assert "ภาษี" not in office.read(O9)


def test_an_emptied_cell_empties_the_field(office: Office) -> None:
    book = office.open()
    book.fill(O9, "", 1, summary=None)
    book.fill(O9, "services", 1, requirements="")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O9) == SERVICES.replace(" >-\n  งานบริการ\n  ของเทศบาล", "").replace(
        "[บัตร, 'ทะเบียน, บ้าน']", "[]"
    )


def test_a_missing_file_is_written(office: Office) -> None:
    (office.data / O9).unlink()
    assert [path.name for path in office.export()][1:] == [
        "2569 ยังไม่ระบุผู้รับผิดชอบ.xlsx",
        "2569 สำนักปลัด.xlsx",
    ]
    book = Filled(office.folder / "out" / "2569 ยังไม่ระบุผู้รับผิดชอบ.xlsx")
    book.fill(O9, "", 1, owner="กองคลัง")
    book.fill(O9, "services", 1, name="ภาษี", fee="ไม่มี")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O9) == (
        "# O9 งานบริการ\nowner: กองคลัง\nservices:\n  - name: ภาษี\n    fee: ไม่มี\n"
    )


def test_an_unreadable_value_is_reported_with_its_cell_and_heading(
    office: Office, capsys: Captured
) -> None:
    book = office.open()
    book.fill(O2, "", 1, updated="เมื่อวาน", summary="ใหม่")
    book.fill(O2, "people", 1, name="", rank="เจ้านาย")
    book.fill(O2, "people", 3, rank="รองผู้บริหาร")
    book.fill(O2, "documents", 1, shows="หน้า 5")
    book.fill(O2, "documents", 2, title="ก", shows="หน้า 5")
    book.fill(O9, "services/steps", 3, text="ลอย")
    book.fill(O9, "services/steps", 4, text="ลอย", above="15")
    assert office.import_workbooks(book.save()) == 1
    assert (office.read(O2), office.read(O9)) == (PEOPLE, SERVICES)
    output = capsys.readouterr().out
    updated = book.cell(O2, "", 1, "updated").coordinate
    old, new = (book.cell(O2, "documents", n, "shows").coordinate for n in (1, 2))
    for words in (
        f'[O2] {updated} ปรับปรุงล่าสุด: ช่อง "ปรับปรุงล่าสุด" อ่านเป็นวันที่ไม่ได้: "เมื่อวาน"',
        '[O2] E15 ระดับ: ช่อง "ระดับ" มีค่า "เจ้านาย"',
        '[O2] C15 ชื่อ-สกุล: ข้อมูลตรงนี้ใน "ผู้บริหาร (people) รายการที่ 1" ขาดช่อง "ชื่อ-สกุล"',
        '[O2] C17 ชื่อ-สกุล: ข้อมูลตรงนี้ใน "ผู้บริหาร (people) รายการที่ 3" ขาดช่อง "ชื่อ-สกุล"',
        f"[O2] {old} องค์ประกอบที่เอกสารแสดง: เขียนบรรทัดละคู่",
        f"[O2] {new} องค์ประกอบที่เอกสารแสดง: เขียนบรรทัดละคู่",
        "[O2]: จึงยังไม่นำเข้าอีก 1 รายการของแผ่นนี้ด้วย",
        "ไม่ทราบว่ารายการนี้เป็นของ งานบริการ แถวใด",
        "→ เขียนวันที่ที่มีจริง เช่น 2569-01-15",
    ):
        assert words in output


def test_all_changes_of_a_sheet_are_written_or_none(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "", 1, updated="เมื่อวาน", summary="ใหม่")
    book.fill(O2, "documents", 2, title="รายงาน", file="files/2569/a.pdf")
    book.fill(O9, "", 1, summary="สั้น")
    path = book.save()
    assert office.import_workbooks(path) == 1
    # The sheets of other items are imported.
    assert office.read(O2) == PEOPLE
    assert "summary: >-\n  สั้น\n" in office.read(O9)
    book.fill(O2, "", 1, updated="2569-01-15")
    book.fill(O2, "documents", 2, title="รายงาน", file="files/2569/b.pdf")
    assert office.import_workbooks(book.save()) == 0
    wished = PEOPLE.replace("ผู้ดูแล\n", "ผู้ดูแล\nupdated: 2569-01-15\nsummary: ใหม่\n") + (
        "  - title: รายงาน\n    file: files/2569/b.pdf\n"
    )
    assert office.read(O2) == wished
    capsys.readouterr()
    assert office.import_workbooks(path) == 0
    assert office.read(O2) == wished
    assert "ไม่มีอะไรต้องเปลี่ยน" in capsys.readouterr().out


def test_an_imported_entry_that_changed_in_the_workbook_is_not_added_again(
    office: Office, capsys: Captured
) -> None:
    book = office.open()
    book.fill(O2, "documents", 2, title="รายงาน", file="files/2569/a.pdf")
    assert office.import_workbooks(book.save()) == 0
    once = office.read(O2)
    book.fill(O2, "documents", 2, file="files/2569/b.pdf")
    assert office.import_workbooks(book.save()) == 1
    assert office.read(O2) == once
    assert "หรือส่งออกใหม่แล้วแก้ในไฟล์นั้น" in capsys.readouterr().out


def test_a_fault_of_a_new_entry_is_reported_at_its_cell_or_at_its_row(
    office: Office, capsys: Captured
) -> None:
    book = office.open()
    book.fill(O9, "services", 3, name="ป้าย", online="ไม่ใช่ลิงก์")
    book.fill(O9, "services/steps", 3, above="3", time="1 วัน")
    book.fill(O2, "documents", 2, title="รายงาน", file="files/2569/a.pdf", shows="people: ก")
    assert office.import_workbooks(book.save()) == 1
    output = capsys.readouterr().out
    row = book.cell(O2, "documents", 2, "shows").row
    assert f'[O2] แถว {row}: ช่อง "รายการที่ 2 (รายงาน) › people" ต้องเป็นเลขหน้า' in output
    online, text = (
        book.cell(O9, *cell).coordinate
        for cell in (("services", 3, "online"), ("services/steps", 3, "text"))
    )
    assert f'[O9] {online} ยื่นออนไลน์: ช่อง "ยื่นออนไลน์" ต้องเป็นที่อยู่เว็บ' in output
    assert f"[O9] {text} ขั้นตอน: " in output
    # It is unknown which of several steps has no text.
    for number in (4, 5):
        book.fill(O9, "services/steps", number, above="3", time="1 วัน")
    assert office.import_workbooks(book.save()) == 1
    service = book.cell(O9, "services", 3, "name").row
    steps = "ขั้นตอนการขอรับบริการ (steps) รายการที่ 1"
    expected = f'[O9] แถว {service}: ข้อมูลตรงนี้ใน "{steps}" ขาดช่อง "ขั้นตอน (text)"'
    assert expected in capsys.readouterr().out


def test_changes_on_both_sides(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "", 1, owner="กองช่าง", summary="ใหม่")
    book.fill(O2, "people", 1, rank="รองผู้บริหาร", phone="9")
    book.fill(O2, "people", 2, side="ฝ่ายข้าราชการประจำ")
    now = PEOPLE.replace("people:\n", "people:\n  - name: ก่อนใคร\n").replace("045000001", "8")
    before = now.replace("# O2", "summary: ใหม่\n# O2")
    office.write(O2, before)
    assert office.import_workbooks(book.save()) == 1
    assert office.read(O2) == before
    output = capsys.readouterr().out
    assert "[O2] H15 โทรศัพท์: ไฟล์ถูกแก้หลังส่งออก" in output
    assert output.count("ไฟล์ถูกแก้หลังส่งออก") == 1
    # After people have agreed, the workbook and the file are the same.
    book.fill(O2, "people", 1, phone="8")
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == now.replace("# O2", "summary: ใหม่\n# O2").replace(
        "rank: head", "rank: deputy"
    ).replace("rank: other}", "rank: other, side: permanent}").replace("สำนักปลัด", "กองช่าง")


def test_entries_changed_or_removed_since_the_export_are_conflicts(office: Office) -> None:
    book = office.open()
    book.empty(O2, "people", 1)
    book.fill(O2, "people", 2, side="ฝ่ายข้าราชการประจำ")
    book.fill(O9, "services/steps", 2, time="1 วัน")
    path = book.save()
    changed = PEOPLE.replace("rank: head", "rank: deputy").replace("ตัวอย่าง สอง", "อื่น")
    office.write(O2, changed)
    office.write(O9, SERVICES.replace("ภาษี", "ภาษีป้าย").replace("fee:\n", "fee: 5\n"))
    before = office.read(O9)
    assert office.import_workbooks(path) == 1
    assert (office.read(O2), office.read(O9)) == (changed, before)


def test_equal_rows_are_not_confused(office: Office) -> None:
    twins = "owner: สำนักปลัด\npeople:\n  - name: ก\n  - name: ก\n  - name: ข\n"
    office.write(O2, twins)
    book = office.open()
    book.empty(O2, "people", 1)
    book.empty(O2, "people", 2)
    path = book.save()
    now = twins.replace("  - name: ก\n", "", 1)
    office.write(O2, now)
    assert office.import_workbooks(path) == 1
    assert office.read(O2) == now
    now = twins.replace("people:\n", "people:\n  - name: ค\n  - name: ง\n")
    office.write(O2, now)
    assert office.import_workbooks(path) == 1
    assert office.read(O2) == now


def test_a_row_whose_parent_is_gone(office: Office) -> None:
    book = office.open()
    book.fill(O9, "services/steps", 1, time="1 วัน")
    book.fill(O9, "services/steps", 5, above="1")
    book.sheet(O9).delete_rows(book.cell(O9, "services", 1, "name").row)
    path = book.save()
    now = SERVICES.replace("ขยะ", "ขยะมูลฝอย")
    office.write(O9, now)
    assert office.import_workbooks(path) == 1
    assert office.read(O9) == now


def test_the_same_workbook_twice(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "people", 3, name="นางใหม่")
    book.empty(O2, "people", 2)
    book.fill(O9, "services", 1, fee="5")
    book.fill(O9, "services", 3, name="ป้าย")
    book.fill(O9, "services/steps", 3, above="3", text="ยื่น")
    path = book.save()
    assert office.import_workbooks(path) == 0
    once = office.read(O2), office.read(O9)
    capsys.readouterr()
    assert office.import_workbooks(path) == 0
    assert (office.read(O2), office.read(O9)) == once
    assert "ไม่มีอะไรต้องเปลี่ยน" in capsys.readouterr().out


def test_a_file_that_is_read_back_differently_is_restored(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    book = office.open()
    book.fill(O2, "", 1, summary="ใหม่")
    records = iter([ItemForm(summary="ก"), ItemForm(summary="ข")] * 2)
    monkeypatch.setattr(apply, "_record", lambda *_: next(records))
    assert office.import_workbooks(book.save()) == 1
    assert office.read(O2) == PEOPLE
    assert "จึงคืนไฟล์เดิม" in capsys.readouterr().out
    (office.data / O2).unlink()
    book = Filled(office.export()[-2])
    book.fill(O2, "", 1, summary="ใหม่")
    assert office.import_workbooks(book.save()) == 1
    assert not (office.data / O2).exists()


def test_an_unreadable_file_is_not_changed(office: Office, capsys: Captured) -> None:
    path = office.open().path
    office.write(O2, "owner: [\n")
    assert office.import_workbooks(path) == 1
    assert "อ่านไม่ได้ ให้แก้ก่อน" in capsys.readouterr().out
    office.export()
    (office.data / "2569").rename(office.data / "2568")
    assert office.import_workbooks(path, "--lang", "en") == 1
    assert "no item of 2569 has the file" in capsys.readouterr().out


def test_no_data_folder(office: Office, capsys: Captured) -> None:
    path = office.open().path
    assert Office(office.folder / "nowhere").import_workbooks(path) == 2
    assert "ไม่พบโฟลเดอร์ข้อมูล" in capsys.readouterr().err


HOSTILE = [
    "=1+1",
    "+CMD|' /C calc'!A0",
    "<script>alert(1)</script>",
    "@x",
    "- a",
    "{{7*7}}",
    "'",
    "#x",
]


def test_hostile_texts_stay_texts(office: Office) -> None:
    book = office.open()
    for number, text in enumerate(HOSTILE, start=3):
        book.fill(O2, "people", number, name="ก", position=text)
        book.cell(O2, "people", number, "position").data_type = "s"
    assert office.import_workbooks(book.save()) == 0
    book = office.open()
    for number, text in enumerate(HOSTILE, start=3):
        cell = book.cell(O2, "people", number, "position")
        assert (cell.value, cell.data_type) == (text, "s")
    assert office.import_workbooks(book.path) == 0


LIKE_NUMBERS = """\
owner: สำนักปลัด
updated: 2569-01-05
summary: "บรรทัดหนึ่ง  \\n    ย่อหน้า\\n\\nบรรทัดสาม\\n"
people:
  - {name: "  เว้นหน้าหลัง ", rank: head, phone: "0450", position: "=1+1"}
  - {name: "00123", rank: other, phone: "1,500,000.50", position: "+66"}
  - {name: "2569-01-15", phone: 1e5, position: 15/1/2569}
  - {name: "TRUE", phone: "12.50", position: 12%}
  - {name: "'ก", phone: "@x", position: "a\\tb"}
  - {name: "a & b <c> \\" ' ]]>", phone: "1234567890123456789", position: "-5"}
  - {name: "#REF!", phone: "9.10", position: "1.0"}
"""


def test_saving_the_workbook_with_another_program_changes_nothing(office: Office) -> None:
    office.write(O2, LIKE_NUMBERS)
    book = office.open()
    written = {key: cell.value for key, cell in book.fields(O2)}
    assert written["people", 1, "position"] == "=1+1"
    assert written["people", 2, "name"] == "00123"
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == LIKE_NUMBERS


def test_dates_and_numbers_of_excel_are_read_as_they_look(office: Office) -> None:
    book = office.open()
    book.cell(O2, "", 1, "updated").value = date(2026, 1, 15)
    book.cell(O2, "people", 1, "phone").value = 45000009
    book.cell(O2, "people", 1, "position").value = 1500000.5
    assert office.import_workbooks(book.save()) == 0
    root = edit.values(office.read(O2))
    assert value_at(root, ("updated",)) == "2569-01-15"
    assert value_at(root, ("people", 0, "phone")) == "45000009"
    assert value_at(root, ("people", 0, "position")) == "1500000.5"


def test_percentages_of_excel_are_read_as_they_look(office: Office) -> None:
    item = """\
  - id: O6
    title: แผน
    indicator: "9"
    form: annual_plan
    elements:
      - {id: progress, text: ความก้าวหน้า, rule: rows, field: projects, each: [progress]}
"""
    plan = """\
owner: สำนักปลัด
projects:
  - {name: ถนน, progress: '75'}
  - {name: ประปา, progress: '100'}
"""
    office.write("checklists/small-2569.yml", CHECKLIST + item)
    office.write("2569/o06.yml", plan)
    book = office.open()
    for row, fraction in ((1, 0.875), (2, 1)):
        cell = book.cell("2569/o06.yml", "projects", row, "progress")
        cell.value, cell.number_format = fraction, "0.00%"
    note = book.cell(O2, "people", 1, "position")
    note.value, note.number_format = 0.5, "0%"
    assert office.import_workbooks(book.save()) == 0
    assert office.read("2569/o06.yml") == plan.replace("'75'", "'87.5'")
    assert value_at(edit.values(office.read(O2)), ("people", 0, "position")) == "50%"


def test_a_workbook_with_a_logo(office: Office) -> None:
    book = office.open()
    book.fill(O2, "people", 1, phone="045000009")
    with zipfile.ZipFile(book.save(), "a") as file:
        file.writestr("xl/media/image1.jpeg", b"\xff\xd8\xff\xe0")
    assert office.import_workbooks(book.path) == 0
    assert "'045000009'" in office.read(O2)


@pytest.mark.parametrize("text", ["#REF!", "à¸‹à¸·à¹‰à¸à¸", "ชื่อ\ufffd"])
def test_a_spoiled_text_is_reported(office: Office, capsys: Captured, text: str) -> None:
    book = office.open()
    cell = book.cell(O2, "people", 1, "position")
    cell.value, cell.data_type = text, "s"
    assert office.import_workbooks(book.save()) == 1
    assert f"[O2] {cell.column_letter}{cell.row}: " in capsys.readouterr().out
    assert office.read(O2) == PEOPLE


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("30-11-2568", "2568-11-30"),
        ("30.11.2568", "2568-11-30"),
        ("30 พ.ย. 68", "2568-11-30"),
        ("30-Nov-25", "2568-11-30"),
        ("วันที่ ๓๐ พฤศจิกายน พ.ศ. ๒๕๖๘", "2568-11-30"),
        ("2025-11-29T17:00:00Z", "2568-11-30"),
        (datetime(2025, 11, 30, 23, 59, 59), "2568-11-30"),  # noqa: DTZ001 - Excel has no zones
    ],
)
def test_days_are_kept_as_files_have_them(office: Office, typed: object, kept: str) -> None:
    book = office.open()
    book.cell(O2, "", 1, "updated").value = typed
    assert office.import_workbooks(book.save()) == 0
    assert value_at(edit.values(office.read(O2)), ("updated",)) == kept


def test_the_file_of_the_agency(office: Office, capsys: Captured) -> None:
    book = Filled(office.export()[0])
    book.fill("agency.yml", "", 1, motto="โปร่งใส", kind="องค์การบริหารส่วนตำบล")
    book.fill("agency.yml", "calendar", 1, closes="2569-05-15")
    book.fill("agency.yml", "", 1, latitude="เหนือ")
    assert office.import_workbooks(book.save()) == 1
    assert office.read("agency.yml") == AGENCY
    assert "[agency] D20 ละติจูด: " in capsys.readouterr().out
    book.fill("agency.yml", "", 1, latitude="")
    assert office.import_workbooks(book.save()) == 0
    assert office.read("agency.yml") == (
        AGENCY.replace("kind: municipality", "kind: subdistrict")
        .replace("checklist: small\n", "checklist: small\nmotto: โปร่งใส\n")
        .replace("2569-04-30", "2569-05-15")
    )


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=10,
)
@given(data=st.data())
def test_any_edit_of_any_cell(office: Office, data: st.DataObject) -> None:
    office.write(O2, PEOPLE)
    office.write(O9, SERVICES)
    exported = office.folder / "out" / "2569 สำนักปลัด.xlsx"
    # The export is the same for each example.
    book = Filled(exported) if exported.exists() else office.open()
    book.path = office.folder / "filled.xlsx"
    texts = st.text("กขคabc019 :#-'\"[]{},&*!|>%@=\n", min_size=1, max_size=20).filter(str.strip)
    names = {"position", "phone", "summary", "time", "fee", "channel", "text", "name", "owner"}
    cells: list[tuple[tuple[str, int, str], Any]] = [
        (key, cell)
        for key, cell in book.fields(O9)
        if key[2] in names and (cell.value or not key[0])
    ]
    intended: dict[tuple[str, int, str], str] = {}
    for (block, number, name), cell in data.draw(
        st.lists(st.sampled_from(cells), max_size=4, unique_by=lambda c: c[0])
    ):
        cell.value = data.draw(texts)
        cell.data_type = "s"
        intended[block, number, name] = cell.value.strip()
    status = office.import_workbooks(book.save())
    root = edit.values(office.read(O9))
    places: dict[str, tuple[int | str, ...]] = {
        "": (),
        "services": ("services",),
        "services/steps": ("services", 0, "steps"),
    }
    for (block, number, name), text in intended.items():
        index = (number - 1,) if block else ()
        # Texts that no file or field may contain are refused and reported.
        assert status or value_at(root, (*places[block], *index, name)) == text
    # The other lines are unchanged.
    kept = [line for line in SERVICES.split("\n") if line.endswith(("ขยะ", "ไม่มี", "บ้าน']"))]
    if all(block != "services" for block, _, _ in intended):
        assert [line for line in office.read(O9).split("\n") if line in kept] == kept


@pytest.mark.parametrize(
    "data",
    [ROOT / "data", *sorted(ROOT.glob("examples/*/data"))],
    ids=lambda data: data.parent.name,
)
def test_every_item_of_the_newest_year_of_the_sample_and_the_examples(
    tmp_path: Path, data: Path
) -> None:
    office = Office(tmp_path / "office")
    office.folder.mkdir()
    if (data.parent / "docs").is_dir():
        shutil.copytree(data.parent / "docs", office.folder / "docs")
    for path in sorted(data.rglob("*.*")):
        office.write(path.relative_to(data).as_posix(), path.read_text(encoding="utf-8"))
    before = {path: path.read_bytes() for path in office.data.rglob("*.yml")}
    year = max(path.name for path in data.iterdir() if path.name.isdigit())
    assert office.import_workbooks(*office.export("--year", year)) == 0
    assert {path: path.read_bytes() for path in office.data.rglob("*.yml")} == before
