"""A paper and its blocks, independent of how it is rendered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from blocks import heads, rows
from oit.forms.ita import Evidence
from oit.views.papers.paper import Paper, PaperTable, Row, Timeline, text_of

COLUMNS = ["ก", "ข", "ค"]


def a_table(*given: Row) -> PaperTable:
    return PaperTable.of("ตาราง", COLUMNS, [("", given)])


def test_table_has_no_empty_columns() -> None:
    table = a_table(["1", None, ""], ["2", [], 0])
    assert heads(table) == ["ก", "ค"]
    assert rows(table) == [["1", ""], ["2", 0]]


def test_zero_is_not_empty() -> None:
    assert heads(a_table([Decimal(0), 0, None])) == ["ก", "ข"]


def test_rows_stay_in_their_groups() -> None:
    table = PaperTable.of("ตาราง", COLUMNS, [("หนึ่ง", [["1", "", ""]]), ("สอง", [["2", "", "3"]])])
    assert table.groups == [("หนึ่ง", [["1", ""]]), ("สอง", [["2", "3"]])]


def test_empty_table_keeps_its_first_column() -> None:
    table = PaperTable.of("ตาราง", COLUMNS, [("หนึ่ง", [[None, "", []]])])
    assert heads(table) == ["ก"]
    assert table.groups == [("หนึ่ง", [[None]])]


def test_column_is_numeric_if_any_row_has_a_number() -> None:
    table = a_table(["1", None, date(2026, 1, 1)], ["2", Decimal("0.5"), None])
    assert [table.is_numeric(index) for index in range(3)] == [False, True, False]


def test_running_head_names_paper_agency_and_year() -> None:
    paper = Paper("report", "รายงาน", "รายงานผล", "เทศบาลตำบลเล็ก · ปีงบประมาณ 2569")
    assert paper.running_head == "รายงานผล · เทศบาลตำบลเล็ก · ปีงบประมาณ 2569"


def test_paper_is_landscape_if_a_table_needs_the_width() -> None:
    table = a_table(["1", "2", "3"])
    for is_wide in (False, True):
        paper = Paper("a", "a", "a", "a", [replace(table, is_wide=is_wide)])
        assert paper.landscape is is_wide


def test_values_are_written_in_arabic_numerals() -> None:
    values = [None, "ก", Decimal("1234.50"), 0, date(2026, 4, 1), Evidence(title="ภาพถ่าย")]
    assert [text_of(value) for value in values] == [
        *("", "ก", "1,234.50", "0", "1 เมษายน 2569", "ภาพถ่าย"),
    ]


def test_timeline_is_a_table_with_marks() -> None:
    table = Timeline("ปฏิทิน", ["ไตรมาสที่ 1", "ไตรมาสที่ 2"], [("ประชาคม", [False, True])]).as_table()
    assert heads(table) == ["มาตรการ", "ไตรมาสที่ 1", "ไตรมาสที่ 2"]
    assert rows(table) == [["ประชาคม", "", "●"]]
