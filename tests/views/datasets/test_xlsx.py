"""Tables as Excel workbooks: typed cells for people, a dictionary, the same bytes every day."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given, settings

from oit.spreadsheets import column_book
from oit.thai.calendar import Month
from oit.views.datasets import xlsx
from oit.views.datasets.dataset import Cell, Dataset
from oit.views.datasets.xlsx import CUT, MAX_CELL_LENGTH, write_xlsx
from views.datasets.plain_xlsx import plain_xlsx
from views.datasets.tables import DATASETS, FIELDS, NO_ROWS, ROWS, a_dataset, read_xlsx, with_name

TITLES = tuple(field.title for field in FIELDS)


def opened(dataset: Dataset) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(dataset)))


def name_in(dataset: Dataset) -> Cell:
    return read_xlsx(write_xlsx(dataset))[1][0]


def test_header_has_thai_titles_and_cells_are_typed() -> None:
    header, row, other = opened(a_dataset())["ข้อมูล"].iter_rows(values_only=True)
    assert header == TITLES
    assert row == ("ซื้อน้ำมันเชื้อเพลิง", datetime(2025, 10, 1), 46730, datetime(2026, 1, 15), 12)  # noqa: DTZ001
    assert other == ("จ้างเหมา, ทำความสะอาด", datetime(2025, 11, 1), 8.95, None, None)  # noqa: DTZ001


def test_amounts_have_two_decimals_and_days_the_thai_calendar() -> None:
    row = opened(a_dataset())["ข้อมูล"][2]
    assert [cell.number_format for cell in row] == [
        "General",
        "[$-107041E]mmm yyyy",
        "#,##0.00",
        "[$-107041E]d mmm yyyy",
        "0",
    ]


def test_column_shows_as_many_decimals_as_its_most_precise_amount() -> None:
    sheet = opened(a_dataset(("ก", None, Decimal("1.2345"), None, None), *ROWS))["ข้อมูล"]
    assert {cell.number_format for cell in sheet["C"][1:]} == {"#,##0.0000"}


def test_header_is_frozen_and_has_filters() -> None:
    sheet = opened(a_dataset())["ข้อมูล"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_their_contents() -> None:
    row = ("กำกับดูแล " * 20, None, Decimal("123456789.00"), None, None)
    columns = opened(a_dataset(row, ("สั้น", None, None, None, None)))["ข้อมูล"].column_dimensions
    assert columns["A"].width == pytest.approx(60, abs=1)
    assert columns["C"].width == pytest.approx(len("วงเงินงบประมาณ (บาท)") + 1, abs=2)
    assert columns["E"].width == pytest.approx(10, abs=1)


def test_second_sheet_explains_the_columns() -> None:
    sheet = opened(a_dataset(masked=3))["คำอธิบายข้อมูล"]
    lines = [tuple(filter(None, row)) for row in sheet.iter_rows(values_only=True)]
    assert lines == [
        ("การจัดซื้อจัดจ้าง ปีงบประมาณ 2569",),
        ("รายการทั้งปี",),
        ("จำนวน 2 แถว",),
        ("ปกปิดเลขประจำตัวประชาชนไว้ 3 แห่ง",),
        (),
        ("ชื่อคอลัมน์", "ชื่อในไฟล์ CSV และ JSON", "ชนิดข้อมูล", "คำอธิบาย"),
        ("งานที่จัดซื้อหรือจัดจ้าง", "name", "ข้อความ"),
        ("เดือน", "month", "เดือน", "เดือนของแบบ สขร.1"),
        ("วงเงินงบประมาณ (บาท)", "budget", "จำนวน"),
        ("วันที่ของสัญญา", "contract_date", "วันที่"),
        ("จำนวน", "count", "จำนวนเต็ม"),
    ]


def test_same_table_gives_the_same_bytes_on_every_day() -> None:
    data = write_xlsx(a_dataset())
    assert data == write_xlsx(a_dataset())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = archive.read("docProps/core.xml").decode()
    assert about.count("2000-01-01T00:00:00Z") == about.count("dcterms:W3CDTF") == 2


@given(DATASETS)
def test_every_table_round_trips(dataset: Dataset) -> None:
    header, *rows = read_xlsx(write_xlsx(dataset))
    assert header == TITLES
    assert [[_kept(cell) for cell in row] for row in dataset.rows()] == list(map(list, rows))


def _kept(cell: Cell) -> Cell:
    """Return what Excel keeps of a value: some control characters are replaced."""
    if isinstance(cell, str):
        looks_like_markup = cell.startswith("<r>") and cell.endswith("</r>")
        lost = r"[\x00-\x08\x0b-\x1f\ufffe\uffff]" if looks_like_markup else "[\ufffe\uffff]"
        return re.sub(lost, "\ufffd", cell)
    return cell


@settings(max_examples=25)
@given(DATASETS)
@example(replace(a_dataset(), columns=NO_ROWS))
@example(a_dataset(*[(None,) * 5] * 40, ROWS[1], *[(None,) * 5] * 2, ROWS[0], (None,) * 5))
@example(a_dataset(*ROWS * 30, ("=1", None, Decimal("1.5"), None, None)))
@example(
    a_dataset(("<r>_x0041_\0</r>", None, Decimal(1), None, 1), ("๑๒", None, None, None, 10**15))
)
@example(a_dataset(("ก", None, Decimal("1.0"), None, 0), ("ก", None, Decimal("1.00"), None, -1)))
@example(
    a_dataset(*[(text, None, None, None, None) for text in (" ก", "ก\n", "&", "_x000a_", "😀")])
)
def test_cells_and_formats_are_those_of_xlsxwriter_alone(dataset: Dataset) -> None:
    ours, plain = write_xlsx(dataset), plain_xlsx(dataset)
    assert cells_of(ours) == cells_of(plain)
    assert besides_rows(ours) == besides_rows(plain)


def cells_of(workbook: bytes) -> list[object]:
    """Return all that programs read of each cell."""
    sheets = openpyxl.load_workbook(io.BytesIO(workbook), rich_text=True)
    return [
        [
            *(cell.coordinate, cell.data_type, cell.number_format, cell.quotePrefix),
            *map(repr, (cell.value, cell.font, cell.fill, cell.border, cell.alignment)),
        ]
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
    ]


def besides_rows(workbook: bytes) -> dict[str, str]:
    """Return what the workbook consists of but the rows of the sheets, and the order of formats."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    del parts["xl/styles.xml"]
    rows = re.compile("<sheetData>.*</sheetData>", re.DOTALL)
    return {name: rows.sub("", part) for name, part in parts.items()}


