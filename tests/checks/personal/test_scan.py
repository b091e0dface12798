"""Where personal data is looked for. All numbers are made up."""

from pathlib import Path
from textwrap import dedent

import fontpkg_sarabun
import pytest
import xlsxwriter
from fpdf import FPDF

from oit.checks.personal.cells import scan_cells
from oit.checks.personal.data_file import scan_document, values
from oit.checks.personal.scan import scan_file
from oit.source import SourceFile, parse
from oit.thai.identity_search import Kind, Why

VALID = "1111111111119"
FONT = Path(fontpkg_sarabun.__file__).parent / "files" / "Sarabun-Regular.ttf"


def read(text: str) -> SourceFile:
    document = parse(dedent(text).encode(), SourceFile("data/2569/o07.yml"))
    assert not document.findings
    return document


def in_document(text: str) -> list[tuple[str, int, int, Why]]:
    document = read(text)
    found = scan_document(document, values(document.root))
    return [(field, place.line, place.column, match.why) for field, place, match in found]


def in_file(file: Path) -> list[tuple[str, str, Kind, Why]]:
    return [(unit, at, match.kind, match.why) for unit, at, match in scan_file(file)]


def a_pdf(path: Path, *pages: str, width: int = 0) -> Path:
    made = FPDF()
    made.add_font("sarabun", "", FONT)
    made.set_font("sarabun")
    for words in pages:
        made.add_page()
        made.multi_cell(width, 6, words, align="L")
    made.output(str(path))
    return path


# Cells


def test_cells_are_named_by_their_index() -> None:
    cells = ["", "ก", "โทร. 081-234-5678", "2569-01-15", f"{VALID} และ 1-1111-11111-11-9"]
    assert [(index, match.kind, match.why) for index, match in scan_cells(cells)] == [
        (2, Kind.MOBILE, Why.SHAPE),
        (4, Kind.NATIONAL_ID, Why.DIGITS),
        (4, Kind.NATIONAL_ID, Why.SHAPE),
    ]


def test_the_head_of_a_column_speaks_for_every_cell_and_a_neighbour_for_none() -> None:
    [(_, match)] = scan_cells(["ก", VALID], "เลขบัตรประชาชน")
    assert match.why is Why.WORDS
    [(_, match)] = scan_cells(["เลขบัตรประชาชน", VALID])
    assert match.why is Why.DIGITS


@pytest.mark.parametrize("cells", [[], [""], ["ก\nข", "12,500.00"], ["0812", "345678"]])
def test_cells_with_nothing(cells: list[str]) -> None:
    assert list(scan_cells(cells)) == []


def test_a_cell_may_have_lines() -> None:
    assert [index for index, _ in scan_cells(["ก\nข", "ค\n081-234-5678\nง", ""])] == [1]


# Data files


def test_every_text_of_a_file_is_a_value_of_its_field() -> None:
    document = read("a: ก\nb: [ข, {c: ค}]\nd: {e: [ง]}\n")
    assert list(values(document.root)) == [("a", "ก"), ("b", "ข"), ("c", "ค"), ("e", "ง")]


def test_the_place_of_a_number() -> None:
    assert in_document(
        """\
        summary: >-
          ติดต่อ
          นายช่าง 081-234-5678
        projects:
          - name: "ถนน 1-1111-11111-11-9"
          - {name: 0898765432, result: ดี}
        """
    ) == [
        ("summary", 3, 11, Why.SHAPE),
        ("name", 5, 16, Why.SHAPE),
        ("name", 6, 12, Why.DIGITS),
    ]


def test_the_place_of_an_escaped_number() -> None:
    assert in_document('summary: ก\nresult: "081-234-567\\x38"\n') == [("result", 2, 9, Why.SHAPE)]


def test_the_name_of_a_field_says_what_its_numbers_are() -> None:
    assert in_document(f"phone: 0898765432\ncontract_number: {VALID}\n") == [
        ("phone", 1, 8, Why.WORDS)
    ]


# Published files


def test_the_pages_of_a_pdf_in_thai(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "a.pdf", "หน้าแรก", f"เลขประจำตัวประชาชน {VALID}\nมือถือ ๐๘๑-๒๓๔-๕๖๗๘")
    assert in_file(file) == [
        ("page", "2", Kind.NATIONAL_ID, Why.WORDS),
        ("page", "2", Kind.MOBILE, Why.SHAPE),
    ]


def test_the_head_of_a_list_speaks_for_its_page_and_for_those_on_which_it_goes_on(
    tmp_path: Path,
) -> None:
    rows = "\n".join(f"{n} นายตัวอย่าง ตัวอย่างนามสกุลยาว บ้านเลขที่ 1 หมู่ 2" for n in range(9))
    file = a_pdf(
        tmp_path / "a.pdf",
        f"ที่ ชื่อ เลขประจำตัวประชาชน\n{rows}\n{VALID}",
        f"{rows}\n{VALID}",
        rows,
        f"{rows}\n{VALID}",
    )
    assert in_file(file) == [
        ("page", "1", Kind.NATIONAL_ID, Why.WORDS),
        ("page", "2", Kind.NATIONAL_ID, Why.WORDS),
        ("page", "4", Kind.NATIONAL_ID, Why.DIGITS),
    ]


def test_a_number_torn_by_a_narrow_column(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "a.pdf", "ก 1-1111-11111-11-9 ข", width=24)
    assert in_file(file) == [("page", "1", Kind.NATIONAL_ID, Why.SHAPE)]


def test_a_number_that_a_page_repeats_is_found_at_each_place(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "a.pdf", "1-1111-11111-11-9\nก\n1-1111-11111-11-9")
    assert len(in_file(file)) == 2


def test_the_cells_of_a_sheet_by_the_head_of_the_column_and_the_cell_before(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("1")
        sheet.write_row("A1", ["รายชื่อ"])
        sheet.write_row("A3", ["ชื่อ", "เลขที่บัญชี", "โทรศัพท์"])
        sheet.write_row("A4", ["นายตัวอย่าง", "1234567890", "0812345678"])
        sheet.write_row("A5", ["นางตัวอย่าง", 1234567890, "0 4500 0000"])
        sheet.write_row("A7", ["เลขบัตรประชาชน", 1111111111119])
    assert in_file(file) == [
        ("cell", "1!B4", Kind.ACCOUNT, Why.WORDS),
        ("cell", "1!C4", Kind.MOBILE, Why.WORDS),
        ("cell", "1!B5", Kind.ACCOUNT, Why.WORDS),
        ("cell", "1!B7", Kind.NATIONAL_ID, Why.WORDS),
    ]


def test_a_sheet_of_one_column(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("1").write_column("A1", ["เลขบัตรประชาชน", VALID])
    assert in_file(file) == [("cell", "1!A2", Kind.NATIONAL_ID, Why.WORDS)]


def test_the_lines_of_a_table_in_text(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"ชื่อ,เลขประจำตัวประชาชน\nก,x\nข,{VALID}\n", encoding="cp874")
    assert in_file(file) == [("line", "3", Kind.NATIONAL_ID, Why.WORDS)]
