"""A published table: named and typed columns of plain values."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

from oit.thai.calendar import Month

T = TypeVar("T")
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
    columns: Sequence[Sequence[Cell]]
    """The cells of each field; rows would take much memory."""
    masked: int = 0
    """The number of national ids that were masked."""
    covers: int = 0
    """The fiscal year of the contents, if known; it may differ from the year of the folder."""
    modified: date | None = None
    """The newest day that the data itself carries, if any; never the day of a build."""

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def rows(self, most: int | None = None) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells of each row in the order of the fields, or only of the first rows."""
        return zip(*(cells[:most] for cells in self.columns), strict=True)

    @property
    def path(self) -> str:
        """The path of its files without extension, from the site's root."""
        return f"data/{self.year}/{self.name}"

    @property
    def url(self) -> str:
        """The permanent address of its page, from the site's root."""
        return f"{self.path}/"


def each(cells: Sequence[Any], function: Callable[[Any], T]) -> list[T]:
    """Apply a function to the cells of a column, to each object once: most equal texts are one."""
    distinct = dict(zip(map(id, cells), cells, strict=True))
    if len(distinct) == len(cells):
        return [*map(function, cells)]
    results = {identity: function(cell) for identity, cell in distinct.items()}
    return [*map(results.__getitem__, map(id, cells))]
