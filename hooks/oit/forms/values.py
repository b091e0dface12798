"""Walk the values of a form, with their paths."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from oit.forms.base import Form, is_form
from oit.source.values import KeyPath


class Entries(Sequence[Form]):
    """The entries of a table: read by columns; a record is made only on access."""

    @abstractmethod
    def column(self, name: str) -> Sequence[Any]:
        """Return the cells of a column; a blank cell is ``None``."""

    @abstractmethod
    def take(self, positions: Sequence[int]) -> Any:
        """Return some of the entries."""

    @abstractmethod
    def lacking(self, fields: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
        """Yield the entries that lack some of the fields, given as ``a`` or ``a|b``."""


def is_list(value: Any) -> bool:
    """Tell whether a field holds a list."""
    return _is_list(type(value))  # type: ignore[arg-type]  # classes can be hashed


@cache
def _is_list(kind: type) -> bool:
    # Of an abstract class, this takes long.
    return issubclass(kind, list | Entries)


def values_of(form: Form, field: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every value of a form's field that is not blank, with its path.

    A dotted field is followed into each entry of the lists on its way.
    """
    name, _, rest = field.partition(".")
    value = getattr(form, name)
    entries = enumerate(value) if is_list(value) else [(None, value)]
    for index, entry in entries:
        here = (*path, name) if index is None else (*path, name, index)
        if rest and is_form(entry):
            yield from values_of(entry, rest, here)
        elif entry not in (None, {}):
            yield here, entry


def has(form: Form, fields: str) -> bool:
    """Tell whether a form has a value in one of the fields, given as ``a`` or ``a|b``."""
    for field in fields.split("|"):
        for _ in values_of(form, field):
            return True
    return False


def lists_of(
    form: Form, field: str, path: KeyPath = ()
) -> Iterator[tuple[KeyPath, Sequence[Form]]]:
    """Yield every list of entries at a field, with its path; a dotted field has several."""
    name, _, rest = field.partition(".")
    value = getattr(form, name)
    if is_form(value):
        yield from lists_of(value, rest, (*path, name))
    elif is_list(value) and rest:
        for index, entry in enumerate(value):
            yield from lists_of(entry, rest, (*path, name, index))
    elif is_list(value):
        yield (*path, name), value


def lacking(entries: Sequence[Form], fields: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the entries that lack some of the fields, given as ``a`` or ``a|b``."""
    if isinstance(entries, Entries):
        yield from entries.lacking(fields)
        return
    for index, entry in enumerate(entries):
        missing = [names for names in fields if not has(entry, names)]
        missing = [names for names in missing if not entry.not_asked & set(names.split("|"))]
        if missing:
            yield index, missing
