"""Bar charts as inline SVG: they need no script and print well; a table has the same figures."""

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
    """Lay out a bar for each row; ``most``, or else the largest value, fills the full width."""
    known = [(label, value) for label, value in rows if value is not None]
    full = most or max((value for _, value in known), default=0)
    return [
        Bar(label, value, round(float(BAR_WIDTH * value / full), 1) if full else 0)
        for label, value in known
    ]
