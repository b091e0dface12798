"""An item's file as it was read: what it says, and where each thing stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from oit.data.tables.table import Table, TableRows
from oit.findings.finding import Finding, Place
from oit.forms.base import Form, ItemForm, title_of
from oit.forms.reading import place_of
from oit.forms.tabular import TableForm
from oit.forms.values import is_list, lists_of, values_of
from oit.source import SourceFile
from oit.source.values import KeyPath


@dataclass(frozen=True)
class Record:
    """One item's data of one year."""

    document: SourceFile
    form: ItemForm
    findings: tuple[Finding, ...] = ()
    """What was found in reading it."""
    unreadable: frozenset[str] = frozenset()
    """The fields that hold something that could not be read."""
    table: Table | None = None
    """The table that its entries stand in, where it names one."""

    def with_findings(self, more: Iterable[Finding]) -> "Record":
        """Return the record with more found in it."""
        return replace(self, findings=(*self.findings, *more))

    def place(self, path: KeyPath = ()) -> Place:
        """Return where a value stands: in the file, or in the table that it names."""
        value: Any = self.form
        for number, step in enumerate(path):
            if isinstance(value, TableRows) and isinstance(step, int):
                return value.place(step, str(next(iter(path[number + 1 :]), "")))
            value = value[step] if isinstance(step, int) else getattr(value, step, None)
        return place_of(self._in_file(path), self.document)

    def _in_file(self, path: KeyPath) -> KeyPath:
        """Return the path in the file: what the table filled stands where the table is named."""
        if not self.table or not path or path[0] not in cast("TableForm", self.form).FILLS:
            return path
        name = str(path[0])
        key, entries = self.document.root.key(name), getattr(self.form, name)
        if key is None:
            return ("rows",)
        # Where the table's entries stand among the file's own, their numbers are not the file's.
        return (
            path[:1] if is_list(entries) and len(entries) != len(self.document.root[key]) else path
        )

    def title(self, field: str) -> str:
        """Return the Thai name of a field."""
        return title_of(type(self.form), field)

    def values(self, field: str) -> Iterator[tuple[KeyPath, Any]]:
        """Yield every value of a field that says something, with its path."""
        return values_of(self.form, field)

    def lists(self, field: str) -> Iterator[tuple[KeyPath, Sequence[Form]]]:
        """Yield every list of entries at a field, with its path."""
        return lists_of(self.form, field)