def test_large_parts_are_compressed_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    small = write_xlsx(a_dataset())
    monkeypatch.setattr(column_book, "LARGE", 2000)
    data = write_xlsx(a_dataset())
    assert data == write_xlsx(a_dataset()) != small
    assert besides_rows(data) == besides_rows(small)
    assert cells_of(data) == cells_of(small)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {part.compress_type for part in parts} == {zipfile.ZIP_DEFLATED}


def test_values_that_excel_cannot_keep_exactly_are_texts() -> None:
    row = ("ก", Month(1890, 1), Decimal("12345678901234.567"), date(1899, 12, 31), 10**15 + 1)
    sheet = opened(a_dataset(row))["ข้อมูล"]
    assert [cell.value for cell in sheet[2]][1:] == [
        "1890-01",
        "12345678901234.567",
        "1899-12-31",
        "1000000000000001",
    ]


@pytest.mark.parametrize("number", [Decimal("1E+400"), Decimal("-1E-400"), Decimal("1E+308")])
def test_numbers_beyond_those_of_excel_are_texts(number: Decimal) -> None:
    cell = opened(a_dataset(("ก", None, number, None, None)))["ข้อมูล"]["C2"]
    assert (cell.data_type, Decimal(cell.value)) == ("s", number)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x.example","y")', "+1", "-1", "@SUM(A1)"])
def test_text_like_a_formula_stays_a_text_when_edited(text: str) -> None:
    cell = opened(with_name(text))["ข้อมูล"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize(
    "text",
    [
        "http://x.example/",
        "{=1}",
        "<b>&amp;</b>",
        "<r><t>x</t></r>",
        "<r>=1</r>",
        "<r>_x0041__</r>",
        "<r></r>",
        f"<r>{'_<' * 16_000}</r>",
        "ก\0ข\x1f",
        "_x0041_",
        " ก\r\nข\n",
    ],
)
def test_hostile_texts_round_trip(text: str) -> None:
    assert name_in(with_name(text)) == text


def test_characters_that_xml_cannot_represent_are_replaced() -> None:
    assert name_in(with_name("ก\ufffe\uffffข")) == "ก\ufffd\ufffdข"


@pytest.mark.parametrize("letter", ["ก", "😀", "ก😀"])
def test_text_too_long_for_excel_says_that_it_is_cut(letter: str) -> None:
    text = name_in(with_name(letter * 350_000))
    assert isinstance(text, str)
    assert text.startswith(letter)
    assert text.endswith(CUT)
    assert MAX_CELL_LENGTH - 2 < len(text.encode("utf-16-le")) // 2 <= MAX_CELL_LENGTH


def test_longest_text_that_fits_is_not_cut() -> None:
    assert name_in(with_name("ก" * MAX_CELL_LENGTH)) == "ก" * MAX_CELL_LENGTH


def test_more_rows_than_excel_can_hold_are_mentioned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 1)
    data = write_xlsx(a_dataset())
    assert len(read_xlsx(data)) == 2
    about = [row[0] for row in read_xlsx(data, sheet=2, fields=FIELDS[:1])]
    assert "แผ่นงาน ข้อมูล มีเพียง 1 แถวแรกตามขีดจำกัดของ Excel ดูทั้งหมดในไฟล์ CSV" in about


def test_table_may_have_no_description() -> None:
    dataset = replace(a_dataset(), description="", columns=NO_ROWS)
    assert opened(dataset)["คำอธิบายข้อมูล"]["A2"].value == "จำนวน 0 แถว"
