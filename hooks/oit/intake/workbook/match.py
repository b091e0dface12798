"""Find the entries of a sheet's rows in the file as it is now: it may have changed since."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from oit.intake.workbook.blocks import Block, Entry
from oit.intake.workbook.cells import value_of
from oit.intake.workbook.read import Row
from oit.source.values import KeyPath


class Match(NamedTuple):
    """An entry that an earlier import has already added."""

    entry: Entry
    is_equal: bool
    """Whether all of its fields equal those of the row."""


class Matcher:
    """Finds entries by their place if the file is unchanged, otherwise by their contents."""

    def __init__(self, blocks: Mapping[str, Block], rows: Sequence[Row], *, same: bool) -> None:
        """Take the blocks of the file and the rows of the sheet.

        Args:
            blocks: the blocks of the file, by name.
            rows: the rows of the sheet.
            same: whether the file is unchanged since the export.
        """
        self.blocks, self.rows, self.same = blocks, rows, same
        self._by_path = {row.path: row for row in rows if row.path}
        self._found: dict[KeyPath, Entry | None] = {}
        self._applied = set() if same else set(self._applied_paths())
        """The paths of entries that an earlier import has changed as their rows say."""

    def entry_at(self, path: KeyPath, block: Block) -> Entry | None:
        """Return the entry that was at a path when it was exported; ``None`` if unknown."""
        if path not in self._found:
            self._found[path] = self._search(path, block)
        return self._found[path]

    def _search(self, path: KeyPath, block: Block) -> Entry | None:
        above: KeyPath = ()
        if block.above:
            parent = self.entry_at(path[: -1 - len(block.keys)], self.blocks[block.above])
            if parent is None:
                return None
            above = parent.path
        place = (*above, *block.keys)
        siblings = [
            entry
            for entry in block.entries
            if entry.path[:-1] == place and (entry.path == path or entry.path not in self._applied)
        ]
        here = [entry for entry in siblings if entry.path[-1] == path[-1]]
        if self.same:
            return here[0] if here else None
        row = self._by_path.get(path)
        if row is None:
            return None
        if here and _is_applied(here[0], row, block):
            return here[0]
        equal = [entry for entry in siblings if texts_of(entry, row) == row.old]
        if here and here[0] in equal:
            return here[0]
        if not equal:
            first = block.columns[0].name
            old = row.old.get(first)
            equal = [entry for entry in siblings if old and entry.cells[first].text == old]
        # If several entries are equal, the row may be any of them.
        return equal[0] if len(equal) == 1 else None

    def _applied_paths(self) -> Iterator[KeyPath]:
        for block in self.blocks.values():
            entries = {entry.path: entry for entry in block.entries}
            for row in self.rows:
                entry = entries.get(row.path) if row.block == block.name and row.path else None
                if entry and row.changed and _is_applied(entry, row, block):
                    yield entry.path

    def added_before(
        self, row: Row, block: Block, path: KeyPath, taken: Collection[Entry]
    ) -> Match | None:
        """Find the entry of a new row in a list: a workbook may be imported twice.

        Args:
            row: the row.
            block: its block.
            path: the list in the file.
            taken: entries that were found for other new rows.
        """
        if self.same:
            return None
        rows = [r for r in self.rows if r.block == block.name and r.path]
        known = [*(self.entry_at(r.path, block) for r in rows if r.path), *taken]
        values = [value_of(row.new.get(c.name, ""), c) for c in block.columns]
        named_alike = None
        for entry in block.entries:
            if entry.path[:-1] != path or entry in known:
                continue
            present = [value_of(entry.cells[c.name].text, c) for c in block.columns]
            if present == values:
                return Match(entry, is_equal=True)
            # The same name with other fields: added before and changed since, or another entry.
            if named_alike is None and present[0] == values[0] != "":
                named_alike = Match(entry, is_equal=False)
        return named_alike


def _is_applied(entry: Entry, row: Row, block: Block) -> bool:
    """Tell whether an earlier import has given an entry what its row says now."""
    columns = [column for column in block.columns if column.name in row.new]
    return all(
        value_of(entry.cells[column.name].text, column) == value_of(row.new[column.name], column)
        for column in columns
    )


def texts_of(entry: Entry, row: Row) -> dict[str, str]:
    """Return the texts that the cells of a row would have for an entry."""
    return {name: entry.cells[name].text for name in row.old if name in entry.cells}
