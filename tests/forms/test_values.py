"""Walking the values of a form, whether its entries are in a list or in a table."""

from pathlib import Path

import pytest

from data.tables.reading import a_table
from oit.data.tables.table import TableRows
from oit.forms import FORMS
from oit.forms.base import Form
from oit.forms.values import has, is_list, lacking, lists_of, values_of

MANUALS = {
    "manuals": [
        {"name": "ก", "steps": [{"text": "หนึ่ง", "time": "1 วัน"}, {"text": "สอง"}]},
        {"name": "ข"},
    ]
}


@pytest.fixture
def manuals() -> Form:
    return FORMS["staff_manual"].model_validate(MANUALS)


@pytest.fixture
def entries(tmp_path: Path) -> TableRows:
    return a_table(tmp_path, "name,winner,bidders\nก,ร้าน,ร้าน = 5\nข,,\n").rows()


@pytest.fixture
def purchases(entries: TableRows) -> Form:
    return FORMS["procurement_list"]().model_copy(update={"purchases": entries})


def test_a_list_and_the_rows_of_a_table_are_lists(entries: TableRows) -> None:
    assert is_list([])
    assert is_list(entries)
    assert not is_list("ก")
    assert not is_list(None)


def test_a_list_in_a_field_of_a_field_is_found() -> None:
    results = {"questions": [{"id": "i1", "score": "90"}]}
    form = FORMS["ita_development"].model_validate({"results": results})
    assert [path for path, _ in lists_of(form, "results.questions")] == [("results", "questions")]


def test_every_list_of_a_dotted_field_is_found_with_its_path(manuals: Form) -> None:
    found = [(path, len(entries)) for path, entries in lists_of(manuals, "manuals.steps")]
    assert found == [(("manuals", 0, "steps"), 2), (("manuals", 1, "steps"), 0)]
    assert [path for path, _ in lists_of(manuals, "manuals")] == [("manuals",)]


def test_a_text_is_not_a_list(manuals: Form) -> None:
    assert list(lists_of(manuals, "summary")) == []
    assert list(lists_of(manuals, "manuals.name")) == []


def test_the_values_of_a_table_have_the_same_paths_as_a_list(purchases: Form) -> None:
    assert list(values_of(purchases, "purchases.winner")) == [(("purchases", 0, "winner"), "ร้าน")]
    assert [path for path, _ in values_of(purchases, "purchases.bidders.name")] == [
        ("purchases", 0, "bidders", 0, "name")
    ]
    assert [path for path, _ in values_of(purchases, "purchases")] == [
        ("purchases", 0),
        ("purchases", 1),
    ]
    assert [path for path, _ in lists_of(purchases, "purchases")] == [("purchases",)]
    assert has(purchases, "purchases.method|purchases.winner")
    assert not has(purchases, "purchases.method")


@pytest.mark.parametrize("fields", [["winner"], ["bidders.price"], ["method|winner"], ["name"], []])
def test_a_table_and_a_list_lack_the_same(entries: TableRows, fields: list[str]) -> None:
    assert list(lacking(entries, fields)) == list(lacking(list(entries), fields))


def test_what_an_entry_lacks_is_named_as_it_was_asked_for(entries: TableRows) -> None:
    asked = ["winner", "name", "method|bidders"]
    assert list(lacking(list(entries), asked)) == [(1, ["winner", "method|bidders"])]
