"""Read a filled workbook: tampering is reported, nothing is guessed."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.workbook.conftest import PEOPLE, SERVICES
from intake.workbook.office import Filled, Office
from oit.spreadsheets import limits

Captured = pytest.CaptureFixture[str]
O2, O9 = "2569/o02.yml", "2569/o09.yml"


def row_of(book: Filled, block: str, number: int) -> int:
    """Return the row of a sheet that holds a row of a table."""
    return int(book.cell(O2, block, number, "name").row)


def test_rows_that_were_moved_are_found(office: Office) -> None:
    book = office.open()
    book.fill(O2, "people", 2, side="ฝ่ายข้าราชการประจำ")
    book.sheet(O2).insert_rows(2, 3)
    assert office.import_workbooks(book.save()) == 0
    assert office.read(O2) == PEOPLE.replace("other}", "other, side: permanent}")


def test_an_added_empty_sheet_is_ignored(office: Office) -> None:
    book = office.open()
    book.book.create_sheet("ว่าง")
    assert office.import_workbooks(book.save()) == 0


def test_a_hidden_row_is_imported_and_reported(office: Office, capsys: Captured) -> None:
    book = office.open()
    book.fill(O2, "people", 2, side="ฝ่ายข้าราชการประจำ")
    for number in (1, 2):
        book.sheet(O2).row_dimensions[row_of(book, "people", number)].hidden = True
    office.import_workbooks(book.save())
    assert office.read(O2) == PEOPLE.replace("other}", "other, side: permanent}")
    out = capsys.readouterr().out
    assert out.count("แถวนี้ซ่อนอยู่") == 1
    assert f"แถว {row_of(book, 'people', 2)}" in out


def delete_row(book: Filled) -> None:
    book.sheet(O2).delete_rows(row_of(book, "people", 1))


def copy_row(book: Filled) -> None:
    sheet, row = book.sheet(O2), row_of(book, "people", 1)
    for cell in sheet[row]:
        sheet.cell(
            sheet.max_row + 1 if cell.column == 1 else sheet.max_row, cell.column, cell.value
        )


def delete_column(book: Filled) -> None:
    book.sheet(O2).delete_cols(4)


def break_the_mark(book: Filled) -> None:
    book.sheet(O2)["A1"] = 'oit workbook 1 {"file": "2569/o02.yml"}'


def write_beside(book: Filled) -> None:
    book.sheet(O2).cell(2, 3).value = "ฝากด้วย"


def write_below(book: Filled) -> None:
    book.sheet(O2).cell(book.sheet(O2).max_row + 5, 2).value = "ท้ายแผ่น"


def add_a_sheet(book: Filled) -> None:
    book.book.create_sheet("ของฉัน")["A1"] = "x"


def run_a_formula(book: Filled) -> None:
    book.cell(O2, "people", 1, "phone").value = "=1+1"


def hide_the_sheet(book: Filled) -> None:
    book.sheet(O2).sheet_state = "hidden"


def of_another_file(book: Filled) -> None:
    book.fill(O2, "people", 1, phone="9")
    for key in ("A1",):
        book.sheet(O2)[key] = str(book.sheet(O2)[key].value).replace(O2, "../../etc/passwd")


def change_key(book: Filled, **values: Any) -> None:
    sheet, row = book.sheet(O2), row_of(book, "people", 1)
    key = json.loads(str(sheet.cell(row, 1).value))
    sheet.cell(row, 1).value = json.dumps({**key, **values})
    sheet.cell(row, 3).value = "x"


def of_another_list(book: Filled) -> None:
    change_key(book, block="nobody")


def of_another_field(book: Filled) -> None:
    change_key(book, fields={"2": "nothing"})


def of_a_missing_place(book: Filled) -> None:
    change_key(book, path=["people", 77])


def of_another_shape(book: Filled) -> None:
    change_key(book, fields={"x": "name"})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (delete_row, "แถวหายไป 1 แถว"),
        (copy_row, "แถวนี้ซ้ำกับแถวที่คัดลอกมา"),
        (delete_column, "ส่วนที่ซ่อนไว้ของแผ่นงานถูกแก้"),
        (break_the_mark, "ส่วนที่ซ่อนไว้ของแผ่นงานถูกแก้"),
        (write_beside, 'ช่องนี้ไม่รับข้อมูล: "ฝากด้วย"'),
        (write_below, 'ช่องนี้ไม่รับข้อมูล: "ท้ายแผ่น"'),
        (add_a_sheet, "ไม่ใช่แผ่นงานของข้อใด"),
        (run_a_formula, "สูตรที่ยังไม่มีผลลัพธ์"),
        (hide_the_sheet, "แผ่นงานซ่อนอยู่"),
        (of_another_file, "ไม่มีข้อใดของปี 2569 ที่ใช้ไฟล์"),
        (of_another_list, "ไม่มีตารางนี้ในไฟล์แล้ว"),
        (of_another_field, "ไม่มีช่อง nothing แล้ว"),
        (of_a_missing_place, "ไฟล์ถูกแก้หลังส่งออก"),
        (of_another_shape, "ช่องนี้ไม่รับข้อมูล"),
    ],
)
def test_tampering_is_reported(
    office: Office, capsys: Captured, change: Callable[[Filled], None], message: str
) -> None:
    book = office.open()
    change(book)
    assert office.import_workbooks(book.save()) == 1
    assert message in capsys.readouterr().out
    assert (office.read(O2), office.read(O9)) == (PEOPLE, SERVICES)


def test_other_files_are_refused(office: Office, capsys: Captured, tmp_path: Path) -> None:
    book = office.open()
    book.fill(O2, "people", 1, phone="9")
    path = book.save()
    for sheet in book.sheets():
        sheet.delete_rows(1)
    book.path = tmp_path / "other.xlsx"
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w") as archive:
        for number in range(limits.MAX_MEMBERS + 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"")
    assert office.import_workbooks(path, book.save(), bomb, tmp_path / "none.xlsx") == 2
    output = capsys.readouterr().err
    assert "other.xlsx: ไม่ใช่ไฟล์ที่ส่งออกด้วย oit workbook export" in output
    assert "bomb.xlsx: ไม่อ่านไฟล์นี้" in output
    assert "none.xlsx: ไม่พบไฟล์นี้" in output
    assert office.read(O2) == PEOPLE
