"""Three versions of a file become one: what it was, what an officer wants, what it is now.

What only one side has changed is taken from that side. What both have changed differently is a
clash, which people settle; until then the file keeps what it says.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from oit.desk.saving.matching import included, matched, meaning
from oit.desk.tree import ID, WAS
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.source.write import Plain

Choice = Literal["mine", "theirs"]
GONE = "@"
"""A step of this sign and an ``@was`` leads to an entry that is not in the draft any more."""


@dataclass(frozen=True)
class Clash:
    """A value that two people changed."""

    where: KeyPath
    """Where it is, by the ids of entries instead of their indexes."""
    base: Plain | None
    mine: Plain | None
    theirs: Plain | None
    entry: bool = False
    """Whether one side has removed the entry which the other has changed."""


@dataclass
class Merge:
    """The outcome: two trees whose entries have ids, and an ``@was`` in what the file is now."""

    file: Any
    """What the file is to say."""
    draft: Any
    """What the officer wants; it differs from the file at clashes only."""
    clashes: list[Clash] = field(default_factory=list)


class _Pair(NamedTuple):
    """A value for the file, and one for the draft; ``None`` if there is none."""

    file: Any
    draft: Any


def merge(
    base: Plain,
    mine: Plain,
    theirs: Plain,
    chosen: Mapping[KeyPath, Choice] | None = None,
    *,
    same_file: bool = False,
) -> Merge:
    """Merge trees.

    Args:
        base: what both come from.
        mine: what an officer wants; its ``@was`` are those of ``base``.
        theirs: what it is now.
        chosen: settles clashes by their places in ``mine``.
        same_file: whether the ``@was`` of ``theirs`` are places in the same file as the others'.
    """
    merger = _Merger(chosen or {}, same_file=same_file)
    pair = merger.value(base, mine, theirs, (), ())
    return Merge(deepcopy(pair.file or {}), deepcopy(pair.draft or {}), merger.clashes)


def where_of(tree: Any, path: KeyPath) -> KeyPath:
    """Return a place in a merged tree by the ids of entries, so that it holds in the other one."""
    where: list[int | str] = []
    for step in path:
        tree = _inner(tree, step)
        is_entry = isinstance(step, int) and isinstance(tree, dict) and ID in tree
        where.append(tree[ID] if is_entry else step)
    return tuple(where)


def path_of(tree: Any, where: KeyPath) -> KeyPath | None:
    """Return the place in a merged tree that ids lead to; ``None`` if an entry is not in it."""
    path: list[int | str] = []
    for step in where:
        if isinstance(tree, list) and isinstance(step, str):
            places = [i for i, entry in enumerate(tree) if entry.get(ID) == step]
            if not places:
                return None
            path.append(places[0])
        else:
            path.append(step)
        tree = _inner(tree, path[-1])
    return tuple(path)


def _inner(tree: Any, step: int | str) -> Any:
    return value_at(tree, (step,))


class _Merger:
    def __init__(self, chosen: Mapping[KeyPath, Choice], *, same_file: bool) -> None:
        self.chosen = chosen
        self.same_file = same_file
        self.clashes: list[Clash] = []

    def value(self, base: Any, mine: Any, theirs: Any, path: KeyPath, where: KeyPath) -> _Pair:
        """Merge values; ``path`` is the place in ``mine``, ``where`` that in the merged trees."""
        three = (base, mine, theirs)
        if _are_all(dict, three):
            return self._fields(base or {}, mine or {}, theirs or {}, path, where)
        if _are_all(list, three) and all(
            isinstance(entry, dict) for entries in three for entry in entries or ()
        ):
            return self._entries(base or [], mine or [], theirs or [], path, where)
        return self._single(base, mine, theirs, path, where)

    def _single(self, base: Any, mine: Any, theirs: Any, path: KeyPath, where: KeyPath) -> _Pair:
        """Merge values that are taken as a whole, and lists of texts."""
        old, wanted, now = map(meaning, (base, mine, theirs))
        if wanted in (old, now):
            return _Pair(theirs, theirs)
        if old == now:
            return _Pair(_as_new(mine), mine)
        if all(map(_is_of_texts, (base, mine, theirs))):
            texts = _merged_texts(base or [], mine or [], theirs or [])
            if texts is not None:
                return _Pair(texts, texts)
        choice = self.chosen.get(path)
        if choice is None:
            self.clashes.append(Clash(where, base, mine, theirs))
            return _Pair(theirs, mine)
        taken = _as_new(mine) if choice == "mine" else theirs
        return _Pair(taken, taken)

    def _fields(
        self,
        base: dict[str, Any],
        mine: dict[str, Any],
        theirs: dict[str, Any],
        path: KeyPath,
        where: KeyPath,
    ) -> _Pair:
        file, draft = {}, {}
        for name in dict.fromkeys([*theirs, *mine]):
            if name in (WAS, ID):
                continue
            pair = self.value(
                base.get(name), mine.get(name), theirs.get(name), (*path, name), (*where, name)
            )
            if pair.file is not None:
                file[name] = pair.file
            if pair.draft is not None:
                draft[name] = pair.draft
        return _Pair(file, draft)

    def _entries(
        self,
        base: list[Any],
        mine: list[Any],
        theirs: list[Any],
        path: KeyPath,
        where: KeyPath,
    ) -> _Pair:
        versions = _versions(base, mine, theirs, same_file=self.same_file)
        # Equal entries are told apart by what they are, not by what they say.
        places = {id(entry): index for index, entry in enumerate(mine)}
        file, draft = [], []
        for known, (old, wanted, now) in versions.items():
            here = (*where, known)
            if wanted is not None and now is not None:
                at = (*path, places[id(wanted)])
                pair = self._fields(old or {}, wanted, now, at, here)
            elif old is None:
                added = _as_new(wanted) if wanted is not None else now
                pair = _Pair(added, added)
            else:
                step = f"{GONE}{old[WAS]}" if wanted is None else places[id(wanted)]
                pair = self._removed(old, wanted, now, (*path, step), here)
            origin = {WAS: now[WAS]} if now is not None else {}
            if pair.file is not None:
                file.append({ID: known, **pair.file, **origin})
            if pair.draft is not None:
                # What is not in the file any more is known by where it was.
                draft.append({ID: known, **pair.draft, **origin})
        return _Pair(file, draft)

    def _removed(self, old: Any, wanted: Any, now: Any, path: KeyPath, where: KeyPath) -> _Pair:
        """Merge an entry that one side, or both, have removed."""
        left = now if wanted is None else wanted
        if left is None or meaning(left) == meaning(old):
            return _Pair(None, None)
        choice = self.chosen.get(path)
        if choice is None:
            self.clashes.append(Clash(where, old, wanted, now, entry=True))
            return _Pair(now, wanted)
        taken = wanted if choice == "mine" else now
        if taken is not None and taken is wanted:
            # The file has it no more, so it is a new entry.
            taken = _as_new(wanted)
        return _Pair(taken, taken)


def _versions(
    base: list[Any], mine: list[Any], theirs: list[Any], *, same_file: bool
) -> dict[str, tuple[Any, Any, Any]]:
    """Return the three versions of every entry by an id, in the order of the merged list."""
    origins = {entry[WAS]: entry for entry in base}
    known: dict[str, Any] = {}
    for index, entry in enumerate(mine):
        was = entry.get(WAS)
        # A copy of an entry may have kept where the first one was.
        name = f"@b{was}" if was in origins and f"@b{was}" not in known else f"@m{index}"
        known[name] = entry
    now: dict[str, Any] = {}
    became = {place: index for index, place in matched(base, theirs, same_file=same_file).items()}
    added = [index for index in range(len(theirs)) if index not in became]
    new = [name for name in known if name.startswith("@m")]
    same = {
        added[index]: new[place]
        for index, place in included(
            [theirs[i] for i in added], [known[name] for name in new]
        ).items()
    }
    for index, entry in enumerate(theirs):
        name = f"@b{base[became[index]][WAS]}" if index in became else f"@t{index}"
        now[same.get(index, name)] = entry
    every = _woven([f"@b{was}" for was in origins], list(known), list(now))
    return {
        name: (origins.get(name[2:]) if name[1] == "b" else None, known.get(name), now.get(name))
        for name in every
    }


def _woven(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the order of a merged list: of mine if entries of it were moved, or else of theirs.

    What the other list has besides stays behind what it is behind there.
    """
    in_base, in_mine = set(base), set(mine)
    kept = [name for name in mine if name in in_base]
    is_moved = kept != [name for name in base if name in in_mine]
    order, other = (mine, theirs) if is_moved else (theirs, mine)
    woven = list(order)
    for names in (other, base):
        placed = set(woven)
        for index, name in enumerate(names):
            if name not in placed:
                before = next((n for n in reversed(names[:index]) if n in placed), None)
                if before is not None:
                    woven.insert(woven.index(before) + 1, name)
                elif any(after in placed for after in names[index + 1 :]):
                    woven.insert(0, name)
                else:
                    woven.append(name)
                placed.add(name)
    return woven


