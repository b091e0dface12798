"""The lines of a monthly summary of purchases, which has nine columns."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from markupsafe import escape

from oit.forms.base import Form
from oit.forms.bidders import Bidder, split_bidders
from oit.thai.decimals import decimals
from oit.thai.money import read_money
from oit.views.pages import columns
from oit.views.pages.columns import padding
from oit.views.pages.environment import column, display


class Line(NamedTuple):
    """One purchase, formatted for readers: each text is HTML.

    The template takes it apart, as it reads names of its own faster than those of an object.
    """

    number: str
    name: str
    winner: str
    agreed_price: str
    budget: str
    budget_padding: str
    """The decimals that it lacks to stand under the others."""
    reference_price: str
    reference_price_padding: str
    method: str
    bidders: list[tuple[bool, str, str]]
    """Whether others come before, the name, and the bid."""
    reason: str
    contract_number: str
    contract_date: str


class Lines(NamedTuple):
    """The purchases of a table."""

    lines: Iterator[Line]
    budget_places: int
    """The most decimals of the budgets."""


def lines(rows: Sequence[Form], digits: Callable[[str], str], start: int = 0) -> Lines:
    """Format purchases, given as records or as rows of a table, after ``start`` others.

    A summary has thousands of cells, so everything is a text before the template writes it: to
    call a macro for a cell, or to escape it there, takes many times as long as to write it.
    """

    def texts(name: str) -> list[str]:
        return [_in_parts(cell) if cell else "" for cell in column(rows, name)]

    def figures(name: str) -> list[str]:
        return _escaped([display(cell, digits) for cell in column(rows, name)])

    budgets, prices = column(rows, "budget"), column(rows, "reference_price")
    made = zip(
        (display(start + number, digits) for number in range(1, len(rows) + 1)),
        texts("name"),
        texts("winner"),
        figures("agreed_price"),
        figures("budget"),
        _paddings(budgets, digits),
        figures("reference_price"),
        _paddings(prices, digits),
        texts("method"),
        [_bidders(cell, digits) for cell in column(rows, "bidders")],
        texts("reason"),
        texts("contract_number"),
        figures("contract_date"),
        strict=True,
    )
    return Lines(map(Line._make, made), decimals(budgets))


def _paddings(cells: Sequence[Decimal | None], digits: Callable[[str], str]) -> list[str]:
    """Return the decimals that amounts lack to stand under the others of their column."""
    places = decimals(cells)
    full = Decimal((0, (1,), -places))
    # Most amounts have them all.
    return [
        "" if cell is None or cell.same_quantum(full) else padding(cell, places, digits)
        for cell in cells
    ]


def _escaped(figures: list[str]) -> list[str]:
    """Return numbers and days as HTML; no line ends in them, so they are escaped in one go."""
    return str(escape("\n".join(figures))).split("\n") if figures else []


@lru_cache(maxsize=1 << 12)  # methods, reasons and bidders come again
def _in_parts(text: str) -> str:
    return str(escape(columns.in_parts(text)))


def _bidders(
    cell: str | list[Bidder] | None, digits: Callable[[str], str]
) -> list[tuple[bool, str, str]]:
    """Format the bidders of a purchase; in a table they are a text."""
    if isinstance(cell, list):
        named = [(bidder.name, display(bidder.price, digits)) for bidder in cell]
    else:
        named = [
            (part["name"], _price(part.get("price", ""), digits))
            for part in (split_bidders(cell) if cell else ())
        ]
    return [(number > 0, _in_parts(name), price) for number, (name, price) in enumerate(named)]


def _price(text: str, digits: Callable[[str], str]) -> str:
    return display(read_money(text), digits) if text else ""
