"""The bidders of a purchase: a list in YAML, one line of text in the cell of a table.

A cell contains ``ร้าน ก = 46730.00 | ร้าน ข = 47000``; a bidder without a known price is a name
alone. A backslash before ``|``, ``=`` or a backslash makes it part of a name.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from oit.forms.base import Form
from oit.forms.fields import Money, Name, Rows, label, required
from oit.thai import writing

_SPECIAL = re.compile(r"([\\|=])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BETWEEN = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_BEFORE_PRICE = re.compile(r"((?:[^\\=]|\\.)*?)=(.*)", re.DOTALL)
# A name has a letter or digit. Possessive, so that no cell is scanned again and again.
_NAME = r"(?:[^\\|=\w]|_)*+[^\W_][^\\|=]*"
_PART = rf"{_NAME}(?: = [0-9]{{1,12}}(?:\.[0-9]{{1,2}})?)?"
WRITTEN = re.compile(rf"{_PART}(?: \| {_PART})*")
"""A cell as this program writes it, as most are; it can always be read."""

BIDDER_PARTS = ("name", "price")


class Bidder(Form):
    """A bidder and the price offered."""

    name: Name = required("ผู้เสนอราคา")
    price: Money = label("ราคาที่เสนอ (บาท)")


def write_bidders(bidders: Iterable[tuple[str, Decimal | None]]) -> str:
    """Write bidders and their prices as one text."""
    return " | ".join(
        _escaped(name) + (f" = {price:f}" if price is not None else "") for name, price in bidders
    )


def join_bidders(bidders: Iterable[Mapping[str, str]]) -> str:
    """Write bidders whose prices are texts, which may be unreadable, as one text."""
    return " | ".join(
        _escaped(bidder.get("name", ""))
        + (f" = {_escaped(price)}" if (price := bidder.get("price")) else "")
        for bidder in bidders
    )


def _escaped(name: str) -> str:
    return _SPECIAL.sub(r"\\\1", name) if _SPECIAL.search(name) else name


def split_bidders(text: str) -> list[dict[str, str]]:
    """Split the text of a cell into bidders; prices stay text."""
    if WRITTEN.fullmatch(text):
        bidders = (part.partition(" = ") for part in text.split(" | "))
        return [
            {"name": name.strip(), "price": price} if price else {"name": name.strip()}
            for name, _, price in bidders
        ]
    parts = _BETWEEN.sub("\\1\0", text).split("\0")
    return [_split_price(part) for part in parts if not writing.is_blank(part)]


def says(text: str, field: str) -> bool:
    """Tell whether a cell contains any bidder's name, or any price."""
    if WRITTEN.fullmatch(text):
        return field == "name" or " = " in text
    return any(not writing.is_blank(part.get(field, "")) for part in split_bidders(text))


def _split_price(part: str) -> dict[str, str]:
    match = _BEFORE_PRICE.fullmatch(part)
    name, price = match.groups() if match else (part, "")
    plain = _ESCAPED.sub(r"\1", name.strip())
    price = _ESCAPED.sub(r"\1", price.strip())
    return {"name": plain, "price": price} if match else {"name": plain}


def _from_cell(value: object) -> object:
    if isinstance(value, str) and not writing.is_blank(value):
        return split_bidders(value)
    return value


Bidders = Annotated[list[Bidder], Rows, BeforeValidator(_from_cell)]
