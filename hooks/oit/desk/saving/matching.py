"""Which entry of a list is which, in two versions of a file.

The entries of a draft know where they were (``@was``); those of the file do not.
"""

from collections.abc import Callable, Sequence
from typing import Any

from oit.desk.tree import WAS, without_origins
from oit.forms.labels import name_of
from oit.source.edit import without_empty
from oit.source.write import Plain


def meaning(value: Plain | None) -> object:
    """Return what a value of a tree says: an empty field says as little as a missing one."""
    return None if value is None else without_empty(without_origins(value))


def matched(
    old: Sequence[Plain], new: Sequence[Plain], *, same_file: bool = False
) -> dict[int, int]:
    """Return which entry of a new list each entry of the old one has become, by their indexes.

    With ``same_file`` both say where an entry was in the same file. Other entries are the same if
    they are equal, or else if they are called the same, or else if they
    are at the same place between such entries and have half of their fields in common.
    """
    found: dict[int, int] = {}
    before, after = [meaning(entry) for entry in old], [meaning(entry) for entry in new]
    if same_file:
        _pair(found, old, new, _place)
    _pair(found, before, after, lambda entry: entry)
    _pair(found, before, after, _name)
    taken = set(found.values())
    place = 0
    for index, entry in enumerate(before):
        # It would be here, behind the one that came before it.
        is_free = index not in found and place < len(after) and place not in taken
        if is_free and _alike(entry, after[place]):
            found[index] = place
        if index in found:
            place = found[index] + 1
    return found


def included(old: Sequence[Plain], new: Sequence[Plain]) -> dict[int, int]:
    """Return the entries of an old list that say nothing which an entry of a new list does not.

    Both are entries that were added. They are the same entry if two officers added it, or if a
    save was interrupted after it was written.
    """
    found: dict[int, int] = {}
    before, after = [meaning(entry) for entry in old], [meaning(entry) for entry in new]
    _pair(found, before, after, lambda entry: entry)
    for index, entry in enumerate(before):
        for place, other in enumerate(after):
            is_free = index not in found and place not in found.values()
            is_same = _name(entry) is not None and _name(entry) == _name(other)
            if is_free and is_same and _is_part(entry, other):
                found[index] = place
    return found


def _pair(
    found: dict[int, int],
    before: Sequence[object],
    after: Sequence[object],
    known_by: Callable[[Any], object],
) -> None:
    """Match the entries that are known by the same, in their order."""
    waiting: dict[str, list[int]] = {}
    taken = set(found.values())
    for place, entry in enumerate(after):
        if place not in taken and (name := known_by(entry)) is not None:
            waiting.setdefault(repr(name), []).append(place)
    for index, entry in enumerate(before):
        places = waiting.get(repr(known_by(entry))) if index not in found else None
        if places:
            found[index] = places.pop(0)


def _place(entry: object) -> object:
    was = entry.get(WAS) if isinstance(entry, dict) else None
    return was if isinstance(was, str) and was.isdecimal() else None


def _name(entry: object) -> object:
    return name_of(entry) if isinstance(entry, dict) else None


def _alike(entry: object, other: object) -> bool:
    if not isinstance(entry, dict) or not isinstance(other, dict):
        return bool(entry == other)
    same = sum(other.get(name) == value for name, value in entry.items())
    return bool(same * 2 >= len(entry))


def _is_part(entry: object, other: object) -> bool:
    if isinstance(entry, dict) and isinstance(other, dict):
        return all(_is_part(value, other.get(name)) for name, value in entry.items())
    if isinstance(entry, list) and isinstance(other, list):
        return len(entry) <= len(other) and all(map(_is_part, entry, other))
    return entry is None or entry == other
