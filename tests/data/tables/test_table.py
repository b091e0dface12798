"""A table in memory: columns, and rows that are made when they are read."""

from pathlib import Path
from typing import Any

import pytest

from data.tables.reading import TABLE, a_table
from oit.data.tables.table import Table, TableRows
from oit.findings.finding import Place
from oit.forms.purchase import Purchase
from oit.forms.values import lacking

TEXT = """\
month,name,budget,bidders,winner,announced
2568-10,"ซื้อวัสดุ
สำนักงาน",46730.00,ร้าน ก = 46730.00 | ร้าน ข = 47000,ร้าน ก,2568-10-08
2568-10,'-ก,,ร้าน ค,,
2568-11,จ้างซ่อม,0,,,
,ซื้อหมึก,'-5,ก\\=ข = -,ก=ข,
"""


def a_purchase(**values: Any) -> Purchase:
    return Purchase.model_validate(values)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    read = a_table(tmp_path, TEXT)
    assert read.findings == []
    return read


def test_a_row_is_a_record_of_the_form(table: Table) -> None:
    first, second, *_, last = table.rows()
    assert first == a_purchase(
        month="2568-10",
        name="ซื้อวัสดุ\nสำนักงาน",
        budget="46730.00",
        bidders=[{"name": "ร้าน ก", "price": "46730.00"}, {"name": "ร้าน ข", "price": "47000"}],
        winner="ร้าน ก",
        announced="2568-10-08",
    )
    assert second == a_purchase(month="2568-10", name="-ก", bidders=[{"name": "ร้าน ค"}])
    assert last == a_purchase(
        name="ซื้อหมึก", budget="-5", bidders=[{"name": "ก=ข", "price": "-"}], winner="ก=ข"
    )


def test_a_row_without_bidders_has_none(table: Table) -> None:
    assert table.row(2).model_dump()["bidders"] == []


def test_amounts_keep_the_places_that_were_written(table: Table) -> None:
    assert str(table.rows().column("budget")[0]) == "46730.00"


@pytest.mark.parametrize(
    ("index", "name", "line", "column"),
    [
        (0, "", 2, 1),
        (0, "budget", 2, 3),  # where the row begins, though the cell is on the next line
        (1, "name", 4, 2),
        (3, "announced", 6, 6),
        (3, "method", 6, 1),  # the file does not have it: the row
    ],
)
def test_a_cell_knows_its_line_and_the_number_of_its_column(
    table: Table, index: int, name: str, line: int, column: int
) -> None:
    assert table.place(index, name) == Place(TABLE, line, column)
    assert table.rows().place(index, name) == Place(TABLE, line, column)


# Rows: all or some of them, as a list of records.


def names(rows: TableRows) -> list[str]:
    assert [row.model_dump()["name"] for row in rows] == list(rows.column("name"))
    return list(rows.column("name"))


def test_rows_are_a_list_of_records(table: Table) -> None:
    rows = table.rows()
    assert len(rows) == 4
    assert rows[-1] == table.row(3)
    assert names(rows) == ["ซื้อวัสดุ\nสำนักงาน", "-ก", "จ้างซ่อม", "ซื้อหมึก"]
    with pytest.raises(IndexError):
        rows[4]


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([], []),
        ([1, 3], ["-ก", "ซื้อหมึก"]),
        ([3, 2, 1, 0], ["ซื้อหมึก", "จ้างซ่อม", "-ก", "ซื้อวัสดุ\nสำนักงาน"]),
    ],
)
def test_some_rows_are_taken(table: Table, positions: list[int], expected: list[str]) -> None:
    assert names(table.rows().take(positions)) == expected


def test_some_rows_of_some_rows_know_their_places(table: Table) -> None:
    some = table.rows()[1:]
    assert names(some) == ["-ก", "จ้างซ่อม", "ซื้อหมึก"]
    assert names(some.take([2, 0])) == ["ซื้อหมึก", "-ก"]
    assert some.take([2, 0]).place(0, "name") == Place(TABLE, 6, 2)
    assert names(table.rows()[::-1]) == names(table.rows())[::-1]
    assert names(table.rows([2])) == ["จ้างซ่อม"]


def test_a_column_that_the_file_does_not_have_says_nothing(table: Table) -> None:
    assert table.rows().column("method") == [None] * 4
    assert table.rows([1]).column("method") == [None]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["name"], []),
        (["winner"], [1, 2]),
        (["budget"], [1]),  # zero is a value
        (["method"], [0, 1, 2, 3]),
        (["winner|budget"], [1]),
        (["method|winner|bidders"], [2]),
        (["bidders"], [2]),
        (["bidders.name"], [2]),
        (["bidders.price"], [1, 2, 3]),  # a dash is no price
        (["winner_tax_id|bidders.price"], [1, 2, 3]),
        (["winner", "month"], [1, 2, 3]),
        ([], []),
    ],
)
def test_rows_that_lack_something_are_found_as_in_a_list_of_records(
    table: Table, fields: list[str], expected: list[int]
) -> None:
    rows = table.rows()
    found = list(lacking(rows, fields))
    assert [index for index, _ in found] == expected
    assert found == list(lacking(list(rows), fields))


def test_each_row_says_which_it_lacks(table: Table) -> None:
    fields = ["winner", "name", "month|announced"]
    assert list(lacking(table.rows(), fields)) == [
        (1, ["winner"]),
        (2, ["winner"]),
        (3, ["month|announced"]),
    ]


def test_a_table_without_rows(tmp_path: Path) -> None:
    table = a_table(tmp_path, "name,bidders\n")
    assert table.findings == []
    assert list(table.rows()) == []
    assert list(table.rows().column("name")) == []
    assert list(lacking(table.rows(), ["name", "bidders.price"])) == []
