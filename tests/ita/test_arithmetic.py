"""Does what is printed follow from its parts? Two municipalities' results, and what must hold."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from given import a_cycle
from oit.ita.arithmetic import Comparison, Verdict, compare, level_for, level_of
from oit.ita.cycle import Cycle
from oit.ita.framework import Framework, framework_of

CENT = Decimal("0.01")

AGREES, DIFFERS, NOT_COMPUTABLE, NOT_PRINTED = Verdict

NA_KHAM = """\
results:
  year: 2568
  total: 83.03
  level: ต้องปรับปรุง
  instruments:
    - {id: IIT, score: 99.87}
    - {id: EIT, score: 98.22}
    - {id: EIT1, score: 100}
    - {id: EIT2, score: 96.44}
    - {id: OIT, score: 59.00}
  indicators:
    - {id: 1, score: 99.78}
    - {id: 2, score: 99.55}
    - {id: 3, score: 100}
    - {id: 4, score: 100}
    - {id: 5, score: 100}
    - {id: 6, score: 98.00}
    - {id: 7, score: 99.20}
    - {id: 8, score: 97.47}
    - {id: 9, score: 38.00}
    - {id: 10, score: 80.00}
  questions:
"""
"""The results of Na Kham subdistrict municipality of 2568, as printed."""

OIT_OF_NA_KHAM = [
    *(0, 0, 100, 50, 100, 0, 0, 0, 100, 50, 0, 0, 0, 50, 50, 100, 100, 100, 0, 100),
    *(0, 100, 50, 100, 100, 100, 100, 100),
]

CHAE_RAMAE = """\
results:
  year: 2564
  total: 78.77
  level: B
  indicators:
    - {id: 1, score: 92.01}
    - {id: 2, score: 85.52}
    - {id: 3, score: 88.96}
    - {id: 4, score: 85.66}
    - {id: 5, score: 86.63}
    - {id: 6, score: 81.90}
    - {id: 7, score: 49.73}
    - {id: 8, score: 54.78}
    - {id: 9, score: 81.92}
    - {id: 10, score: 87.50}
