"""A turn of the cycle: what the file says, and what is known of its years beside it."""

from datetime import date
from decimal import Decimal
from textwrap import indent

import pytest

from given import a_cycle
from oit.findings.finding import Place
from oit.forms.ita import Measure
from oit.ita.cycle import Cycle, GivenScore
from oit.thai.calendar import Month
from oit.thai.periods import Period


def of_measure(text: str, year: int = 2569) -> tuple[Cycle, Measure]:
    """Read a turn that has one measure."""
    cycle = a_cycle(f"measures:\n  - {text}", year)
    (measure,) = cycle.form.measures
    return cycle, measure


# Which year's results.


@pytest.mark.parametrize(
    ("text", "year"),
    [("", 2568), ("results: {total: 90}", 2568), ("results: {year: 2566}", 2566)],
)
def test_the_results_are_those_of_the_year_before_unless_the_file_says_otherwise(
    text: str, year: int
) -> None:
    assert a_cycle(text).results_year == year


def test_without_results_there_are_none() -> None:
    cycle = a_cycle("year: 2569")
    assert cycle.results.total is None
    assert cycle.results.questions == []
    assert cycle.questions == {}


@pytest.mark.parametrize(("year", "since"), [(2569, 2568), (2568, 2567), (2565, 2564)])
def test_the_framework_is_that_of_the_results_not_of_the_measures(year: int, since: int) -> None:
    framework = a_cycle("", year).framework
    assert framework
    assert framework.since == since


def test_before_2564_no_framework_is_known() -> None:
    assert a_cycle("", 2564).framework is None
    assert a_cycle("", 2564).known_questions("O") == []


# Questions: known by year and number together.

TITLES = {"O1": "โครงสร้าง", "O2": "ผู้บริหาร"}


@pytest.mark.parametrize(
    ("letter", "number", "last"), [("i", 15, "i15"), ("e", 9, "e9"), ("O", 28, "O28")]
)
def test_the_questions_of_2568(letter: str, number: int, last: str) -> None:
    known = a_cycle("").known_questions(letter)
    assert (len(known), known[-1]) == (number, last)


def test_the_questions_of_the_oit_are_the_items_of_the_years_list_where_there_is_one() -> None:
    cycle = a_cycle("", titles=TITLES)
    assert cycle.known_questions("O") == ["O1", "O2"]
    assert len(cycle.known_questions("i")) == 15


@pytest.mark.parametrize("letter", ["i", "e"])
def test_of_some_years_the_questions_are_not_known(letter: str) -> None:
    assert a_cycle("results: {year: 2566}").known_questions(letter) == []


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("O1", "โครงสร้าง"),  # as the list calls the item
        ("O2", "ใครเป็นผู้บริหาร"),  # as the file says
        ("i1", "การปฏิบัติงาน"),
        ("i2", ""),
        ("O9", ""),
    ],
)
def test_what_a_question_asks(question: str, text: str) -> None:
    results = """\
    results:
      questions:
        - {id: O1, score: 100}
        - {id: O2, text: ใครเป็นผู้บริหาร}
        - {id: i1, text: การปฏิบัติงาน}
        - {id: i2}
    """
    assert a_cycle(results, titles=TITLES).text_of(question) == text


@pytest.mark.parametrize(
    ("question", "indicator"),
    [("i1", "1"), ("i4", "5"), ("i5", "2"), ("O21", "10"), ("e1", "6"), ("O99", None)],
)
def test_the_indicator_of_a_question_is_the_files_or_else_the_frameworks(
    question: str, indicator: str | None
) -> None:
    cycle = a_cycle("results: {questions: [{id: i4, indicator: 5}, {id: i5}]}")
    assert cycle.indicator_of(question) == indicator


def test_where_nothing_is_known_a_question_has_the_indicator_that_the_file_gives() -> None:
    cycle = a_cycle("results: {year: 2563, questions: [{id: i4, indicator: 5}, {id: i5}]}")
    assert (cycle.indicator_of("i4"), cycle.indicator_of("i5")) == ("5", None)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("", "9", "การเปิดเผยข้อมูล"),
        ("results: {indicators: [{id: 9, name: เปิดเผย}]}", "9", "เปิดเผย"),
        ("results: {indicators: [{id: 9, score: 38}]}", "9", "การเปิดเผยข้อมูล"),
        ("results: {year: 2563}", "9", ""),
    ],
)
def test_the_name_of_an_indicator(text: str, number: str, name: str) -> None:
    assert a_cycle(text).indicator_name(number) == name


