"""The texts of an item's file, each with its path and the form that it fills in."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from oit.bilingual import Bilingual
from oit.checks.filled.words import with_invented
from oit.data.tables.table import Table
from oit.forms.base import Form, forms_within, is_text, may_be_number
from oit.forms.labels import NAMES, entry_label, listed, name_of, own_label, row_label
from oit.source.values import KeyPath, Mapping, Scalar, Sequence, Value
from oit.thai import writing

SHORT = 24
"""Longer texts of a table are looked at only for names that exist in examples."""


class WrittenText(NamedTuple):
    """A text as it was written."""

    path: KeyPath
    form: type[Form]
    """The form that has the field."""
    name: str
    """The field."""
    text: Scalar
    key: Scalar
    """The field's name as it was written."""
    group: dict[Any, Any]
    """The group of fields that contains it; of a table's row, what the row is called."""
    is_cell: bool = False
    """Whether it is in a table."""

    @property
    def dotted(self) -> str:
        """The field's dotted name, without the indexes of lists."""
        return dotted(self.path)

    @property
    def label(self) -> Bilingual:
        """What messages call the field: ``รายการที่ 2 (ปลัดเทศบาล) › ชื่อ-สกุล (name)``."""
        field = own_label(self.form, self.name)
        # The faulty text itself does not tell the entry from others.
        known = name_of({key: value for key, value in self.group.items() if key != self.name})
        if self.is_cell:
            return listed([row_label(self.text.line, known), field], " › ")
        # The path of a text in a list ends with its index.
        around = self.path[: -2 if isinstance(self.path[-1], int) else -1]
        if not around or not isinstance(around[-1], int):
            return field
        return listed([entry_label(around[-1], known), field], " › ")


def dotted(path: KeyPath) -> str:
    """Return the dotted name of the field at a path."""
    return ".".join([part for part in path if isinstance(part, str)])


def texts_in(group: Mapping, form: type[Form], path: KeyPath = ()) -> Iterator[WrittenText]:
    """Yield every text of a group of fields, those of its entries too."""
    fields = forms_within(form)
    for key, value in group.items():
        if key not in fields:
            continue
        name, inner = str(key), fields[key]
        here = (*path, name)
        if inner is None and type(value) is Scalar:  # as most values are
            if value:
                yield WrittenText(here, form, name, value, key, group)
            continue
        for place, part in _parts(value, here):
            if inner is None:
                if type(part) is Scalar and part:
                    yield WrittenText(place, form, name, part, key, group)
            elif type(part) is Mapping:
                yield from texts_in(part, inner, place)


def texts_of_table(
    table: Table, entries: str, may_be_unfilled: Callable[[type[Form], str, str], bool]
) -> Iterator[WrittenText]:
    """Yield the texts of a table's cells that may not count, each text of a column once.

    Args:
        table: the table.
        entries: the dotted name of the list that the table holds.
        may_be_unfilled: tells of a folded text of a field, at once, whether to look closer.
    """
    for name, number in table.numbers.items():
        if name not in table.form.model_fields or not is_text(table.form, name):
            continue
        cells = table.columns.get(name, ())
        short, long = _distinct(cells, with_number=not may_be_number(table.form, name))
        looked_at = [*short, *with_invented(long)]
        chosen = [
            text
            for text, folded in zip(looked_at, writing.fold_each(looked_at), strict=True)
            if may_be_unfilled(table.form, name, folded)
        ]
        # Going backwards leaves the first row of each text.
        last = len(cells) - 1
        rows = dict(zip(reversed(cells), range(last, -1, -1), strict=True)) if chosen else {}
        for text in chosen:
            row = rows[text]
            scalar = Scalar.at(text, table.lines[row], number)
            path = (*entries.split("."), row, name)
            called = {key: table.columns[key][row] for key in NAMES if key in table.columns}
            yield WrittenText(path, table.form, name, scalar, scalar, called, is_cell=True)


def _distinct(cells: Iterable[str | None], *, with_number: bool) -> tuple[list[str], list[str]]:
    """Return the short and the long texts of a column: those that say nothing are short."""
    short: list[str] = []
    long: list[str] = []
    for text in filter(None, dict.fromkeys(cells)):
        if len(text) > SHORT:
            long.append(text)
        elif with_number or not text[-1].isdecimal():
            short.append(text)
    return short, long


def _parts(value: Value, path: KeyPath) -> list[tuple[KeyPath, Value]]:
    """Return the entries of a list, or the value itself."""
    if type(value) is Sequence:
        return [((*path, index), entry) for index, entry in enumerate(value)]
    return [(path, value)]


def title_of(text: WrittenText) -> str:
    """Return the Thai title of a text's field."""
    return text.form.model_fields[text.name].title or text.name
