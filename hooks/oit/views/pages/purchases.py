"""The lines of a monthly summary of purchases, which has nine columns."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from oit.forms.base import Form
from oit.forms.bidders import Bidder, split_bidders
from oit.thai.money import read_money
from oit.views.pages.environment import column, display


class Line(NamedTuple):
    """One purchase, formatted for readers."""

    name: str
    budget: Decimal | None
    reference_price: Decimal | None
    method: str
    bidders: list[tuple[str, str]]
    """Names and bids."""
    winner: str
    agreed_price: str
    reason: str
    contract_number: str
    contract_date: str


def lines(rows: Sequence[Form], digits: Callable[[str], str]) -> list[Line]:
    """Format purchases, given as records or as rows of a table."""

    def texts(name: str) -> list[str]:
        return [cell or "" for cell in column(rows, name)]

    def figures(name: str) -> list[str]:
        return [display(cell, digits) for cell in column(rows, name)]

    return [
        Line(*line)
        for line in zip(
            texts("name"),
            column(rows, "budget"),
            column(rows, "reference_price"),
            texts("method"),
            [_bidders(cell, digits) for cell in column(rows, "bidders")],
            texts("winner"),
            figures("agreed_price"),
            texts("reason"),
            texts("contract_number"),
            figures("contract_date"),
            strict=True,
        )
    ]


def _bidders(
    cell: str | list[Bidder] | None, digits: Callable[[str], str]
) -> list[tuple[str, str]]:
    """Format the bidders of a purchase; in a table they are a text."""
    if isinstance(cell, list):
        return [(bidder.name, display(bidder.price, digits)) for bidder in cell]
    parts = split_bidders(cell) if cell else []
    return [(part["name"], _price(part.get("price", ""), digits)) for part in parts]


def _price(text: str, digits: Callable[[str], str]) -> str:
    return display(read_money(text), digits) if text else ""
