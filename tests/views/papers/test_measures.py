"""The paper on the measures of a year."""

from decimal import Decimal

from blocks import AGENCY, every, heads, rows, sections, table
from given import a_cycle
from oit.views.papers import measures
from oit.views.papers.paper import Paper, Signatures, Text


def paper(text: str) -> Paper:
    made = measures.paper(a_cycle(text), AGENCY)
    assert made
    return made


def test_without_measures_there_is_no_paper() -> None:
    assert measures.paper(a_cycle("results: {total: 80}"), AGENCY) is None


def test_paper_names_the_agency() -> None:
    made = paper("measures: [{name: ก}]")
    assert (made.slug, made.landscape) == ("measures", False)
    assert made.running_head == (
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน · เทศบาลตำบลเล็ก · ปีงบประมาณ 2569"
    )


def test_paper_says_why_and_how_the_measures_were_decided() -> None:
    made = paper(
        """
        results: {total: 80}
        decided: ที่ประชุมครั้งที่ 1/2569
        measures: [{name: ก, period: ไตรมาสที่ 1}]
        """
    )
    assert sections(made.blocks) == ["results", "decided", "measures", "timeline"]
    assert Text("ที่ประชุมครั้งที่ 1/2569") in every(Text, made.blocks)
    assert isinstance(made.blocks[-1], Signatures)


def test_paper_without_results_has_only_the_measures() -> None:
    assert sections(paper("measures: [{name: ก}]").blocks) == ["measures"]


def test_measure_is_shown_completely() -> None:
    shown = table(
        "มาตรการ",
        paper(
            """
            measures:
              - name: ประชาคม
                indicator: 8
                questions: [e7, O7]
                finding: [คะแนนต่ำ]
                steps: [ประกาศ]
                period: ไตรมาสที่ 2
                owner: ทุกกอง
                lead: สำนักปลัด
                budget: "85,000"
                follow_up: [รายงานทุกเดือน]
            """
        ).blocks,
    )
    assert heads(shown) == [
        *("ข้อที่เกี่ยวข้อง", "ข้อค้นพบ", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"),
        *("งบประมาณ (บาท)", "การกำกับติดตาม"),
    ]
    assert [name for name, _ in shown.groups] == ["ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"]
    assert rows(shown) == [
        [
            *(["e7", "O7"], ["คะแนนต่ำ"], "ประชาคม", ["ประกาศ"], "ไตรมาสที่ 2"),
            *("ทุกกอง (ผู้รับผิดชอบหลัก: สำนักปลัด)", Decimal(85000), ["รายงานทุกเดือน"]),
        ]
    ]


def test_empty_columns_are_left_out() -> None:
    assert heads(table("มาตรการ", paper("measures: [{name: ก, budget: ไม่มี}]").blocks)) == [
        "มาตรการ",
        "งบประมาณ (บาท)",
    ]


def test_measure_with_only_a_topic_still_has_a_table() -> None:
    shown = table("มาตรการ", paper("measures: [{topic: 1}]").blocks)
    assert heads(shown) == ["ข้อที่เกี่ยวข้อง"]
    assert rows(shown) == [[[]]]


def test_a_measure_of_several_actions_has_a_row_for_each() -> None:
    shown = table(
        "มาตรการ",
        paper(
            """
            measures:
              - name: ประชาคม
                indicator: 8
                period: ไตรมาสที่ 2
                actions:
                  - {finding: ก, steps: [ขั้นตอน ก], owner: กองคลัง}
                  - {finding: ข, steps: [ขั้นตอน ข], owner: กองช่าง}
            """
        ).blocks,
    )
    assert rows(shown) == [
        [["ก"], "ประชาคม", ["ขั้นตอน ก"], "ไตรมาสที่ 2", "กองคลัง"],
        [["ข"], None, ["ขั้นตอน ข"], "ไตรมาสที่ 2", "กองช่าง"],
    ]


def test_a_measure_of_several_topics_stands_under_each() -> None:
    shown = table(
        "มาตรการ",
        paper(
            """
            measures:
              - {name: ก, topic: 1, other_topics: [7]}
              - {name: ข, topic: 2, other_indicators: [10]}
              - {name: ค, topic: 7}
            """
        ).blocks,
    )
    assert [(name[:4], [row[0] for row in rows]) for name, rows in shown.groups] == [
        ("(1) ", ["ก"]),
        ("(2) ", ["ข"]),
        ("(7) ", ["ค", "ก"]),
        ("ตัวช", ["ข"]),
    ]


def test_a_paper_begins_with_its_cover_and_its_reasons() -> None:
    made = paper(
        """
        cover: {lines: [เทศบาลตำบลเล็ก, สำนักปลัด]}
        rationale: [เหตุผลที่หนึ่ง, เหตุผลที่สอง]
        objectives: [เพื่อรู้ผล, เพื่อปรับปรุง]
        measures: [{name: ก}]
        """
    )
    assert made.cover == [measures.NAME, "เทศบาลตำบลเล็ก", "สำนักปลัด"]
    assert sections(made.blocks) == ["rationale", "objectives", "measures"]
    assert Text("เหตุผลที่สอง") in every(Text, made.blocks)


def test_without_a_cover_a_paper_begins_with_its_title() -> None:
    assert paper("measures: [{name: ก}]").cover == []
