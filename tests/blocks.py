"""What the tests of papers look for: the blocks of a kind, a table's heads and rows."""

from collections.abc import Iterable
from typing import TypeVar

from oit.forms.agency import Agency
from oit.views.papers.paper import Block, Cell, Heading, PaperTable

AGENCY = Agency(name="เทศบาลตำบลเล็ก", kind="municipality")

Kind = TypeVar("Kind")


def every(kind: type[Kind], blocks: Iterable[Block]) -> list[Kind]:
    """Return the blocks of a kind."""
    return [block for block in blocks if isinstance(block, kind)]


def only(kind: type[Kind], blocks: Iterable[Block]) -> Kind:
    """Return the one block of a kind."""
    (block,) = every(kind, blocks)
    return block


def table(caption: str, blocks: Iterable[Block]) -> PaperTable:
    """Return the table whose caption begins with a text."""
    (found,) = [block for block in every(PaperTable, blocks) if block.caption.startswith(caption)]
    return found


def heads(shown: PaperTable) -> list[str]:
    """Return the heads of a table's columns."""
    return list(shown.columns)


def rows(shown: PaperTable) -> list[list[Cell]]:
    """Return a table's rows, of every group."""
    return [list(row) for _, group in shown.groups for row in group]


def column(head: str, shown: PaperTable) -> list[Cell]:
    """Return the cells of a column."""
    index = heads(shown).index(head)
    return [row[index] for row in rows(shown)]


def sections(blocks: Iterable[Block]) -> list[str]:
    """Return the addresses of the headings."""
    return [heading.id for heading in every(Heading, blocks)]
