"""A table in memory: typed columns; a row becomes a record only on demand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, overload

from oit.data.tables.column import is_list, reader
from oit.findings.finding import Finding, Place
from oit.forms import bidders
from oit.forms.base import Form
from oit.forms.values import Entries
from oit.thai.calendar import Month


class Statement(NamedTuple):
    """A statement that there was nothing in a month."""

    month: Month
    text: str
    line: int


@dataclass
class Table:
    """The contents of a CSV file."""

    file: str
    """The file's name in findings."""
    year: int
    """The fiscal year of its folder."""
    form: type[Form]
    """The form of a row."""
    columns: dict[str, list[Any]] = field(default_factory=dict)
    """The cells of each column that the file has, in the order of the rows."""
    lines: Sequence[int] = ()
    """The line of the file where each row begins."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each column in the file, from 1."""
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _silent: dict[str, frozenset[int]] = field(default_factory=dict)
    """Results of ``silent``: every month of a year is checked for the same fields."""

    def rows(self, indexes: Sequence[int] | None = None) -> "TableRows":
        """Return the rows, all of them or some."""
        return TableRows(self, range(len(self.lines)) if indexes is None else indexes)

    def place(self, index: int, name: str = "") -> Place:
        """Return the place of a row or of its cell: line of the file and number of the column."""
        return Place(self.file, self.lines[index], self.numbers.get(name, 1))

    def stated_at(self, statement: Statement) -> Place:
        """Return the place of a statement's month."""
        return Place(self.file, statement.line, self.numbers["month"])

    def row(self, index: int) -> Form:
        """Make the record of a row."""
        values = {name: cells[index] for name, cells in self.columns.items()}
        for name in filter(values.get, self._lists()):
            values[name] = reader(self.form, name).validate_python([values[name]])[0]
        filled = {name: value for name, value in values.items() if value is not None}
        return self.form.model_construct(**{**_blank(self.form), **filled})

    def silent(self, names: str) -> frozenset[int]:
        """Return the rows that are empty in all of the fields, given as ``a`` or ``a|b``."""
        if names not in self._silent:
            rows = [self._silent_in(name) for name in names.split("|")]
            self._silent[names] = frozenset.intersection(*rows)
        return self._silent[names]

    def _silent_in(self, name: str) -> frozenset[int]:
        outer, _, inner = name.partition(".")
        cells = self.columns.get(outer)
        if cells is None:
            return frozenset(range(len(self.lines)))
        if not inner:
            return frozenset(index for index, cell in enumerate(cells) if cell is None)
        silent = {text for text in set(cells) if text is None or not bidders.says(text, inner)}
        return frozenset(index for index, cell in enumerate(cells) if cell in silent)

    def _lists(self) -> list[str]:
        return [name for name in self.columns if is_list(self.form, name)]


@cache
def _blank(form: type[Form]) -> dict[str, Any]:
    """Return the values of an empty row; pydantic would compute the defaults for every row."""
    return {
        name: known.get_default(call_default_factory=True)
        for name, known in form.model_fields.items()
        if not known.is_required()
    }


class TableRows(Entries):
    """Rows of a table as a list of records that are made on demand."""

    def __init__(self, table: Table, indexes: Sequence[int]) -> None:
        self.table = table
        self.indexes = indexes

    def __len__(self) -> int:
        return len(self.indexes)

    @overload
    def __getitem__(self, index: int) -> Form: ...
    @overload
    def __getitem__(self, index: slice) -> "TableRows": ...
    def __getitem__(self, index: int | slice) -> "Form | TableRows":
        if isinstance(index, slice):
            return TableRows(self.table, self.indexes[index])
        return self.table.row(self.indexes[index])

    def column(self, name: str) -> Sequence[Any]:
        """Return the cells of a column; all ``None`` if the file does not have it."""
        cells = self.table.columns.get(name)
        if cells is None:
            return [None] * len(self)
        if self.indexes == range(len(cells)):
            return cells
        return [*map(cells.__getitem__, self.indexes)]

    def take(self, positions: Sequence[int]) -> "TableRows":
        """Return some of these rows, by their positions among them."""
        return TableRows(self.table, [self.indexes[position] for position in positions])

    def place(self, index: int, name: str = "") -> Place:
        """Return the place of one of these rows."""
        return self.table.place(self.indexes[index], name)

    def lacking(self, fields: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that are empty in some of the fields, given as ``a`` or ``a|b``."""
        silent = {names: self.table.silent(names) for names in fields}
        if not any(silent.values()):
            return
        for position, index in enumerate(self.indexes):
            missing = [names for names, rows in silent.items() if index in rows]
            if missing:
                yield position, missing
