"""Lists of entries in the tree of a draft."""

from typing import Any

import pytest

from oit.desk.controls.listed import NoListError, list_form, with_entries
from oit.forms.executives import Executive, Executives
from oit.forms.procurement_monthly import ProcurementMonthly


def test_the_form_of_a_list_is_found_also_in_an_entry() -> None:
    assert list_form(Executives, ["people"]) == (Executive, "ผู้บริหาร")
    form, _ = list_form(ProcurementMonthly, ["months", "0", "purchases"])
    assert "winner" in form.model_fields


@pytest.mark.parametrize(
    "path", ["", "owner", "people/0", "people/0/name", "nonsense", "people/name", "0", "__class__"]
)
def test_other_paths_lead_to_no_list(path: str) -> None:
    with pytest.raises(NoListError):
        list_form(Executives, path.split("/"))


def test_entries_are_added_after_those_that_are_there() -> None:
    tree: Any = {"owner": "กอง", "people": [{"@was": "0", "name": "ก"}]}
    grown = with_entries(tree, ["people"], [{"name": "ข"}])
    assert grown == {"owner": "กอง", "people": [{"@was": "0", "name": "ก"}, {"name": "ข"}]}
    assert tree["people"] == [{"@was": "0", "name": "ก"}]  # the old tree is as it was


def test_a_missing_or_blank_list_begins() -> None:
    assert with_entries({}, ["people"], [{"name": "ข"}]) == {"people": [{"name": "ข"}]}
    assert with_entries({"people": ""}, ["people"], ["ข"]) == {"people": ["ข"]}


def test_new_blank_entries_give_way_and_those_of_the_file_stay() -> None:
    tree: Any = {"people": [{"@was": "0"}, {"name": ""}, {}, {"name": "ก"}]}
    assert with_entries(tree, ["people"], []) == {"people": [{"@was": "0"}, {"name": "ก"}]}


def test_a_list_in_an_entry_is_found() -> None:
    tree: Any = {"months": [{"@was": "0"}, {"@was": "1", "purchases": [{"name": "ก"}]}]}
    grown = with_entries(tree, ["months", "1", "purchases"], [{"name": "ข"}])
    assert grown == {
        "months": [{"@was": "0"}, {"@was": "1", "purchases": [{"name": "ก"}, {"name": "ข"}]}]
    }


@pytest.mark.parametrize("path", ["months/2/purchases", "months/x/purchases", "other/0/purchases"])
def test_an_entry_that_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(NoListError):
        with_entries({"months": [{}]}, path.split("/"), [{}])


def test_a_value_that_is_no_list_is_left_alone() -> None:
    with pytest.raises(NoListError):
        with_entries({"people": "นาย ก"}, ["people"], [{}])
