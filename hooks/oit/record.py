"""An item's file as it was read: what it says, and where each thing stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from oit.finding import Finding, Place
from oit.forms.base import Form, ItemForm, title_of
from oit.forms.reading import Path, place_of
from oit.source import Document


@dataclass(frozen=True)
class Record:
    """One item's data of one year."""

    document: Document
    form: ItemForm
    findings: tuple[Finding, ...] = ()
    """What was found in reading it."""
    unreadable: frozenset[str] = frozenset()
    """The fields that hold something that could not be read."""

    def with_findings(self, more: Iterable[Finding]) -> "Record":
        """Return the record with more found in it."""
        return replace(self, findings=(*self.findings, *more))

    def place(self, path: Path = ()) -> Place:
        """Return where a value stands in the file."""
        return place_of(path, self.document)

    def title(self, field: str) -> str:
        """Return the Thai name of a field."""
        return title_of(type(self.form), field)

    def values(self, field: str) -> Iterator[tuple[Path, Any]]:
        """Yield every value of a field that says something, with its path.

        A dotted field is followed into each entry of the lists on its way.
        """
        return values_of(self.form, field)


def values_of(form: Form, field: str, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value of a form's field that says something, with its path."""
    name, _, rest = field.partition(".")
    value = getattr(form, name)
    entries = enumerate(value) if isinstance(value, list) else [(None, value)]
    for index, entry in entries:
        here = (*path, name) if index is None else (*path, name, index)
        if isinstance(entry, Form) and rest:
            yield from values_of(entry, rest, here)
        elif entry not in (None, {}):
            yield here, entry


def has(form: Form, fields: str) -> bool:
    """Tell whether a form says something in one of the fields, given as ``a`` or ``a|b``."""
    return any(any(True for _ in values_of(form, field)) for field in fields.split("|"))
