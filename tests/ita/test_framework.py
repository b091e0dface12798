"""Frameworks: every year's is sound, and a year finds its own."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from oit.data.checklist import available, load
from oit.forms.ita import INSTRUMENTS
from oit.ita import framework as frameworks
from oit.ita.framework import FOLDER, Framework, expand, framework_of, questions_of

SINCE = sorted(int(path.stem.removeprefix("ita-")) for path in FOLDER.glob("*.yml"))


def of(year: int) -> Framework:
    framework = framework_of(year)
    assert framework
    return framework


every_framework = pytest.mark.parametrize(
    "framework", [of(year) for year in SINCE], ids=map(str, SINCE)
)


# Every file.


@every_framework
def test_it_says_for_which_years_it_holds_and_where_it_comes_from(framework: Framework) -> None:
    assert (FOLDER / f"ita-{framework.since}.yml").is_file()
    assert str(framework.since) in framework.title
    assert framework.source


@every_framework
def test_the_weights_are_a_hundred_together(framework: Framework) -> None:
    weights = {instrument.id: instrument.weight for instrument in framework.instruments}
    assert weights == {"IIT": 30, "EIT": 30, "OIT": 40}


@every_framework
def test_there_are_ten_indicators_in_order(framework: Framework) -> None:
    assert [indicator.id for indicator in framework.indicators] == [
        str(number) for number in range(1, 11)
    ]


@every_framework
def test_every_indicator_belongs_to_an_instrument_that_there_is(framework: Framework) -> None:
    instruments = [indicator.instrument for indicator in framework.indicators]
    assert instruments == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2
    assert set(instruments) == {instrument.id for instrument in framework.instruments}


@every_framework
def test_every_part_is_there_and_can_be_written_in_a_file(framework: Framework) -> None:
    named = [part for instrument in framework.instruments for part in instrument.parts]
    assert named == [part.id for part in framework.parts]
    assert {*named, *(instrument.id for instrument in framework.instruments)} <= set(INSTRUMENTS)


@every_framework
def test_its_questions_are_those_of_its_instrument_and_each_is_once(
    framework: Framework,
) -> None:
    for indicator in framework.indicators:
        letter = {"IIT": "i", "EIT": "e", "OIT": "O"}[indicator.instrument]
        assert all(question.startswith(letter) for question in questions_of(indicator))
    questions = framework.questions()
    assert len(questions) == len(set(questions))
    for part in framework.parts:
        assert {question for group in part.groups for question in expand(group)} <= set(questions)


@every_framework
def test_its_questions_are_numbered_without_a_gap(framework: Framework) -> None:
    for letter in "ieO":
        numbers = [int(q[1:]) for q in framework.questions() if q.startswith(letter)]
        assert numbers == list(range(1, len(numbers) + 1))


@every_framework
def test_its_levels_descend_to_nought(framework: Framework) -> None:
    totals = [level.from_total for level in framework.levels]
    assert totals == sorted(totals, key=lambda total: total or 0, reverse=True)
    assert totals[-1] == 0
    assert all(total is not None for total in totals)
    assert len({level.name for level in framework.levels}) == len(totals)
    # The lowest level has no other condition, so every total has a level.
    assert framework.levels[-1].from_each is None


@every_framework
def test_there_are_seven_topics_or_none_is_known(framework: Framework) -> None:
    assert len(set(framework.topics)) == len(framework.topics)
    assert len(framework.topics) == (0 if framework.since == 2564 else 7)


@every_framework
def test_an_item_gets_no_less_for_more(framework: Framework) -> None:
    scores = framework.item_scores
    assert scores.complete == 100
    assert scores.partial in {0, 50}
    assert scores.missing == 0


@every_framework
def test_what_is_confirmed_names_what_confirms_it(framework: Framework) -> None:
    named = [(instrument.basis, instrument.source) for instrument in framework.instruments]
    named += [(indicator.basis, indicator.source) for indicator in framework.indicators]
    assert all(source or framework.source for basis, source in named if basis == "confirmed")


GENERAL = sorted(year for name, year in available() if name == "general" and framework_of(year))


@pytest.mark.parametrize("year", GENERAL)
def test_the_questions_of_the_oit_are_the_items_of_that_years_list(year: int) -> None:
    path = available()["general", year]
    checklist, _, _ = load(path, path.name)
    assert checklist
    by_indicator = {
        number: [item.id for item in checklist.items if item.indicator.partition(".")[0] == number]
        for number in ("9", "10")
    }
    known = {number: of(year).items_of(number) for number in ("9", "10")}
    assert known in (by_indicator, {"9": [], "10": []})
    # Only a year without a framework of its own may know none of its items.
    assert known["9"] or of(year).since != year


@pytest.mark.parametrize("year", GENERAL)
def test_groups_of_items_are_the_sub_indicators_of_that_years_list(year: int) -> None:
    path = available()["general", year]
    checklist, _, _ = load(path, path.name)
    assert checklist
    for number in ("9", "10"):
        indicator = of(year).indicator(number)
        assert indicator
        items = [item for item in checklist.items if item.indicator.partition(".")[0] == number]
        listed = [
            [item.id for item in group] for _, group in groupby(items, lambda item: item.indicator)
        ]
        assert [expand(group) for group in indicator.groups] in (listed, [])


# What a year finds.


@pytest.mark.parametrize(
    ("year", "since"),
    [(2564, 2564), (2565, 2564), (2566, 2566), (2567, 2567), (2568, 2568), (2569, 2569)],
)
def test_a_year_has_the_latest_framework_that_holds_for_it(year: int, since: int) -> None:
    assert of(year).since == since


@pytest.mark.parametrize("year", [2563, 2500, 0])
def test_before_2564_none_is_known(year: int) -> None:
    assert framework_of(year) is None


@pytest.mark.parametrize(
    ("year", "question", "indicator"),
    [
        (2568, "i3", "1"),
        (2568, "i4", "2"),
        (2568, "e9", "8"),  # by ``questions``: they do not make up the score
        (2568, "O20", "9"),
        (2568, "O21", "10"),
        (2568, "O29", None),
        (2566, "O30", "9"),
        (2566, "O31", "10"),
        (2566, "O43", "10"),
        (2566, "i1", None),
        (2567, "O25", "9"),
        (2567, "O26", "10"),
        (2569, "O19", "9"),
        (2569, "O20", "10"),
        (2569, "O27", None),
        (2565, "O33", "9"),
        (2564, "O34", "10"),
    ],
)
def test_the_indicator_of_a_question(year: int, question: str, indicator: str | None) -> None:
    found = of(year).indicator_of(question)
    assert (found.id if found else None) == indicator


def test_a_later_year_has_the_rest_of_a_framework_without_its_items() -> None:
    latest = max(SINCE)
    later = of(latest + 1)
    assert later.since == latest
    assert later.levels == of(latest).levels
    assert later.indicator_of("i1") == of(latest).indicator_of("i1")
    assert not any(question.startswith("O") for question in later.questions())


def test_an_indicator_by_its_number() -> None:
    indicator = of(2568).indicator("9")
    assert indicator
    assert indicator.title == "การเปิดเผยข้อมูล"
    assert of(2568).indicator("11") is None
    assert of(2568).indicator(None) is None


# Ranges.


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("i1-i3", ["i1", "i2", "i3"]),
        ("O9-O11", ["O9", "O10", "O11"]),
        ("e7-e7", ["e7"]),
    ],
)
def test_a_range_is_written_out(text: str, questions: list[str]) -> None:
    assert expand(text) == questions


@pytest.mark.parametrize(
    "text", ["", "i1", "i1-3", "i1-e3", "x1-x3", "o1-o3", "i1–i3", "i1-i3, i5"]
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"not a range of questions: {re.escape(text)}"):
        expand(text)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("since: 2599\ntitle: ก: ข\n", "OIT102"),
        ("since: 2599\ntitle: ก\n", "OIT207"),
        ("since: 2599\ntitle: ก\nlevel: []\n", "OIT205"),
    ],
)
def test_a_file_that_is_wrong_is_the_programs_own_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, fault: str
) -> None:
    (tmp_path / "ita-2599.yml").write_text(wrong, encoding="utf-8")
    monkeypatch.setattr(frameworks, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=fault):
        framework_of.__wrapped__(2599)
