"""What the buttons of a form do to a tree."""

from typing import Any

import pytest

from oit.desk.controls.before import Before
from oit.desk.controls.edits import edit, without_blank_entries
from oit.desk.tree import with_origins
from oit.forms import FORMS
from oit.source.values import KeyPath

PEOPLE = {"people": [{"name": "หนึ่ง"}, {"name": "สอง"}, {"name": "สาม"}]}


def done(
    do: str, tree: Any, form: str = "executives", old: Before | None = None
) -> tuple[Any, KeyPath]:
    before = with_origins(tree)
    after = edit(FORMS[form], before, do, old, "ไม่มีเรื่อง")
    assert before == with_origins(tree), "the tree itself is not changed"
    return after


def names(tree: Any) -> list[str]:
    return [entry.get("name", "") for entry in tree["people"]]


def test_a_new_entry_comes_last_and_only_once() -> None:
    tree, path = done("add:people", PEOPLE)
    assert names(tree) == ["หนึ่ง", "สอง", "สาม", ""]
    assert path == ("people", 3)
    assert edit(FORMS["executives"], tree, "add:people", None, "")[0] == tree


def test_the_first_entry_makes_its_list_and_the_group_around_it() -> None:
    assert done("add:people", {}) == ({"people": [{}]}, ("people", 0))
    assert done("add:people", {"people": ""}) == ({"people": [{}]}, ("people", 0))
    assert done("add:results/questions", {}, "ita_development")[0] == {
        "results": {"questions": [{}]}
    }


def test_another_text_needs_no_entry() -> None:
    assert done("add:dos", {"dos": ["ก"]}, "ethics") == ({"dos": ["ก"]}, ("dos", 1))
    assert done("add:working_group/members", {}, "ethics") == ({}, ("working_group", "members", 0))


def test_entries_move() -> None:
    tree, path = done("up:people/2", PEOPLE)
    assert names(tree) == ["หนึ่ง", "สาม", "สอง"]
    assert path == ("people", 1)
    assert names(done("down:people/0", PEOPLE)[0]) == ["สอง", "หนึ่ง", "สาม"]
    assert names(done("up:people/0", PEOPLE)[0]) == names(PEOPLE)
    assert names(done("down:people/2", PEOPLE)[0]) == names(PEOPLE)


def test_a_copy_is_new_with_all_that_is_in_it() -> None:
    tree, path = done(
        "copy:units/0", {"units": [{"name": "ก", "units": [{"name": "ข"}]}]}, "structure"
    )
    assert tree["units"][1] == {"name": "ก", "units": [{"name": "ข"}]}
    assert path == ("units", 1)


def test_entries_texts_and_unknown_fields_are_removed() -> None:
    tree, path = done("remove:people/2", PEOPLE)
    assert names(tree) == ["หนึ่ง", "สอง"]
    assert path == ("people", 1)
    assert done("remove:people/0", {"people": [{"name": "ก"}]}) == ({"people": []}, ("people",))
    assert done("remove:titel", {"titel": "ก"})[0] == {}
    assert done("remove:dos/0", {"dos": ["ก", "ข"]}, "ethics")[0] == {"dos": ["ข"]}


@pytest.mark.parametrize(
    "do",
    [
        "",
        "add",
        "add:",
        "add:summary",
        "add:nothing",
        "add:people/0",
        "add:people/x/name",
        "add:people/9/name",
        "remove:people/9",
        "remove:nothing/0/x",
        "remove:people/0/@was",
        "up:people",
        "down:people/9",
        "copy:people/9",
        "copy:summary",
        "take:people",
        "propose:summary",
        "evil:people/0",
        "save:people/0",
        "remove:" + "people/0/" * 60,
    ],
)
def test_a_button_that_means_nothing_changes_nothing(do: str) -> None:
    tree: Any = {**PEOPLE, "summary": "ก"}
    assert done(do, tree)[0] == with_origins(tree)


def test_a_statement_is_proposed() -> None:
    assert done("propose:nothing_to_report", {})[0] == {"nothing_to_report": "ไม่มีเรื่อง"}


OLD = Before(
    {
        "summary": "ปีก่อน",
        "updated": "2568-01-01",
        "people": [
            {"name": "หนึ่ง", "phone": "9"},
            {"name": "สี่", "phone": "4"},
        ],
        "codes": [{"name": "ก"}],
        "working_group": {
            "order": "1/2568",
            "date": "2568-01-01",
            "year": "2568",
            "members": ["ข"],
        },
        "trainings": [{"name": "อบรม", "date": "2568-02-01"}],
        "dos": ["ทำ"],
    },
    may_take=True,
)


def test_a_value_of_a_year_ago_is_taken() -> None:
    assert done("take:summary", {"summary": "ก"}, old=OLD)[0] == {"summary": "ปีก่อน"}
    assert done("take:dos", {}, "ethics", OLD)[0] == {"dos": ["ทำ"]}
    assert done("take:people/0/phone", PEOPLE, old=OLD)[0]["people"][0]["phone"] == "9"


def test_entries_of_a_year_ago_are_added_unless_they_are_there() -> None:
    tree, _ = done("take:people", PEOPLE, old=OLD)
    assert names(tree) == ["หนึ่ง", "สอง", "สาม", "สี่"]
    assert tree["people"][3] == {"name": "สี่", "phone": "4"}


def test_days_and_years_are_not_taken() -> None:
    assert done("take:updated", {}, old=OLD)[0] == {}
    assert done("take:trainings", {}, "ethics", OLD)[0] == {"trainings": [{"name": "อบรม"}]}
    assert done("take:working_group", {}, "ethics", OLD)[0] == {
        "working_group": {"order": "1/2568", "members": ["ข"]}
    }


def test_nothing_is_taken_from_a_report() -> None:
    report = Before(OLD.values, may_take=False)
    assert done("take:summary", {}, old=report)[0] == {}


def test_new_entries_without_a_word_are_not_saved() -> None:
    tree: Any = {"people": [{"@was": "0"}, {}, {"name": "ก"}], "a": {"b": [{}]}}
    assert without_blank_entries(tree) == {"people": [{"@was": "0"}, {"name": "ก"}], "a": {"b": []}}
