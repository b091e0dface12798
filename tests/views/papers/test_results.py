"""Scores, how they are computed, and the trend."""

from datetime import date
from decimal import Decimal

import pytest

from blocks import column, every, heads, only, rows, sections, table
from given import a_cycle
from oit.views.papers import results
from oit.views.papers.paper import Block, Cell, Chart, Figures, Heading, PaperTable, Text

# Scores.


def scores(text: str, year: int = 2569) -> list[Block]:
    return list(results.scores(a_cycle(f"results: {text}", year)))


def test_total_is_shown_with_its_level_and_announcement_day() -> None:
    shown = scores("{year: 2568, total: 88.42, level: ผ่านดี, announced: 2568-09-15}")
    assert only(Heading, shown).text == "ผลการประเมิน ITA ปีงบประมาณ 2568"
    assert only(Figures, shown).pairs == [
        ("คะแนนรวม", Decimal("88.42")),
        ("ระดับ", "ผ่านดี"),
        ("ประกาศผล", date(2025, 9, 15)),
    ]


def test_results_without_a_year_are_of_the_previous_year() -> None:
    assert only(Heading, scores("{level: A}")).text == "ผลการประเมิน ITA ปีงบประมาณ 2568"


def test_zero_is_a_total() -> None:
    assert sections(scores("{total: 0}")) == ["results"]


def test_nothing_is_shown_without_scores() -> None:
    assert scores("{year: 2568, indicators: [{id: 9}]}") == []


def test_instruments_have_their_names_of_the_year() -> None:
    text = "{instruments: [{id: IIT, score: 92.3, finding: ยืม}, {id: EIT1, score: 80}]}"
    shown = table("คะแนนรายเครื่องมือ", scores(text))
    assert heads(shown) == ["เครื่องมือ", "คะแนน", "ข้อค้นพบ"]
    assert rows(shown) == [
        ["IIT การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", Decimal("92.3"), "ยืม"],
        ["EIT1", Decimal(80), None],
    ]
    (row, _) = rows(table("คะแนนรายเครื่องมือ", scores(text, 2560)))
    assert row[0] == "IIT"


def test_indicators_have_a_chart_and_a_table_with_the_same_figures() -> None:
    shown = scores("{indicators: [{id: 4, score: 88.2, note: ก}, {id: 9, name: เปิดเผย}]}")
    named = ["4. การใช้ทรัพย์สินของทางราชการ", "9. เปิดเผย"]
    chart, figures = only(Chart, shown), only(PaperTable, shown)
    assert chart.rows == [(named[0], Decimal("88.2")), (named[1], None)]
    assert chart.most == 100
    assert heads(figures) == ["ตัวชี้วัด", "คะแนน"]
    assert rows(figures) == [[named[0], Decimal("88.2")], [named[1], None]]


# Printed and computed scores.


def compared(text: str, year: int = 2569) -> PaperTable:
    return only(PaperTable, results.arithmetic(a_cycle(f"results: {text}", year)))


def row_of(what: str, shown: PaperTable) -> list[Cell]:
    (row,) = [row for row in rows(shown) if row[0] == what]
    return row[1:]


INSTRUMENTS = "instruments: [{id: IIT, score: 90}, {id: EIT, score: 80}, {id: OIT, score: 100}]"


@pytest.mark.parametrize(
    ("total", "printed", "verdict"),
    [
        ("total: 91.00,", Decimal("91.00"), "ตรงกัน"),
        ("total: 90.50,", Decimal("90.50"), "ต่างกัน 0.50"),
        ("total: 92.00,", Decimal("92.00"), "ต่างกัน 1.00"),
        ("", None, "ไม่ได้พิมพ์ไว้"),
    ],
)
def test_printed_score_is_shown_beside_the_computed_score(
    total: str, printed: Decimal | None, verdict: str
) -> None:
    assert row_of("คะแนนรวม", compared(f"{{{total} {INSTRUMENTS}}}")) == [
        printed,
        Decimal("91.00"),
        verdict,
        "ถ่วงน้ำหนัก IIT/EIT/OIT 30/30/40",
    ]


