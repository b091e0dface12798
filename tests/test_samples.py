"""The sample data and the examples are what the manual says they are."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from commands import oit
from given import ROOT, TODAY
from oit.assess.assessment import Assessment, ElementStatus, ItemStatus, errors_in
from oit.assess.examine import examine, examine_all
from oit.data.folder import DataFolder
from oit.findings.finding import Severity
from oit.ita.arithmetic import Verdict, compare
from oit.thai.calendar import last_day

EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/data/agency.yml"))
AFTER_2569 = last_day(2569)
SHOWN = ElementStatus.SHOWN
AGREEING = {2568: 13, 2567: 4, 2566: 4}
"""How many printed scores of the sample agree with the computed ones, by year of results."""


@pytest.fixture(scope="module")
def newest() -> Assessment:
    """The sample municipality's fiscal year 2569, on its last day."""
    return examine(DataFolder(ROOT / "data", ROOT), AFTER_2569)


@pytest.fixture(scope="module")
def before() -> Assessment:
    """The sample municipality's fiscal year 2568, after its end."""
    return examine(DataFolder(ROOT / "data", ROOT), AFTER_2569, 2568)


def test_the_sample_has_each_kind_of_gap_once_and_no_other(newest: Assessment) -> None:
    gaps = [f for f in newest.findings if f.severity is Severity.GAP]
    assert [(f.item, f.element, f.code.id) for f in gaps] == [
        ("O2", "deputies", "OIT203"),
        ("O7", "problems", "OIT201"),
        ("O9", "fee", "OIT202"),
        ("O11", "months", "OIT221"),
        ("O14", "year", "OIT204"),
        ("O24", "", "OIT200"),
    ]


def test_the_sample_has_warnings_and_no_error(newest: Assessment) -> None:
    # The data was updated after the last day of its year, as of which it is examined here.
    warnings = [
        f for f in newest.findings if f.severity is Severity.WARNING and f.code.id != "OIT420"
    ]
    assert [(f.item, f.code.id) for f in warnings] == [
        ("", "OIT503"),
        ("", "OIT502"),
        ("O4", "OIT209"),
        ("O22", "OIT215"),
    ]
    assert errors_in([newest]) == []


def test_the_sample_leaves_one_weak_question_and_one_measure_open(newest: Assessment) -> None:
    words = [f.text("en") for f in newest.findings if f.code.id in {"OIT502", "OIT503"}]
    assert ["the question O7" in words[0], "due on 2026-06-30" in words[1]] == [True, True], words


def test_the_sample_shows_every_status(newest: Assessment) -> None:
    assert {status for status, count in newest.element_counts.items() if count} == set(
        ElementStatus
    )
    assert newest.item_counts == {
        ItemStatus.COMPLETE: 19,
        ItemStatus.PARTIAL: 4,
        ItemStatus.MISSING: 2,
        ItemStatus.NOT_APPLICABLE: 1,
    }


def test_the_year_before_is_complete(before: Assessment) -> None:
    assert before.findings == ()
    assert before.item_counts[ItemStatus.COMPLETE] == len(before.items) == 28


def test_the_year_before_was_complete_on_its_last_day() -> None:
    assessment = examine(DataFolder(ROOT / "data", ROOT), last_day(2568), 2568)
    assert assessment.item_counts[ItemStatus.COMPLETE] == 28
    # Some items were updated later.
    assert {f.code.id for f in assessment.findings} == {"OIT420"}


def test_the_oldest_year_of_the_sample_is_history() -> None:
    *_, oldest = examine_all(DataFolder(ROOT / "data", ROOT), AFTER_2569)
    assert (oldest.checklist.year, oldest.items, oldest.findings) == (2567, (), ())
    assert oldest.cycle


def test_every_score_of_the_sample_that_can_be_computed_agrees() -> None:
    assessments = examine_all(DataFolder(ROOT / "data", ROOT), AFTER_2569)
    verdicts = {
        assessment.cycle.results_year: Counter(pair.verdict for pair in compare(assessment.cycle))
        for assessment in assessments
        if assessment.cycle
    }
    assert {year: found[Verdict.AGREES] for year, found in verdicts.items()} == AGREEING
    assert all(Verdict.DIFFERS not in found for found in verdicts.values())


def test_every_item_of_the_sample_has_an_owner_and_a_date(
    newest: Assessment, before: Assessment
) -> None:
    for result in (*newest.items, *before.items):
        assert result.record is None or (result.owner and result.updated), result.item.id


def test_there_are_examples() -> None:
    assert {data.parent.name for data in EXAMPLES} >= {"na-kham", "ubon-ratchathani"}


