"""Bring the text of a file from the values that it has to those of a tree, by the YAML editor."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from oit.data import year_marks
from oit.desk.saving.matching import meaning
from oit.desk.tree import ID, WAS
from oit.forms.base import Form, form_within
from oit.intake.workbook.changes import field_order, set_field
from oit.source import edit
from oit.source.edit import Order
from oit.source.values import KeyPath
from oit.source.write import Plain


class CannotWriteError(Exception):
    """A value that cannot be written without changing something else."""

    def __init__(self, path: KeyPath) -> None:
        super().__init__(path)
        self.path = path
        """Where it is in the tree."""


def write(text: str, tree: Plain, form: type[Form]) -> str:
    """Return the text with the values of a tree, whose ``@was`` are places in the text.

    Raises:
        CannotWriteError: a value cannot be written; every other text is left alone.
    """
    return _Writer(text, form).write(tree)


class _Writer:
    def __init__(self, text: str, form: type[Form]) -> None:
        self.text = text
        self.order: Order = field_order(form)
        self.form = form
        self.texts: dict[KeyPath, tuple[KeyPath, Plain]] = {}
        """What is set, by its place in the text: its place in the tree, and its value."""
        self.later: list[Callable[[], None]] = []
        """The edits of lists, those within entries before those of the entries."""

    def write(self, tree: Plain) -> str:
        self._fields((), (), edit.values(self.text), tree, self.form)
        # Values first: lists that are changed have other indexes.
        self.text = year_marks.renewed(self.text, self.texts.keys())
        self._put()
        for change in self.later:
            change()
        return self.text

    def _put(self) -> None:
        new = {at: value for at, (_, value) in self.texts.items()}
        try:
            self.text = edit.put_all(self.text, new, self.order) if new else self.text
        except edit.NotPossibleError:
            # They may be in each other's way, or one of them cannot be written.
            for at, (path, value) in self.texts.items():
                with _At(path):
                    self.text = edit.put(self.text, at, value, self.order)

    def _fields(
        self, at: KeyPath, path: KeyPath, old: Any, new: Any, form: type[Form] | None
    ) -> None:
        """Edit a mapping.

        Args:
            at: its place in the text.
            path: its place in the tree.
            old: what the text says.
            new: what the tree says.
            form: the form of its fields; ``None`` if they have other names than those of a form.
        """
        names = [name for name in new if name not in (WAS, ID)]
        known = list(form.model_fields) if form else []
        # New fields are added in the order of the form.
        names.sort(key=lambda name: known.index(name) if name in known else len(known))
        for name in names:
            inner = form_within(form, name) if form and name in known else None
            self._value((*at, name), (*path, name), old.get(name), new[name], inner)
        for name in [name for name in old if name not in new]:
            if isinstance(old[name], str) and name in known:
                # Its name stays, with the comment behind it.
                if old[name]:
                    self.texts[(*at, name)] = (*path, name), ""
            else:
                self._later((*path, name), partial(_remove, at=(*at, name)))

    def _value(
        self, at: KeyPath, path: KeyPath, old: Any, new: Any, form: type[Form] | None
    ) -> None:
        if meaning(old) == meaning(new) and not _has_entries(new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and meaning(old) and new:
            self._fields(at, path, old, new, form)
        elif _has_entries(old) and (_has_entries(new) or not new):
            self._entries(at, path, old, new or [], form)
        elif meaning(old) == meaning(new):
            return
        elif isinstance(old, dict | list) and old:
            self._later(path, partial(_replace, at=at, new=_written(new), order=self.order))
        else:
            self.texts[at] = path, _written(new)

    def _entries(
        self, at: KeyPath, path: KeyPath, old: Any, new: Any, form: type[Form] | None
    ) -> None:
        """Edit a list of entries: change those that stay, then remove, reorder and add others."""
        stay = [int(entry[WAS]) for entry in new if WAS in entry]
        for index, entry in enumerate(new):
            if WAS in entry:
                was = int(entry[WAS])
                self._fields((*at, was), (*path, index), old[was], entry, form)
        gone = [was for was in range(len(old)) if was not in set(stay)]
        order = [sorted(stay).index(was) for was in stay]
        added = list(_added(new))
        if gone:
            self._later(path, partial(_remove_entries, at=at, indexes=gone))
        if order != sorted(order):
            self._later(path, partial(edit.reorder, path=at, positions=order))
        for index, entries in added:
            self._later(
                path,
                partial(edit.insert_all, path=at, index=index, new=entries, order=self.order),
            )

    def _later(self, path: KeyPath, change: Callable[[str], str]) -> None:
        def do() -> None:
            with _At(path):
                self.text = change(self.text)

        self.later.append(do)


def _remove(text: str, at: KeyPath) -> str:
    return edit.remove(text, at)


def _remove_entries(text: str, at: KeyPath, indexes: list[int]) -> str:
    try:
        return edit.remove_all(text, at, indexes)
    except edit.NotPossibleError:
        # They are between brackets, where one has the comma of another.
        for index in reversed(indexes):
            text = edit.remove(text, (*at, index))
        return text


def _replace(text: str, at: KeyPath, new: Plain, order: Order) -> str:
    """Write a value in the place of a list or mapping."""
    if meaning(new) is None:
        return edit.remove(text, at)
    if isinstance(new, str):
        # A text takes the place of lines; their comments were about them.
        return edit.put(edit.remove(text, at), at, new, order)
    return set_field(at, new, order)(text)


def _added(entries: list[Any]) -> Iterator[tuple[int, list[Plain]]]:
    """Yield the new entries of a list, those that follow each other together."""
    start, run = 0, list[Plain]()
    for index, entry in enumerate(entries):
        if WAS in entry:
            if run:
                yield start, run
            run = []
        else:
            start = start if run else index
            run.append(_written(entry))
    if run:
        yield start, run


def _written(value: Any) -> Any:
    """Return a new value without its empty fields, which need no line."""
    if isinstance(value, dict):
        return {
            name: _written(inner)
            for name, inner in value.items()
            if name not in (WAS, ID) and meaning(inner) is not None
        }
    return [_written(inner) for inner in value] if isinstance(value, list) else value


def _has_entries(value: Any) -> bool:
    return (
        isinstance(value, list) and bool(value) and all(isinstance(inner, dict) for inner in value)
    )


class _At:
    """Names the place in the tree at which an edit is refused."""

    def __init__(self, path: KeyPath) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        if isinstance(error, edit.NotPossibleError):
            raise CannotWriteError(self._path) from error