# Classes of questions: the agency's own choice.


@pytest.mark.parametrize(
    ("score", "class_"),
    [
        ("100", "keep"),
        ("95", "keep"),
        ("94.99", "raise"),
        ("90", "raise"),
        ("89.99", "mend"),
        ("0", "mend"),
        ("'-'", None),
    ],
)
def test_the_class_of_a_question(score: str, class_: str | None) -> None:
    cycle = a_cycle(f"results: {{questions: [{{id: i1, score: {score}}}]}}")
    assert cycle.class_of(cycle.questions["i1"]) == class_


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("{keep_from: 85, raise_from: 80}", ["keep", "keep", "raise", "mend"]),
        ("{keep_from: 100}", ["raise", "mend", "mend", "mend"]),
        ("{raise_from: 70}", ["keep", "raise", "raise", "raise"]),
        # Zero is a value.
        ("{keep_from: 0}", ["keep", "keep", "keep", "keep"]),
        ("{raise_from: 0}", ["keep", "raise", "raise", "raise"]),
    ],
)
def test_an_agency_sets_its_own_classes(classes: str, expected: list[str]) -> None:
    questions = (
        "[{id: i1, score: 95}, {id: i2, score: 85}, {id: i3, score: 80}, {id: i4, score: 79}]"
    )
    cycle = a_cycle(f"classes: {classes}\nresults: {{questions: {questions}}}")
    assert [cycle.class_of(question) for question in cycle.results.questions] == expected


# Measures: what they are called.

SERVICE = "การให้บริการและระบบ E-Service"


@pytest.mark.parametrize(
    ("text", "year", "topic", "name"),
    [
        ("{name: อบรม, topic: 2}", 2569, SERVICE, "อบรม"),
        ("{topic: 2}", 2569, SERVICE, SERVICE),
        # Several measures may be of one topic: their questions distinguish them.
        ("{topic: 2, questions: [e1, ๐๑]}", 2569, SERVICE, f"{SERVICE} (e1, O1)"),
        ("{name: อบรม, topic: 2, questions: [e1]}", 2569, SERVICE, "อบรม"),
        ("{questions: [e1]}", 2569, "", "มาตรการที่ 1"),
        ("{topic: 7}", 2566, "กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน", None),
        ("{owner: ก}", 2569, "", "มาตรการที่ 1"),
        ("{topic: 2}", 2565, "", "มาตรการที่ 1"),  # the seven topics came later
        ("{topic: 2}", 2563, "", "มาตรการที่ 1"),
    ],
)
def test_a_measure_is_called_by_its_name_its_topic_or_its_number(
    text: str, year: int, topic: str, name: str | None
) -> None:
    cycle, measure = of_measure(text, year)
    assert cycle.topic(measure) == topic
    assert cycle.name_of(0) == (name or topic)


# When a measure is due.


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("{period: ไตรมาสที่ 1}", date(2025, 12, 31)),
        ("{period: ต.ค. 2568 – มี.ค. 2569}", date(2026, 3, 31)),
        ("{period: ไตรมาสที่ 1, deadline: 2569-02-15}", date(2026, 2, 15)),
        ("{period: ต่อเนื่อง, deadline: 2569-02-15}", date(2026, 2, 15)),
        ("{period: ต่อเนื่อง}", None),
        ("{owner: ก}", None),
    ],
)
def test_the_deadline_is_the_one_given_or_the_last_day_of_the_period(
    text: str, deadline: date | None
) -> None:
    cycle, measure = of_measure(text)
    assert cycle.deadline_of(measure) == deadline


def test_a_period_is_of_the_year_of_the_measures() -> None:
    cycle, measure = of_measure("{period: ไตรมาสที่ 1}", 2566)
    assert cycle.period_of(measure) == Period(Month(2022, 10), Month(2022, 12))


@pytest.mark.parametrize(("round_id", "day"), [("6", date(2026, 3, 31)), ("12", date(2026, 9, 30))])
def test_the_end_of_a_round(round_id: str, day: date) -> None:
    assert a_cycle("").end_of(round_id) == day


