"""The paper on developing the organisation from the results."""

from decimal import Decimal

import pytest

from blocks import AGENCY, column, every, heads, rows, sections, table
from given import a_cycle
from oit.forms.agency import Agency
from oit.views.papers import development
from oit.views.papers.paper import Figures, Paper, Signatures, Text


def paper(text: str, year: int = 2569) -> Paper:
    made = development.paper(a_cycle(text, year), AGENCY, [])
    assert made
    return made


# When the paper exists.


@pytest.mark.parametrize(
    "results", ["{total: 0}", "{indicators: [{id: 9}]}", "{questions: [{id: i1}]}"]
)
def test_paper_exists_if_there_are_scores(results: str) -> None:
    assert paper(f"results: {results}").slug == "development"


@pytest.mark.parametrize("text", ["measures: [{name: ก}]", "results: {year: 2568, level: ผ่าน}"])
def test_paper_does_not_exist_without_scores(text: str) -> None:
    assert development.paper(a_cycle(text), AGENCY, []) is None


def test_paper_names_the_agency_and_the_year() -> None:
    agency = Agency(name="อบต.นา", kind="subdistrict", district="ภูเรือ", province="เลย")
    made = development.paper(a_cycle("results: {total: 80}"), agency, [])
    assert made
    assert made.title == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
    assert made.subtitle == "อบต.นา อำเภอภูเรือ จังหวัดเลย · ปีงบประมาณ 2569"
    assert not made.landscape


def test_paper_leads_from_the_results_to_the_measures() -> None:
    made = paper(
        """
        summary: จุดอ่อนคือการมีส่วนร่วม
        results:
          total: 80
          instruments: [{id: IIT, score: 80}]
          indicators: [{id: 9, score: 80}]
          questions: [{id: e7, score: 80}]
          notes: [เลขซ้ำ]
        earlier: [{year: 2567, total: 70}]
        measures: [{name: ก}]
        """
    )
    assert made.blocks[0] == Text("จุดอ่อนคือการมีส่วนร่วม")
    assert sections(made.blocks) == [
        *("results", "instruments", "indicators", "questions"),
        *("trend", "measures"),
    ]
    assert isinstance(made.blocks[-1], Signatures)


def test_trend_includes_earlier_years() -> None:
    history = [a_cycle("results: {total: 70}", 2568)]
    made = development.paper(a_cycle("results: {total: 80}"), AGENCY, history)
    assert made
    assert column("ปีงบประมาณ", table("คะแนนรวมรายปี", made.blocks)) == ["2567", "2568"]


# The questions.

QUESTIONS = """
results:
  questions:
    - {id: i1, text: ตามขั้นตอน, score: 95}
    - {id: e7, indicator: 8, score: 94.99, note: ขัดกัน}
    - {id: O7, score: 0}
    - {id: O8}
"""


def test_every_question_has_its_class() -> None:
    shown = table("คะแนนรายข้อ", paper(QUESTIONS).blocks)
    assert heads(shown) == ["ข้อ", "เรื่อง", "ตัวชี้วัด", "คะแนน", "การดำเนินการ", "หมายเหตุ"]
    assert rows(shown) == [
        ["i1", "ตามขั้นตอน", "1", Decimal(95), "รักษาระดับ", None],
        ["e7", "", "8", Decimal("94.99"), "ยกระดับ", "ขัดกัน"],
        ["O7", "", "9", Decimal(0), "ต้องปรับปรุง", None],
        ["O8", "", "9", None, None, None],
    ]


def test_questions_of_each_class_are_counted() -> None:
    counts = every(Figures, paper(QUESTIONS).blocks)[-1]
    assert counts.pairs == [("รักษาระดับ", 1), ("ยกระดับ", 1), ("ต้องปรับปรุง", 1)]


@pytest.mark.parametrize(
    ("classes", "text", "classified"),
    [
        ("", "ตั้งแต่ 95 คะแนนให้รักษาระดับ ตั้งแต่ 90 แต่ไม่ถึง 95", ["รักษาระดับ", "ยกระดับ", "ต้องปรับปรุง"]),
        (
            "classes: {keep_from: 94}",
            "ตั้งแต่ 94 คะแนนให้รักษาระดับ ตั้งแต่ 90 แต่ไม่ถึง 94",
            ["รักษาระดับ", "รักษาระดับ", "ต้องปรับปรุง"],
        ),
        (
            "classes: {keep_from: 99.5, raise_from: 0}",
            "ตั้งแต่ 99.5 คะแนนให้รักษาระดับ ตั้งแต่ 0 แต่ไม่ถึง 99.5",
            ["ยกระดับ", "ยกระดับ", "ยกระดับ"],
        ),
    ],
)
def test_agency_may_set_other_thresholds(classes: str, text: str, classified: list[str]) -> None:
    blocks = paper(QUESTIONS + classes).blocks
    assert any(text in str(block.text) for block in every(Text, blocks))
    assert column("การดำเนินการ", table("คะแนนรายข้อ", blocks))[:3] == classified


def test_questions_without_scores_are_not_listed() -> None:
    assert "questions" not in sections(paper("results: {questions: [{id: e7, text: ก}]}").blocks)


# The measures.


def test_measures_are_grouped_by_topic() -> None:
    shown = table(
        "มาตรการ",
        paper(
            """
            results: {total: 80, questions: [{id: e7, text: มีส่วนร่วม}]}
            measures:
              - name: ประชาคม
                topic: 3
                questions: [e7]
                finding: [คะแนนต่ำ]
                steps: [ประกาศ, จัดประชุม]
                period: ไตรมาสที่ 2
                owner: สำนักปลัด
              - {topic: 1, questions: [e7]}
            """
        ).blocks,
    )
    assert heads(shown) == [
        *("มาตรการ/โครงการ/กิจกรรม", "ข้อที่เกี่ยวข้อง", "ผลการวิเคราะห์"),
        *("ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"),
    ]
    assert [name[:3] for name, _ in shown.groups] == ["(3)", "(1)"]
    assert rows(shown) == [
        [
            *("ประชาคม", ["e7 มีส่วนร่วม"], ["คะแนนต่ำ"], ["ประกาศ", "จัดประชุม"]),
            *("ไตรมาสที่ 2", "สำนักปลัด"),
        ],
        [None, ["e7 มีส่วนร่วม"], [], [], None, ""],
    ]


def test_without_measures_there_is_no_section() -> None:
    assert list(development.measures(a_cycle("results: {total: 80}"))) == []
