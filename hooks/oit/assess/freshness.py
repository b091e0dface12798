"""Which items are due for a review: ``review_every`` counts from ``updated``."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from oit.assess.assessment import Assessment, ItemResult, in_order
from oit.findings.codes import overdue_review
from oit.findings.finding import Finding
from oit.thai import dates


class Review(NamedTuple):
    """An item, and the day by which it is to be reviewed."""

    result: ItemResult
    due: date


def reviews(assessment: Assessment) -> Iterator[Review]:
    """Yield the items with a known due day, in the order of the checklist."""
    for result in assessment.items:
        if due := due_day(result):
            yield Review(result, due)


def due_day(result: ItemResult) -> date | None:
    """Return the day by which an item is to be reviewed; ``None`` if its file does not say."""
    every = result.record.form.review_every if result.record else None
    return every.after(result.updated) if every and result.updated else None


def reviewed(assessment: Assessment) -> Assessment:
    """Return the assessment with findings for the items whose review is overdue."""
    items = tuple(_with_review(result, assessment.today) for result in assessment.items)
    return replace(assessment, items=items)


def _with_review(result: ItemResult, today: date) -> ItemResult:
    found = [replace(finding, item=result.item.id) for finding in _check(result, today)]
    if not found:
        return result
    return replace(result, findings=tuple(in_order((*result.findings, *found))))


def _check(result: ItemResult, today: date) -> Iterator[Finding]:
    record = result.record
    if record is None or record.form.review_every is None:
        return
    place, every, due = record.place(("review_every",)), record.form.review_every, due_day(result)
    if due is None:
        # A day that cannot be read is already reported.
        if "updated" not in record.unreadable:
            yield overdue_review.NO_DAY.at(place)
    elif due < today:
        yield overdue_review.CODE.at(
            place,
            every=every.words,
            due=dates.day_in_both(due),
            days=(today - due).days,
        )
