"""Several windows of one officer: what each of them shows, and how what is typed in them is joined.

A form that was sent says what its own window shows. If the draft says something else since, because
another window has changed it, only what was typed in this one is taken over into the draft.
"""

import re
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft, read_kept, written_draft
from oit.desk.saving.draft import folder_of as drafts_of
from oit.desk.saving.merge import merge
from oit.desk.tree import ID, WAS
from oit.intake.workbook.files import ItemFile
from oit.source.write import Plain

_NAME = re.compile("[0-9a-f]{16}")
_MOST = 30
"""How many windows with drafts of a file are known."""
_NEW = "n"
"""The beginning of a place in the list that a window shows, of an entry that no file has."""


def opened(desk: Desk, officer: Officer, file: ItemFile, draft: Draft) -> str:
    """Return the name of a window that is about to show a draft."""
    name = token_hex(8)
    # Nothing was typed: the version of the file says what the window shows.
    if draft.is_changed:
        remember(desk, officer, file, name, draft)
        with suppress(OSError):
            _forget_old(_folder(desk, officer, file))
    return name


def remember(desk: Desk, officer: Officer, file: ItemFile, window: str, shown: Draft) -> None:
    """Keep what a window shows; a full disk must not keep anybody from reading."""
    with suppress(OSError):
        folder = _folder(desk, officer, file)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(folder / f"{window}.json", written_draft(shown))


def shown_in(desk: Desk, officer: Officer, file: ItemFile, window: str) -> Draft | None:
    """Return what a window shows; ``None`` if that is not known."""
    if not _NAME.fullmatch(window):
        return None
    return read_kept(_folder(desk, officer, file) / f"{window}.json")


def is_window(name: object) -> bool:
    """Tell whether a form names a window as this program does."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def rebased(draft: Draft, now: Draft) -> Draft | None:
    """Return a draft as one of another version of the file; ``None`` if both changed a value."""
    if draft.base == now.base:
        return Draft(now.base, draft.mine, now.version)
    merged = merge(draft.base, draft.mine, now.base)
    return None if merged.clashes else Draft(now.base, _cleaned(merged.draft), now.version)


def joined(shown: Draft, mine: Draft, other: Draft) -> Draft | None:
    """Return a draft with what was typed in two windows; ``None`` if both changed a value.

    Args:
        shown: what the window of the form has shown.
        mine: the same with what was typed in it.
        other: the draft as another window has left it.
    """
    before, after = rebased(shown, other), rebased(mine, other)
    if before is None or after is None:
        return None
    trees = map(_placed, (before.mine, after.mine, other.mine))
    merged = merge(*trees, same_file=True)
    return None if merged.clashes else Draft(other.base, _cleaned(merged.draft), other.version)


def _placed(value: Any) -> Any:
    """Let the entries that no file has say where they are in the list of the window."""
    if isinstance(value, dict):
        return {name: _placed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [
            {WAS: f"{_NEW}{index}", **inner} if isinstance(inner, dict) else inner
            for index, inner in enumerate(map(_placed, value))
        ]
    return value


def _cleaned(value: Any) -> Plain:
    """Return a merged tree without what only the merge knows."""
    if isinstance(value, dict):
        return {
            name: _cleaned(inner)
            for name, inner in value.items()
            if name != ID and not (name == WAS and str(inner).startswith(_NEW))
        }
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else str(value)


def _folder(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    return drafts_of(desk, officer) / "windows" / file.name.replace("/", "-")


def _forget_old(folder: Path) -> None:
    known = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in known[_MOST:]:
        old.unlink(missing_ok=True)
