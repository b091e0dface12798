"""The parts that several papers share."""

from decimal import Decimal

import pytest

from blocks import AGENCY, heads, only, sections
from given import a_cycle
from oit.forms.agency import Agency
from oit.forms.ita import Signer
from oit.views.papers import parts
from oit.views.papers.paper import Block, PaperTable, Record, Records, Signatures, Timeline

NA = {"name": "อบต.นา", "kind": "subdistrict"}

# The agency.


@pytest.mark.parametrize(
    ("known", "place"),
    [
        ({}, "อบต.นา"),
        ({"province": "เลย"}, "อบต.นา จังหวัดเลย"),
        ({"district": "ภูเรือ", "province": "เลย"}, "อบต.นา อำเภอภูเรือ จังหวัดเลย"),
    ],
    ids=str,
)
def test_agency_is_named_with_its_district_and_province(known: dict[str, str], place: str) -> None:
    assert parts.place_of(Agency.model_validate(NA | known)) == place


# The groups of measures.


def topics(text: str, year: int = 2569) -> list[tuple[str, list[int]]]:
    """Return the groups of measures, and the indexes of the measures in each."""
    grouped = parts.entries_by_topic(a_cycle(text, year), lambda index, _: [index])
    return [
        (name, [index for _, (index,) in entries if isinstance(index, int)])
        for name, entries in grouped
    ]


def test_measures_are_grouped_by_topic() -> None:
    assert topics("measures: [{topic: 2, indicator: 8}, {topic: 2}]") == [
        ("(2) การให้บริการและระบบ E-Service", [0, 1])
    ]


def test_measures_keep_their_order_even_if_a_topic_recurs() -> None:
    found = topics("measures: [{topic: 2}, {topic: 2}, {topic: 1}, {topic: 2}]")
    assert [(name[:3], indexes) for name, indexes in found] == [
        ("(2)", [0, 1]),
        ("(1)", [2]),
        ("(2)", [3]),
    ]


def test_measure_without_a_topic_is_grouped_by_its_indicator_with_the_score() -> None:
    assert topics(
        """
        results: {indicators: [{id: 4, score: 88.20}, {id: 5}, {id: 6, name: งาน}]}
        measures: [{indicator: 4}, {indicator: 5}, {indicator: 6}]
        """
    ) == [
        ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ (88.20 คะแนน)", [0]),
        ("ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", [1]),
        ("ตัวชี้วัดที่ 6 งาน", [2]),
    ]


def test_measure_with_neither_has_no_group_name() -> None:
    assert topics("measures: [{name: ก}]") == [("", [0])]


def test_topic_is_ignored_in_a_year_without_topics() -> None:
    (group,) = topics("measures: [{topic: 2, indicator: 8}]", 2565)
    assert group == ("ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", [0])


# A table, or records.

COLUMNS = ["มาตรการ", "ขั้นตอน", "งบประมาณ (บาท)"]
LONG = "ปรับปรุงขั้นตอนการให้บริการของทุกส่วนราชการให้แล้วเสร็จ " * 30


def laid_out(*entries: parts.Entry) -> Block:
    return parts.table_or_records("มาตรการ", COLUMNS, [("(1) ประเด็น", list(entries))])


def test_short_measures_are_a_table() -> None:
    made = laid_out(parts.Entry("ก", ["ก", ["ข"], None]))
    assert isinstance(made, PaperTable)
    assert not made.is_wide
    assert heads(made) == ["มาตรการ", "ขั้นตอน"]


def test_longer_measures_are_a_table_on_a_page_in_landscape() -> None:
    made = laid_out(parts.Entry("ก", ["ก", LONG[:800], None]))
    assert isinstance(made, PaperTable)
    assert made.is_wide


def test_long_measures_are_records_that_show_each_title_once() -> None:
    made = laid_out(
        parts.Entry("ก", ["ก", LONG, Decimal(0)]), parts.Entry("ก (ต่อ)", ["", ["ก", LONG], None])
    )
    assert made == Records(
        "มาตรการ",
        [
            (
                "(1) ประเด็น",
                [
                    Record("ก", [("ขั้นตอน", LONG), ("งบประมาณ (บาท)", Decimal(0))]),
                    Record("ก (ต่อ)", [("ขั้นตอน", ["ก", LONG])]),
                ],
            )
        ],
    )


