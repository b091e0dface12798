"""The lines of a monthly summary of purchases, which has nine columns."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from oit.forms.base import Form
from oit.forms.bidders import Bidder, split_bidders
from oit.thai.money import read_money
from oit.views.pages.columns import decimals, padding, parts
from oit.views.pages.environment import column, display, template


class Figure(NamedTuple):
    """An amount in a column of amounts."""

    text: str
    padding: str
    """The decimals that it lacks to stand under the others."""


class Line(NamedTuple):
    """One purchase, formatted for readers."""

    number: str
    name: str
    budget: Figure
    reference_price: Figure
    method: str
    bidders: list[tuple[str, str]]
    """Names and bids."""
    winner: str
    agreed_price: str
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
    call a macro for a cell takes many times as long as to write the cell.
    """

    def texts(name: str) -> list[str]:
        return [_in_parts(cell) if cell else "" for cell in column(rows, name)]

    def figures(name: str) -> list[str]:
        return [display(cell, digits) for cell in column(rows, name)]

    budgets, prices = column(rows, "budget"), column(rows, "reference_price")
    made = zip(
        (display(start + number, digits) for number in range(1, len(rows) + 1)),
        texts("name"),
        _aligned(budgets, digits),
        _aligned(prices, digits),
        texts("method"),
        [_bidders(cell, digits) for cell in column(rows, "bidders")],
        texts("winner"),
        figures("agreed_price"),
        texts("reason"),
        texts("contract_number"),
        figures("contract_date"),
        strict=True,
    )
    return Lines((Line(*line) for line in made), decimals(budgets))


def _aligned(cells: Sequence[Decimal | None], digits: Callable[[str], str]) -> list[Figure]:
    places = decimals(cells)
    return [Figure(display(cell, digits), padding(cell, places, digits)) for cell in cells]


@lru_cache(maxsize=1 << 12)  # methods, reasons and bidders come again
def _in_parts(text: str) -> str:
    """Keep the dates, numbers and ids of a text on one line."""
    if not any(is_whole for _, is_whole in parts(text)):
        return text
    # The template's macro escapes the text.
    marked: str = template("tables.html").module.text(text)  # type: ignore[attr-defined]
    return marked


def _bidders(
    cell: str | list[Bidder] | None, digits: Callable[[str], str]
) -> list[tuple[str, str]]:
    """Format the bidders of a purchase; in a table they are a text."""
    if isinstance(cell, list):
        return [(_in_parts(bidder.name), display(bidder.price, digits)) for bidder in cell]
    found = split_bidders(cell) if cell else []
    return [(_in_parts(part["name"]), _price(part.get("price", ""), digits)) for part in found]


def _price(text: str, digits: Callable[[str], str]) -> str:
    return display(read_money(text), digits) if text else ""
