"""An item's file as it was read: its contents, and the place of each value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from oit.bilingual import Bilingual
from oit.data.tables.table import Table, TableRows
from oit.findings.finding import Finding, Place
from oit.forms.base import Form, ItemForm, title_of
from oit.forms.labels import field_label
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
    """Faults found while reading it."""
    unreadable: frozenset[str] = frozenset()
    """The fields with a value that cannot be read."""
    dropped: Mapping[str, int] = field(default_factory=dict)
    """How many entries of each list, by its dotted name, were left out because of a fault."""
    table: Table | None = None
    """The table that holds its entries, if it names one."""

    def with_findings(self, more: Iterable[Finding]) -> "Record":
        """Return the record with more findings."""
        return replace(self, findings=(*self.findings, *more))

    def place(self, path: KeyPath = ()) -> Place:
        """Return the place of a value: in the file, or in the table that the file names."""
        value: Any = self.form
        for depth, key in enumerate(path):
            if isinstance(value, TableRows) and isinstance(key, int):
                return value.place(key, str(next(iter(path[depth + 1 :]), "")))
            value = value[key] if isinstance(key, int) else getattr(value, key, None)
        return place_of(self._in_file(path), self.document)

    def _in_file(self, path: KeyPath) -> KeyPath:
        """Return the path in the file: for a value from the table, the field that names it."""
        if not self.table or not path or path[0] not in cast("TableForm", self.form).FILLS:
            return path
        name = str(path[0])
        key, entries = self.document.root.key(name), getattr(self.form, name)
        if key is None or not self.document.root[key]:
            return ("rows",)
        # If the table's entries are mixed with the file's own, the indexes are not the file's.
        return (
            path[:1] if is_list(entries) and len(entries) != len(self.document.root[key]) else path
        )

    def title(self, field: str) -> str:
        """Return the Thai name of a field."""
        return title_of(type(self.form), field)

    def label(self, field: str) -> Bilingual:
        """Return the Thai name of a field with the name to look for; also of ``a|b``."""
        return field_label(type(self.form), field)

    def value(self, path: KeyPath) -> Any:
        """Return the value at a path."""
        value: Any = self.form
        for key in path:
            value = value[key] if isinstance(key, int) else getattr(value, key)
        return value

    def values(self, field: str) -> Iterator[tuple[KeyPath, Any]]:
        """Yield every non-empty value of a field, with its path."""
        return values_of(self.form, field)

    def lists(self, field: str) -> Iterator[tuple[KeyPath, Sequence[Form]]]:
        """Yield every list of entries at a field, with its path."""
        return lists_of(self.form, field)
