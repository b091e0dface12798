"""What was changed, in words: titles of fields and what entries are called, never values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oit.bilingual import Bilingual
from oit.desk.saving.matching import meaning
from oit.desk.saving.merge import GONE
from oit.desk.tree import ID, WAS
from oit.forms.base import Form, title_of
from oit.forms.labels import choices_of, entry_label, listed, name_of
from oit.source.values import KeyPath
from oit.source.write import Plain


def label(form: type[Form], path: KeyPath, tree: Plain) -> Bilingual:
    """Name a place in a tree: ``ผู้บริหาร › รายการที่ 2 (…) › โทรศัพท์``."""
    parts: list[Bilingual] = []
    value: Any = tree
    names: list[str] = []
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            parts.append(entry_label(step, name_of(value) if isinstance(value, dict) else None))
        else:
            names.append(step)
            value = value.get(step) if isinstance(value, dict) else None
            parts.append(Bilingual(_title(form, names), step))
    return listed(parts, " › ")


def field_name(path: KeyPath) -> str:
    """Return the dotted name of a field, as forms know it: ``people.phone``."""
    return ".".join(step for step in path if isinstance(step, str))


def changes(old: Plain, new: Plain) -> Iterator[KeyPath]:
    """Yield where a tree differs from the one that it came from, as places in the new tree.

    The ``@was`` of its entries are places in the old tree. An entry that was added is yielded as a
    whole; a list is yielded if entries were removed from it or moved.
    """
    yield from _fields(old, new, ())


def _fields(old: Any, new: Any, path: KeyPath) -> Iterator[KeyPath]:
    for name in dict.fromkeys([*new, *old]):
        if name not in (WAS, ID):
            yield from _value(old.get(name), new.get(name), (*path, name))


def _value(old: Any, new: Any, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _fields(old, new, path)
    elif not _is_list_of_entries(new):
        if meaning(old) != meaning(new):
            yield path
    else:
        before = old if isinstance(old, list) else []
        stay = [int(entry[WAS]) for entry in new if WAS in entry]
        if len(stay) < len(before) or stay != sorted(stay):
            yield path
        for index, entry in enumerate(new):
            if WAS not in entry:
                yield (*path, index)
            else:
                yield from _fields(before[int(entry[WAS])], entry, (*path, index))


def _is_list_of_entries(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def _title(form: type[Form], names: list[str]) -> str:
    try:
        return title_of(form, ".".join(names))
    except KeyError:
        return names[-1]


@dataclass(frozen=True)
class Said:
    """A value in words."""

    text: str = ""
    """A text; empty if it has parts."""
    parts: tuple[tuple[str, "Said"], ...] = ()
    """The fields of an entry, each with its title, or the entries of a list with their numbers."""
    name: str = ""
    """What an entry is called."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.text and not self.parts


def said(form: type[Form], path: KeyPath, value: Plain | None) -> Said:
    """Return a value in words: a choice by its label, an entry by the titles of its fields."""
    names = [step for step in path if isinstance(step, str) and not step.startswith(GONE)]
    return _said(form, names, value)


def _said(form: type[Form], names: list[str], value: Any) -> Said:
    if isinstance(value, dict):
        fields = [(name, inner) for name, inner in value.items() if name not in (WAS, ID)]
        parts = [
            (_title(form, [*names, name]), _said(form, [*names, name], inner))
            for name, inner in fields
        ]
        return Said(
            parts=tuple(part for part in parts if not part[1].is_empty),
            name=str(name_of(value) or ""),
        )
    if isinstance(value, list):
        entries = [_said(form, names, inner) for inner in value]
        return Said(parts=tuple((str(n), entry) for n, entry in enumerate(entries, 1)))
    text = str(value or "")
    choices = choices_of(form, ".".join(names)) if names else {}
    return Said(choices.get(text, text))
