"""The report for programs: its structure is a contract, so it is written out in full."""

import json
from typing import Any

import pytest

from oit.bilingual import Language
from oit.views.report.json import report_json
from oit.views.report.view import View
from small_agency import SmallAgency


def data_of(agency: SmallAgency, language: Language = "th") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report_json(View(agency.assess(), language)))
    return data


def test_head_and_summary_follow_the_contract(small_agency: SmallAgency) -> None:
    data = data_of(small_agency)
    assert list(data) == [
        "oit",
        "agency",
        "year",
        "checklist",
        "today",
        "summary",
        "items",
        "findings",
    ]
    head = {name: data[name] for name in ("oit", "agency", "year", "checklist", "today", "summary")}
    assert head == {
        "oit": 1,
        "agency": {"name": "เทศบาลตำบลเล็ก"},
        "year": 2569,
        "checklist": "small",
        "today": "2569-04-01",
        "summary": {
            "items": 6,
            "complete": 3,
            "partial": 1,
            "missing": 1,
            "not_applicable": 1,
            "elements": {
                "shown": 4,
                "attested": 0,
                "none_declared": 1,
                "not_applicable": 1,
                "outdated": 0,
                "missing": 3,
            },
        },
    }


def test_items_are_in_the_order_of_the_checklist(small_agency: SmallAgency) -> None:
    items = data_of(small_agency)["items"]
    assert [(item["id"], item["owner"], item["status"], item["url"]) for item in items] == [
        ("O1", "สำนักปลัด", "complete", "oit/2569/o1/"),
        ("O2", "กองวิชาการ", "complete", "oit/2569/o2/"),
        ("O7", "กองคลัง", "partial", "oit/2569/o7/"),
        ("O8", "", "missing", "oit/2569/o8/"),
        ("O20", "สำนักปลัด", "complete", "oit/2569/o20/"),
        ("O21", "สำนักปลัด", "not_applicable", "oit/2569/o21/"),
    ]


def test_item_follows_the_contract(small_agency: SmallAgency) -> None:
    assert data_of(small_agency)["items"][0] == {
        "id": "O1",
        "title": "การติดต่อ",
        "indicator": "9",
        "owner": "สำนักปลัด",
        "status": "complete",
        "url": "oit/2569/o1/",
        "elements": [
            {"id": "address", "text": "ที่อยู่", "status": "shown", "basis": "confirmed"},
            {"id": "phone", "text": "โทรศัพท์", "status": "shown", "basis": "adapted"},
        ],
    }


def test_finding_follows_the_contract_in_either_language(
    small_agency: SmallAgency,
) -> None:
    thai, english = (data_of(small_agency, language)["findings"][1] for language in ("th", "en"))
    place = {
        "code": "OIT201",
        "severity": "gap",
        "item": "O7",
        "element": "problems",
        "file": "data/2569/o07.yml",
        "line": 1,
        "column": 1,
    }
    assert thai == {**place, "message": thai["message"], "hint": thai["hint"]}
    assert thai["message"] == "ยังไม่มีปัญหา/อุปสรรค: ช่อง ปัญหา/อุปสรรค (problems) ยังไม่ได้กรอก"
    assert english == {**place, "message": english["message"], "hint": english["hint"]}
    assert english["message"] == "ปัญหา/อุปสรรค: the field problems is not filled in"
    assert english["hint"].startswith("fill in problems; ")


def test_finding_without_an_item_has_empty_texts(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/agency.yml", "nam: x\n")
    last = data_of(small_agency)["findings"][-1]
    assert (last["code"], last["item"], last["element"]) == ("OIT205", "", "")


def test_unusable_data_has_the_same_structure(small_agency: SmallAgency) -> None:
    (small_agency.data / "agency.yml").unlink()
    data = data_of(small_agency)
    assert (data["agency"], data["items"]) == ({"name": "?"}, [])
    assert [finding["severity"] for finding in data["findings"]] == ["error"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_thai_is_not_escaped_and_the_text_ends_with_a_newline(
    small_agency: SmallAgency, language: Language
) -> None:
    text = report_json(View(small_agency.assess(), language, colour=True))
    assert "เทศบาลตำบลเล็ก" in text
    assert text.endswith("}\n")
    assert "\x1b" not in text
