"""What is left of a draft once it is saved: the file as it is now, and what was not saved."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from oit.desk.saving.draft import Draft
from oit.desk.saving.matching import meaning
from oit.desk.saving.merge import GONE, Clash, Merge, path_of
from oit.desk.tree import ID, WAS, with_origins, without_origins
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.source.write import Plain


@dataclass(frozen=True)
class Conflict:
    """A value that two people changed."""

    path: KeyPath
    """Where it is in the draft; an entry that the draft does not have any more is named by ``@``
    and its ``@was`` instead of an index."""
    mine: Plain | None
    theirs: Plain | None
    """What the file says now; ``None`` if it says nothing, or the entry was removed."""
    base: Plain | None = None
    """What the file said before."""


@dataclass(frozen=True)
class Rest:
    """The draft that is left, and what is open in it."""

    draft: Draft
    conflicts: tuple[Conflict, ...]
    known: Any
    """The draft's tree with the ids of the merge."""

    def path(self, where: KeyPath) -> KeyPath:
        """Return the place in the draft of a place that the merge names by ids."""
        return path_of(self.known, where) or ()


def rest(merged: Merge, after: Any, version: str) -> Rest:
    """Rebase a draft on the file as it is after a save.

    Where two people disagree the base stays as it was, so that they disagree until it is settled.

    Args:
        merged: the merge that was saved.
        after: what the file says now: the entries of ``merged.file``.
        version: its SHA-256.
    """
    mine, base = merged.draft, deepcopy(after)
    gone = {clash.where for clash in merged.clashes if clash.entry and clash.mine is not None}
    _number(mine, merged.file, (), gone)
    conflicts = tuple(_left_open(clash, merged, base) for clash in merged.clashes)
    tree = _without_ids(mine)
    if not conflicts and meaning(tree) == meaning(after):
        tree = base
    return Rest(Draft(base, tree, version), conflicts, mine)


def _number(draft: Any, file: Any, where: KeyPath, gone: set[KeyPath]) -> None:
    """Let the entries of a draft say where they are in the file now."""
    if isinstance(draft, dict):
        for name, inner in draft.items():
            _number(inner, file.get(name) if isinstance(file, dict) else None, (*where, name), gone)
    elif isinstance(draft, list):
        places = {_known_by(entry): i for i, entry in enumerate(file or ())}
        for index, entry in enumerate(draft):
            here = (*where, entry[ID] if isinstance(entry, dict) and ID in entry else index)
            if not isinstance(entry, dict) or here in gone:
                continue
            place = places.get(_known_by(entry))
            entry.pop(WAS, None)
            if place is None:
                _number(entry, None, here, gone)
            else:
                _number(entry, file[place], here, gone)
                entry[WAS] = str(place)


def _known_by(entry: Any) -> object:
    """Return what an entry is known by in both trees: where it was in the file, or its id."""
    if not isinstance(entry, dict):
        return None
    return (WAS, entry[WAS]) if WAS in entry else (ID, entry.get(ID))


def _left_open(clash: Clash, merged: Merge, base: Any) -> Conflict:
    """Put what the file said before back into the base, where two people disagree."""
    *above, last = clash.where
    holder = path_of(merged.file, tuple(above)) or ()
    path = path_of(merged.draft, clash.where) or ()
    before = None if clash.base is None else with_origins(without_origins(clash.base))
    if not clash.entry:
        _set(value_at(base, holder), last, before)
    elif clash.mine is None:
        index = (path_of(merged.file, clash.where) or (0,))[-1]
        value_at(base, holder)[index] = _entry(before, index)
        path = (*(path_of(merged.draft, tuple(above)) or ()), f"{GONE}{index}")
    else:
        entries = value_at(base, holder)
        if not isinstance(entries, list):
            entries = []
            _set(value_at(base, holder[:-1]), holder[-1], entries)
        value_at(merged.draft, path)[WAS] = str(len(entries))
        entries.append(_entry(before, len(entries)))
    cleaned = [
        None if value is None else without_origins(value)
        for value in (clash.mine, clash.theirs, clash.base)
    ]
    return Conflict(path, *cleaned)


def _entry(value: Any, index: Any) -> dict[str, Any]:
    return {**value, WAS: str(index)}


def _set(holder: Any, name: Any, value: Any) -> None:
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_ids(inner) for name, inner in value.items() if name != ID}
    return [_without_ids(inner) for inner in value] if isinstance(value, list) else value
