"""Bring the text of a file from the values that it has to those of a tree, by the YAML editor."""

from collections.abc import Iterator
from typing import Any

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

    def write(self, tree: Plain) -> str:
        self._fields((), (), edit.values(self.text), tree, self.form)
        return self.text

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
            with _At((*path, name)):
                if isinstance(old[name], str) and name in known:
                    # Its name stays, with the comment behind it.
                    self._put((*at, name), "")
                else:
                    self.text = edit.remove(self.text, (*at, name))

    def _value(
        self, at: KeyPath, path: KeyPath, old: Any, new: Any, form: type[Form] | None
    ) -> None:
        if meaning(old) == meaning(new) and not _has_entries(new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and meaning(old) and meaning(new):
            self._fields(at, path, old, new, form)
        elif _has_entries(old) and (_has_entries(new) or not new):
            self._entries(at, path, old, new or [], form)
        elif meaning(old) == meaning(new):
            return
        else:
            with _At(path):
                self._replace(at, old, _written(new))

    def _replace(self, at: KeyPath, old: Any, new: Plain) -> None:
        is_empty = meaning(new) is None
        if is_empty and isinstance(old, dict | list):
            self.text = edit.remove(self.text, at)
        elif isinstance(new, str) and isinstance(old, dict | list) and old:
            # A text takes the place of a block of lines, whose comments were about them.
            self.text = edit.put(edit.remove(self.text, at), at, new, self.order)
        else:
            self.text = set_field(at, new, self.order)(self.text)

    def _put(self, at: KeyPath, value: Plain) -> None:
        self.text = edit.put(self.text, at, value, self.order)

    def _entries(
        self, at: KeyPath, path: KeyPath, old: Any, new: Any, form: type[Form] | None
    ) -> None:
        """Edit a list of entries: change those that stay, then remove, reorder and add others."""
        kept = [(int(entry[WAS]), index) for index, entry in enumerate(new) if WAS in entry]
        for was, index in kept:
            self._fields((*at, was), (*path, index), old[was], new[index], form)
        stay = [was for was, _ in kept]
        with _At(path):
            for was in reversed(range(len(old))):
                if was not in stay:
                    self.text = edit.remove(self.text, (*at, was))
            if stay != sorted(stay):
                self.text = edit.reorder(self.text, at, [sorted(stay).index(was) for was in stay])
            for index, entries in _added(new):
                self.text = edit.insert_all(self.text, at, index, entries, self.order)


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