"""
"""The results of Chae Ramae town municipality of 2564, as printed."""


@pytest.fixture
def na_kham() -> Cycle:
    questions = (
        f"    - {{id: O{number}, score: {score}}}\n"
        for number, score in enumerate(OIT_OF_NA_KHAM, start=1)
    )
    return a_cycle(NA_KHAM + "".join(questions))


@pytest.fixture
def chae_ramae() -> Cycle:
    return a_cycle(CHAE_RAMAE, 2565)


def of(cycle: Cycle, name: str) -> list[Comparison]:
    return [comparison for comparison in compare(cycle) if comparison.id == name]


def output(comparison: Comparison) -> tuple[str, str, Verdict]:
    return str(comparison.printed), str(comparison.computed), comparison.verdict


# Na Kham: confirmed formulas give the printed scores; inferred ones do not.


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("total", [("83.03", "83.03", AGREES)]),
        ("IIT", [("99.87", "99.87", AGREES)]),
        # From the indicators 6 to 8, and from its two parts.
        ("EIT", [("98.22", "98.22", AGREES), ("98.22", "98.22", AGREES)]),
        ("OIT", [("59.00", "59.00", AGREES)]),
        ("9", [("38.00", "45.00", DIFFERS)]),
        ("10", [("80.00", "81.25", DIFFERS)]),
        # The scores of the questions of IIT and EIT are not given here.
        ("1", [("99.78", "None", NOT_COMPUTABLE)]),
        ("6", [("98.00", "None", NOT_COMPUTABLE)]),
        ("EIT2", [("96.44", "None", NOT_COMPUTABLE)]),
    ],
)
def test_na_kham(na_kham: Cycle, name: str, ways: list[tuple[str, str, Verdict]]) -> None:
    assert [output(comparison) for comparison in of(na_kham, name)] == ways


def test_by_how_much_they_differ(na_kham: Cycle) -> None:
    ninth, tenth = of(na_kham, "9") + of(na_kham, "10")
    assert (ninth.difference, tenth.difference) == (Decimal("-7.00"), Decimal("-1.25"))


def test_how_sure_it_is_that_a_score_is_made_up_so(na_kham: Cycle) -> None:
    sure = {comparison.id: comparison.way.basis for comparison in compare(na_kham)}
    assert (sure["total"], sure["IIT"], sure["OIT"], sure["1"]) == ("confirmed",) * 4
    assert (sure["9"], sure["10"]) == ("inferred", "inferred")


def test_a_total_is_as_sure_as_the_least_sure_of_its_weights(chae_ramae: Cycle) -> None:
    (total,) = of(chae_ramae, "total")
    assert total.way.basis == "adapted"


def test_an_indicator_follows_from_its_questions() -> None:
    questions = "[{id: i1, score: 99.33}, {id: i2, score: 100}, {id: i3, score: 100}]"
    cycle = a_cycle(f"results: {{indicators: [{{id: 1, score: 99.78}}], questions: {questions}}}")
    assert [output(comparison) for comparison in of(cycle, "1")] == [("99.78", "99.78", AGREES)]


# Chae Ramae: the printed total does not follow from the printed indicators.


def test_chae_ramae(chae_ramae: Cycle) -> None:
    (total,) = of(chae_ramae, "total")
    assert output(total) == ("78.77", "78.85", DIFFERS)
    assert total.difference == Decimal("-0.08")
    assert not total.is_impossible


@pytest.mark.parametrize(
    ("name", "computed"), [("IIT", "87.76"), ("EIT", "62.14"), ("OIT", "84.71")]
)
def test_an_instrument_that_is_not_printed_is_computed_all_the_same(
    chae_ramae: Cycle, name: str, computed: str
) -> None:
    assert [output(comparison) for comparison in of(chae_ramae, name)] == [
        ("None", computed, NOT_PRINTED)
    ]


# Every comparison names its score, the place of the score and the formula.


def test_the_total_comes_first_then_instruments_parts_and_indicators(na_kham: Cycle) -> None:
    assert [(comparison.kind, comparison.id) for comparison in compare(na_kham)] == [
        ("total", "total"),
        *(("instrument", name) for name in ("IIT", "EIT", "EIT", "OIT")),
        *(("part", name) for name in ("EIT1", "EIT2")),
        *(("indicator", str(number)) for number in range(1, 11)),
    ]


@pytest.mark.parametrize(
    ("name", "th", "en", "path"),
    [
        ("total", "คะแนนรวม", "the total", ("total",)),
        ("IIT", "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "IIT", ("instruments", 0, "score")),
        ("EIT2", "EIT ส่วนที่ 2", "EIT2", ("instruments", 3, "score")),
        ("9", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "indicator 9", ("indicators", 8, "score")),
    ],
)
def test_a_comparison_has_a_label_and_a_place(
    na_kham: Cycle, name: str, th: str, en: str, path: tuple[int | str, ...]
) -> None:
    comparison = of(na_kham, name)[0]
    assert (*comparison.label, comparison.path) == (th, en, path)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("total", [("ถ่วงน้ำหนัก IIT/EIT/OIT 30/30/40", "computed from IIT/EIT/OIT")]),
        ("IIT", [("ค่าเฉลี่ยของตัวชี้วัดที่ 1–5", "computed from the indicators 1–5")]),
        (
            "EIT",
            [
                ("ค่าเฉลี่ยของตัวชี้วัดที่ 6–8", "computed from the indicators 6/7/8"),
                ("ค่าเฉลี่ยของ EIT1 และ EIT2", "computed from EIT1/EIT2"),
            ],
        ),
        ("EIT1", [("ค่าเฉลี่ยของข้อ e1–e9", "computed from e1–e9")]),
        ("9", [("ค่าเฉลี่ยของข้อ O1–O20", "computed from O1–O20")]),
    ],
)
def test_how_a_score_is_computed(na_kham: Cycle, name: str, ways: list[tuple[str, str]]) -> None:
    assert [tuple(comparison.way.description) for comparison in of(na_kham, name)] == ways


def test_where_groups_of_questions_make_up_an_indicator_each_is_reported(chae_ramae: Cycle) -> None:
    (tenth,) = of(chae_ramae, "10")
    assert tenth.way.words == "ค่าเฉลี่ยของค่าเฉลี่ยข้อ O34–O41, O42–O43"


# A score that cannot be computed names the missing scores.


@pytest.mark.parametrize(
    ("results", "name", "lacking"),
    [
        ("{total: 90, instruments: [{id: IIT, score: 90}]}", "total", ["EIT", "OIT"]),
        ("{indicators: [{id: 9, score: 38}]}", "OIT", ["ตัวชี้วัดที่ 10"]),
        (
            "{indicators: [{id: 1, score: 90}], questions: [{id: i1, score: 90}, {id: i3}]}",
            "1",
            ["i2", "i3"],
        ),
    ],
)
def test_what_a_score_lacks_to_be_computed(results: str, name: str, lacking: list[str]) -> None:
    (comparison,) = of(a_cycle(f"results: {results}"), name)
    assert (comparison.computed, comparison.difference, comparison.verdict) == (
        None,
        None,
        NOT_COMPUTABLE,
    )
    assert comparison.lacking == lacking
    assert not comparison.is_impossible


def test_where_no_formula_is_known_nothing_is_lacking() -> None:
    (ninth,) = of(a_cycle("results: {indicators: [{id: 9, score: 38}]}", 2568), "9")
    assert (ninth.verdict, ninth.lacking) == (NOT_COMPUTABLE, [])
    assert ninth.way.words == "ไม่พบสูตรของปีนี้"


def test_where_no_framework_is_known_nothing_is_compared() -> None:
    assert compare(a_cycle("results: {year: 2563, total: 90}")) == []


# Rounded scores may differ by a hundredth.


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("87.98", DIFFERS),
        ("87.99", AGREES),
        ("88", AGREES),
        ("88.004", AGREES),
        ("88.01", AGREES),
        ("88.011", DIFFERS),
        ("88.02", DIFFERS),
    ],
)
def test_rounding_is_no_difference(printed: str, verdict: Verdict) -> None:
    instruments = "[{id: IIT, score: 80}, {id: EIT, score: 80}, {id: OIT, score: 100}]"
    cycle = a_cycle(f"results: {{total: {printed}, instruments: {instruments}}}")
    assert [comparison.verdict for comparison in of(cycle, "total")] == [verdict]


def test_what_is_computed_is_rounded_half_up() -> None:
    cycle = a_cycle("results: {indicators: [{id: 9, score: 80.01}, {id: 10, score: 80.00}]}")
    assert [comparison.computed for comparison in of(cycle, "OIT")] == [Decimal("80.01")]


SCORES = st.decimals(0, 100, places=2)


def results_of(total: Decimal, iit: Decimal, eit: Decimal, oit: Decimal) -> Cycle:
    instruments = (
        f"[{{id: IIT, score: {iit}}}, {{id: EIT, score: {eit}}}, {{id: OIT, score: {oit}}}]"
    )
    return a_cycle(f"results: {{total: {total}, instruments: {instruments}}}")


@given(SCORES, SCORES, SCORES)
def test_a_total_that_is_the_weighted_mean_always_agrees(
    iit: Decimal, eit: Decimal, oit: Decimal
) -> None:
    exact = (30 * iit + 30 * eit + 40 * oit) / 100
    for total in (
        exact,
        exact.quantize(CENT, ROUND_HALF_UP),
        exact.quantize(CENT),
    ):
        (comparison,) = of(results_of(total, iit, eit, oit), "total")
        assert comparison.verdict is AGREES
        assert not comparison.is_impossible


@given(*(st.decimals(0, 100, places=6) for _ in range(3)))
def test_a_total_printed_rounded_agrees_with_instruments_printed_rounded(
    iit: Decimal, eit: Decimal, oit: Decimal
) -> None:
    total = (30 * iit + 30 * eit + 40 * oit) / 100
    printed = [score.quantize(Decimal("0.01"), ROUND_HALF_UP) for score in (total, iit, eit, oit)]
    (comparison,) = of(results_of(*printed), "total")
    assert comparison.verdict is AGREES


@given(SCORES, SCORES, SCORES, SCORES)
def test_what_agrees_is_never_impossible(
    total: Decimal, iit: Decimal, eit: Decimal, oit: Decimal
) -> None:
    (comparison,) = of(results_of(total, iit, eit, oit), "total")
    assert not (comparison.verdict is AGREES and comparison.is_impossible)


# Impossible scores: a mean outside the range of its parts.


@pytest.mark.parametrize(
    ("total", "impossible"),
    [
        ("79.98", True),
        ("79.99", False),
        ("80", False),
        ("85", False),
        ("90.01", False),
        ("90.02", True),
        ("'-'", False),
    ],
)
def test_a_mean_outside_of_its_parts_is_impossible(total: str, impossible: bool) -> None:
    instruments = "[{id: IIT, score: 80}, {id: EIT, score: 85}, {id: OIT, score: 90}]"
    cycle = a_cycle(f"results: {{total: {total}, instruments: {instruments}}}")
    assert [comparison.is_impossible for comparison in of(cycle, "total")] == [impossible]


# Levels.


def level(results: str, year: int = 2569) -> str | None:
    found = level_of(a_cycle(f"results: {results}", year))
    return found.name if found else None


@pytest.mark.parametrize(
    ("total", "name"),
    [
        ("100", "AA"),
        ("95", "AA"),
        ("94.99", "A"),
        ("85", "A"),
        ("84.99", "B"),
        ("78.77", "B"),
        ("75", "B"),
        ("74.99", "C"),
        ("65", "C"),
        ("64.99", "D"),
        ("55", "D"),
        ("54.99", "E"),
        ("50", "E"),
        ("49.99", "F"),
        ("0", "F"),
    ],
)
@pytest.mark.parametrize("year", [2564, 2565])
def test_the_levels_until_the_results_of_2565(total: str, name: str, year: int) -> None:
    assert level(f"{{year: {year}, total: {total}}}") == name


def with_each(total: str, iit: str, eit: str, oit: str) -> str:
    scores = {"IIT": iit, "EIT": eit, "OIT": oit}
    listed = ", ".join(f"{{id: {name}, score: {score}}}" for name, score in scores.items())
    return f"total: {total}, instruments: [{listed}]"


@pytest.mark.parametrize(
    ("results", "name"),
    [
        (with_each("95", "95", "95", "95"), "ผ่านดีเยี่ยม"),
        (with_each("99", "100", "94.99", "100"), "ผ่านดี"),
        (with_each("95.81", "96", "94", "97"), "ผ่านดี"),
        (with_each("94.99", "95", "95", "95"), "ผ่านดี"),
        (with_each("85", "85", "85", "85"), "ผ่านดี"),
        # The total alone is not enough: one instrument below 85.
        (with_each("94.64", "97", "84.99", "100"), "ผ่าน"),
        (with_each("96", "100", "84", "100"), "ผ่าน"),
        ("total: 94.64, instruments: [{id: EIT, score: 84}]", "ผ่าน"),
        # A high total does not decide the level unless every instrument is known.
        ("total: 94.64", None),
        ("total: 96, instruments: [{id: IIT, score: 99}]", None),
        # Levels below 85 depend on the total only.
        ("total: 84.99", "ต้องปรับปรุง"),
        ("total: 83.03", "ต้องปรับปรุง"),
        ("total: 70", "ต้องปรับปรุง"),
        ("total: 69.99", "ต้องปรับปรุงโดยด่วน"),
        ("total: 0", "ต้องปรับปรุงโดยด่วน"),
        ("level: ผ่าน", None),  # without a total
    ],
)
@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569])
def test_the_levels_from_the_results_of_2566_on(results: str, name: str | None, year: int) -> None:
    assert level(f"{{year: {year}, {results}}}") == name


def test_instruments_that_are_not_printed_count_as_they_follow(na_kham: Cycle) -> None:
    found = level_of(na_kham)
    assert found
    assert found.name == "ต้องปรับปรุง"
    parts = (
        "[{id: IIT, score: 90}, {id: EIT1, score: 90}, {id: EIT2, score: 70}, {id: OIT, score: 90}]"
    )
    assert level(f"{{total: 87, instruments: {parts}}}") == "ผ่าน"


def test_before_2564_no_level_is_known() -> None:
    assert level("{year: 2563, total: 90}") is None


@given(SCORES, st.sampled_from([2564, 2566, 2567, 2568]), SCORES, SCORES, SCORES)
def test_every_total_has_a_level_that_asks_no_more_than_was_reached(
    total: Decimal, year: int, iit: Decimal, eit: Decimal, oit: Decimal
) -> None:
    framework = framework_of(year)
    assert framework
    found = level_for(total, {"IIT": iit, "EIT": eit, "OIT": oit}, framework)
    assert found
    assert total >= (found.from_total or 0)
    assert min(iit, eit, oit) >= (found.from_each or 0)


def test_a_scale_that_does_not_reach_down_to_a_total_gives_it_no_level() -> None:
    framework = framework_of(2568)
    assert framework
    high = Framework.model_copy(framework, update={"levels": framework.levels[:3]})
    assert level_for(Decimal(84), {}, high) is None


def test_a_level_goes_by_scores_as_they_would_be_printed() -> None:
    cycle = a_cycle(
        "results:\n  total: 85.00\n  instruments: [{id: IIT, score: 85}, {id: EIT1, score: 85},"
        " {id: EIT2, score: 84.99}, {id: OIT, score: 85}]\n"
    )
    level = level_of(cycle)
    assert level
    assert level.name == "ผ่านดี"
