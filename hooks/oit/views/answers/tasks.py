"""What remains to be done, by whom and by when: gaps, open measures, reviews, clarifications."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from oit.assess.assessment import NO_OWNER, Assessment, ElementResult, ItemResult
from oit.assess.freshness import reviews
from oit.assess.review import to_answer
from oit.ita.cycle import reported
from oit.thai import dates, money
from oit.thai.identity_search import mask_for_message


@dataclass(frozen=True)
class Task:
    """Something to do."""

    key: str
    """Identifies the task within its year; stays the same from day to day."""
    title: str
    owner: str
    due: date | None
    details: tuple[str, ...] = ()
    url: str = ""
    """The page of the item or cycle, from the site's root."""
    kind: str = ""
    """``ข้อมูล``, ``มาตรการ``, ``ทบทวน`` or ``ชี้แจง``."""
    suggested_owner: str = ""
    """Who usually does it, if nobody is named."""


def tasks_of(assessment: Assessment) -> list[Task]:
    """Return all tasks, the most urgent first."""
    found = [
        *gaps(assessment),
        *open_measures(assessment),
        *due_reviews(assessment),
        *clarifications(assessment),
    ]
    return sorted(found, key=lambda task: task.due or date.max)


def by_owner(tasks: list[Task]) -> list[tuple[str, list[Task]]]:
    """Group tasks by owner, keeping their order; tasks without an owner come last."""
    ordered = sorted(tasks, key=lambda task: (not task.owner, task.owner))
    groups = groupby(ordered, key=lambda task: task.owner)
    return [(owner or NO_OWNER.th, list(group)) for owner, group in groups]


def gaps(assessment: Assessment) -> Iterator[Task]:
    """Yield the incomplete items; they are due when the answers are due."""
    closes = assessment.agency.closing_day(assessment.year)
    for result in assessment.items:
        if lacking := tuple(_lacking(element, result) for element in result.lacking):
            title = f"{result.item.id} {result.item.title}"
            key = f"gap-{result.item.slug}"
            yield Task(
                key,
                title,
                result.owner,
                closes,
                lacking,
                result.url,
                "ข้อมูล",
                "" if result.owner else result.suggested_owner,
            )


def _lacking(element: ElementResult, result: ItemResult) -> str:
    """Say how much of an element is lacking, and in which file and line to fill it in."""
    # The elements of an item without a file are reported together.
    findings = element.findings or result.findings
    places = sorted(finding.place for finding in findings)
    return f"{element.described()} ({places[0]})" if places else element.described()


def open_measures(assessment: Assessment) -> Iterator[Task]:
    """Yield the measures of the year's ITA cycle that are neither done nor cancelled."""
    cycle = assessment.cycle
    for index, measure in enumerate(cycle.form.measures if cycle else ()):
        latest = reported(measure)[-1:]
        if cycle is None or (latest and latest[0].status in {"done", "cancelled"}):
            continue
        owner = mask_for_message(measure.lead or measure.owner or "")
        due, url = cycle.deadline_of(measure), f"ita/{cycle.year}/"
        steps = tuple(mask_for_message(step) for part in measure.split() for step in part.steps)
        name = mask_for_message(cycle.name_of(index))
        yield Task(f"measure-{index + 1}", name, owner, due, steps, url, "มาตรการ")


def due_reviews(assessment: Assessment) -> Iterator[Task]:
    """Yield the items whose data must be reviewed."""
    for result, due in reviews(assessment):
        title = f"{result.item.id} {result.item.title}"
        updated = result.updated
        details = (f"ปรับปรุงล่าสุด {dates.format_date(updated)}",) if updated else ()
        key = f"review-{result.item.slug}"
        yield Task(key, title, result.owner, due, details, result.url, "ทบทวน")


def clarifications(assessment: Assessment) -> Iterator[Task]:
    """Yield the items below full marks, until the round of clarification is over."""
    review = assessment.review.form if assessment.review else None
    closes = review.closes if review else None
    if closes and closes < assessment.today:
        return
    for verdict in to_answer(assessment):
        result, score = verdict.result, money.format_number(verdict.score)
        title = f"{result.item.id} {result.item.title}"
        # The remark is left out: a calendar is easily shared with others.
        details = (f"ผู้ประเมินให้ {score} คะแนน",)
        key = f"clarify-{result.item.slug}"
        yield Task(key, title, result.owner, closes, details, result.url, "ชี้แจง")
