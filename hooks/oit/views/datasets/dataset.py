"""A published table: named and typed columns, and rows of plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from oit.thai.calendar import Month

Cell = str | int | Decimal | date | Month | None
FieldType = Literal["string", "integer", "number", "date", "yearmonth"]
"""The Table Schema types that tables use; money is a number, in baht."""


@dataclass(frozen=True)
class Field:
    """A column."""

    name: str
    type: FieldType
    title: str
    """Its Thai name."""
    description: str = ""
    required: bool = False
    """Whether every row must have a value."""


@dataclass(frozen=True)
class Dataset:
    """A table of one fiscal year."""

    year: int
    name: str
    """The short name used in its addresses, unique within the year: ``procurement``."""
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: Sequence[tuple[Cell, ...]]
    """The cells of each row, in the order of the fields."""
    masked: int = 0
    """The number of national ids that were masked."""
    covers: int = 0
    """The fiscal year of the contents, if known; it may differ from the year of the folder."""
    modified: date | None = None
    """The newest day that the data itself carries, if any; never the day of a build."""

    @property
    def path(self) -> str:
        """The path of its files without extension, from the site's root."""
        return f"data/{self.year}/{self.name}"

    @property
    def url(self) -> str:
        """The permanent address of its page, from the site's root."""
        return f"{self.path}/"