def _merged_texts(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    """Merge lists of texts; ``None`` if both sides have changed the same text."""
    old, wanted, now = map(_numbered, (base, mine, theirs))
    removed_twice = set(old) - set(wanted) - set(now)
    added = (set(wanted) | set(now)) - set(old)
    if removed_twice and added:
        return None
    gone = set(old) - (set(wanted) & set(now))
    return [text for text, number in _woven_texts(old, wanted, now) if (text, number) not in gone]


def _woven_texts(
    old: list[tuple[str, int]], wanted: list[tuple[str, int]], now: list[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    names = {repr(text): text for texts in (old, wanted, now) for text in texts}
    for name in _woven(*([repr(text) for text in texts] for texts in (old, wanted, now))):
        yield names[name]


def _numbered(texts: list[str]) -> list[tuple[str, int]]:
    """Tell equal texts apart by their number."""
    counts: dict[str, int] = {}
    numbered = []
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
        numbered.append((text, counts[text]))
    return numbered


def _as_new(value: Any) -> Any:
    """Copy a value that the file does not have; its entries get ids."""
    if isinstance(value, dict):
        return {name: _as_new(inner) for name, inner in value.items() if name != WAS}
    if isinstance(value, list):
        return [
            {ID: f"@n{index}", **inner} if isinstance(inner, dict) else inner
            for index, inner in enumerate(map(_as_new, value))
        ]
    return value


def _is_of_texts(value: Any) -> bool:
    """Tell whether a value is a list of texts, or empty."""
    return not value or (isinstance(value, list) and all(isinstance(t, str) for t in value))


def _are_all(kind: type, values: Sequence[Any]) -> bool:
    """Tell whether values are of a kind or empty, and at least one is of the kind."""
    return any(isinstance(value, kind) for value in values) and all(
        isinstance(value, kind) or value in (None, "") for value in values
    )
