"""A record: what an item's file says, and where."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.tables.reading import ITEM, TABLE, an_item
from oit.bilingual import Bilingual
from oit.data.record import Record
from oit.findings.finding import Code, Place, Severity
from oit.forms import FORMS
from oit.forms.reading import read_form
from oit.forms.values import has, values_of
from oit.source import SourceFile, parse
from oit.thai.pages import Pages

SOURCE = """\
year: 2568
summary: "-"
problems: ไม่มี
projects:
  - name: ถนน
    budget: 1,500
    spent: 0
  - name: สะพาน
    result: แล้วเสร็จ
documents:
  - title: รายงาน
    file: files/2568/o07.pdf
    shows: {results: 5}
  - title: ภาคผนวก
    file: files/2568/o07-2.pdf
"""


@pytest.fixture
def record() -> Record:
    document = parse(SOURCE.encode(), SourceFile("data/2569/o07.yml"))
    reading = read_form(FORMS["annual_report"], document)
    assert reading.record is not None
    assert reading.findings == []
    return Record(document, reading.record)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("year", [(("year",), 2568)]),
        ("problems", [(("problems",), "ไม่มี")]),
        ("recommendations", []),  # not written
        ("summary", []),  # nothing but a dash
        (
            "projects.name",
            [(("projects", 0, "name"), "ถนน"), (("projects", 1, "name"), "สะพาน")],
        ),
        ("projects.spent", [(("projects", 0, "spent"), Decimal(0))]),  # zero is a value
        ("projects.owner", []),
        ("documents.shows", [(("documents", 0, "shows"), {"results": Pages(((5, 5),))})]),
        ("year.month", [(("year",), 2568)]),  # there is no way on from a text
    ],
)
def test_values_say_something_and_know_their_path(
    record: Record, field: str, values: list[Any]
) -> None:
    assert list(record.values(field)) == values


def test_an_entry_of_a_list_is_a_value(record: Record) -> None:
    assert [path for path, _ in record.values("projects")] == [("projects", 0), ("projects", 1)]


def test_a_field_inside_a_field_is_found() -> None:
    form = FORMS["no_gift_policy"].model_validate({"declaration": {"text": "งดรับ"}})
    assert list(values_of(form, "declaration.text")) == [(("declaration", "text"), "งดรับ")]


@pytest.mark.parametrize(
    ("fields", "there"),
    [
        ("problems", True),
        ("recommendations", False),
        ("recommendations|problems", True),
        ("recommendations|summary", False),
        ("projects.spent", True),
        ("projects.owner", False),
    ],
)
def test_has_one_of_the_fields(record: Record, fields: str, there: bool) -> None:
    assert has(record.form, fields) is there


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("year",), 1, 1),
        (("projects",), 4, 1),
        (("projects", 1), 8, 5),
        (("projects", 1, "result"), 9, 5),
        (("projects", 1, "budget"), 8, 5),  # not there: the entry around it
        (("recommendations",), 1, 1),
    ],
)
def test_places(record: Record, path: tuple[int | str, ...], line: int, column: int) -> None:
    assert record.place(path) == Place("data/2569/o07.yml", line, column)


def test_titles_are_those_of_the_form(record: Record) -> None:
    assert record.title("problems") == "ปัญหา/อุปสรรค"
    assert record.title("projects.budget") == "งบประมาณที่ตั้งไว้ (บาท)"


def test_findings_are_added_to_a_copy(record: Record) -> None:
    words = Bilingual("ก", "a")
    code = Code("OIT999", Severity.GAP, words, words, "")
    first, second = code.at(record.place()), code.at(record.place(("year",)))
    more = record.with_findings([first]).with_findings(iter([second]))
    assert more.findings == (first, second)
    assert record.findings == ()
    assert more.form is record.form


# A record whose entries are in a table.

ITEM_FILE = """\
owner: กองคลัง
rows: procurement.csv
months:
  - {month: 2568-12, nothing: ไม่มี}
  - {month: 2569-02}
"""
PURCHASES = """\
month,name,bidders,nothing
2568-10,"ซื้อวัสดุ
สำนักงาน",ร้าน ก = 5,
2568-11,จ้างซ่อม,,
2568-10,ซื้อหมึก,,
2569-01,,,ไม่มี
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        # A purchase has its place in the table; the months are in chronological order.
        (("months", 0, "purchases", 0), (TABLE, 2, 1)),
        (("months", 0, "purchases", 1), (TABLE, 5, 1)),
        (("months", 1, "purchases", 0), (TABLE, 4, 1)),
        (("months", 0, "purchases", 0, "name"), (TABLE, 2, 2)),
        (("months", 0, "purchases", 0, "bidders", 0, "price"), (TABLE, 2, 3)),
        (("months", 0, "purchases", 0, "method"), (TABLE, 2, 1)),  # no column: the row
        # A month may come from the file or from the table.
        (("months", 0), (ITEM, 3, 1)),
        (("months", 2), (ITEM, 3, 1)),
        (("months", 4), (ITEM, 3, 1)),
        (("months",), (ITEM, 3, 1)),
        (("months", "purchases"), (ITEM, 3, 1)),
        # Fields that no table fills have their place in the file.
        (("rows",), (ITEM, 2, 1)),
        (("owner",), (ITEM, 1, 1)),
        (("documents",), (ITEM, 1, 1)),
        ((), (ITEM, 1, 1)),
    ],
)
def test_places_in_a_table(
    tmp_path: Path, path: tuple[int | str, ...], place: tuple[str, int, int]
) -> None:
    record = an_item(tmp_path, "procurement_monthly", PURCHASES, ITEM_FILE)
    assert record.findings == ()
    assert record.place(path) == Place(*place)


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        # The place of a field that only the table fills is where the file names the table.
        ("owner: ก\nrows: procurement.csv\n", ("methods",), 2),
        ("owner: ก\nrows: procurement.csv\n", ("methods", 0), 2),
        ("owner: ก\nrows: procurement.csv\n", ("problems",), 1),
        ("owner: ก\nrows: procurement.csv\nmethods:\n", ("methods", 0), 2),
        # Totals given in the file have their place there.
        ("rows: procurement.csv\nmethods:\n  - {name: ก}\n  - {name: ข}\n", ("methods", 1), 4),
    ],
)
def test_places_of_what_is_added_up(
    tmp_path: Path, text: str, path: tuple[int | str, ...], line: int
) -> None:
    record = an_item(tmp_path, "procurement_report", "name,method\nก,คัดเลือก\nข,\n", text)
    assert record.findings == ()
    assert record.place(path).line == line


def test_a_sum_is_where_the_table_is_named_unless_the_file_says_it(tmp_path: Path) -> None:
    text = "done: 1\nrows: procurement.csv\n"
    record = an_item(tmp_path, "complaint_statistics", "name,total\nก,5\n", text)
    assert record.place(("done",)) == Place(ITEM, 1)
    assert record.place(("total",)) == Place(ITEM, 2)
    assert record.place(("counts", 0, "total")) == Place(TABLE, 2, 2)
