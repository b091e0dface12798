"""Take back what would make a new error in a file: until it is right, it is a draft."""

from copy import deepcopy
from typing import Any

from oit.desk.desk import Desk
from oit.desk.saving.matching import meaning
from oit.desk.saving.merge import where_of
from oit.desk.saving.reading import errors
from oit.desk.tree import ID, WAS
from oit.findings.codes import required_field
from oit.findings.finding import Finding
from oit.intake.workbook.files import ItemFile
from oit.source.edit import value_at
from oit.source.values import KeyPath

_MOST = 20
"""How often what is left is read again: an entry may lack what was taken back."""


def take_back(desk: Desk, file: ItemFile, tree: Any, now: Any) -> list[tuple[KeyPath, Finding]]:
    """Change a tree, so that it has no errors which the file does not have already.

    A value that makes an error becomes what the file says; an added entry without what it must
    have is left out.

    Args:
        desk: the desk.
        file: the file.
        tree: what the file is to say; its ``@was`` are places in ``now``.
        now: what it says.

    Returns:
        The places of what was taken back, by the ids of entries, with the errors.
    """
    known = {(path, *_kind(finding)) for path, finding in errors(desk, file, now)}
    refused: list[tuple[KeyPath, Finding]] = []
    for _ in range(_MOST):
        new = [
            (path, finding)
            for path, finding in errors(desk, file, tree)
            if not _is_known(tree, path, finding, now, known)
        ]
        if not new:
            return refused
        for path, finding in new:
            where = where_of(tree, path)
            # What an entry lacks only because it was taken back is not reported again.
            if where not in [place for place, _ in refused]:
                refused.append((where, finding))
        # Each place once, or what is around it would be taken back as well; and from the end, so
        # that the indexes of what is left stay valid.
        for path in sorted({_taken(tree, *each) for each in new}, key=_by_place, reverse=True):
            restore(tree, path, now)
    restore(tree, (), now)
    return refused


def _taken(tree: Any, path: KeyPath, finding: Finding) -> KeyPath:
    """Return the place that is taken back because of an error: a list of texts is one value."""
    above = path[:-1]
    if finding.code.id == required_field.CODE.id and _is_new(tree, above):
        return above
    is_text = isinstance(value_at(tree, above), list) and not isinstance(value_at(tree, path), dict)
    return above if is_text else path


def restore(tree: Any, path: KeyPath, now: Any) -> None:
    """Let a place in a tree say what the file says, or what is around it if it does so already."""
    while path and not _restored(tree, path, now):
        path = path[:-1]
    if not path:
        tree.clear()
        tree.update(deepcopy(now))


def _restored(tree: Any, path: KeyPath, now: Any) -> bool:
    step: Any = path[-1]
    parent, current = value_at(tree, path[:-1]), value_at(tree, path)
    if isinstance(parent, list) and not isinstance(current, dict):
        return False  # a list of texts is one value
    above = origin(tree, path if isinstance(parent, list) else path[:-1])
    if isinstance(parent, list):
        original = None if above is None else value_at(now, above)
    elif isinstance(parent, dict):
        original = None if above is None else value_at(now, (*above, step))
    else:
        return False
    if meaning(original) == meaning(current):
        return False
    if original is None:
        del parent[step]
    elif isinstance(parent, list):
        parent[step] = {ID: current.get(ID, ""), **deepcopy(original)}
    else:
        parent[step] = deepcopy(original)
    return True


def origin(tree: Any, path: KeyPath) -> KeyPath | None:
    """Return where a place in a tree is in the file; ``None`` if it is new."""
    found: list[int | str] = []
    for step in path:
        tree = value_at(tree, (step,))
        if isinstance(step, int) and isinstance(tree, dict):
            if WAS not in tree:
                return None
            found.append(int(tree[WAS]))
        else:
            found.append(step)
    return tuple(found)


def _is_known(
    tree: Any, path: KeyPath, finding: Finding, now: Any, known: set[tuple[KeyPath, str, str]]
) -> bool:
    """Tell whether the file has an error already, with the same value."""
    place = origin(tree, path)
    return (
        place is not None
        and (place, *_kind(finding)) in known
        and meaning(value_at(tree, path)) == meaning(value_at(now, place))
    )


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.code.id, str(finding.values.get("name", ""))


def _is_new(tree: Any, path: KeyPath) -> bool:
    return bool(path) and isinstance(path[-1], int) and WAS not in value_at(tree, path)


def _by_place(path: KeyPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]
