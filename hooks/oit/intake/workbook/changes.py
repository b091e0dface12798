"""Changes of a file's text: each function returns what turns a text into the changed text."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from oit.forms.base import Form, form_at
from oit.source import edit
from oit.source.edit import Order, value_at
from oit.source.values import KeyPath
from oit.source.write import Plain

Change = Callable[[str], str]


def field_order(form: type[Form]) -> Order:
    """Return the order of fields that a form has; what it does not know has none."""

    def names(path: KeyPath) -> Sequence[str]:
        try:
            return list(form_at(form, path).model_fields)
        except KeyError:
            return ()

    return names


def add_entry(path: KeyPath, value: Plain, order: Order) -> Change:
    """Add an entry at the end of a list."""

    def change(text: str) -> str:
        entries = value_at(edit.values(text), path)
        index = len(entries) if isinstance(entries, list) else 0
        return edit.insert(text, path, index, value, order)

    return change


def remove_entry(path: KeyPath, known: set[str]) -> Change:
    """Remove an entry, unless it has fields that are not among the known ones."""

    def change(text: str) -> str:
        entry = value_at(edit.values(text), path)
        # The row does not show lists within the entry or unknown fields, so they would be lost.
        if edit.without_empty({name: value for name, value in entry.items() if name not in known}):
            raise edit.NotPossibleError
        return edit.remove(text, path)

    return change


def set_field(path: KeyPath, value: Plain, order: Order) -> Change:
    """Set a field to the value of a cell; of lists and pairs only the differences are edited."""

    def change(text: str) -> str:
        current = value_at(edit.values(text), path)
        if isinstance(current, list):
            new = value if isinstance(value, list) else []
            return _set_list(text, path, current, new, order)
        if isinstance(current, dict) and isinstance(value, dict):
            return _set_pairs(text, path, current, value, order)
        return edit.put(text, path, value, order) if current is not None or value else text

    return change


def _set_list(text: str, path: KeyPath, old: list[Any], new: list[Plain], order: Order) -> str:
    """Edit a list of texts; from its end, so that the indexes of what is left stay valid."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, old_start, old_end, new_start, new_end in reversed(matcher.get_opcodes()):
        common = min(old_end - old_start, new_end - new_start)
        for index in reversed(range(old_start + common, old_end)):
            text = edit.remove(text, (*path, index))
        for value in reversed(new[new_start + common : new_end]):
            text = edit.insert(text, path, old_start + common, value, order)
        for offset in range(common):
            if old[old_start + offset] != new[new_start + offset]:
                place = (*path, old_start + offset)
                text = edit.put(text, place, new[new_start + offset], order)
    return text


def _set_pairs(
    text: str, path: KeyPath, old: dict[str, Any], new: dict[str, Plain], order: Order
) -> str:
    for name, value in new.items():
        if name not in old or old[name] != value:
            text = edit.put(text, (*path, name), value, order)
    for name in old:
        if name not in new:
            text = edit.remove(text, (*path, name))
    return text
