"""Find everything in an item that does not count as filled in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from oit.checks.filled import (
    elsewhere,
    example,
    not_renewed,
    nothing,
    placeholder,
    repeated,
    words,
    year_mark,
)
from oit.checks.filled.texts import WrittenText, dotted, texts_in, texts_of_table
from oit.data import year_marks
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Finding
from oit.forms.base import Form, form_at, is_needed, is_text
from oit.forms.tabular import TableForm
from oit.source import Scalar, SourceFile
from oit.source.values import KeyPath
from oit.thai import writing


@dataclass(frozen=True)
class Unfilled:
    """A value that does not count as filled in."""

    path: KeyPath
    """Where it is; the empty path is the whole item."""
    finding: Finding
    """What is wrong with it; several values may share a finding."""
    drops: str = ""
    """The dotted name of the list whose entry does not count without the value."""
    cells: str = ""
    """The text, if it is in cells of the item's table."""
    count: int = 1
    """How many cells have the text."""

    def touches(self, element: Element) -> bool:
        """Tell whether an element's rule looks at the value."""
        names = {dotted(self.path), self.drops} - {""}
        return not self.path or any(
            field == name or field.startswith(f"{name}.")
            for field in element.checked_fields
            for name in names
        )


@dataclass(frozen=True)
class Item:
    """What the check must know of an item besides its record."""

    elements: Sequence[Element]
    agency: str
    """The agency's name."""
    year: int
    """The year of the folder that holds the file."""
    copied_from: str | None = None
    """The file of the year before that has the same day in ``updated``."""
    is_outdated: bool = False
    """Whether the item is reported as one of another year."""


def unfilled_in(record: Record, item: Item) -> list[Unfilled]:
    """Return what does not count in an item, each value once."""
    found: dict[KeyPath, Unfilled] = {}
    for path, finding in _faults(record, item):
        if not any(path[:length] in found for length in range(len(path) + 1)):
            found[path] = Unfilled(path, finding, _drops(record, path))
    return [*found.values(), *_cells(record, item)]


def _cells(record: Record, item: Item) -> Iterator[Unfilled]:
    """Yield the texts in the cells of the item's table that do not count, each once."""
    if record.table is None:
        return
    entries = cast("TableForm", record.form).ENTRIES
    for text in texts_of_table(record.table, entries, _quick_look(item)):
        if finding := _fault(text, record, item, SourceFile(record.table.file)):
            drops = entries if is_needed(text.form, text.name) else ""
            cells = str(text.text)
            count = record.table.columns[text.name].count(cells)
            yield Unfilled(text.path, finding, drops, cells, count)


def _quick_look(item: Item) -> Callable[[type[Form], str, str], bool]:
    """Return what tells, at once, whether a folded text is worth asking each module about."""
    # Invented names are nothing to report of an agency that is an example itself.
    return _may_say_nothing if example.is_one(item.agency) else _may_be_unfilled


def _may_be_unfilled(form: type[Form], name: str, folded: str) -> bool:
    return _may_say_nothing(form, name, folded) or bool(words.invented_in(folded))


def _may_say_nothing(form: type[Form], name: str, folded: str) -> bool:
    if example.is_example(form, name, folded):
        return True
    return is_text(form, name) and (
        name in elsewhere.CLAIMS
        or words.may_say_nothing(folded)
        or placeholder.is_own_name(form, name, folded)
    )


def _faults(record: Record, item: Item) -> Iterator[tuple[KeyPath, Finding]]:
    document, form = record.document, type(record.form)
    copied_from = year_marks.copied_from(document.text) or item.copied_from
    finding = not_renewed.check(record, copied_from, item.year)
    if finding and not item.is_outdated:
        yield (), finding
        return
    texts = list(texts_in(document.root, form))
    folded = writing.fold_each([text.text for text in texts])
    is_odd = _quick_look(item)
    odd = [text for text, f in zip(texts, folded, strict=True) if is_odd(text.form, text.name, f)]
    if any(map(example.is_an_example, odd)):
        yield from example.entries(document, form)
    yield from year_mark.check(texts, document, form, item.year)
    for text in odd:
        if finding := _fault(text, record, item, document):
            yield text.path, finding
    yield from repeated.check(texts, folded, document)


def _fault(text: WrittenText, record: Record, item: Item, document: SourceFile) -> Finding | None:
    return (
        example.check(text, document, item.agency)
        or placeholder.check(text, document)
        or elsewhere.check(text, document, item.elements)
        or nothing.check(text, document, type(record.form), item.elements)
    )


def _drops(record: Record, path: KeyPath) -> str:
    """Return the list whose entry is dropped with the value at a path."""
    form = type(record.form)
    if path and isinstance(path[-1], int):
        return dotted(path) if not _is_scalar(record, path) else ""
    if len(path) > 1 and is_needed(form_at(form, path[:-1]), str(path[-1])):
        return dotted(path[:-1])
    return ""


def _is_scalar(record: Record, path: KeyPath) -> bool:
    value: object = record.document.root
    for key in path:
        value = value[key]  # type: ignore[index]  # a path of the document
    return isinstance(value, Scalar)
