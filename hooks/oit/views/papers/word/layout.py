"""How the blocks of a paper lie on its pages: column widths, and what stays together.

Word moves a paragraph or a row that is kept with the next one to the next page together with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from oit.forms.ita import Signer
from oit.views.papers.paper import (
    Block,
    Chart,
    Figures,
    Heading,
    PaperTable,
    Points,
    Record,
    Records,
    Row,
    Signatures,
    Text,
    Timeline,
)
from oit.views.papers.widths import label_width, lines_of, widths_of

_LONG_ROW = 10
"""A row of more lines may continue on the next page."""
_SHORT_RECORD = 14
"""A record of fewer lines stays on one page."""


@dataclass(frozen=True)
class Topic:
    """The heading of a group of records."""

    text: str


class Line(NamedTuple):
    """A row of a table."""

    cells: Row
    is_kept: bool
    """Whether it stays on the page of what follows."""
    is_whole: bool
    """Whether it stays on one page itself."""


@dataclass(frozen=True)
class Grid:
    """A table with its widths in points."""

    caption: str
    heads: Sequence[str]
    """The repeated header; a single one spans all columns."""
    widths: Sequence[float]
    groups: Sequence[tuple[str, Sequence[Line]]]
    is_captioned: bool = False
    """Whether the caption is shown; a heading may already have its words."""
    is_record: bool = False
    """Whether its first column has labels."""
    signers: Sequence[Signer] = ()
    """Who signs in a last row, which stays with the row before it.

    LibreOffice keeps rows together, but not a row with the paragraph below the table.
    """


class Laid(NamedTuple):
    """A block, and whether its end stays on the page of the next block."""

    block: Heading | Topic | Text | Points | Figures | Grid | Signatures
    is_kept: bool


def lay_out(blocks: Sequence[Block], width: float) -> Iterator[Laid]:
    """Lay out the blocks in a width in points.

    Charts are left out: the table beside each has the same figures.
    """
    shown = [block for block in blocks if not isinstance(block, Chart)]
    heading = ""
    for before, block, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        heading = block.text if isinstance(block, Heading) else heading
        signers = after.signers if isinstance(after, Signatures) else ()
        match block:
            case PaperTable():
                yield Laid(_table(block, width, heading, signers), False)
            case Timeline():
                yield Laid(_table(block.as_table(), width, heading, signers), False)
            case Records():
                yield from _records(block, width, signers)
            case Text():
                introduces = isinstance(after, PaperTable | Records | Points)
                yield Laid(block, introduces or bool(signers))
            case Heading():
                yield Laid(block, True)
            case Points() | Figures():
                yield Laid(block, bool(signers))
            case Signatures() if not isinstance(before, PaperTable | Timeline | Records):
                yield Laid(block, False)


def _table(table: PaperTable, width: float, heading: str, signers: Sequence[Signer]) -> Grid:
    widths = widths_of(table, width)
    groups = [(name, _lines(rows, widths)) for name, rows in table.groups]
    if signers:
        groups[-1] = (groups[-1][0], _kept_to_the_end(groups[-1][1]))
    is_captioned = table.caption != heading
    return Grid(table.caption, table.columns, widths, groups, is_captioned, signers=signers)


def _lines(rows: Sequence[Row], widths: Sequence[float]) -> list[Line]:
    """Return the lines of a group; neither the first nor the last is alone on its page.

    Long rows are not kept together: they would leave most of a page empty.
    """
    counts = [lines_of(row, widths) for row in rows]
    pairs = {index for index in (0, len(rows) - 2) if sum(counts[index : index + 2]) <= _LONG_ROW}
    ends = pairs if len(rows) > 1 else set()
    return [
        Line(row, index in ends, count <= _LONG_ROW)
        for index, (row, count) in enumerate(zip(rows, counts, strict=True))
    ]


def _kept_to_the_end(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:-1], *(line._replace(is_kept=True) for line in lines[-1:])]


def _records(block: Records, width: float, signers: Sequence[Signer]) -> Iterator[Laid]:
    records = [record for _, group in block.groups for record in group]
    label = label_width([name for record in records for name, _ in record.lines], width)
    for name, group in block.groups:
        if name:
            yield Laid(Topic(name), True)
        for record in group:
            ends = signers if record is records[-1] else ()
            yield Laid(_record(record, (label, width - label), ends), False)


def _record(record: Record, widths: tuple[float, float], signers: Sequence[Signer]) -> Grid:
    lines = _lines(record.lines, widths)
    if sum(lines_of(row, widths) for row in record.lines) < _SHORT_RECORD:
        lines = [*(line._replace(is_kept=True) for line in lines[:-1]), *lines[-1:]]
    if signers:
        lines = _kept_to_the_end(lines)
    heads = [record.title]
    return Grid(record.title, heads, widths, [("", lines)], is_record=True, signers=signers)
