"""Bar charts as inline SVG: no script, prints, and reads from the table beside it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

BAR_WIDTH = 300


class Bar(NamedTuple):
    """A bar and its length, in the units of the drawing."""

    label: str
    value: Decimal | int
    width: float


def bars(rows: Sequence[tuple[str, Decimal | int | None]], most: int | None = None) -> list[Bar]:
    """Lay out a horizontal bar a row; ``most``, or else the longest, fills the whole width."""
    known = [(label, value) for label, value in rows if value is not None]
    longest = most or max((value for _, value in known), default=0)
    return [
        Bar(label, value, round(float(BAR_WIDTH * value / longest), 1) if longest else 0)
        for label, value in known
    ]
