"""What the values of a sheet's cells do not tell: formats, errors, and what is hidden."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from oit.spreadsheets.formats import Format

Cell = tuple[int, int]
"""A row and a column; both count from 0."""

NOT_COMPUTED = "="
"""In the place of an error: a formula whose result is not in the file."""


@dataclass
class Details:
    """The details of a sheet."""

    formats: dict[Cell, Format] = field(default_factory=dict)
    """The number formats that change what cells show."""
    texts: dict[Cell, str] = field(default_factory=dict)
    """What cells show, in files that say so themselves."""
    lost: list[tuple[Cell, str]] = field(default_factory=list)
    """Cells without a usable value, and the error in them."""
    misleading: list[Cell] = field(default_factory=list)
    """Cells that show something else than their value."""
    struck: list[Cell] = field(default_factory=list)
    """Cells whose text, or a part of it, is struck through: it no longer holds."""
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)


def in_ranges(numbers: Iterable[int]) -> list[range]:
    """Join numbers in ascending order into ranges."""
    ranges: list[range] = []
    for number in numbers:
        if ranges and ranges[-1].stop == number:
            ranges[-1] = range(ranges[-1].start, number + 1)
        else:
            ranges.append(range(number, number + 1))
    return ranges
