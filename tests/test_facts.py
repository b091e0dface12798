"""The pages of each example show every fact that its document prints.

``examples/<name>/facts.yml`` lists the facts: scores, questions, who is responsible, when, and how
many measures and steps there are. Other wording is condensed in the examples and not compared.
White space is never compared: it says nothing in the documents.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict

from given import ROOT
from oit.data.folder import DataFolder
from oit.forms.ita import Ita, Measure
from oit.publish.site import prepare
from oit.source import SourceFile, parse
from oit.thai import dates, writing

TODAY = date(2026, 4, 1)
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/data/"))
NUMBER = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d])")
ANY_QUESTION = r"(?<![A-Za-z\d])[ieO]\d+(?!\d)"
PERSON = re.compile(r"(?:นาย(?!ก)|นางสาว|(?<![ก-๛])นาง|น\.ส\.)\s*[ก-๛]+\s+[ก-๛]+")
REACH = 200
"""How many characters behind its label on a page a score may be."""


class Facts(BaseModel):
    """What a document prints; every key of a mapping is a text of the document."""

    model_config = ConfigDict(extra="forbid")

    total: str | None = None
    instruments: dict[str, str] = {}
    indicators: dict[str, str] = {}
    questions: list[str] = []
    question_scores: dict[str, str] = {}
    numbers: list[str] = []
    measures: int
    steps: int
    owners: dict[str, int] = {}
    """How often each is named as responsible."""
    periods: dict[str, int] = {}
    """How many measures have each."""
    times: dict[str, int] = {}
    dates: list[str] = []
    lines: list[str] = []

    def scores(self) -> Iterator["Score"]:
        """Yield the printed scores."""
        for label, score in self.instruments.items():
            name, _, part = label.partition(" ")
            label_of_part = rf"{name}\s*(?:ส่วนที่\s*)?{part}(?!\d)"
            yield Score(label, label_of_part, "IIT|EIT|OIT", Decimal(score))
        others = "|".join(map(re.escape, self.indicators))
        for label, score in self.indicators.items():
            yield Score(label, re.escape(label), others, Decimal(score))
        for label, score in self.question_scores.items():
            yield Score(label, question_pattern(label), ANY_QUESTION, Decimal(score))


class Score(NamedTuple):
    """A score and the label in front of it."""

    label: str
    pattern: str
    others: str
    """A pattern of any label of its kind."""
    score: Decimal


class Pages:
    """The text of all pages of an example, and the files of the ITA cycle that they show."""

    def __init__(self, example: Path) -> None:
        site = prepare(DataFolder(example / "data", ROOT), TODAY).site
        self.text = writing.arabic(" ".join(page.text for page in site.pages.values()))
        self.cycles: list[Ita] = [each.cycle.form for each in site.assessments if each.cycle]

    @cached_property
    def squashed(self) -> str:
        return squash(self.text)

    @cached_property
    def shown(self) -> list[str]:
        """The texts of the files that the pages show; notes only talk about facts."""
        every = (value for cycle in self.cycles for value in texts(cycle.model_dump()))
        return [value for value in map(squash, every) if value in self.squashed]

    @cached_property
    def measures(self) -> list[Measure]:
        return [measure for cycle in self.cycles for measure in cycle.measures]

    def missing(self, facts: Facts) -> Iterator[str]:
        """Yield the facts that the pages do not show."""
        if facts.total and not self.has_total(Decimal(facts.total)):
            yield f"total {facts.total}"
        unshown = (score for score in facts.scores() if not self.has_score(score))
        yield from (f"score of {score.label}: {score.score}" for score in unshown)
        yield from (f"question {id_}" for id_ in facts.questions if not self.has_question(id_))
        yield from (f"number {n}" for n in facts.numbers if n not in NUMBER.findall(self.text))
        for text, times in (facts.owners | facts.times).items():
            if self.count(text) < times:
                yield f"{text}: {self.count(text)} times, not {times}"
        for period, times in facts.periods.items():
            if self.count_period(period) != times:
                yield f"period {period}: {self.count_period(period)} measures, not {times}"
        yield from (text for text in (*facts.dates, *facts.lines) if not self.count(text))
        steps_of = [
            [step for part in measure.split() for step in part.steps] for measure in self.measures
        ]
        measures = sum(all(map(self.shows, steps)) for steps in steps_of)
        if measures != facts.measures:
            yield f"{measures} measures, not {facts.measures}"
        steps = sum(self.shows(step) for every in steps_of for step in every)
        if steps != facts.steps:
            yield f"{steps} steps, not {facts.steps}"

    def count(self, text: str) -> int:
        """Count how often the files have a text that the pages show.

        A text may be on several pages, so the pages alone would count it too often.
        """
        return sum(value.count(squash(text)) for value in self.shown)

    def count_period(self, period: str) -> int:
        """Count the measures that have a period, if the pages show it."""
        periods = [squash(writing.arabic(measure.period or "")) for measure in self.measures]
        return periods.count(squash(period)) if self.shows(period) else 0

    def has_total(self, score: Decimal) -> bool:
        """Tell whether the pages show a score and the files have it as their total."""
        totals = [cycle.results.total for cycle in self.cycles if cycle.results]
        return score in numbers(self.text) and score in totals

    def has_question(self, question: str) -> bool:
        return re.search(question_pattern(question), self.text) is not None

    def has_score(self, score: Score) -> bool:
        """Tell whether a score follows its label before another label does."""
        return any(
            score.score
            in numbers(re.split(score.others, self.text[match.end() : match.end() + REACH])[0])
            for match in re.finditer(score.pattern, self.text)
        )

    def shows(self, text: str) -> bool:
        return squash(text) in self.squashed


def texts(value: object) -> Iterator[str]:
    """Yield every text and day of a file's values, except notes."""
    match value:
        case dict():
            for name, field in value.items():
                if name not in {"note", "notes"}:
                    yield from texts(field)
        case list():
            for entry in value:
                yield from texts(entry)
        case str():
            yield writing.arabic(value)
        case date():
            yield dates.format_date(value)


def squash(text: str) -> str:
    return "".join(text.split())


def question_pattern(question: str) -> str:
    return rf"(?<![A-Za-z\d]){question}(?!\d)"


def numbers(text: str) -> set[Decimal]:
    return {Decimal(number) for number in NUMBER.findall(text)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_pages_show_every_fact_of_the_document(example: Path) -> None:
    file = parse((example / "facts.yml").read_bytes(), SourceFile("facts.yml"))
    facts = Facts.model_validate(file.root)
    assert list(Pages(example).missing(facts)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_pages_show_no_name_of_a_person(example: Path) -> None:
    assert PERSON.findall(Pages(example).text) == []


def test_a_fact_that_the_pages_do_not_show_is_found() -> None:
    facts = Facts(
        total="83.04",
        instruments={"EIT 1": "99.99"},
        questions=["i99"],
        numbers=["12.34"],
        measures=11,
        steps=31,
        owners={"กองคลัง": 99, "กองช่างทอง": 1},
        periods={"ตลอดปี": 1},
        dates=["1 มกราคม 2500"],
    )
    assert len(list(Pages(ROOT / "examples/na-kham").missing(facts))) == 10


@pytest.mark.parametrize("text", ["(นายสมชาย ใจดี)", "นางสาว สมหญิง ใจดี", "นาง สมหญิง ใจดี"])
def test_a_name_of_a_person_is_recognised(text: str) -> None:
    assert PERSON.search(text)
    assert not PERSON.search("นายกเทศมนตรีเมือง ชัยนาท")
