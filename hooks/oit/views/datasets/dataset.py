"""A table as it is given out: named and typed columns, and rows of plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from oit.thai.calendar import Month

Cell = str | int | Decimal | date | Month | None
FieldType = Literal["string", "integer", "number", "date", "yearmonth"]
"""The types of Table Schema that tables have; money is a number, in baht."""


@dataclass(frozen=True)
class Field:
    """A column."""

    name: str
    type: FieldType
    title: str
    """Its Thai name."""
    description: str = ""
    required: bool = False
    """Whether no row may be without it."""


@dataclass(frozen=True)
class Dataset:
    """A table of one fiscal year."""

    year: int
    name: str
    """Its short name, which its addresses carry: ``procurement``; one a year."""
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: Sequence[tuple[Cell, ...]]
    """The cells of each row, in the order of the fields."""
    masked: int = 0
    """How many national ids were left out of it."""
    covers: int = 0
    """The fiscal year that it is of, where that is not the year of its folder."""

    @property
    def path(self) -> str:
        """The files' path without their ending, from the site's root: ``data/2569/procurement``."""
        return f"data/{self.year}/{self.name}"

    @property
    def url(self) -> str:
        """The page's permanent address from the site's root."""
        return f"{self.path}/"
