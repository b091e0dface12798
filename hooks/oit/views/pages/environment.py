"""The templates' engine: escapes everything, and writes Thai as the agency chooses."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template

from oit.forms.base import Form, title_of
from oit.forms.bidders import Bidder
from oit.forms.news import Story
from oit.forms.tabular import total
from oit.forms.values import Entries, has
from oit.thai import calendar, dates, money, writing
from oit.views.pages import chart

FOLDER = Path(__file__).parents[2] / "templates"


@cache
def environment(numerals: str | None = None) -> Environment:
    """Return the engine for an agency's choice of numerals."""
    engine = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Compiling the templates is a good part of a small site's build.
        bytecode_cache=FileSystemBytecodeCache(),
    )
    digits = digits_of(numerals)
    engine.filters["written"] = partial(written, digits=digits)
    engine.filters["digits"] = digits
    engine.filters.update(
        percent_of=percent_of,
        used_fields=used_fields,
        pairs=partial(pairs, digits=digits),
        newest_first=newest_first,
        is_numeric=is_numeric,
        limited=lambda rows, most: rows if len(rows) <= most else [],
        dialled=dialled,
        mail_link=partial(quote, safe="@.+-_"),
    )
    engine.tests["number"] = money.is_number
    engine.tests["blank"] = lambda value: value in (None, "", [], {})
    engine.globals.update(
        title_of=lambda form, name: title_of(type(form), name),
        has=has,
        bars=chart.bars,
        sums=sums,
        chart_rows=lambda groups, field: [(group.name, getattr(group, field)) for group in groups],
    )
    return engine


def digits_of(numerals: str | None) -> Callable[[str], str]:
    """Return what writes digits as an agency chooses."""
    return writing.thai_digits if numerals == "thai" else str


def written(value: object, digits: Callable[[str], str] = str) -> str:
    """Write a value for readers: days and months in words, amounts with commas."""
    match value:
        case date():
            return digits(dates.format_date(value))
        case calendar.Month():
            return digits(dates.format_month(value))
        case Bidder():
            price = written(value.price, digits)
            return f"{value.name} ({price})" if price else value.name
        case bool() | None:
            return ""
        case int() | Decimal():
            return digits(money.format_number(value))
        case _:
            return str(value)


def percent_of(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return a part in hundredths of a whole, rounded to a tenth; none where it says nothing."""
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.1"))


def column(rows: Sequence[Form], field: str) -> Sequence[Any]:
    """Return a field of every row."""
    return rows.column(field) if isinstance(rows, Entries) else [getattr(r, field) for r in rows]


def sums(rows: Sequence[Form], field: str) -> Any:
    """Add up a field of the rows; none where no row has it."""
    return total(column(rows, field))


def used_fields(rows: list[Form], fields: list[str]) -> list[str]:
    """Return the fields in which any row says something: the columns worth showing."""
    return [name for name in fields if any(has(row, name) for row in rows)]


def pairs(
    rows: list[Form], label: str, number: str, digits: Callable[[str], str] = str
) -> list[tuple[str, Decimal | int | None]]:
    """Return two fields of each row, for a chart."""
    return [(written(getattr(row, label), digits), getattr(row, number)) for row in rows]


def newest_first(stories: list[Story]) -> list[Story]:
    """Sort news by day, the latest first; what has no day comes last."""
    return sorted(stories, key=lambda story: story.date or date.min, reverse=True)


def is_numeric(rows: list[Form], field: str) -> bool:
    """Tell whether a column holds numbers."""
    return any(money.is_number(getattr(row, field)) for row in rows)


def dialled(number: str) -> str:
    """Return the first number of a telephone field as a link dials it."""
    first = re.split(r"ต่อ|[,/]|ถึง|–", writing.arabic(number))[0]
    return re.sub(r"[^0-9+]", "", first)


def template(name: str, numerals: str | None = None) -> Template:
    """Return a template by its name."""
    return environment(numerals).get_template(name)


def relative(target: str, url: str) -> str:
    """Return the way from a page to an address of the site, so that any folder may hold it."""
    up = "../" * url.count("/")
    return quote(f"{up}{target}", safe="/.-_~") or "./"
