"""A paper and its blocks, whichever way it is shown."""

from datetime import date
from decimal import Decimal

from blocks import heads, rows
from oit.views.papers.paper import Paper, PaperColumn, PaperTable, Row

COLUMNS = [PaperColumn("ก", 1), PaperColumn("ข", 3), PaperColumn("ค")]


def a_table(*given: Row) -> PaperTable:
    return PaperTable.of("ตาราง", COLUMNS, [("", given)])


def test_table_has_the_columns_that_any_row_has_something_for() -> None:
    table = a_table(["1", None, ""], ["2", [], 0])
    assert heads(table) == ["ก", "ค"]
    assert rows(table) == [["1", ""], ["2", 0]]


def test_nought_is_something() -> None:
    assert heads(a_table([Decimal(0), 0, None])) == ["ก", "ข"]


def test_columns_keep_their_share_of_the_width() -> None:
    assert a_table(["", "1", "2"]).columns == [PaperColumn("ข", 3), PaperColumn("ค", 2)]


def test_rows_stay_under_what_they_have_in_common() -> None:
    table = PaperTable.of("ตาราง", COLUMNS, [("หนึ่ง", [["1", "", ""]]), ("สอง", [["2", "", "3"]])])
    assert table.groups == [("หนึ่ง", [["1", ""]]), ("สอง", [["2", "3"]])]


def test_table_that_says_nothing_has_a_column_all_the_same() -> None:
    table = PaperTable.of("ตาราง", COLUMNS, [("หนึ่ง", [[None, "", []]])])
    assert heads(table) == ["ก"]
    assert table.groups == [("หนึ่ง", [[None]])]


def test_column_is_numeric_where_any_row_has_a_number() -> None:
    table = a_table(["1", None, date(2026, 1, 1)], ["2", Decimal("0.5"), None])
    assert [table.is_numeric(index) for index in range(3)] == [False, True, False]


def test_running_head_says_what_it_is_of_whom_and_when() -> None:
    paper = Paper("report", "รายงาน", "รายงานผล", "เทศบาลตำบลเล็ก · ปีงบประมาณ 2569")
    assert paper.running_head == "รายงานผล · เทศบาลตำบลเล็ก · ปีงบประมาณ 2569"
