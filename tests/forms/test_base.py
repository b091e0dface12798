"""The base classes of forms, and access to their fields."""

import pytest
from pydantic import ValidationError

from oit.forms import FORMS
from oit.forms.base import Document, Form, entry_form, form_at, title_of
from oit.forms.executives import Executive, Executives
from oit.forms.no_gift_policy import Declaration, NoGiftPolicy
from oit.forms.structure import Structure, Unit
from oit.thai.pages import Pages


def test_the_form_of_a_fields_entries() -> None:
    assert entry_form(Executives, "people") is Executive
    assert entry_form(Executives, "documents") is Document
    assert entry_form(NoGiftPolicy, "declaration") is Declaration
    assert entry_form(Structure, "units") is entry_form(Unit, "units") is Unit


@pytest.mark.parametrize("field", ["owner", "updated", "nothing"])
def test_a_field_without_subfields_has_no_form(field: str) -> None:
    with pytest.raises(KeyError):
        entry_form(Executives, field)


def test_a_path_ignores_the_indexes_of_lists() -> None:
    assert form_at(Structure, ("units", 3, "units", 0)) is Unit
    assert form_at(Structure, ()) is Structure


@pytest.mark.parametrize(
    ("form", "field", "title"),
    [
        ("annual_report", "owner", "ผู้รับผิดชอบ"),
        ("annual_report", "documents.title", "ชื่อเอกสาร"),
        ("annual_report", "projects.name", "โครงการ/กิจกรรม"),
        ("no_gift_policy", "declaration.date", "ลงวันที่"),
        ("structure", "units.units.name", "ส่วนงาน/ตำแหน่ง"),
    ],
)
def test_titles(form: str, field: str, title: str) -> None:
    assert title_of(FORMS[form], field) == title


@pytest.mark.parametrize("field", ["nothing", "documents.nothing", "owner.name"])
def test_an_unknown_field_has_no_title(field: str) -> None:
    with pytest.raises(KeyError):
        title_of(FORMS["annual_report"], field)


def test_the_title_defaults_to_the_name_of_the_field() -> None:
    class Plain(Form):
        note: str = ""

    assert title_of(Plain, "note") == "note"


@pytest.mark.parametrize("nothing", ["", "-", " "])
def test_shows_may_be_empty(nothing: str) -> None:
    document = {"title": "ก", "file": "files/a.pdf"}
    assert Document.model_validate(document).shows == {}
    assert Document.model_validate({**document, "shows": nothing}).shows == {}


def test_a_document_shows_elements_on_pages() -> None:
    shows = {"results": "๕", "problems": "-"}
    document = Document.model_validate({"title": "ก", "file": "files/a.pdf", "shows": shows})
    assert document.shows == {"results": Pages(((5, 5),)), "problems": None}


@pytest.mark.parametrize("shows", ["results", ["results"]])
def test_shows_must_be_fields(shows: object) -> None:
    with pytest.raises(ValidationError) as raised:
        Document.model_validate({"title": "ก", "file": "files/a.pdf", "shows": shows})
    assert [error["type"] for error in raised.value.errors()] == ["fields"]


def test_a_record_cannot_be_changed() -> None:
    record = FORMS["annual_report"]()
    with pytest.raises(ValidationError, match="frozen"):
        record.owner = "ก"  # type: ignore[misc]  # the point of the test
