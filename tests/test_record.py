"""A record: what an item's file says, and where."""

from decimal import Decimal
from typing import Any

import pytest

from oit.finding import Code, Place, Severity, Words
from oit.forms import FORMS
from oit.forms.reading import read_form
from oit.record import Record, has, values_of
from oit.source import Document, parse

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
    document = parse(SOURCE.encode(), Document("data/2569/o07.yml"))
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
        ("projects.spent", [(("projects", 0, "spent"), Decimal(0))]),  # nought is something said
        ("projects.owner", []),
        ("documents.shows", [(("documents", 0, "shows"), {"results": 5})]),
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
    words = Words("ก", "a")
    code = Code("OIT999", Severity.GAP, words, words, "")
    first, second = code.at(record.place()), code.at(record.place(("year",)))
    more = record.with_findings([first]).with_findings(iter([second]))
    assert more.findings == (first, second)
    assert record.findings == ()
    assert more.form is record.form
