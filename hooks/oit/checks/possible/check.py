"""Ask every question about an item."""

from collections.abc import Iterator
from datetime import date

from oit.checks.possible import (
    complaint_counts,
    coordinates,
    empty_purchase,
    end_first,
    future_date,
    markup,
    month,
    negative,
    nothing_beside,
    overspent,
)
from oit.checks.possible.columns import groups
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record


def doubts_about(record: Record, year: int, today: date) -> Iterator[Doubt]:
    """Yield what cannot be true, or is odd.

    Args:
        record: the item's data.
        year: the fiscal year of the folder of its file.
        today: the day of the check.
    """
    entries = [*groups(record.form)]
    yield from future_date.check(record, entries, today)
    yield from month.check(record, year, today)
    yield from nothing_beside.check(record)
    for module in (
        empty_purchase,
        overspent,
        complaint_counts,
        negative,
        end_first,
        coordinates,
        markup,
    ):
        yield from module.check(record, entries)
