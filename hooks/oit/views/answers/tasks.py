"""What is to be done, by whom and until when: gaps, measures that are open, reviews."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from oit.assess.assessment import NO_OWNER, Assessment
from oit.assess.freshness import reviews
from oit.ita.cycle import reported
from oit.thai import writing


@dataclass(frozen=True)
class Task:
    """One thing to do."""

    key: str
    """What it is called among the tasks of its year; stays the same from day to day."""
    title: str
    owner: str
    due: date | None
    details: tuple[str, ...] = ()
    url: str = ""
    """The page that it is about, from the site's root."""
    kind: str = ""
    """In a word: ``ข้อมูล``, ``มาตรการ``, ``ทบทวน``."""


def tasks_of(assessment: Assessment) -> list[Task]:
    """Return everything that is to be done, the most pressing first."""
    found = [*gaps(assessment), *open_measures(assessment), *due_reviews(assessment)]
    return sorted(found, key=lambda task: task.due or date.max)


def by_owner(tasks: list[Task]) -> list[tuple[str, list[Task]]]:
    """Return the tasks of each owner, in their order; those of nobody come last."""
    ordered = sorted(tasks, key=lambda task: (not task.owner, task.owner))
    groups = groupby(ordered, key=lambda task: task.owner)
    return [(owner or NO_OWNER.th, list(own)) for owner, own in groups]


def gaps(assessment: Assessment) -> Iterator[Task]:
    """Yield the items that lack something; they are due when the answers are."""
    closes = assessment.agency.closing_day(assessment.year)
    for result in assessment.items:
        if lacking := tuple(found.element.text for found in result.lacking):
            title = f"{result.item.id} {result.item.title}"
            key = f"gap-{result.item.slug}"
            yield Task(key, title, result.owner, closes, lacking, result.url, "ข้อมูล")


def open_measures(assessment: Assessment) -> Iterator[Task]:
    """Yield the measures of the year's turn of the ITA cycle that nothing says are done."""
    cycle = assessment.cycle
    for index, measure in enumerate(cycle.form.measures if cycle else ()):
        latest = reported(measure)[-1:]
        if cycle is None or (latest and latest[0].status in {"done", "cancelled"}):
            continue
        owner = measure.lead or measure.owner or ""
        due, url = cycle.deadline_of(measure), f"ita/{cycle.year}/"
        steps = tuple(measure.steps)
        yield Task(f"measure-{index + 1}", cycle.name_of(index), owner, due, steps, url, "มาตรการ")


def due_reviews(assessment: Assessment) -> Iterator[Task]:
    """Yield the items whose data is to be looked at again."""
    for result, due in reviews(assessment):
        title = f"{result.item.id} {result.item.title}"
        updated = result.updated
        details = (f"ปรับปรุงล่าสุด {writing.format_date(updated)}",) if updated else ()
        key = f"review-{result.item.slug}"
        yield Task(key, title, result.owner, due, details, result.url, "ทบทวน")
