"""What the page of an item tells of its fields and messages."""

from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from commands import ROOT
from given import an_element
from oit.data.checklist import Item
from oit.data.template import Asked


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool that tells of items; tools are no installed package."""
    monkeypatch.syspath_prepend(ROOT)
    return import_module("tools.manual.told")


def an_item(form: str, *elements: dict[str, Any]) -> Asked:
    known = {"id": "O7", "title": "ชื่อข้อ", "indicator": "9", "form": form}
    made = Item.model_validate({**known, "elements": [an_element(**e) for e in elements]})
    return Asked(made, 2569, "municipality")


def fields(told: ModuleType, form: str) -> dict[str, Any]:
    return {field.path: field for field in told.fields_of(an_item(form), 2569)}


def test_a_field_has_a_kind_words_and_an_example(told: ModuleType) -> None:
    field = fields(told, "annual_report")["projects.budget"]
    assert (field.kind, field.about) == ("จำนวนเงิน", "งบประมาณที่ตั้งไว้ (บาท)")
    assert (field.example, field.fault.id) == ("1,500,000", "OIT210")


def test_a_list_of_plain_values_is_shown_by_an_entry(told: ModuleType) -> None:
    assert fields(told, "structure")["duties"].example.startswith("- ")


@pytest.mark.parametrize(
    ("form", "path", "kind"),
    [
        ("annual_report", "rows", "ไฟล์ CSV"),
        ("annual_report", "problems", "ข้อความ"),
        ("executives", "people", "รายการ"),
        ("executives", "people.rank", "คำที่เลือก"),
        ("executives", "people.photo", "ไฟล์ภาพ"),
        ("ethics", "working_group", "กลุ่มของช่อง"),
        ("ita_development", "results.questions.id", "เลขข้อ"),
        ("ita_development", "measures.progress.evidence.file", "ไฟล์"),
    ],
)
def test_kinds_have_names_that_officers_know(
    told: ModuleType, form: str, path: str, kind: str
) -> None:
    assert fields(told, form)[path].kind == kind


def test_what_every_item_may_have_is_told_apart(told: ModuleType) -> None:
    asked = an_item("contact")
    common = {field.path: field.kind for field in told.common_fields(asked, 2569)}
    assert "owner" in common
    assert common["documents.shows"] == "องค์ประกอบ: เลขหน้า"
    assert not common.keys() & fields(told, "contact").keys()


def messages(told: ModuleType, asked: Asked) -> dict[str, str]:
    found = told.messages_of(asked, told.fields_of(asked, 2569))
    return {message.code: message.where for message in found}


def test_messages_are_those_of_the_rules_and_of_the_fields(told: ModuleType) -> None:
    element = {"id": "said", "rule": "present", "field": "address"}
    found = messages(told, an_item("contact", element))
    assert found["OIT201"] == "`said`"
    assert found["OIT211"] == "`email`, `map`, `channels.url`"
    assert "OIT221" not in found


def test_of_many_fields_the_first_are_named(told: ModuleType) -> None:
    assert messages(told, an_item("ita_development"))["OIT210"].endswith(" เป็นต้น")


def test_that_there_is_none_is_warned_of_where_the_list_does_not_take_it(
    told: ModuleType,
) -> None:
    taken = {"rule": "present", "field": "total", "none_allowed": "yes"}
    assert "OIT216" not in messages(told, an_item("complaint_statistics", taken))
    assert "OIT216" in messages(told, an_item("contact", {"rule": "present", "field": "phone"}))


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("procurement_monthly", {"OIT601", "OIT603", "OIT611"}),
        ("annual_plan", {"OIT601", "OIT603"}),
        ("ita_development", {"OIT501"}),
        ("contact", set()),
    ],
)
def test_tables_purchases_and_measures_have_messages_of_their_own(
    told: ModuleType, form: str, codes: set[str]
) -> None:
    found = messages(told, an_item(form)).keys()
    assert found & {"OIT501", "OIT601", "OIT603", "OIT611"} == codes
