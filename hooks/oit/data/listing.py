"""What a folder contains, at any depth: listed without a look at each file."""

import os
from contextlib import suppress
from pathlib import Path

Entry = os.DirEntry[str]


def below(folder: Path) -> list[tuple[str, Entry]]:
    """Return what is in a folder and in the folders inside it, each with its name from there.

    It is in the order of the names. Links are not followed, and a folder that cannot be listed
    is empty.
    """
    found: list[tuple[str, Entry]] = []
    # A stack: folders may be nested more deeply than Python calls functions.
    waiting = _listed(str(folder), "")
    while waiting:
        name, entry = waiting.pop()
        found.append((name, entry))
        if entry.is_dir(follow_symlinks=False):
            waiting += _listed(entry.path, f"{name}/")
    return found


def _listed(folder: str, start: str) -> list[tuple[str, Entry]]:
    """Return what is in a folder, the last name first."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(folder) as it:
        entries = sorted(it, key=lambda entry: entry.name, reverse=True)
        return [(f"{start}{entry.name}", entry) for entry in entries]
    return []
