"""The estimate for programs: its structure is a contract, so it is written out in full."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from oit.assess.score.estimate import Points, estimate
from oit.bilingual import Language
from oit.views.report.score_json import score_json
from oit.views.report.view import View
from small_agency import TODAY, SmallAgency

GIVEN = {"IIT": Decimal(90), "EIT": Decimal("80.125")}
CYCLE = """\
results:
  year: 2568
  total: 86.20
  level: ผ่านดี
  instruments:
    - {id: IIT, score: 90}
    - {id: EIT, score: 80}
    - {id: OIT, score: 88}
  indicators:
    - {id: 9, score: 86}
    - {id: 10, score: 90}
"""


def data_of(
    agency: SmallAgency,
    given: Points = GIVEN,
    what_if: Points | None = None,
    day: date = TODAY,
    language: Language = "th",
) -> dict[str, Any]:
    assessment = agency.assess(day)
    made = estimate(assessment, given, what_if or {})
    data: dict[str, Any] = json.loads(score_json(View(assessment, language), made))
    return data


def test_head_follows_the_contract(small_agency: SmallAgency) -> None:
    data = data_of(small_agency)
    assert list(data) == [
        "oit",
        "generator",
        "agency",
        "year",
        "checklist",
        "checklist_provisional",
        "today",
        "results",
        "estimate",
        "not_asked",
        "what_if",
        "mend_first",
        "deadline",
    ]
    assert (data["oit"], data["agency"]["name"]) == (2, "เทศบาลตำบลเล็ก")
    head = {name: data[name] for name in ("year", "checklist", "today")}
    assert head == {"year": 2569, "checklist": "small", "today": "2026-04-01"}


def test_estimate_follows_the_contract(small_agency: SmallAgency) -> None:
    estimated = data_of(small_agency)["estimate"]
    assumptions = estimated.pop("assumptions")
    assert assumptions[0].startswith("OIT คือค่าเฉลี่ยของตัวชี้วัดที่ 9 และ 10")
    assert estimated == {
        "oit": 81.25,
        "oit_low": 75.0,
        "total": 83.54,
        "total_low": 81.04,
        "level": "ต้องปรับปรุง",
        "iit": 90.0,
        "eit": 80.13,
        "indicators": [
            {"id": "9", "title": "การเปิดเผยข้อมูล", "score": 62.5},
            {"id": "10", "title": "การป้องกันการทุจริต", "score": 100.0},
        ],
        "items": [
            {"id": "O1", "title": "การติดต่อ", "status": "complete", "score": 100.0},
            {"id": "O2", "title": "ข่าวประชาสัมพันธ์", "status": "complete", "score": 100.0},
            {"id": "O7", "title": "รายงานผลการดำเนินงาน", "status": "partial", "score": 50.0},
            {"id": "O8", "title": "ข้อมูลทั่วไป", "status": "missing", "score": 0.0},
            {"id": "O20", "title": "สถิติเรื่องร้องเรียน", "status": "complete", "score": 100.0},
            {"id": "O21", "title": "การรับทรัพย์สิน", "status": "not_applicable", "score": None},
        ],
    }


def test_fields_of_the_estimate_are_in_order(small_agency: SmallAgency) -> None:
    assert list(data_of(small_agency)["estimate"]) == (
        "oit oit_low total total_low level iit eit assumptions indicators items"
    ).split(" ")


def test_unknown_values_are_null_and_the_assumptions_say_why(small_agency: SmallAgency) -> None:
    estimated = data_of(small_agency, {}, language="en")["estimate"]
    unknown = [name for name, value in estimated.items() if value is None]
    assert unknown == ["total", "total_low", "level", "iit", "eit"]
    assert estimated["assumptions"][-1].startswith("IIT, EIT not known: ")


def test_what_to_fix_first_follows_the_contract_in_order(small_agency: SmallAgency) -> None:
    assert data_of(small_agency)["mend_first"] == [
        {
            "item": "O8",
            "title": "ข้อมูลทั่วไป",
            "owner": "",
            "status": "missing",
            "missing_elements": 1,
            "missing_inferred": 0,
            "gain_oit": 12.5,
            "gain_total": 5.0,
        },
        {
            "item": "O7",
            "title": "รายงานผลการดำเนินงาน",
            "owner": "กองคลัง",
            "status": "partial",
            "missing_elements": 2,
            "missing_inferred": 2,
            "gain_oit": 6.25,
            "gain_total": 2.5,
        },
    ]


@pytest.mark.parametrize(
    ("day", "left"), [(TODAY, 29), (date(2026, 4, 30), 0), (date(2026, 5, 2), -2)]
)
def test_deadline_counts_the_days_left_or_past(
    small_agency: SmallAgency, day: date, left: int
) -> None:
    assert data_of(small_agency, day=day)["deadline"] == {
        "closes": "2026-04-30",
        "days_left": left,
    }


def test_deadline_is_null_if_not_set(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", "name: เล็ก\nkind: municipality\nchecklist: small\n")
    assert data_of(small_agency)["deadline"] is None


def test_what_is_missing_only_by_inference_is_apart(small_agency: SmallAgency) -> None:
    assert data_of(small_agency)["not_asked"] == {
        "basis": "inferred",
        "items": ["O7"],
        "elements": 2,
        "after": {"oit": 87.5, "total": 86.04, "level": "ผ่าน"},
    }
    small_agency.complete()
    assert data_of(small_agency)["not_asked"] is None


def test_what_if_shows_before_and_after(small_agency: SmallAgency) -> None:
    tried = {"O8": Decimal(100), "O21": Decimal(0)}
    assert data_of(small_agency, what_if=tried)["what_if"] == {
        "items": [
            {"id": "O8", "before": 0.0, "after": 100.0},
            {"id": "O21", "before": None, "after": 0.0},
        ],
        "before": {"oit": 81.25, "total": 83.54, "level": "ต้องปรับปรุง"},
        "after": {"oit": 68.75, "total": 78.54, "level": "ต้องปรับปรุง"},
    }
    assert data_of(small_agency)["what_if"] is None


# The results of the previous year


def test_results_are_null_without_a_file_of_the_cycle(small_agency: SmallAgency) -> None:
    assert data_of(small_agency)["results"] is None


def test_printed_and_computed_scores_are_side_by_side(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", CYCLE)
    results = data_of(small_agency, {})["results"]
    assert list(results) == ["year", "total", "level", "instruments", "parts", "indicators"]
    assert (results["year"], results["total"]) == (
        2568,
        {"printed": 86.2, "computed": 86.2, "verdict": "agrees", "difference": 0.0},
    )
    assert results["level"] == {"printed": "ผ่านดี", "computed": "ผ่าน"}
    # EIT can be computed in two ways.
    assert [score["id"] for score in results["instruments"]] == ["IIT", "EIT", "EIT", "OIT"]
    assert results["instruments"][3] == {
        "id": "OIT",
        "title": "การเปิดเผยข้อมูลสาธารณะ",
        "way": "ค่าเฉลี่ยของตัวชี้วัดที่ 9–10",
        "printed": 88.0,
        "computed": 88.0,
        "verdict": "agrees",
        "difference": 0.0,
        "basis": "confirmed",
    }
    assert [score["id"] for score in results["parts"]] == ["EIT1", "EIT2"]
    assert [score["id"] for score in results["indicators"]] == "1 2 3 4 5 6 7 8 9 10".split(" ")
    assert results["indicators"][8]["verdict"] == "not_computable"


def test_differing_results_say_by_how_much(small_agency: SmallAgency) -> None:
    note = "  note: พิมพ์เช่นนี้ในเอกสาร\n"
    small_agency.write("data/2569/ita.yml", CYCLE.replace("86.20", "86.95") + note)
    total = data_of(small_agency, {})["results"]["total"]
    assert (total["verdict"], total["difference"]) == ("differs", 0.75)


def test_file_without_results_has_nothing_to_compare(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", "measures: []\n")
    results = data_of(small_agency)["results"]
    assert (results["total"]["printed"], results["total"]["verdict"]) == (None, "not_computable")
    assert results["level"] == {"printed": None, "computed": None}


def test_results_of_a_year_with_unknown_formulas_are_given_as_printed(
    small_agency: SmallAgency,
) -> None:
    small_agency.write("data/2569/ita.yml", CYCLE.replace("2568", "2563"))
    assert data_of(small_agency)["results"] == {
        "year": 2563,
        "total": {
            "printed": 86.2,
            "computed": None,
            "verdict": "not_computable",
            "difference": None,
        },
        "level": {"printed": "ผ่านดี", "computed": None},
        "instruments": [],
        "parts": [],
        "indicators": [],
    }


@pytest.mark.parametrize("language", ["th", "en"])
def test_thai_is_not_escaped_and_the_text_ends_with_a_newline(
    small_agency: SmallAgency, language: Language
) -> None:
    assessment = small_agency.assess()
    text = score_json(View(assessment, language, colour=True), estimate(assessment, {}, {}))
    assert "เทศบาลตำบลเล็ก" in text
    assert text.endswith("}\n")
    assert "\x1b" not in text
