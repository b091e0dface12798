"""A paper that an office files and signs, independent of how it is rendered.

A paper consists of blocks of plain values, which are rendered both as a page of the site that
prints on A4, and as a Word file for signing on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from oit.forms.ita import Evidence, Signer
from oit.thai import dates, money

Value = str | int | Decimal | date | None
Cell = Value | list[str] | list[Evidence]


def text_of(value: Value | Evidence) -> str:
    """Write a value in Arabic numerals."""
    match value:
        case None:
            return ""
        case Evidence():
            return value.title
        case str():
            return value
        case date():
            return dates.format_date(value)
        case _:
            return money.format_number(value)


def is_blank(content: Cell) -> bool:
    """Return whether a cell has nothing to show; zero is something."""
    return content in (None, "", [])


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
    shows: Literal["counts", "scores", "trend"] = "counts"
    """What the sentence above it is about: numbers of measures, scores, or scores of years."""
    most: int | None = None
    """The value that fills the full width; by default the largest value."""
    pass_mark: Decimal | None = None
    """The score from which an agency passes, drawn across the bars."""


Row = Sequence[Cell]


@dataclass(frozen=True)
class PaperTable:
    """A table; its header is repeated on every sheet."""

    caption: str
    columns: Sequence[str]
    """The headers."""
    groups: Sequence[tuple[str, Sequence[Row]]]
    """Named groups of rows; a group without a name has no heading."""
    is_wide: bool = False
    """Whether it needs a page in landscape."""

    @classmethod
    def of(
        cls,
        caption: str,
        columns: Sequence[str],
        groups: Sequence[tuple[str, Sequence[Row]]],
    ) -> "PaperTable":
        """Make a table without its empty columns; if all are empty, the first one is kept."""
        rows = [row for _, group in groups for row in group]
        used = [
            index for index in range(len(columns)) if any(not is_blank(row[index]) for row in rows)
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
class Record:
    """A heading, and lines with a label each; a continuation of the record before has no title."""

    title: str
    lines: Sequence[tuple[str, Cell]]


@dataclass(frozen=True)
class Records:
    """The rows of a table that does not fit on a page, one below the other."""

    caption: str
    groups: Sequence[tuple[str, Sequence[Record]]]
    """Named groups of records; a group without a name has no heading."""


@dataclass(frozen=True)
class Timeline:
    """The quarters of a fiscal year in which measures are carried out."""

    caption: str
    quarters: list[str]
    rows: list[tuple[str, list[bool]]]

    def as_table(self) -> PaperTable:
        """Return the same as a table with marks, for Word."""
        rows = [
            [name, *("●" if is_active else "" for is_active in active)]
            for name, active in self.rows
        ]
        return PaperTable(self.caption, ["มาตรการ", *self.quarters], [("", rows)])


@dataclass(frozen=True)
class Signatures:
    """Space to sign."""

    signers: list[Signer]


Block = Heading | Text | Points | Figures | Chart | PaperTable | Records | Timeline | Signatures


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
    cover: Sequence[str] = ()
    """The lines of its cover, the title first; empty if it has none."""

    @property
    def landscape(self) -> bool:
        """Whether a table needs the width."""
        return any(isinstance(block, PaperTable) and block.is_wide for block in self.blocks)

    @property
    def running_head(self) -> str:
        """The header of every sheet."""
        return f"{self.title} · {self.subtitle}"
