"""A paper: what an office files and signs, whichever way it is shown.

A paper is made of blocks of plain values. The site shows it as a page that prints to A4,
Word as a file for those who sign on paper; both write the same blocks.
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
    """A heading, with the address that the page gives it."""

    text: str
    id: str


@dataclass(frozen=True)
class Text:
    """A paragraph, with what it begins with in bold."""

    text: Value
    label: str = ""


@dataclass(frozen=True)
class Points:
    """Lines below each other, each with its number."""

    lines: list[str]
    numbered: bool = False


@dataclass(frozen=True)
class Figures:
    """Two or three figures that sum something up."""

    pairs: list[tuple[str, Value]]


@dataclass(frozen=True)
class Chart:
    """Bars of scores or counts; a table with the same figures stands beside it."""

    caption: str
    rows: Sequence[tuple[str, Decimal | int | None]]
    most: int | None = None
    """What fills the whole width; the longest bar where it is not given."""


class PaperColumn(NamedTuple):
    """A column of a table: its head, and its share of the width."""

    head: str
    width: int = 2


Row = Sequence[Cell]


@dataclass(frozen=True)
class PaperTable:
    """A table; its head stands on every sheet that it is on."""

    caption: str
    columns: Sequence[PaperColumn]
    groups: Sequence[tuple[str, Sequence[Row]]]
    """The rows, under what they have in common; rows of the nameless group stand alone."""

    @classmethod
    def of(
        cls,
        caption: str,
        columns: Sequence[PaperColumn],
        groups: Sequence[tuple[str, Sequence[Row]]],
    ) -> "PaperTable":
        """Make a table of the columns that any row has something for, of the first at least."""
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
        """Tell whether a column holds numbers."""
        return any(money.is_number(row[index]) for _, rows in self.groups for row in rows)


@dataclass(frozen=True)
class Timeline:
    """What is carried out in which of the four quarters of a fiscal year."""

    caption: str
    quarters: list[str]
    rows: list[tuple[str, list[bool]]]


@dataclass(frozen=True)
class Signatures:
    """Room to sign."""

    signers: list[Signer]


Block = Heading | Text | Points | Figures | Chart | PaperTable | Timeline | Signatures


@dataclass(frozen=True)
class Paper:
    """A paper of one year."""

    slug: str
    """Its part of the address, and the name of its file."""
    name: str
    """What it is called where the year and the agency are known."""
    title: str
    subtitle: str
    blocks: Sequence[Block] = field(default_factory=list)
    landscape: bool = False

    @property
    def running_head(self) -> str:
        """What stands on top of every sheet."""
        return f"{self.title} · {self.subtitle}"
