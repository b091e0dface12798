"""Bar charts as inline SVG: they need no script and print well; a table has the same figures."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

BAR_WIDTH = 300


class Bar(NamedTuple):
    """A bar and its length, in the units of the drawing."""

    label: str
    value: Decimal | int | None
    """``None`` if it is not known: the row says so and has no bar."""
    width: float


def bars(rows: Sequence[tuple[str, Decimal | int | None]], most: int | None = None) -> list[Bar]:
    """Lay out a bar for each row; ``most``, or else the largest value, fills the full width."""
    full = most or max((value for _, value in rows if value is not None), default=0)
    return [Bar(label, value, along(value or 0, full)) for label, value in rows]


def along(value: Decimal | int, full: Decimal | int) -> float:
    """Return the place of a value in the drawing, whose width stands for ``full``."""
    share = Decimal(value) / full if full > 0 else Decimal(0)
    return round(float(BAR_WIDTH * min(max(share, Decimal(0)), Decimal(1))), 1)
