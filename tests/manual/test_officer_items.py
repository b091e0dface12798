"""The fields and messages on the page of an item."""

from typing import Any

import pytest
from tools.manual.fields import common_fields, fields_of
from tools.manual.messages import messages_of

from given import an_element
from manual.generated import GENERATED
from oit.data.checklist import Item
from oit.data.template import RequiredItem


def an_item(form: str, *elements: dict[str, Any]) -> RequiredItem:
    known = {"id": "O7", "title": "ชื่อข้อ", "indicator": "9", "form": form}
    made = Item.model_validate({**known, "elements": [an_element(**e) for e in elements]})
    return RequiredItem(made, 2569, "municipality")


def fields(form: str) -> dict[str, Any]:
    return {field.path: field for field in fields_of(an_item(form), 2569)}


def test_a_field_has_a_kind_words_and_an_example() -> None:
    field = fields("annual_report")["projects.budget"]
    assert (field.kind, field.about) == ("จำนวนเงิน", "งบประมาณที่ตั้งไว้ (บาท)")
    assert (field.example, field.fault.id) == ("1,500,000", "OIT210")


def test_a_list_of_plain_values_is_shown_by_an_entry() -> None:
    assert fields("structure")["duties"].example.startswith("- ")


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
def test_kinds_have_names_that_officers_know(form: str, path: str, kind: str) -> None:
    assert fields(form)[path].kind == kind


def test_fields_of_every_item_are_listed_separately() -> None:
    asked = an_item("contact")
    common = {field.path: field.kind for field in common_fields(asked, 2569)}
    assert "owner" in common
    assert common["documents.shows"] == "องค์ประกอบ: เลขหน้า"
    assert not common.keys() & fields("contact").keys()


def messages(asked: RequiredItem) -> dict[str, str]:
    found = messages_of(asked, fields_of(asked, 2569))
    return {message.code: message.where for message in found}


def test_rules_and_fields_give_their_messages() -> None:
    element = {"id": "place", "rule": "present", "field": "address"}
    found = messages(an_item("contact", element))
    assert found["OIT201"] == "`place`"
    assert found["OIT211"] == "`email`, `map`, `channels.url`"
    assert "OIT221" not in found


def test_only_the_first_of_many_fields_are_named() -> None:
    assert messages(an_item("ita_development"))["OIT210"].endswith(" เป็นต้น")


def test_the_warning_about_nothing_to_report_is_listed_unless_the_item_allows_it() -> None:
    taken = {"rule": "present", "field": "total", "none_allowed": "yes"}
    assert "OIT216" not in messages(an_item("complaint_statistics", taken))
    assert "OIT216" in messages(an_item("contact", {"rule": "present", "field": "phone"}))


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
    form: str, codes: set[str]
) -> None:
    found = messages(an_item(form)).keys()
    assert found & {"OIT501", "OIT601", "OIT603", "OIT611"} == codes


def test_a_page_says_where_there_may_be_nothing() -> None:
    folder = "officer/items/general-2569"
    pages = [GENERATED[f"{folder}/{name}.md"] for name in ("o02", "o07", "o18")]
    accepted = "รับเฉพาะช่อง\n`problems`, `recommendations`\n"
    refused = "ช่องข้อความที่เขียนว่า ไม่มี ไม่นับ"
    assert [accepted in page for page in pages] == [False, True, False]
    assert [refused in page for page in pages] == [True, False, False]
