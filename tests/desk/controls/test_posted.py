"""From what a form posted to a tree."""

from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import FormData

from oit.data.checklist import Element, Item
from oit.data.template import RequiredItem
from oit.desk.controls.posted import read_posted
from oit.desk.tree import with_origins
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile
from oit.source.write import Plain


def file_of(form: type[Form]) -> ItemFile:
    element = Element(id="results", text="ผล", rule="present", field="projects")
    item = Item(id="O7", title="ก", indicator="9", form="annual_report", elements=[element])
    asked = (RequiredItem(item, 2569, "municipality"),)
    return ItemFile(Path("o07.yml"), "o07.yml", form, (), SourceFile(""), "", asked, "เล็ก")


def posted(name: str, tree: Any, **fields: str) -> Plain:
    form = Agency if name == "agency" else FORMS[name]
    sent = {key.replace("__", "/").replace("WAS", "@was"): text for key, text in fields.items()}
    return read_posted(FormData(sent), file_of(form), with_origins(tree))


PEOPLE: Any = {"people": [{"name": "หนึ่ง", "phone": "1"}, {"name": "สอง"}]}


def test_a_field_changes_and_the_others_stay() -> None:
    assert posted("contact", {"phone": "1", "fax": "2"}, f__phone="3") == {"phone": "3", "fax": "2"}


def test_a_new_field_is_added_and_a_blank_one_removed() -> None:
    assert posted("contact", {"phone": "1"}, f__phone="", f__fax="2") == {"fax": "2"}


def test_a_blank_that_was_blank_before_stays_as_it_was_written() -> None:
    assert posted("contact", {"phone": ""}, f__phone="", f__fax=" ") == {"phone": ""}


def test_line_ends_of_browsers_change_nothing() -> None:
    tree = {"summary": "หนึ่ง\nสอง\n", "address": "ก\rข\r\nค", "hours": "ศูนย์\0"}
    same = posted(
        "contact", tree, f__summary="หนึ่ง\r\nสอง\r\n", f__address="ก\r\nข\r\nค", f__hours="ศูนย์\ufffd"
    )
    assert same == tree
    assert posted("contact", tree, f__summary="ก\r\nข") == {**tree, "summary": "ก\nข"}


def test_entries_are_known_by_where_they_were() -> None:
    moved: Any = {
        "people": [{"@was": "1", "name": "สอง"}, {"@was": "0", "name": "หนึ่ง", "phone": "1"}]
    }
    sent = FormData({"f/people/0/@was": "0", "f/people/0/name": "ใหม่"})
    changed = read_posted(sent, file_of(FORMS["executives"]), moved)
    assert changed == {"people": [moved["people"][0], {"@was": "0", "name": "ใหม่", "phone": "1"}]}


def test_what_was_typed_into_a_new_entry_is_added() -> None:
    changed = posted(
        "executives", PEOPLE, f__people__2__WAS="", f__people__2__name="สาม", f__people__3__name=""
    )
    assert changed == {
        "people": [
            {"@was": "0", "name": "หนึ่ง", "phone": "1"},
            {"@was": "1", "name": "สอง"},
            {"name": "สาม"},
        ]
    }


def test_what_was_typed_into_an_entry_that_is_gone_becomes_a_new_one() -> None:
    changed: Any = posted("executives", PEOPLE, f__people__1__WAS="7", f__people__1__name="เจ็ด")
    assert [entry["name"] for entry in changed["people"]] == ["หนึ่ง", "สอง", "เจ็ด"]


@pytest.mark.parametrize(
    "name",
    [
        "f/nothing",
        "f/__class__/x",
        "f/people/0/@other",
        "f/people/0/name/0",
        "f/people/-1/name",
        "f/people/99999999/name",
        "f/people/name",
        "f/people",
        "f/0",
        "f/",
        "f",
        "f/" + "people/0/" * 30,
        "f/summary/x",
        "people/0/name",
        "u/people/0/photo",
        "f/people/0/\0",
        "f/~d800~",
    ],
)
def test_a_name_that_the_form_does_not_have_is_ignored(name: str) -> None:
    tree = with_origins({**PEOPLE, "summary": "ก", "unknown": {"a": "1"}})
    sent = FormData({name: "ร้าย", "f/summary": "ก"})
    assert read_posted(sent, file_of(FORMS["executives"]), tree) == tree


def test_a_list_of_texts_loses_what_was_emptied() -> None:
    assert posted("ethics", {"dos": ["ก", "ข"]}, f__dos__0="", f__dos__1="ข", f__dos__2="ค") == {
        "dos": ["ข", "ค"]
    }
    assert posted("ethics", {"dos": ["ก"]}, f__dos__0="", f__dos__1="") == {}
    assert posted("ethics", {"dos": ["", "ก"]}, f__dos__0="", f__dos__1="ก") == {"dos": ["", "ก"]}


def test_a_group_appears_with_its_first_field_and_goes_with_its_last() -> None:
    assert posted("ethics", {}, f__working_group__order="1/2569") == {
        "working_group": {"order": "1/2569"}
    }
    assert posted("ethics", {"working_group": {"order": "1"}}, f__working_group__order="") == {}
    assert posted("ethics", {"working_group": ""}, f__working_group__order="") == {
        "working_group": ""
    }


def test_pages_are_taken_for_known_elements_only() -> None:
    tree = {"documents": [{"title": "ก", "file": "a.pdf", "shows": {"old": "1"}}]}
    changed: Any = posted(
        "annual_report",
        tree,
        f__documents__0__shows__results="3-5",
        f__documents__0__shows__old="",
        f__documents__0__shows__evil="1",
    )
    assert changed["documents"][0]["shows"] == {"results": "3-5"}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("ethics", "dos", "ข้อความ"),
        ("ethics", "dos", ["ก", {"b": "c"}]),
        ("ethics", "dos", {"a": "1"}),
        ("ethics", "working_group", "ข้อความ"),
        ("ethics", "working_group", ["ก"]),
        ("executives", "people", "ข้อความ"),
        ("executives", "people", ["ก"]),
        ("executives", "people", {"a": "1"}),
        ("executives", "summary", ["ก"]),
    ],
)
def test_what_cannot_be_shown_as_inputs_stays(name: str, field: str, value: Any) -> None:
    names = ["f/dos/0", "f/people/0/name", "f/working_group/order", "f/summary"]
    sent = FormData(dict.fromkeys(names, "x"))
    tree: Any = with_origins({field: value})
    changed: Any = read_posted(sent, file_of(FORMS[name]), tree)
    assert changed[field] == tree[field]


def test_a_statement_takes_the_place_of_contents_and_gives_it_back() -> None:
    form = "complaint_statistics"
    chosen = posted(form, {"total": "3"}, says="nothing_to_report")
    assert chosen == {"total": "3", "nothing_to_report": ""}
    assert posted(form, {"nothing_to_report": "ไม่มี"}, says="data") == {}
    assert posted(form, {"nothing_to_report": "ไม่มี"}, says="not_applicable") == {
        "not_applicable": ""
    }


def test_a_statement_that_was_typed_is_kept_whatever_is_chosen() -> None:
    typed = posted("complaint_statistics", {}, says="data", f__nothing_to_report="ไม่มีเรื่อง")
    assert typed == {"nothing_to_report": "ไม่มีเรื่อง"}
    both = {"nothing_to_report": "", "not_applicable": "เหตุผล"}
    assert posted("complaint_statistics", both, says="not_applicable") == both
    assert posted("contact", {"phone": "1"}, says="evil") == {"phone": "1"}