@pytest.mark.parametrize("data", EXAMPLES, ids=lambda data: data.parent.name)
def test_an_example_is_read_without_error(data: Path) -> None:
    for assessment in examine_all(DataFolder(data, ROOT), TODAY):
        assert assessment.items or assessment.cycle
        assert errors_in([assessment]) == []


@pytest.mark.parametrize("data", EXAMPLES, ids=lambda data: data.parent.name)
def test_the_readme_of_an_example_names_the_exit_status_of_its_check(data: Path) -> None:
    status = oit("check", "--data", data).returncode
    readme = " ".join((data.parent / "README.md").read_text(encoding="utf-8").split())
    assert re.findall(r"ends with status (\d)", readme) == [str(status)]


def test_na_kham_has_one_complete_item_and_nothing_else() -> None:
    assessment = examine(DataFolder(ROOT / "examples/na-kham/data", ROOT), TODAY)
    o25 = next(result for result in assessment.items if result.item.id == "O25")
    assert {element.status for element in o25.elements} == {ElementStatus.SHOWN}
    assert o25.findings == ()
    others = [result for result in assessment.items if result is not o25]
    assert [result.status for result in others] == [ItemStatus.MISSING] * 25
    gaps = [f for f in assessment.findings if f.severity is Severity.GAP]
    assert [f.code.id for f in gaps] == ["OIT200"] * 25


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2025, 12, 1), ["OIT511"] * 2),
        (TODAY, ["OIT511"] * 2 + ["OIT505"]),
        (date(2026, 10, 1), ["OIT511"] * 2 + ["OIT502"] * 10),
    ],
    ids=str,
)
def test_na_kham_gets_warnings_about_scores_and_due_measures(day: date, codes: list[str]) -> None:
    assessment = examine(DataFolder(ROOT / "examples/na-kham/data", ROOT), day)
    warnings = [f for f in assessment.findings if f.severity is Severity.WARNING]
    assert [f.code.id for f in warnings] == codes


def test_na_kham_has_every_question_and_measure() -> None:
    cycle = examine(DataFolder(ROOT / "examples/na-kham/data", ROOT), TODAY).cycle
    assert cycle
    questions = Counter(cycle.class_of(question) for question in cycle.results.questions)
    assert questions == {"keep": 37, "mend": 15}
    differing = [pair for pair in compare(cycle) if pair.verdict is Verdict.DIFFERS]
    assert [(pair.id, str(pair.printed), str(pair.computed)) for pair in differing] == [
        ("9", "38.00", "45.00"),
        ("10", "80.00", "81.25"),
    ]
    assert [measure.indicator for measure in cycle.form.measures] == [str(n) for n in range(1, 11)]
    assert sum(len(measure.steps) for measure in cycle.form.measures) == 30


@pytest.fixture(scope="module")
def ubon() -> Assessment:
    """The measures of Ubon Ratchathani before any was due."""
    return examine(DataFolder(ROOT / "examples/ubon-ratchathani/data", ROOT), date(2022, 12, 1))


def test_ubon_lacks_only_an_owner_that_is_not_printed(ubon: Assessment) -> None:
    o42, o43 = (result for result in ubon.items if result.record)
    assert [(e.element.id, e.status) for e in o42.elements if e.status is not SHOWN] == [
        ("owner", ElementStatus.PARTIAL)
    ]
    assert [(f.code.id, f.element) for f in o42.findings] == [("OIT202", "owner")]
    assert [(f.code.id, f.element) for f in o43.findings] == [("OIT202", "results")] * 19
    others = [result for result in ubon.items if result not in (o42, o43)]
    assert [result.status for result in others] == [ItemStatus.MISSING] * 41
    assert {f.severity for f in ubon.findings} == {Severity.GAP}


def test_ubon_has_every_row_of_the_table(ubon: Assessment) -> None:
    assert ubon.cycle
    measures = ubon.cycle.form.measures
    named = [question for measure in measures for question in measure.all_questions]
    assert Counter(measure.topic for measure in measures) == {
        1: 2,
        2: 2,
        3: 3,
        4: 1,
        5: 1,
        6: 8,
        7: 2,
    }
    assert sum(len(part.steps) for measure in measures for part in measure.split()) == 29
    assert [question for question, times in Counter(named).items() if times > 1] == ["e15"]
    assert set(named) == {question.id for question in ubon.cycle.results.questions}
    assert len(named) == 35


@pytest.mark.parametrize(
    ("day", "count"), [(date(2023, 1, 1), 18), (date(2023, 10, 1), 19)], ids=str
)
def test_ubon_gets_warnings_about_measures_whose_quarter_is_over(day: date, count: int) -> None:
    assessment = examine(DataFolder(ROOT / "examples/ubon-ratchathani/data", ROOT), day)
    warnings = [f for f in assessment.findings if f.severity is Severity.WARNING]
    assert [f.code.id for f in warnings] == ["OIT502"] * count
