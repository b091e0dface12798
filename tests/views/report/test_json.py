"""The report for programs: its structure is a contract, so it is written out in full."""

import json
import re
from typing import Any

import pytest

from oit import __version__
from oit.bilingual import Language
from oit.views.report.json import as_public_data, report_json
from oit.views.report.view import View
from small_agency import CHECKLIST, SmallAgency


def data_of(agency: SmallAgency, language: Language = "th") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report_json(View(agency.assess(), language)))
    return data


def test_head_and_summary_follow_the_contract(small_agency: SmallAgency) -> None:
    data = data_of(small_agency)
    assert list(data) == [
        "oit",
        "generator",
        "agency",
        "year",
        "checklist",
        "checklist_provisional",
        "today",
        "summary",
        "items",
        "findings",
    ]
    head = {name: value for name, value in data.items() if name not in {"items", "findings"}}
    assert head == {
        "oit": 2,
        "generator": {"name": "oit-site", "version": __version__},
        "agency": {
            "name": "เทศบาลตำบลเล็ก",
            "kind": "municipality",
            "id": None,
            "province": None,
            "district": None,
        },
        "year": 2569,
        "checklist": "small",
        "checklist_provisional": False,
        "today": "2026-04-01",
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
                "partial": 0,
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
            {
                "id": "address",
                "text": "ที่อยู่",
                "status": "shown",
                "basis": "confirmed",
                "amount": {"have": 1, "needed": 1, "unit": "field", "lacking": []},
                "lacking": "",
            },
            {
                "id": "phone",
                "text": "โทรศัพท์",
                "status": "shown",
                "basis": "adapted",
                "amount": {"have": 1, "needed": 1, "unit": "field", "lacking": []},
                "lacking": "",
            },
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


@pytest.mark.parametrize(
    ("item", "status", "amount", "words"),
    [
        (
            "O22",
            "partial",
            {"have": 5, "needed": 6, "unit": "month", "lacking": ["2569-01"]},
            "มี 5 จาก 6 เดือน ขาด ม.ค. 2569",
        ),
        (
            "O23",
            "outdated",
            {"have": 0, "needed": 1, "unit": "fiscal_year", "lacking": ["2568"]},
            "มีของปี 2567 ยังไม่มีของปี 2568",
        ),
        (
            "O24",
            "partial",
            {"have": 3, "needed": 4, "unit": "entry", "lacking": ["projects.2"]},
            "มี 3 จาก 4 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน)",
        ),
    ],
)
def test_element_says_how_much_of_it_is_there(
    small_agency: SmallAgency, item: str, status: str, amount: dict[str, Any], words: str
) -> None:
    small_agency.add_items_in_part()
    (found,) = (each for each in data_of(small_agency)["items"] if each["id"] == item)
    element = found["elements"][-1]
    assert (element["status"], element["amount"], element["lacking"]) == (status, amount, words)


def test_agency_says_what_those_who_collect_many_need(small_agency: SmallAgency) -> None:
    small_agency.add("data/agency.yml", "id: 06123456\nprovince: ตัวอย่าง\ndistrict: เมือง\n")
    assert data_of(small_agency)["agency"] == {
        "name": "เทศบาลตำบลเล็ก",
        "kind": "municipality",
        "id": "06123456",
        "province": "ตัวอย่าง",
        "district": "เมือง",
    }


def test_a_list_says_whether_it_is_provisional(small_agency: SmallAgency) -> None:
    text = CHECKLIST.replace("items:", "provisional: ใช้ไปก่อน\nitems:", 1)
    small_agency.write("data/checklists/small-2569.yml", text)
    assert data_of(small_agency)["checklist_provisional"] is True


def test_published_status_has_nothing_for_staff(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    ours, published = data_of(small_agency), as_public_data(small_agency.assess())
    assert {name: published[name] for name in ours if name != "findings"} == {
        name: value for name, value in ours.items() if name != "findings"
    }
    gaps = [finding for finding in ours["findings"] if finding["severity"] == "gap"]
    assert len(gaps) < len(ours["findings"])
    shared = ("code", "severity", "item", "element")
    assert [{name: found[name] for name in shared} for found in published["findings"]] == [
        {name: gap[name] for name in shared} for gap in gaps
    ]
    # The words are those of the pages: without files, and without the names of fields.
    assert published["findings"][0]["message"] == "ปัญหา/อุปสรรค: ยังไม่มี"
    assert not [f for f in published["findings"] if re.search(r"data/|\([a-z_]+\)", f["message"])]


def test_finding_without_an_item_has_empty_texts(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/agency.yml", "nam: x\n")
    last = data_of(small_agency)["findings"][-1]
    assert (last["code"], last["item"], last["element"]) == ("OIT205", "", "")


def test_unusable_data_has_the_same_structure(small_agency: SmallAgency) -> None:
    (small_agency.data / "agency.yml").unlink()
    data = data_of(small_agency)
    assert (data["agency"]["name"], data["items"]) == ("?", [])
    assert [finding["severity"] for finding in data["findings"]] == ["error"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_thai_is_not_escaped_and_the_text_ends_with_a_newline(
    small_agency: SmallAgency, language: Language
) -> None:
    text = report_json(View(small_agency.assess(), language, colour=True))
    assert "เทศบาลตำบลเล็ก" in text
    assert text.endswith("}\n")
    assert "\x1b" not in text
