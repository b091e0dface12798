"""The values of an item by field, whether they are in its file or in a table."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from oit.bilingual import Bilingual
from oit.forms.base import Form, form_within, is_form
from oit.forms.values import Entries, is_list
from oit.source.values import KeyPath


class Group(NamedTuple):
    """Entries of one form: one entry of a file, or all rows of a table."""

    form: type[Form]
    field: str
    """The dotted name of the field that holds them; empty for the file itself."""
    size: int
    cells: Callable[[str], Sequence[Any]]
    """Returns the values of a field, one for each entry."""
    path: Callable[[int], KeyPath]
    """Returns the path of an entry."""

    def dotted(self, name: str) -> str:
        """Return the dotted name of a field of the entries."""
        return f"{self.field}.{name}" if self.field else name

    def first(self, indexes: Sequence[int]) -> Iterator[tuple[int, Bilingual]]:
        """Yield the entries to report, each with words for those that go without saying.

        A table may have the same fault in every row, so its first row stands for all.
        """
        more = len(indexes) - 1
        if self.size == 1 or more < 1:
            yield from ((index, Bilingual("", "")) for index in indexes)
        else:
            yield indexes[0], Bilingual(f" (และอีก {more} รายการ)", f" (and {more} more)")

    def reported_with(self, index: int, indexes: Sequence[int]) -> list[KeyPath]:
        """Return the paths of the entries for which a reported one stands."""
        return [self.path(each) for each in ([index] if self.size == 1 else indexes)]

    def title(self, name: str) -> Bilingual:
        """Return what a field is called in messages."""
        return Bilingual(f"{self.form.model_fields[name].title} ({name})", name)

    def name(self, index: int) -> str:
        """Return what an entry is called in messages."""
        names = (n for n in ("name", "title") if n in self.form.model_fields)
        known = (self.cells(name)[index] for name in names)
        return str(next(filter(None, known), index + 1))


def groups(form: Form, field: str = "", path: KeyPath = ()) -> Iterator[Group]:
    """Yield the form itself and, field by field, the groups of entries inside it."""
    yield _single(form, field, path)
    for name, value in form:
        if value is None or type(value) is str:
            continue
        inner, here = f"{field}.{name}" if field else name, (*path, name)
        if is_form(value):
            yield from groups(value, inner, here)
        elif is_list(value) and (entries := form_within(type(form), name)):
            if isinstance(value, Entries):
                yield _table(entries, inner, value, here)
                continue
            for index, entry in enumerate(value):
                yield from groups(entry, inner, (*here, index))


@cache
def fields_of(form: type[Form], kind: Any) -> tuple[str, ...]:
    """Return the fields of a form that have a type of ``oit.forms.fields``."""
    reader = kind.__metadata__[0]
    return tuple(name for name, known in form.model_fields.items() if reader in known.metadata)


@cache
def has_fields(form: type[Form], *names: str) -> bool:
    """Tell whether a form has all of some fields."""
    return {*names} <= form.model_fields.keys()


def _single(form: Form, field: str, path: KeyPath) -> Group:
    return Group(type(form), field, 1, lambda name: [getattr(form, name)], lambda _: path)


def _table(form: type[Form], field: str, rows: Entries, path: KeyPath) -> Group:
    return Group(form, field, len(rows), rows.column, lambda index: (*path, index))