def test_papers_say_once_that_a_formula_is_an_estimate() -> None:
    questions = ", ".join(f"{{id: O{number}, score: 100}}" for number in range(1, 21))
    shown = compared(f"{{questions: [{questions}]}}")
    assert row_of("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", shown) == [
        None,
        Decimal("100.00"),
        "ไม่ได้พิมพ์ไว้",
        "ค่าเฉลี่ยของข้อ O1–O20",
    ]
    assert "การประมาณ" in str(
        every(Text, results.arithmetic(a_cycle(f"results: {{questions: [{questions}]}}")))[-1]
    )
    assert "การประมาณ" not in str(every(Text, results.arithmetic(a_cycle("results: {total: 80}"))))


def test_score_that_cannot_be_computed_names_the_missing_scores() -> None:
    shown = compared("{total: 80, instruments: [{id: IIT, score: 90}, {id: OIT, score: 70}]}")
    assert row_of("คะแนนรวม", shown)[1:] == [None, "คำนวณไม่ได้", "ไม่มีคะแนนของ EIT"]
    instrument = row_of("IIT การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", shown)
    assert instrument[-1] == "ไม่มีคะแนนของ ตัวชี้วัดที่ 1, ตัวชี้วัดที่ 2, ตัวชี้วัดที่ 3 …"


def test_score_without_a_known_formula_says_so() -> None:
    shown = compared("{indicators: [{id: 6, score: 80}], instruments: [{id: EIT2, score: 81}]}")
    for what in ("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "EIT ส่วนที่ 2"):
        assert row_of(what, shown)[2:] == ["คำนวณไม่ได้", "ไม่พบสูตรของปีนี้"]


def test_unknown_score_has_no_row() -> None:
    assert column("คะแนนของ", compared("{total: 80}")) == ["คะแนนรวม"]


def test_nothing_is_compared_without_scores_or_formulas() -> None:
    assert list(results.arithmetic(a_cycle("results: {level: A}"))) == []
    assert list(results.arithmetic(a_cycle("results: {total: 80}", 2560))) == []


# The trend.


def test_totals_are_shown_the_oldest_year_first() -> None:
    cycles = [
        a_cycle("results: {year: 2568, total: 88.42, level: ผ่านดี}"),
        a_cycle("results: {total: 87.95}", 2568),
        a_cycle("results: {level: A}", 2567),
    ]
    shown = list(results.trend(cycles))
    assert only(Chart, shown).rows == [("ปี 2567", Decimal("87.95")), ("ปี 2568", Decimal("88.42"))]
    assert only(Chart, shown).most == 100
    assert rows(only(PaperTable, shown)) == [
        ["2567", Decimal("87.95"), None],
        ["2568", Decimal("88.42"), "ผ่านดี"],
    ]


def test_earlier_years_may_be_in_the_file_of_a_later_year() -> None:
    cycle = a_cycle(
        """
        results: {year: 2566, total: 85.45}
        earlier: [{year: 2565, total: 82.19, level: B}, {year: 2564}, {total: 80}]
        """,
        2567,
    )
    assert rows(only(PaperTable, results.trend([cycle]))) == [
        ["2565", Decimal("82.19"), "B"],
        ["2566", Decimal("85.45"), None],
    ]


def test_own_file_of_a_year_takes_precedence() -> None:
    own = a_cycle("results: {year: 2567, total: 87.95}", 2568)
    other = a_cycle(
        "results: {year: 2568, total: 88.42}\nearlier: [{year: 2567, total: 1, level: A}]"
    )
    for cycles in ([own, other], [other, own]):
        shown = only(PaperTable, results.trend(cycles))
        assert heads(shown) == ["ปีงบประมาณ", "คะแนนรวม"]
        assert rows(shown)[0] == ["2567", Decimal("87.95")]


def test_single_year_is_no_trend() -> None:
    assert list(results.trend([a_cycle("results: {total: 80}")])) == []
    assert list(results.trend([])) == []


def test_indicators_without_scores_are_shown_with_their_instruments() -> None:
    blocks = list(results.scores(a_cycle("results: {indicators: [{id: 2, instrument: IIT}]}")))
    shown = table("คะแนนรายตัวชี้วัด", blocks)
    assert heads(shown) == ["ตัวชี้วัด", "เครื่องมือ"]
    assert rows(shown) == [["2. การใช้งบประมาณ", "IIT"]]
    assert every(Chart, blocks) == []


def test_a_result_that_only_passed_is_shown() -> None:
    (figures,) = every(Figures, results.scores(a_cycle("results: {passed: true}")))
    assert ("ระดับ", "ผ่านเกณฑ์") in figures.pairs
