"""A paper that an office files and signs, independent of how it is rendered.

A paper consists of blocks of plain values, which are rendered both as a page of the site that
prints on A4, and as a Word file for signing on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from oit.forms.ita import Evidence, Signer
from oit.thai import money

Value = str | int | Decimal | date | None
Cell = Value | list[str] | list[Evidence]


@dataclass(frozen=True)
class Heading:
    """A heading, with its anchor on the page."""

    text: str
    id: str


@dataclass(frozen=True)
class Text:
    """A paragraph, with an optional label in bold before it."""

    text: Value
    label: str = ""


@dataclass(frozen=True)
class Points:
    """A list of lines, optionally numbered."""

    lines: list[str]
    numbered: bool = False


@dataclass(frozen=True)
class Figures:
    """Two or three summary figures."""

    pairs: list[tuple[str, Value]]


@dataclass(frozen=True)
class Chart:
    """Bars of scores or counts; a table beside it has the same figures."""

    caption: str
    rows: Sequence[tuple[str, Decimal | int | None]]
    most: int | None = None
    """The value that fills the full width; by default the largest value."""


class PaperColumn(NamedTuple):
    """A column of a table: its header, and its share of the width."""

    head: str
    width: int = 2


Row = Sequence[Cell]


@dataclass(frozen=True)
class PaperTable:
    """A table; its header is repeated on every sheet."""

    caption: str
    columns: Sequence[PaperColumn]
    groups: Sequence[tuple[str, Sequence[Row]]]
    """Named groups of rows; a group without a name has no heading."""

    @classmethod
    def of(
        cls,
        caption: str,
        columns: Sequence[PaperColumn],
        groups: Sequence[tuple[str, Sequence[Row]]],
    ) -> "PaperTable":
        """Make a table without its empty columns; if all are empty, the first one is kept."""
        rows = [row for _, group in groups for row in group]
        used = [
            index
            for index in range(len(columns))
            if any(row[index] not in (None, "", []) for row in rows)
        ] or [0]
        return cls(
            caption,
            [columns[index] for index in used],
            [(name, [[row[index] for index in used] for row in group]) for name, group in groups],
        )

    def is_numeric(self, index: int) -> bool:
        """Return whether a column has numbers."""
        return any(money.is_number(row[index]) for _, rows in self.groups for row in rows)


@dataclass(frozen=True)
class Timeline:
    """The quarters of a fiscal year in which measures are carried out."""

    caption: str
    quarters: list[str]
    rows: list[tuple[str, list[bool]]]


@dataclass(frozen=True)
class Signatures:
    """Space to sign."""

    signers: list[Signer]


Block = Heading | Text | Points | Figures | Chart | PaperTable | Timeline | Signatures


@dataclass(frozen=True)
class Paper:
    """A paper of one year."""

    slug: str
    """The last part of the address, and the name of the file."""
    name: str
    """A short name for places where the year and the agency are clear."""
    title: str
    subtitle: str
    blocks: Sequence[Block] = field(default_factory=list)
    landscape: bool = False
    cover: Sequence[str] = ()
    """The lines of its cover, the title first; empty if it has none."""

    @property
    def running_head(self) -> str:
        """The header of every sheet."""
        return f"{self.title} · {self.subtitle}"
