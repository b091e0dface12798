"""How a step changes the text of a file: each returns what makes a text into the changed one."""

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from oit.forms.base import Form
from oit.forms.values import KeyPath
from oit.source import edit
from oit.source.edit import value_at
from oit.source.write import Plain


def adding(path: KeyPath, value: Plain, form: type[Form]) -> Callable[[str], str]:
    """Add an entry at the end of a list."""

    def make(text: str) -> str:
        there = value_at(edit.values(text), path)
        return edit.insert(text, path, len(there) if isinstance(there, list) else 0, value, form)

    return make


def removing(path: KeyPath, known: set[str]) -> Callable[[str], str]:
    """Take out an entry, if it has no fields but those that are known."""

    def make(text: str) -> str:
        entry = value_at(edit.values(text), path)
        # What no cell of the row shows would be lost: lists within it, fields we do not know.
        if edit.says({name: value for name, value in entry.items() if name not in known}):
            raise edit.NotPossibleError
        return edit.remove(text, path)

    return make


def setting(path: KeyPath, value: Plain, form: type[Form]) -> Callable[[str], str]:
    """Set a field to the value of a cell; of lists and pairs only what differs is touched."""

    def make(text: str) -> str:
        now = value_at(edit.values(text), path)
        if isinstance(now, list):
            return _set_list(text, path, now, value if isinstance(value, list) else [], form)
        if isinstance(now, dict) and isinstance(value, dict):
            return _set_pairs(text, path, now, value, form)
        return edit.put(text, path, value, form) if now is not None or value else text

    return make


def _set_list(text: str, path: KeyPath, old: list[Any], new: list[Plain], form: type[Form]) -> str:
    """Change a list of texts line by line, from its end, so that numbers stay true."""
    for _, i, k, j, m in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        both = min(k - i, m - j)
        for index in reversed(range(i + both, k)):
            text = edit.remove(text, (*path, index))
        for more in reversed(new[j + both : m]):
            text = edit.insert(text, path, i + both, more, form)
        for step in range(both):
            if old[i + step] != new[j + step]:
                text = edit.put(text, (*path, i + step), new[j + step], form)
    return text


def _set_pairs(
    text: str, path: KeyPath, old: dict[str, Any], new: dict[str, Plain], form: type[Form]
) -> str:
    for name, value in new.items():
        if name not in old or old[name] != value:
            text = edit.put(text, (*path, name), value, form)
    for name in old:
        if name not in new:
            text = edit.remove(text, (*path, name))
    return text
