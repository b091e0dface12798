"""Tell which lists of a file are already as a sheet wants them: a workbook may be imported twice.

Single rows do not tell: a renamed entry is no longer found by its old name, and of two entries
that have exchanged their names each looks like the other before the exchange.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from oit.intake.workbook.blocks import Block
from oit.intake.workbook.cells import value_of
from oit.intake.workbook.read import Row
from oit.intake.workbook.sheet import PARENT

_Tree = list[Any]
"""The entries of a list in order: the values of each, and the trees of the lists within it."""


def applied(blocks: Mapping[str, Block], rows: Sequence[Row]) -> set[str]:
    """Return the names of the blocks whose entries, and those within, equal the sheet's rows."""
    done: set[str] = set()
    for block in blocks.values():
        if (
            block.name
            and not block.above
            and _present(block, blocks, 0) == _wanted(block, blocks, rows, None)
        ):
            done |= {
                name for name in blocks if name == block.name or name.startswith(f"{block.name}/")
            }
    return done


def _present(block: Block, blocks: Mapping[str, Block], parent: int) -> _Tree:
    """Return the entries of a list in the file, by the number of the entry that contains it."""
    return [
        (
            [value_of(entry.cells[column.name].text, column) for column in block.columns],
            [_present(inner, blocks, number) for inner in _within(block, blocks)],
        )
        for number, entry in enumerate(block.entries, start=1)
        if entry.parent == parent
    ]


def _wanted(
    block: Block, blocks: Mapping[str, Block], rows: Sequence[Row], parent: Row | None
) -> _Tree:
    """Return the entries that a list of the file has once the sheet is imported."""
    return [
        (
            [value_of(row.new.get(column.name, ""), column) for column in block.columns],
            [_wanted(inner, blocks, rows, row) for inner in _within(block, blocks)],
        )
        for row in rows
        if row.block == block.name and _is_filled(row) and _belongs(row, block, parent)
    ]


def _within(block: Block, blocks: Mapping[str, Block]) -> list[Block]:
    return [inner for inner in blocks.values() if inner.above == block.name]


def _is_filled(row: Row) -> bool:
    return any(text.strip() for name, text in row.new.items() if name != PARENT)


def _belongs(row: Row, block: Block, parent: Row | None) -> bool:
    if parent is None:
        return True
    if row.path is None:
        return row.new.get(PARENT, "").strip() == str(parent.number)
    return row.path[: -1 - len(block.keys)] == parent.path