def test_actions_of_a_measure_continue_its_record() -> None:
    cycle = a_cycle("measures: [{name: ก, actions: [{owner: ข}, {owner: ค}]}]")
    entries = parts.entries_of(
        cycle, 0, cycle.form.measures[0], lambda index, part: [index, part.owner]
    )
    assert entries == [parts.Entry("ก", [0, "ข"]), parts.Entry("ก (ต่อ)", [None, "ค"])]


# The questions and the owner of a measure.


def test_questions_are_named_with_their_texts_if_known() -> None:
    cycle = a_cycle(
        """
        results: {questions: [{id: e7, text: การมีส่วนร่วม}]}
        measures: [{questions: [e7, i1, O7]}]
        """,
        titles={"O7": "รายงานผล"},
    )
    (measure,) = cycle.form.measures
    assert parts.questions_of(cycle, measure) == ["e7 การมีส่วนร่วม", "i1", "O7 รายงานผล"]


@pytest.mark.parametrize(
    ("fields", "owner"),
    [
        ("{owner: ทุกกอง}", "ทุกกอง"),
        ("{lead: กองคลัง}", "กองคลัง"),
        ("{owner: ทุกกอง, lead: กองคลัง}", "ทุกกอง (ผู้รับผิดชอบหลัก: กองคลัง)"),
        ("{name: ก}", ""),
    ],
)
def test_owner_is_named_with_the_lead(fields: str, owner: str) -> None:
    (measure,) = a_cycle(f"measures: [{fields}]").form.measures
    assert parts.owner_of(measure) == owner


# The timeline.


@pytest.mark.parametrize(
    ("period", "quarters"),
    [
        ("ไตรมาสที่ 1", [True, False, False, False]),
        ("ไตรมาสที่ 2-3", [False, True, True, False]),
        ("ธ.ค. 2568 – ม.ค. 2569", [True, True, False, False]),
        ("ตลอดปีงบประมาณ", [True, True, True, True]),
        ("มี.ค. 2568 – ต.ค. 2568", [True, False, False, False]),
        ("ก.ย. 2569 – ธ.ค. 2569", [False, False, False, True]),
    ],
)
def test_measure_is_shown_in_the_quarters_that_its_period_touches(
    period: str, quarters: list[bool]
) -> None:
    timeline = only(Timeline, parts.timeline(a_cycle(f"measures: [{{name: ก, period: {period}}}]")))
    assert timeline.rows == [("ก", quarters)]
    assert len(timeline.quarters) == 4


@pytest.mark.parametrize(
    "fields", ["{name: ก}", "{name: ก, period: ต่อเนื่อง}", "{name: ก, period: ต.ค. 2565}"]
)
def test_measure_without_a_known_quarter_is_left_out(fields: str) -> None:
    assert list(parts.timeline(a_cycle(f"measures: [{fields}]"))) == []
    both = list(parts.timeline(a_cycle(f"measures: [{fields}, {{name: ข, period: ไตรมาส 4}}]")))
    assert [name for name, _ in only(Timeline, both).rows] == ["ข"]
    assert sections(both) == ["timeline"]


# The endings of papers.


def test_named_signers_sign_or_else_the_executive() -> None:
    cycle = a_cycle("signers: [{position: ปลัดเทศบาล, name: นายก ข}, {position: นายกเทศมนตรี}]")
    assert parts.signatures(cycle, AGENCY) == Signatures(
        [Signer(position="ปลัดเทศบาล", name="นายก ข"), Signer(position="นายกเทศมนตรี")]
    )
    assert parts.signatures(a_cycle("year: 2569"), AGENCY) == Signatures(
        [Signer(position="ผู้บริหารเทศบาลตำบลเล็ก")]
    )
