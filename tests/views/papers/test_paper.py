"""A paper and its blocks, independent of how it is rendered."""

from datetime import date
from decimal import Decimal

from blocks import heads, rows
from oit.views.papers.paper import Paper, PaperColumn, PaperTable, Row

COLUMNS = [PaperColumn("ก", 1), PaperColumn("ข", 3), PaperColumn("ค")]


def a_table(*given: Row) -> PaperTable:
    return PaperTable.of("ตาราง", COLUMNS, [("", given)])


def test_table_has_no_empty_columns() -> None:
    table = a_table(["1", None, ""], ["2", [], 0])
    assert heads(table) == ["ก", "ค"]
    assert rows(table) == [["1", ""], ["2", 0]]


def test_zero_is_not_empty() -> None:
    assert heads(a_table([Decimal(0), 0, None])) == ["ก", "ข"]


def test_columns_keep_their_share_of_the_width() -> None:
    assert a_table(["", "1", "2"]).columns == [PaperColumn("ข", 3), PaperColumn("ค", 2)]


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
