"""The day on which an item was last reviewed (``updated``), when an officer saves it.

The day says that somebody has looked through the whole item: reviews are due from it, and an item
copied from the year before counts only once it is of this year. So the desk never sets it by
itself; the form asks, and the officer who ticks the box has reviewed the item.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from oit.desk.saving.draft import Draft
from oit.intake.workbook.files import ItemFile
from oit.thai import calendar, dates, writing

FIELD = "updated"
_STYLES: tuple[Callable[[date], str], ...] = (
    dates.write_day,
    dates.format_date,
    lambda day: f"{day.day} {dates.format_month_short(calendar.Month(day.year, day.month))}",
    lambda day: f"{day.day}/{day.month}/{day.year + calendar.ERA}",
)


def with_day(file: ItemFile, draft: Draft, today: date) -> Draft:
    """Return a draft with today as the day, written as the file writes days.

    A day that the officer has typed herself stays.
    """
    if not isinstance(draft.mine, dict) or FIELD not in file.form.model_fields:
        return draft
    if _day_in(draft.base) != _day_in(draft.mine):
        return draft
    text = written_like(_day_in(draft.base), today, file.year)
    return replace(draft, mine={**draft.mine, FIELD: text})


def written_like(example: str, day: date, year: int | None) -> str:
    """Write a day in the style of another: ``2569-01-15``, ``15 มกราคม 2569``, Thai digits."""
    try:
        known = dates.read_day(example, year).date
    except ValueError:
        return dates.write_day(day)
    for write in _STYLES:
        if write(known) == writing.arabic(example):
            text = write(day)
            return text if example == writing.arabic(example) else writing.thai_digits(text)
    return dates.write_day(day)


def _day_in(tree: object) -> str:
    day = tree.get(FIELD, "") if isinstance(tree, dict) else ""
    return day.strip() if isinstance(day, str) else ""
