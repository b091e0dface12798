"""Scores: as printed, and as they follow from their parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from given import a_cycle
from oit.ita.scores import Part, Scores, mean

SCORES = st.decimals(0, 100, places=2)


def scores(results: str, year: int = 2569) -> Scores:
    cycle = a_cycle(f"results: {results}", year)
    assert cycle.framework
    return Scores(cycle, cycle.framework)


# What is printed.


def test_every_printed_score_is_found_by_its_name_and_knows_its_place() -> None:
    printed = scores(
        """
          total: 83.03
          instruments: [{id: IIT, score: 99.87}, {id: EIT1, score: 100}, {id: OIT}]
          indicators: [{id: 9, score: 38}]
          questions: [{id: i1, score: 99.33}, {id: ๐๑, score: 0}]
        """
    ).printed
    assert printed == {
        "total": (Decimal("83.03"), ("total",)),
        "IIT": (Decimal("99.87"), ("instruments", 0, "score")),
        "EIT1": (Decimal(100), ("instruments", 1, "score")),
        "OIT": (None, ("instruments", 2, "score")),
        "9": (Decimal(38), ("indicators", 0, "score")),
        "i1": (Decimal("99.33"), ("questions", 0, "score")),
        "O1": (Decimal(0), ("questions", 1, "score")),
    }


def test_of_a_number_that_is_twice_the_first_counts() -> None:
    assert scores("{questions: [{id: O6, score: 0}, {id: O6, score: 100}]}").score("O6") == 0


def test_what_is_not_there_has_no_score() -> None:
    assert scores("{total: 80}").score("IIT") is None


# What an instrument has.


@pytest.mark.parametrize(
    ("results", "score"),
    [
        # The printed score goes before what it follows from, …
        (
            "{instruments: [{id: EIT, score: 98.22}, {id: EIT1, score: 0}, {id: EIT2, score: 0}]}",
            98.22,
        ),
        # … the parts of an instrument before its indicators.
        (
            """
              instruments: [{id: EIT1, score: 100}, {id: EIT2, score: 96.44}]
              indicators: [{id: 6, score: 0}, {id: 7, score: 0}, {id: 8, score: 0}]
            """,
            98.22,
        ),
        (
            """
              instruments: [{id: EIT1, score: 100}]
              indicators: [{id: 6, score: 98}, {id: 7, score: 99.20}, {id: 8, score: 97.46}]
            """,
            98.22,
        ),
        ("{indicators: [{id: 6, score: 98}, {id: 7, score: 99.20}]}", None),
        ("{total: 80}", None),
    ],
)
def test_the_score_of_an_instrument_whichever_way_it_is_known(
    results: str, score: float | None
) -> None:
    expected = None if score is None else Decimal(str(score))
    assert scores(results).instrument("EIT") == expected
    assert scores(results).instruments() == {"IIT": None, "EIT": expected, "OIT": None}


def test_an_instrument_without_parts_follows_from_its_indicators() -> None:
    results = "{indicators: [{id: 9, score: 38.00}, {id: 10, score: 80.00}]}"
    assert scores(results).instrument("OIT") == 59


def test_the_indicators_of_an_instrument_are_named() -> None:
    results = "{indicators: [{id: 9, score: 38.00}]}"
    assert scores(results).indicators_of("OIT") == [
        Part("ตัวชี้วัดที่ 9", Decimal(38)),
        Part("ตัวชี้วัดที่ 10", None),
    ]


# What an indicator has.


@pytest.mark.parametrize(
    ("results", "number", "score"),
    [
        ("{indicators: [{id: 1, score: 90}], questions: [{id: i1, score: 0}]}", "1", 90),
        (
            "{questions: [{id: i1, score: 100}, {id: i2, score: 50}, {id: i3, score: 0}]}",
            "1",
            50,
        ),
        ("{questions: [{id: i1, score: 100}, {id: i2, score: 50}]}", "1", None),
        # Its questions are known, but they do not make up its score.
        ("{questions: [{id: e1, score: 1}, {id: e2, score: 1}, {id: e3, score: 1}]}", "6", None),
        ("{total: 80}", "11", None),
    ],
)
def test_the_score_of_an_indicator(results: str, number: str, score: int | None) -> None:
    assert scores(results).indicator(number) == score


def test_a_group_counts_as_much_as_another_however_few_questions_it_has() -> None:
    of_2564 = [(f"O{n}", 100) for n in range(34, 42)] + [("O42", 0), ("O43", 0)]
    questions = ", ".join(f"{{id: {name}, score: {score}}}" for name, score in of_2564)
    assert scores(f"{{questions: [{questions}]}}", 2565).indicator("10") == 50


def test_of_groups_that_are_not_known_there_is_no_mean() -> None:
    assert scores("{total: 80}").grouped([]) is None


# The mean.


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(100, 1), (50, 1)], 75),
        ([(100, 3), (0, 1)], 75),
        ([(80, 30), (90, 30), (100, 40)], 91),
        ([(80, 1), (None, 1)], None),
        ([(80, 0)], None),
        ([], None),
    ],
)
def test_the_weighted_mean(parts: list[tuple[int | None, int]], expected: int | None) -> None:
    made = [
        Part("ก", None if score is None else Decimal(score), Decimal(weight))
        for score, weight in parts
    ]
    assert mean(made) == expected


def test_the_total_follows_from_the_instruments_by_their_weights() -> None:
    weighted = scores("{instruments: [{id: IIT, score: 80}]}").weighted()
    assert weighted == [
        Part("IIT", Decimal(80), Decimal(30)),
        Part("EIT", None, Decimal(30)),
        Part("OIT", None, Decimal(40)),
    ]


@given(st.lists(st.tuples(SCORES, st.integers(1, 100)), min_size=1, max_size=20))
def test_a_mean_lies_between_its_parts(parts: list[tuple[Decimal, int]]) -> None:
    result = mean(Part("ก", score, Decimal(weight)) for score, weight in parts)
    scores_ = [score for score, _ in parts]
    assert result is not None
    # Decimals have 28 digits: a third of them is cut off.
    assert min(scores_) - Decimal("1e-20") <= result <= max(scores_) + Decimal("1e-20")
