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
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record


def doubts_about(record: Record, year: int, today: date) -> Iterator[Doubt]:
    """Yield what cannot be true, or is odd.

    Args:
        record: the item's data.
        year: the fiscal year of the folder of its file.
        today: the day of the check.
    """
    yield from future_date.check(record, today)
    yield from month.check(record, year, today)
    for module in (
        nothing_beside,
        empty_purchase,
        overspent,
        complaint_counts,
        negative,
        end_first,
        coordinates,
        markup,
    ):
        yield from module.check(record)
