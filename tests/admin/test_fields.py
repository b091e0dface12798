"""Forms as the editor shows them."""

from typing import Any

import pytest

from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Document, Form, entry_form
from oit.forms.executives import Executive
from oit.forms.gifts_received import GiftsReceived
from oit.forms.ita import Ita
from oit.forms.structure import Structure
from oit.views.pages.editor.fields import Asked, Help, shown

HELP = Help({}, [Asked("results", "ผลการดำเนินงาน")])


def fields(form: type[Form], helps: Help = HELP) -> dict[str, Any]:
    return {field["name"]: field for field in shown(form, [*form.model_fields], helps)}


def test_every_field_is_there_at_every_depth() -> None:
    forms: set[type[Form]] = {*FORMS.values(), Agency}
    for form in forms:
        assert _missing(form, fields(form), ()) == [], form.__name__


def _missing(form: type[Form], found: dict[str, Any], above: tuple[type[Form], ...]) -> list[str]:
    missing = [name for name in form.model_fields if name not in found]
    for name, field in found.items():
        assert field["label"]
        if field["widget"] in {"list", "object"} and "fields" in field and name != "shows":
            inner = entry_form(form, name)
            below = {one["name"]: one for one in field["fields"]}
            missing += _missing(inner, below, (*above, form))
    # A form within itself goes one level deep.
    return [name for name in missing if name != "units"]


@pytest.mark.parametrize(
    ("form", "name", "widget"),
    [
        (Ita, "summary", "text"),
        (Ita, "updated", "string"),
        (Document, "title", "string"),
        (Document, "file", "file"),
        (Agency, "logo", "image"),
        (Agency, "kind", "select"),
        (Agency, "calendar", "list"),
        (Agency, "admin", "object"),
        (GiftsReceived, "rows", "string"),
    ],
)
def test_the_widget_depends_on_the_type_of_the_field(
    form: type[Form], name: str, widget: str
) -> None:
    if name in form.model_fields:
        assert fields(form)[name]["widget"] == widget


def test_a_post_may_be_vacant() -> None:
    person = fields(Executive)
    assert person["vacant"]["options"][1] == {"value": "true", "label": "ตำแหน่งว่าง"}
    assert not person["vacant"]["required"]
    assert not person["name"]["required"]


def test_choices_have_labels() -> None:
    kinds = fields(Agency)["kind"]["options"]

    assert {"value": "municipality", "label": "เทศบาล"} in kinds


def test_only_required_fields_are_required() -> None:
    document = fields(Document)

    assert [name for name, field in document.items() if field["required"]] == ["title", "file"]


def test_shows_lists_elements_with_their_texts() -> None:
    [page] = fields(Document)["shows"]["fields"]

    assert (page["name"], page["label"]) == ("results", "ผลการดำเนินงาน")
    assert not page["required"]


def test_a_field_explains_its_notation() -> None:
    assert fields(Ita)["updated"]["pattern"][1] == "เขียนวันที่ เช่น 2569-01-15 หรือ 15 ม.ค. 2569"
    assert "pattern" not in fields(Ita)["summary"]


def test_without_elements_a_document_has_no_shows() -> None:
    documents = fields(GiftsReceived, Help({}))["documents"]

    assert [field["name"] for field in documents["fields"]] == ["title", "file"]


def test_the_hint_of_the_field_takes_precedence_over_the_form() -> None:
    found = fields(Structure, Help({"summary": "เช่น หน้านี้แสดงโครงสร้าง"}))

    assert found["summary"]["hint"] == "เช่น หน้านี้แสดงโครงสร้าง"
    assert found["owner"]["hint"] == "สำนัก/กอง ที่ดูแลข้อนี้"
    assert "hint" not in found["updated"]
