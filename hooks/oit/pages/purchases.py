"""The lines of a monthly summary of purchases, as the form of nine columns has them."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from oit.forms.base import Form
from oit.forms.bidders import Bidder, split_bidders
from oit.pages.environment import column, written
from oit.thai import parse_money


class Line(NamedTuple):
    """One purchase, written for readers."""

    name: str
    budget: str
    reference_price: str
    method: str
    bidders: list[tuple[str, str]]
    """Names, and the prices offered."""
    winner: str
    agreed_price: str
    reason: str
    contract_number: str
    contract_date: str


def lines(rows: Sequence[Form], digits: Callable[[str], str]) -> list[Line]:
    """Write purchases, given as records or as rows of a table."""
    write = cache(lambda value: written(value, digits))

    def texts(name: str) -> list[str]:
        return [write(cell) for cell in column(rows, name)]

    return [
        Line(*line)
        for line in zip(
            texts("name"),
            texts("budget"),
            texts("reference_price"),
            texts("method"),
            [_bidders(cell, write) for cell in column(rows, "bidders")],
            texts("winner"),
            texts("agreed_price"),
            texts("reason"),
            texts("contract_number"),
            texts("contract_date"),
            strict=True,
        )
    ]


def _bidders(cell: str | list[Bidder] | None, write: Callable[[Any], str]) -> list[tuple[str, str]]:
    """Write the bidders of a purchase; a table has them as a text."""
    if isinstance(cell, list):
        return [(bidder.name, write(bidder.price)) for bidder in cell]
    parts = split_bidders(cell) if cell else []
    return [(part["name"], write(_price(part.get("price", "")))) for part in parts]


def _price(text: str) -> Any:
    return parse_money(text) if text else None
