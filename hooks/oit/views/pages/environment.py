"""The template engine: it escapes everything, and writes numerals as the agency chooses."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, Template

from oit import jinja
from oit.forms.base import Form, title_of
from oit.forms.bidders import Bidder
from oit.forms.news import Story
from oit.forms.tabular import total as total_of
from oit.forms.values import Entries, has
from oit.thai import calendar, dates, money, writing
from oit.thai.decimals import decimals
from oit.thai.telephone import dial_number
from oit.views.pages import chart, chart_messages, columns

FOLDER = Path(__file__).parents[2] / "templates"


@cache
def environment(numerals: str | None = None) -> Environment:
    """Return the engine for an agency's choice of numerals."""
    engine = jinja.environment(FOLDER, compiled=True)
    digits = digits_of(numerals)
    engine.filters["display"] = partial(display, digits=digits)
    engine.filters["digits"] = digits
    engine.filters.update(
        percent_of=percent_of,
        columns=columns.columns_of,
        decimals=decimals,
        padding=partial(columns.padding, digits=digits),
        in_parts=columns.in_parts,
        places_by_column=columns.places_by_column,
        pairs=partial(pairs, digits=digits),
        newest_first=newest_first,
        limited=lambda rows, most: rows if len(rows) <= most else [],
        dial_number=dial_number,
        mail_link=partial(quote, safe="@.+-_"),
    )
    engine.tests["number"] = money.is_number
    engine.tests["blank"] = lambda value: value in (None, "", [], {})
    engine.globals.update(
        title_of=lambda form, name: title_of(type(form), name),
        has=has,
        bars=chart.bars,
        along=chart.along,
        says=chart_messages,
        sums=sums,
        share_of=share_of,
        chart_rows=lambda groups, field: [(group.name, getattr(group, field)) for group in groups],
    )
    return engine


def digits_of(numerals: str | None) -> Callable[[str], str]:
    """Return the function that writes digits as an agency chooses."""
    return writing.thai_digits if numerals == "thai" else str


def display(value: object, digits: Callable[[str], str] = str) -> str:
    """Format a value for readers: days and months in words, amounts with commas."""
    match value:
        case bool() | None:
            return ""
        case int() | Decimal():  # most of what tables have
            return digits(money.format_number(value))
        case date():
            return digits(dates.format_date(value))
        case calendar.Month():
            return digits(dates.format_month(value))
        case Bidder():
            price = display(value.price, digits)
            return f"{value.name} ({price})" if price else value.name
        case _:
            return str(value)


def percent_of(part: Decimal | None, total: Decimal | None) -> Decimal | None:
    """Return a percentage rounded to a tenth; ``None`` if a value is missing or the total zero."""
    if part is None or not total:
        return None
    return (100 * part / total).quantize(Decimal("0.1"))


def column(rows: Sequence[Form], field: str) -> Sequence[Any]:
    """Return a field of every row."""
    return rows.column(field) if isinstance(rows, Entries) else [getattr(r, field) for r in rows]


def sums(rows: Sequence[Form], field: str) -> Any:
    """Add up a field of the rows; ``None`` if no row has it."""
    return total_of(column(rows, field))


def share_of(rows: Sequence[Form], part: str, whole: str) -> Decimal | None:
    """Return the percentage of one sum in another; ``None`` if a part has no whole beside it."""
    parts, wholes = column(rows, part), column(rows, whole)
    if any(p and w is None for p, w in zip(parts, wholes, strict=True)):
        return None
    return percent_of(total_of(parts), total_of(wholes))


def pairs(
    rows: list[Form], label: str, number: str, digits: Callable[[str], str] = str
) -> list[tuple[str, Decimal | int | None]]:
    """Return two fields of each row, for a chart."""
    return [(display(getattr(row, label), digits), getattr(row, number)) for row in rows]


def newest_first(stories: list[Story]) -> list[tuple[int, Story]]:
    """Sort news by day, the latest first, each with its number in the file.

    Stories without a day come last.
    """
    numbered = enumerate(stories, 1)
    return sorted(numbered, key=lambda entry: entry[1].date or date.min, reverse=True)


def template(name: str, numerals: str | None = None) -> Template:
    """Return a template by its name."""
    return environment(numerals).get_template(name)


def relative(target: str, url: str) -> str:
    """Return an address relative to a page, so that the site works in any folder."""
    up = "../" * url.count("/")
    return quote(f"{up}{target}", safe="/.-_~") or "./"
