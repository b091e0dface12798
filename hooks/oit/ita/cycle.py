"""One year's turn of the cycle, with what is known about the results that it starts from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, cast

from oit.data.checklist import DEFAULT_CHECKLIST
from oit.data.record import Record
from oit.findings.finding import Place
from oit.forms.ita import PASSED, Classes, Ita, Measure, Progress, Question, Results
from oit.ita.framework import Framework, framework_of
from oit.thai import calendar
from oit.thai.calendar import Month
from oit.thai.periods import Period, parse_period

KEEP_FROM, RAISE_FROM = Decimal(95), Decimal(90)
"""The lowest scores of questions to keep and to raise, unless the agency sets others."""

CLASSES = {"keep": "รักษาระดับ", "raise": "ยกระดับ", "mend": "ต้องปรับปรุง"}


class GivenScore(NamedTuple):
    """The score that the assessors gave an item, and its place in their review."""

    score: Decimal
    place: Place


@dataclass(frozen=True)
class Cycle:
    """The contents of a year's ``ita.yml``."""

    record: Record
    year: int
    """The fiscal year in which the measures are carried out."""
    titles: Mapping[str, str] | None = None
    """The OIT items of the results' year, by id; ``None`` if only the framework has them."""
    quoted: Mapping[str, list[str]] = field(default_factory=dict)
    """The elements that this year's checklist requires of each item."""
    checklist: str = DEFAULT_CHECKLIST
    """The name of the agency's checklists."""
    required_fields: frozenset[str] = frozenset()
    """The fields of a measure that this year's checklist requires."""
    given: Mapping[str, GivenScore] = field(default_factory=dict)
    """The scores of the OIT items of the results' year, as its review.yml has them."""

    @property
    def form(self) -> Ita:
        """The file's contents."""
        return cast("Ita", self.record.form)

    @property
    def written(self) -> Results:
        """The results of the year before as the file has them; empty if it has none."""
        return self.form.results or Results()

    @cached_property
    def results(self) -> Results:
        """The results of the year before; scores that the file leaves out are the given ones."""
        given, written = self.given, self.written.questions
        if not given:
            return self.written
        filled = [
            question.model_copy(update={"score": given[question.id].score})
            if question.score is None and question.id in given
            else question
            for question in written
        ]
        others = [number for number in given if number not in {q.id for q in written}]
        # These come last: the index of a written question is also its index in the file.
        filled += [Question.model_construct(id=n, score=given[n].score) for n in others]
        return self.written.model_copy(update={"questions": filled})

    @property
    def results_year(self) -> int:
        """The fiscal year that the results are of."""
        return self.results.year or self.year - 1

    @cached_property
    def framework(self) -> Framework | None:
        """How the results are composed; ``None`` for years without a known source."""
        return framework_of(self.results_year)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions by their numbers."""
        return {question.id: question for question in self.results.questions}

    def known_questions(self, like: str) -> list[str]:
        """Return the numbers of the instrument of a question; empty if they are not known."""
        letters = letters_of(like)
        if letters not in {"i", "e"} and self.titles is not None:
            return list(self.titles)
        return self._by_letters.get(letters, [])

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        """The questions of the framework, by the letters with which their numbers begin."""
        found: dict[str, list[str]] = {}
        for question in self.framework.questions() if self.framework else ():
            found.setdefault(letters_of(question), []).append(question)
        return found

    @cached_property
    def known_letters(self) -> set[str]:
        """The letters with which the numbers of questions may begin: those of the checklists."""
        of_items = {letters_of(item) for item in (*(self.titles or ()), *self.quoted)}
        return {"i", "e", *(of_items or {"O"})}

    def text_of(self, question: str) -> str:
        """Return the text of a question: from the file, or else the item's title."""
        given = self.questions.get(question)
        return (given.text if given else None) or (self.titles or {}).get(question, "")

    def indicator_of(self, question: str) -> str | None:
        """Return the number of a question's indicator; ``None`` if it is not known."""
        given = self.questions.get(question)
        if given and given.indicator:
            return given.indicator
        known = self.framework.indicator_of(question) if self.framework else None
        return known.id if known else None

    def indicator_name(self, number: str) -> str:
        """Return the name of an indicator: from the file, or else from the year's framework."""
        given = next(
            (indicator.name for indicator in self.results.indicators if indicator.id == number),
            None,
        )
        known = self.framework.indicator(number) if self.framework else None
        return given or (known.title if known else "")

    def topic(self, measure: Measure) -> str:
        """Return the name of a measure's topic; empty if it has none."""
        framework = framework_of(self.year)
        topics = framework.topics if framework else []
        number = measure.topic or 0
        return topics[number - 1] if 0 < number <= len(topics) else ""

    def name_of(self, index: int) -> str:
        """Return the name of a measure by its index."""
        measure = self.form.measures[index]
        topic, questions = self.topic(measure), ", ".join(measure.all_questions)
        if topic and questions:
            topic = f"{topic} ({questions})"
        return measure.name or topic or f"มาตรการที่ {index + 1}"

    def class_of(self, question: Question) -> str | None:
        """Return the class of a question by its score: a key of ``CLASSES``."""
        if question.score is None:
            return None
        keep_from, raise_from = self.thresholds
        if question.score >= keep_from:
            return "keep"
        return "raise" if question.score >= raise_from else "mend"

    @property
    def thresholds(self) -> tuple[Decimal, Decimal]:
        """The lowest scores of questions to keep and to raise."""
        classes = self.form.classes or Classes()
        keep_from, raise_from = classes.keep_from, classes.raise_from
        return (
            KEEP_FROM if keep_from is None else keep_from,
            RAISE_FROM if raise_from is None else raise_from,
        )

    def period_of(self, measure: Measure) -> Period | None:
        """Return the months of a measure and all its actions; ``None`` if none are named."""
        parts = measure.split()
        periods = [period for part in parts if (period := self._months_of(part))]
        if not periods:
            return None
        return Period(min(p.first for p in periods), max(p.last for p in periods))

    def deadline_of(self, measure: Measure) -> date | None:
        """Return the day by which a measure is to be done; ``None`` if it is not known.

        The last of its actions decides, and one without a day leaves it unknown.
        """
        days = [self._deadline(part) for part in measure.split()]
        known = [day for day in days if day]
        return max(known) if len(known) == len(days) else None

    def _months_of(self, part: Measure) -> Period | None:
        return parse_period(part.period, self.year) if part.period else None

    def _deadline(self, part: Measure) -> date | None:
        period = self._months_of(part)
        return part.deadline or (period.last.last_day if period else None)

    @property
    def level(self) -> str | None:
        """The level of the results, or whether they passed if that is all that is printed."""
        passed = self.results.passed
        return self.results.level or (None if passed is None else PASSED[str(passed).lower()])

    def window_of(self, round_id: str) -> tuple[Month, Month]:
        """Return the first and the last month that the report of a round covers."""
        months = calendar.fiscal_months(self.year)
        given = next((report for report in self.form.reports if report.round == round_id), None)
        first, last = (given.first, given.last) if given else (None, None)
        return first or months[0], last or months[int(round_id) - 1]

    def end_of(self, round_id: str) -> date:
        """Return the last day of a round: ``6`` or ``12`` months."""
        return calendar.fiscal_months(self.year)[int(round_id) - 1].last_day

    def is_overdue(self, measure: Measure, today: date) -> bool:
        """Tell whether a measure is past its deadline and not reported as done."""
        deadline = self.deadline_of(measure)
        if deadline is None or deadline >= today:
            return False
        latest = reported(measure)[-1:]
        return not latest or latest[0].status in {"not_started", "ongoing"}

    def owes_progress(self, measure: Measure, round_id: str) -> bool:
        """Tell whether a measure had begun by a round's end, and has no progress for it."""
        period = self.period_of(measure)
        if period and period.first.last_day > self.end_of(round_id):
            return False
        closed = {"done", "cancelled"}
        return not any(
            int(progress.round) >= int(round_id) or progress.status in closed
            for progress in reported(measure)
        )

    def answered_by(self, measure: Measure) -> set[str]:
        """Return the questions that a measure answers: its own, or all of its indicator."""
        numbers = {measure.indicator, *measure.other_indicators} - {None}
        if measure.all_questions or not numbers:
            return set(measure.all_questions)
        return {q for q in self.questions if self.indicator_of(q) in numbers}


def letters_of(question: str) -> str:
    """Return the letters of a question's number: ``O`` of O7."""
    return question.rstrip("0123456789")


def reported(measure: Measure) -> list[Progress]:
    """Return the progress that is not empty, the earlier round first."""
    filled = (progress for progress in measure.progress if progress.status or progress.done)
    return sorted(filled, key=lambda progress: int(progress.round))


def turns_newest_first(cycles: Iterable[Cycle | None]) -> list[Cycle]:
    """Return the turns that exist, the newest first."""
    return sorted((cycle for cycle in cycles if cycle), key=lambda cycle: cycle.year, reverse=True)
