"""A list of entries in the tree of a draft, by its path."""

from collections.abc import Sequence
from typing import Any, get_origin

from oit.desk.tree import WAS
from oit.forms.base import Form, entry_form, title_of
from oit.source.write import Plain


class NoListError(LookupError):
    """There is no such list in the form, or its value in the file is no list."""


def list_form(form: type[Form], path: Sequence[str]) -> tuple[type[Form], str]:
    """Return the form of a list's entries and the title of the list.

    Raises:
        NoListError: the path does not lead to a list of entries.
    """
    try:
        *above, name = path
        for part in above:
            form = form if part.isdecimal() else entry_form(form, part)
        if get_origin(form.model_fields[name].annotation) is not list:
            raise NoListError
        return entry_form(form, name), title_of(form, name)
    except (KeyError, ValueError):
        raise NoListError from None


def with_entries(tree: Plain, path: Sequence[str], entries: Sequence[Plain]) -> Plain:
    """Return a tree with entries added to the end of a list; new blank ones before them go.

    Raises:
        NoListError: the path leads nowhere, or to something else.
    """
    value: Any = tree
    if not path:
        if value == "":
            value = []
        if not isinstance(value, list):
            raise NoListError
        return [*(entry for entry in value if not _is_blank(entry)), *entries]
    step, *rest = path
    if isinstance(value, dict):
        return {**value, step: with_entries(value.get(step, ""), rest, entries)}
    if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
        at = int(step)
        return [*value[:at], with_entries(value[at], rest, entries), *value[at + 1 :]]
    raise NoListError


def _is_blank(entry: Plain) -> bool:
    """Tell whether an entry is new and says nothing, as one that was added to be filled in."""
    return isinstance(entry, dict) and WAS not in entry and not any(entry.values())
