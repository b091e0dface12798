"""Changes of a tree by the buttons of a form: entries added, removed, moved and copied."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from oit.desk.controls.before import Before, may_take, same_entry, without_days
from oit.desk.controls.kinds import shape_of
from oit.desk.controls.names import keys_of
from oit.desk.tree import WAS
from oit.forms.base import Form, entry_form, form_at, form_within
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.source.write import Plain
from oit.thai import writing

NOTHING = "nothing_to_report"
"""The statement that may be proposed."""


def edit(
    form: type[Form], tree: Plain, do: str, old: Before | None, proposal: str
) -> tuple[Plain, KeyPath]:
    """Do what a button says.

    A button that means nothing in this form, such as one whose entry is no longer there, changes
    nothing.

    Returns:
        The tree, and the value where the officer goes on.
    """
    verb, _, where = do.partition(":")
    path = keys_of(where)
    tree = deepcopy(tree)
    goes_on: KeyPath = path
    if not path or not isinstance(tree, dict):
        return tree, ()
    if verb == "add":
        goes_on = _add(form, tree, path)
    elif verb == "remove":
        goes_on = _remove(tree, path)
    elif verb in {"up", "down"}:
        goes_on = _move(tree, path, -1 if verb == "up" else 1)
    elif verb == "copy":
        goes_on = _copy(tree, path)
    elif verb == "take" and old and old.may_take:
        goes_on = _take(form, tree, path, old.values)
    elif verb == "propose" and path == (NOTHING,) and NOTHING in form.model_fields:
        tree[NOTHING] = proposal
    return tree, goes_on


def is_same_place(tree: Any, other: Any, path: KeyPath) -> bool:
    """Tell whether a path with the numbers of entries leads to the same in two trees."""
    for step in path:
        if isinstance(step, int) and _origins(tree) != _origins(other):
            return False
        tree, other = (
            value_at(each, (step,)) if _is_there(each, [step]) else None for each in (tree, other)
        )
    return True


def _origins(entries: Any) -> list[str]:
    """Return where each entry of a list was."""
    found = entries if isinstance(entries, list) else []
    return [entry.get(WAS, "") if isinstance(entry, dict) else "" for entry in found]


def without_blank_entries(tree: Plain) -> Plain:
    """Return a tree without the new entries in which nothing was written."""
    if isinstance(tree, dict):
        return {name: without_blank_entries(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [without_blank_entries(entry) for entry in tree if entry != {}]
    return tree


def _list_at(form: type[Form], tree: Any, path: KeyPath, *, make: bool) -> list[Any] | None:
    """Return the list of entries or texts at a path; with ``make``, one that is missing is made."""
    *above, name = path
    try:
        inner = form_at(form, above)
    except KeyError:
        return None
    if name not in inner.model_fields or shape_of(inner, str(name)) not in {"entries", "texts"}:
        return None
    for key in above:
        if isinstance(key, int):
            tree = tree[key] if isinstance(tree, list) and key < len(tree) else None
        elif isinstance(tree, dict):
            if make and _is_blank(tree.get(key)):
                tree[key] = {}
            tree = tree.get(key)
    if not isinstance(tree, dict):
        return None
    if make and _is_blank(tree.get(name)):
        tree[str(name)] = []
    found = tree.get(name)
    return found if isinstance(found, list) else None


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and writing.is_blank(value))


def _add(form: type[Form], tree: dict[str, Any], path: KeyPath) -> KeyPath:
    *above, name = path
    try:
        is_texts = shape_of(form_at(form, above), str(name)) == "texts"
    except KeyError:
        return ()
    entries = _list_at(form, tree, path, make=not is_texts)
    if is_texts:
        # The form always has an input for another text.
        return (*path, len(entries or ()))
    if entries is None:
        return path
    if entries[-1:] != [{}]:
        entries.append({})
    return (*path, len(entries) - 1)


def _entry_at(tree: Any, path: KeyPath) -> tuple[list[Any], int] | None:
    """Return the list of an entry, and its index."""
    *above, index = path
    entries = value_at(tree, tuple(above)) if _is_there(tree, above) else None
    if isinstance(entries, list) and isinstance(index, int) and index < len(entries):
        return entries, index
    return None


def _is_there(tree: Any, path: list[int | str]) -> bool:
    for key in path:
        if isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        elif isinstance(tree, dict) and key in tree:
            tree = tree[str(key)]
        else:
            return False
    return True


def _remove(tree: dict[str, Any], path: KeyPath) -> KeyPath:
    if found := _entry_at(tree, path):
        entries, index = found
        del entries[index]
        return (*path[:-1], min(index, len(entries) - 1)) if entries else path[:-1]
    *above, name = path
    parent = value_at(tree, tuple(above)) if _is_there(tree, above) else None
    if isinstance(parent, dict) and name != WAS:
        parent.pop(str(name), None)
    return path


def _move(tree: dict[str, Any], path: KeyPath, by: int) -> KeyPath:
    found = _entry_at(tree, path)
    if found is None:
        return path
    entries, index = found
    to = index + by
    if not 0 <= to < len(entries):
        return path
    entries[index], entries[to] = entries[to], entries[index]
    return (*path[:-1], to)


def _copy(tree: dict[str, Any], path: KeyPath) -> KeyPath:
    found = _entry_at(tree, path)
    if found is None:
        return path
    entries, index = found
    entries.insert(index + 1, _without_origins(entries[index]))
    return (*path[:-1], index + 1)


def _without_origins(value: Any) -> Any:
    """Return a copy of an entry: it and what is in it are new."""
    if isinstance(value, dict):
        return {name: _without_origins(inner) for name, inner in value.items() if name != WAS}
    return [_without_origins(inner) for inner in value] if isinstance(value, list) else value


def _take(
    form: type[Form], tree: dict[str, Any], path: KeyPath, olds: Mapping[str, Any]
) -> KeyPath:
    """Copy a value of a year ago, or the entries of a list that are not there yet."""
    *above, name = path
    parent: Any = tree
    old: Any = olds
    try:
        inner = form_at(form, above)
        is_list = shape_of(inner, str(name)) == "entries"
    except KeyError:
        return ()
    for key in above:
        if isinstance(key, int):
            parent = parent[key] if isinstance(parent, list) and key < len(parent) else None
            old = same_entry(parent, old)
        else:
            if isinstance(parent, dict) and _is_blank(parent.get(key)):
                parent[key] = {}
            parent = parent.get(key) if isinstance(parent, dict) else None
            old = old.get(key) if isinstance(old, dict) else None
    value = old.get(name) if isinstance(old, dict) else None
    if not isinstance(parent, dict) or _is_blank(value) or not may_take(inner, str(name)):
        return path
    if not is_list:
        if isinstance(parent.get(name, ""), str) and isinstance(value, str):
            parent[str(name)] = value
        elif _is_blank(parent.get(name)) or not parent.get(name):
            parent[str(name)] = without_days(form_within(inner, str(name)) or inner, value)
        return path
    entries = _list_at(form, tree, path, make=True)
    if entries is not None and isinstance(value, list):
        missing = [entry for entry in value if same_entry(entry, entries) is None]
        entries += [without_days(entry_form(inner, str(name)), entry) for entry in missing]
    return path