PROGRESS = {
    "none": "",
    "not started": "{round: 6, status: not_started}",
    "ongoing": "{round: 6, status: ongoing}",
    "done": "{round: 6, status: done}",
    "cancelled": "{round: 6, status: cancelled}",
    "without a status": "{round: 6, done: [อบรม]}",
    "done at last": "{round: 6, status: ongoing}, {round: 12, status: done}",
    "done at last, listed first": "{round: 12, status: done}, {round: 6, status: ongoing}",
    "listed twice": "{round: 6, status: ongoing}, {round: 6, status: done}",
    "taken up again": "{round: 6, status: done}, {round: 12, status: ongoing}",
}


@pytest.mark.parametrize(
    ("progress", "overdue"),
    [
        ("none", True),
        ("not started", True),
        ("ongoing", True),
        ("done", False),
        ("cancelled", False),
        ("without a status", False),  # something was done, and no more is announced
        ("done at last", False),
        ("done at last, listed first", False),
        ("listed twice", False),
        ("taken up again", True),
    ],
)
def test_overdue_is_what_the_latest_round_does_not_say_to_be_done(
    progress: str, overdue: bool
) -> None:
    cycle, measure = of_measure(f"{{deadline: 2569-02-15, progress: [{PROGRESS[progress]}]}}")
    assert cycle.is_overdue(measure, date(2026, 2, 16)) is overdue
    assert not cycle.is_overdue(measure, date(2026, 2, 15))  # the deadline's own day


def test_without_a_deadline_nothing_is_overdue() -> None:
    cycle, measure = of_measure("{period: ต่อเนื่อง}")
    assert not cycle.is_overdue(measure, date(2036, 1, 1))


@pytest.mark.parametrize(
    ("progress", "owes_6", "owes_12"),
    [
        ("none", True, True),
        ("ongoing", False, True),
        ("without a status", False, True),
        ("done", False, False),  # and need not be reported again
        ("cancelled", False, False),
        ("done at last", False, False),
    ],
)
def test_a_round_is_owed_progress(progress: str, owes_6: bool, owes_12: bool) -> None:
    cycle, measure = of_measure(f"{{period: ไตรมาสที่ 1, progress: [{PROGRESS[progress]}]}}")
    assert cycle.owes_progress(measure, "6") is owes_6
    assert cycle.owes_progress(measure, "12") is owes_12


@pytest.mark.parametrize("status", ["not_started", "ongoing", "done", "cancelled"])
def test_what_is_reported_of_twelve_months_holds_for_the_first_six(status: str) -> None:
    cycle, measure = of_measure(f"{{progress: [{{round: 12, status: {status}}}]}}")
    assert not cycle.owes_progress(measure, "6")
    assert not cycle.owes_progress(measure, "12")


@pytest.mark.parametrize(
    ("period", "owes_6"),
    [
        ("มี.ค. 2569", True),
        ("เม.ย. – ก.ย. 2569", False),  # it has not begun
        ("ไตรมาสที่ 3", False),
        ("ต่อเนื่อง", True),
        ("''", True),
    ],
)
def test_no_progress_is_owed_before_a_measure_begins(period: str, owes_6: bool) -> None:
    cycle, measure = of_measure(f"{{period: {period}}}")
    assert cycle.owes_progress(measure, "6") is owes_6
    assert cycle.owes_progress(measure, "12")


# What a measure answers.

QUESTIONS = "[{id: i1}, {id: i2}, {id: i4}, {id: i9, indicator: 1}]"


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("{questions: [i4, O๑]}", {"i4", "O1"}),
        ("{indicator: 1}", {"i1", "i2", "i9"}),
        ("{indicator: 1, questions: [i1]}", {"i1"}),  # it names the question itself
        ("{indicator: 8}", set()),
        ("{name: อบรม}", set()),
    ],
)
def test_a_measure_answers_its_questions_or_all_of_its_indicator(
    text: str, answered: set[str]
) -> None:
    cycle = a_cycle(f"results: {{questions: {QUESTIONS}}}\nmeasures:\n{indent(f'- {text}', '  ')}")
    (measure,) = cycle.form.measures
    assert cycle.answered_by(measure) == answered


# A measure of several actions.

TWO_ACTIONS = """
  - questions: [O1]
    finding: [ทั้งมาตรการ]
    owner: สำนักปลัด
    lead: งานธุรการ
    period: ไตรมาสที่ 1
    actions:
      - {questions: [i1], finding: ก, steps: [ขั้นตอน ก]}
      - {questions: [i2], finding: ข, steps: [ขั้นตอน ข], owner: กองคลัง, period: ไตรมาสที่ 3}
"""


