"""Single rows of a CSV file are changed as text: every other row stays byte for byte."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.data.tables.edit import NotPossibleError, TableText

TABLE = 'name,month,count\r\n\r\n"ก, ข",2568-10,"5"\r\n"a""b\nc",,7'


def test_a_table_is_its_text() -> None:
    table = TableText(f"\ufeff{TABLE}\r\n\r\n")
    assert table.text == f"\ufeff{TABLE}\r\n\r\n"
    assert table.header == ["name", "month", "count"]
    assert table.rows == [
        (3, {"name": "ก, ข", "month": "2568-10", "count": "5"}),
        (4, {"name": 'a"b\nc', "month": "", "count": "7"}),
    ]


def test_only_the_changed_cells_of_a_row_change() -> None:
    changed = TableText(TABLE).change(3, {"count": "6", "name": "ก, ข"})
    assert changed.text == TABLE.replace('"5"', '"6"')
    assert TableText(TABLE).change(4, {"name": "=a"}).text == TABLE.replace('"a""b\nc"', '"\'=a"')
    assert TableText(TABLE).change(4, {"month": "a,b"}).text == TABLE.replace(",,7", ',"a,b",7')
    assert TableText(TABLE).change(4, {"place": ""}).text == TABLE


def test_a_text_without_a_column_gets_one() -> None:
    changed = TableText("name,count\nก,1\nข,2\n").change(3, {"place": "หมู่ 1"})
    assert changed.text == "name,count,place\nก,1,\nข,2,หมู่ 1\n"


def test_rows_are_added_where_they_belong() -> None:
    table = TableText("name,count\nก,1\nข,2")
    assert table.add({"name": "ค"}).text == "name,count\nก,1\nข,2\nค,"
    assert table.add({"name": "ค"}, 2).text == "name,count\nก,1\nค,\nข,2"
    assert table.add({"name": "ค"}, 0).text == "name,count\nค,\nก,1\nข,2"
    assert TableText('"name"\r\n"ก"\r\n').add({"name": "ข"}).text == '"name"\r\n"ก"\r\n"ข"\r\n'
    assert TableText("name").add({"name": "ก"}).text == "name\nก"


def test_a_row_is_removed_with_its_lines() -> None:
    assert TableText(TABLE).remove(4).text == TABLE[: TABLE.index('"a""b')]
    assert TableText("name\nก\nข\n").remove(2).text == "name\nข\n"


@pytest.mark.parametrize("text", ["", "\n", 'name\n"open', 'name\n"a"b\n'])
def test_what_is_no_table(text: str) -> None:
    with pytest.raises(NotPossibleError):
        TableText(text)


def test_what_cannot_be_changed() -> None:
    wide = TableText("name,count\nก,1,2\nข,3\n")
    with pytest.raises(NotPossibleError):
        wide.change(2, {"count": "5"})
    with pytest.raises(NotPossibleError):
        wide.change(3, {"place": "x"})
    with pytest.raises(NotPossibleError):
        TableText("name,name\nก,ข\n").change(2, {"name": "ค"})
    for line in (1, 9):
        with pytest.raises(NotPossibleError):
            wide.remove(line)
    assert wide.change(3, {"count": "5"}).text == "name,count\nก,1,2\nข,5\n"


cells = st.text(st.sampled_from("กa1 ,\"'\n=-"), max_size=6)
rows = st.lists(st.tuples(cells, cells), min_size=1, max_size=6)


@given(rows, st.sampled_from(["\n", "\r\n"]), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
       st.integers(0, 5), cells)  # fmt: skip
def test_edits_are_what_a_reader_of_csv_sees(
    table: list[tuple[str, str]], end: str, quoting: int, number: int, text: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("a", "b"), *table])
    before = TableText(out.getvalue())
    assert before.text == out.getvalue()
    texts = [row for _, row in before.rows]
    at = number % len(texts)
    line = before.rows[at][0]
    new = {"a": "x", "b": text}
    assert _texts(before.change(line, new)) == [*texts[:at], new, *texts[at + 1 :]]
    added = before.add(new, line)
    assert _texts(added) == [*texts[: at + 1], new, *texts[at + 1 :]]
    back = added.remove(added.rows[at + 1][0])
    assert back.text.rstrip("\r\n") == before.text.rstrip("\r\n")


def _texts(table: TableText) -> list[dict[str, str]]:
    return [row for _, row in table.rows]
