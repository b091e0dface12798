"""From what a form posted to a tree: only the fields that were posted change.

Names are hostile: one that the form does not have is ignored. A value that comes back as a
browser sends an untouched one (line ends, characters that no page can hold) stays as it was.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.datastructures import FormData

from oit.desk.controls.controls import STATEMENTS, chosen_of
from oit.desk.controls.kinds import shape_of
from oit.desk.controls.names import path_of
from oit.desk.controls.sent import as_sent
from oit.desk.tree import WAS
from oit.forms.base import Form, ItemForm, entry_form
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import Plain
from oit.thai import writing

CHOICE = "says"
"""The name of the choice between contents and a statement."""

_MAX_NAMES = 20_000
_MAX_ENTRIES = 5_000

_Posted = dict[Any, Any]
"""What was posted, by the keys of its path: texts and further of these."""


def read_posted(form: FormData, file: ItemFile, tree: Plain) -> Plain:
    """Return the tree with what was posted."""
    values = dict(tree) if isinstance(tree, dict) else {}
    posted: _Posted = {}
    for name, value in list(form.multi_items())[:_MAX_NAMES]:
        path = path_of(name)
        if path and isinstance(value, str):
            _put(posted, path, as_sent(value))
    elements = {element.id for item in file.asked for element in item.elements}
    changed = _fields(file.form, posted, values, elements)
    if issubclass(file.form, ItemForm):
        _choose(form.get(CHOICE), changed, values)
    return changed


def _put(into: _Posted, path: KeyPath, text: str) -> None:
    for key in path[:-1]:
        inner = into.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        into = inner
    into.setdefault(path[-1], text)


def _fields(
    form: type[Form], posted: _Posted, old: Mapping[str, Any], elements: set[str]
) -> dict[str, Plain]:
    new = dict(old)
    for name, inner in posted.items():
        if name not in form.model_fields:
            continue
        value = _field(form, name, inner, old.get(name), elements)
        if value is None:
            new.pop(name, None)
        else:
            new[name] = value
    return new


def _field(form: type[Form], name: str, posted: Any, old: Any, elements: set[str]) -> Plain | None:
    """Return the value of a field; ``None`` if it has none any more."""
    shape = shape_of(form, name)
    if shape == "value":
        return _value(posted, old) if isinstance(posted, str) else old
    is_blank = old is None or (isinstance(old, str) and writing.is_blank(old))
    if not isinstance(posted, dict) or not (is_blank or isinstance(old, dict | list)):
        return old  # type: ignore[no-any-return]  # a value of the tree
    new: Plain
    if shape in {"group", "pairs"}:
        if isinstance(old, list):
            return old
        values = {} if is_blank else old
        if shape == "group":
            new = _fields(entry_form(form, name), posted, values, elements)
        else:
            new = _pairs(posted, values, elements)
    else:
        if isinstance(old, dict):
            return old
        entries = [] if is_blank else old
        if shape == "texts":
            new = _texts(posted, entries)
        else:
            new = _entries(entry_form(form, name), posted, entries, elements)
    if new:
        return new
    # A list or a group that is still as empty as it was stays as it was written.
    return old if is_blank or not old else None


def _value(posted: str, old: Any) -> Plain | None:
    if old is not None and (not isinstance(old, str) or as_sent(old) == posted):
        return old  # type: ignore[no-any-return]  # a value of the tree
    return posted if posted.strip() else None


def _pairs(posted: _Posted, old: Mapping[str, Any], elements: set[str]) -> dict[str, Plain]:
    new = dict(old)
    for key, text in posted.items():
        name = str(key)
        if isinstance(text, str) and (name in elements or name in old):
            value = _value(text, old.get(name))
            if value is None:
                new.pop(name, None)
            else:
                new[name] = value
    return new


def _texts(posted: _Posted, old: list[Any]) -> list[Plain]:
    if not all(isinstance(text, str) for text in old):
        return old
    new = list(old)
    for index, text in _in_order(posted):
        if not isinstance(text, str):
            continue
        if index >= len(old):
            new.append(text)
        elif as_sent(old[index]) != text:
            new[index] = text
    kept_blank = {index for index, text in enumerate(old) if not text.strip()}
    return [t for i, t in enumerate(new) if t.strip() or (i in kept_blank and i < len(old))]


def _entries(form: type[Form], posted: _Posted, old: list[Any], elements: set[str]) -> list[Plain]:
    new = list(old)
    origins = {e[WAS]: index for index, e in enumerate(old) if isinstance(e, dict) and WAS in e}
    for index, fields in _in_order(posted):
        if not isinstance(fields, dict):
            continue
        at = _place(index, fields.get(WAS), old, origins)
        if at is not None and isinstance(old[at], dict):
            new[at] = _fields(form, fields, old[at], elements)
        elif at is None and (added := _fields(form, fields, {}, elements)):
            new.append(added)
    return new


def _place(index: int, origin: object, old: list[Any], origins: Mapping[str, int]) -> int | None:
    """Return which entry of the tree was posted; ``None`` if it is not there."""
    if origin:
        # It may have moved in another window.
        return origins.get(str(origin))
    is_there = index < len(old)
    if is_there and (origin is None or not (isinstance(old[index], dict) and WAS in old[index])):
        return index
    return None


def _in_order(posted: _Posted) -> Iterable[tuple[int, Any]]:
    indexes = sorted(key for key in posted if isinstance(key, int) and key < _MAX_ENTRIES)
    return [(index, posted[index]) for index in indexes]


def _choose(choice: object, new: dict[str, Plain], old: Mapping[str, Any]) -> None:
    """Do what the choice between contents and a statement says; what was just typed wins."""
    typed = {n for n in STATEMENTS if new.get(n) and new.get(n) != old.get(n)}
    if choice == chosen_of(old) or choice not in {*STATEMENTS, "data"}:
        return
    if choice != "data":
        new.setdefault(str(choice), "")
    for name in STATEMENTS:
        if name not in typed | {choice}:
            new.pop(name, None)
