"""The report on the measures of a year."""

import pytest

from blocks import AGENCY, column, heads, only, rows, sections, table
from given import a_cycle
from oit.views.papers import outcome
from oit.views.papers.paper import Paper, Signatures, Text


def paper(text: str) -> Paper:
    made = outcome.paper(a_cycle(text), AGENCY)
    assert made
    return made


@pytest.mark.parametrize("done", ["progress: [{round: 6}]", "outcome: [ดีขึ้น]"])
def test_report_exists_if_any_measure_has_progress_or_an_outcome(done: str) -> None:
    made = paper(f"measures: [{{name: ก}}, {{name: ข, {done}}}]")
    assert made.slug == "report"
    assert made.subtitle == "เทศบาลตำบลเล็ก · ปีงบประมาณ 2569"


@pytest.mark.parametrize("text", ["results: {total: 80}", "measures: [{name: ก, steps: [ข]}]"])
def test_report_does_not_exist_before(text: str) -> None:
    assert outcome.paper(a_cycle(text), AGENCY) is None


def test_report_names_the_results_behind_the_measures() -> None:
    made = paper("results: {year: 2567}\nmeasures: [{outcome: [ดีขึ้น]}]")
    assert only(Text, made.blocks).text == (
        "มาตรการกำหนดจากการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ 2567 และดำเนินการในปีงบประมาณ 2569"
    )
    assert sections(made.blocks) == ["measures"]
    assert isinstance(made.blocks[-1], Signatures)


def test_report_shows_progress_of_all_rounds_and_the_outcome() -> None:
    made = paper(
        """
        measures:
          - name: ประชาคม
            steps: [ประกาศ]
            owner: สำนักปลัด
            period: ไตรมาสที่ 1
            progress: [{round: 6, done: [จัดแล้ว, สรุปแล้ว]}, {round: 12, done: [ติดตาม]}]
            outcome: [มีผู้ร่วม 120 คน]
        """
    )
    shown = table("ผลการดำเนินการ", made.blocks)
    assert heads(shown) == [
        *("มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"),
        *("ผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ"),
    ]
    assert rows(shown) == [
        [
            *("ประชาคม", ["ประกาศ"], "สำนักปลัด", "ไตรมาสที่ 1"),
            *(["จัดแล้ว", "สรุปแล้ว", "ติดตาม"], ["มีผู้ร่วม 120 คน"]),
        ]
    ]


def test_measure_without_an_outcome_is_in_the_report_too() -> None:
    made = paper("measures: [{name: ก}, {name: ข, outcome: [ดีขึ้น]}]")
    assert column("มาตรการ/แนวทาง", table("ผลการดำเนินการ", made.blocks)) == ["ก", "ข"]


def test_the_report_names_the_months_that_it_covers_if_the_file_does() -> None:
    text = "reports: [{round: 12, first: ต.ค. 2567, last: ก.ย. 2568}]\n"
    made = outcome.paper(a_cycle(f"{text}measures: [{{name: ก, outcome: [ข]}}]"), AGENCY)
    assert made
    assert made.subtitle.endswith("(ตุลาคม 2567 – กันยายน 2568)")
