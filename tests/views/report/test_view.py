"""What every report says of an element in part: the words of the assessment."""

import json

from oit.bilingual import Language
from oit.views.report import FORMATS, report_in
from oit.views.report.view import View
from small_agency import SmallAgency

WORDS = {
    "th": (
        "มี 5 จาก 6 เดือน ขาด ม.ค. 2569",
        "มีของปี 2567 ยังไม่มีของปี 2568",
        "มี 3 จาก 4 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน)",
    ),
    "en": (
        "5 of 6 months, missing 2569-01",
        "there for 2567, not there yet for 2568",
        "3 of 4 entries, missing entry 2 (จัดอบรมเยาวชน)",
    ),
}


def test_every_format_says_the_same_words(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    assessment = small_agency.assess()
    languages: tuple[Language, ...] = ("th", "en")
    for name in FORMATS:
        for language in languages:
            report = report_in(name)(View(assessment, language))
            for words in WORDS[language]:
                assert words in report, (name, language)


def test_the_failure_of_an_item_says_how_much_is_there(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    report = report_in("junit")(View(small_agency.assess()))
    assert f'({WORDS["th"][2]})" type="OIT202"' in report or f'({WORDS["th"][2]})">' in report


def test_a_result_of_sarif_says_it_before_what_to_do(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    (run,) = json.loads(report_in("sarif")(View(small_agency.assess())))["runs"]
    (text,) = (
        result["message"]["text"]
        for result in run["results"]
        if result["properties"]["item"] == "O24"
    )
    assert f"({WORDS['th'][2]}) → เติมในรายการนั้น" in text


def test_names_in_the_amount_are_masked_and_escaped_like_every_name(
    small_agency: SmallAgency,
) -> None:
    small_agency.add_items_in_part()
    small_agency.add("data/2569/o24.yml", '  - {name: "นาย ก 1-1037-02071-81-1\\u202e"}\n')
    for name in FORMATS:
        report = report_in(name)(View(small_agency.assess()))
        assert "1-1037-02071-81-1" not in report
        assert "\u202e" not in report
