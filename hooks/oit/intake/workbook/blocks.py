"""A file as blocks of rows: its own fields, and a block for each of its lists.

A list within a list (steps of services) is a block of its own; a column says to which row of the
block above each of its rows belongs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from oit.forms.base import Form
from oit.forms.tabular import TableForm
from oit.intake.workbook.cells import Cell, SheetColumn, cells_of, columns_of, fields_of, form_in
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.thai import writing

_MAX_NESTING = 2
"""How often a form is shown within itself, unless the file nests it deeper."""


@dataclass(frozen=True)
class Entry:
    """A row: the fields of the file itself, or of an entry of a list."""

    path: KeyPath
    parent: int
    """The number, from 1, of the row that it belongs to in the block above; otherwise 0."""
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Block:
    """The fields of a file, or one of its lists."""

    name: str
    """The path of the list without indexes; empty for the file's own fields."""
    title: str
    above: str
    """The list that contains it; empty for a list of the file itself."""
    columns: tuple[SheetColumn, ...]
    entries: tuple[Entry, ...]

    @property
    def keys(self) -> KeyPath:
        """The keys that lead from an entry of the list above to this list."""
        name = self.name.removeprefix(f"{self.above}/") if self.above else self.name
        return tuple(name.split("."))


def blocks_of(form: type[Form], root: Any) -> list[Block]:
    """Return the blocks of a file, without the entries in its CSV: ``oit import`` reads those."""
    is_table = issubclass(form, TableForm)
    columns = tuple(c for c in columns_of(form) if not (is_table and c.name == "rows"))
    own = Entry((), 0, cells_of(root, columns))
    in_table = form.FILLS if names_table(form, root) and issubclass(form, TableForm) else ()
    lists = [
        block
        for block in _lists(form, root, "", (own,), (form,))
        if re.split("[./]", block.name)[0] not in in_table
    ]
    # Every form has documents; the lists of its own come first.
    lists.sort(key=lambda block: block.name == "documents")
    return [Block("", "", "", columns, (own,)), *lists]


def names_table(form: type[Form], root: Any) -> str:
    """Return the CSV that a file takes its entries from; empty if it names none."""
    name = root.get("rows", "") if issubclass(form, TableForm) else ""
    return name if isinstance(name, str) and not writing.is_blank(name) else ""


def _lists(
    form: type[Form], root: Any, above: str, entries: tuple[Entry, ...], within: tuple[Any, ...]
) -> Iterator[Block]:
    for name, title, info in fields_of(form):
        if get_origin(info.annotation) is not list or (inner := form_in(form, name)) is None:
            continue
        columns = columns_of(inner)
        rows = tuple(
            Entry(path, number if above else 0, cells_of(value, columns))
            for number, entry in enumerate(entries, start=1)
            for path, value in _entries(root, (*entry.path, *name.split(".")))
        )
        if not rows and within.count(inner) >= _MAX_NESTING:
            continue
        block = Block(f"{above}/{name}" if above else name, title, above, columns, rows)
        yield block
        yield from _lists(inner, root, block.name, rows, (*within, inner))


def _entries(root: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    entries = value_at(root, path)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (*path, index), entry