def with_actions() -> tuple[Cycle, Measure]:
    cycle = a_cycle(f"measures:{TWO_ACTIONS}")
    (measure,) = cycle.form.measures
    return cycle, measure


def test_each_action_has_its_own_and_else_what_the_measure_has() -> None:
    _, measure = with_actions()
    assert [
        (part.questions, part.finding, part.steps, part.owner, part.lead, part.period)
        for part in measure.split()
    ] == [
        (["O1", "i1"], ["ทั้งมาตรการ", "ก"], ["ขั้นตอน ก"], "สำนักปลัด", "งานธุรการ", "ไตรมาสที่ 1"),
        (["i2"], ["ข"], ["ขั้นตอน ข"], "กองคลัง", None, "ไตรมาสที่ 3"),
    ]


def test_a_measure_runs_from_its_first_action_to_its_last() -> None:
    cycle, measure = with_actions()
    assert cycle.period_of(measure) == Period(Month(2025, 10), Month(2026, 6))
    assert cycle.deadline_of(measure) == date(2026, 6, 30)


def test_an_action_without_a_day_leaves_the_deadline_unknown() -> None:
    cycle = a_cycle("measures:\n  - actions: [{deadline: 2569-03-31}, {finding: ข}]")
    assert cycle.deadline_of(cycle.form.measures[0]) is None


def test_a_measure_answers_the_questions_of_its_actions() -> None:
    cycle, measure = with_actions()
    assert cycle.answered_by(measure) == {"O1", "i1", "i2"}
    assert cycle.name_of(0) == "มาตรการที่ 1"


def test_what_every_action_gives_is_not_asked_of_the_measure() -> None:
    _, measure = with_actions()
    assert measure.not_asked == {"questions", "finding", "steps"}


def test_a_measure_of_several_indicators_answers_the_questions_of_all() -> None:
    cycle = a_cycle(
        """
        results:
          questions: [{id: i1, indicator: 1}, {id: i4, indicator: 2}, {id: i7, indicator: 3}]
        measures: [{name: ก, indicator: 1, other_indicators: [2]}]
        """
    )
    assert cycle.answered_by(cycle.form.measures[0]) == {"i1", "i4"}


# What a report covers, and a result in words.


def test_a_report_covers_its_round_unless_the_file_says_otherwise() -> None:
    cycle = a_cycle("reports: [{round: 12, first: ต.ค. 2567, last: ก.ย. 2568}, {round: 6}]")
    assert cycle.window_of("6") == (Month(2025, 10), Month(2026, 3))
    assert cycle.window_of("12") == (Month(2024, 10), Month(2025, 9))


@pytest.mark.parametrize(
    ("results", "level"),
    [
        ("{passed: true}", "ผ่านเกณฑ์"),
        ("{passed: ไม่ผ่านเกณฑ์}", "ไม่ผ่านเกณฑ์"),
        ("{passed: true, level: A}", "A"),
        ("{total: 80}", None),
    ],
)
def test_a_result_may_say_only_whether_it_passed(results: str, level: str | None) -> None:
    assert a_cycle(f"results: {results}").level == level


# The assessors' scores.


GIVEN = {
    number: GivenScore(Decimal(score), Place("data/2568/review.yml"))
    for number, score in (("O1", 100), ("O2", 50), ("O3", 0))
}


def test_scores_that_the_file_leaves_out_are_those_of_the_assessors() -> None:
    text = "results: {questions: [{id: i1, score: 90}, {id: O3, note: ก}, {id: O2, score: 100}]}"
    cycle = a_cycle(text, given=GIVEN)
    assert [(q.id, str(q.score), q.note) for q in cycle.results.questions] == [
        ("i1", "90", None),
        ("O3", "0", "ก"),  # in its place, with the assessors' score
        ("O2", "100", None),  # what the file says counts
        ("O1", "100", None),
    ]
    assert len(cycle.written.questions) == 3


def test_without_results_in_the_file_there_are_the_assessors_scores() -> None:
    cycle = a_cycle("year: 2569", given=GIVEN)
    assert [question.id for question in cycle.results.questions] == ["O1", "O2", "O3"]
    assert cycle.results.total is None
