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
    _collect(str(folder), "", found)
    return found


def _collect(folder: str, start: str, found: list[tuple[str, Entry]]) -> None:
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
        for entry in entries:
            name = f"{start}{entry.name}"
            found.append((name, entry))
            if entry.is_dir(follow_symlinks=False):
                _collect(entry.path, f"{name}/", found)
