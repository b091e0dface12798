"""What a file said when a form was opened, so that a form of an old version can still be saved.

Somebody else may save between the opening of a form and its first post. Each version that was
opened is kept under its SHA-256, the same for everybody, for some weeks.
"""

import time
from contextlib import suppress

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.tree import with_origins
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, parse
from oit.source.edit import plain
from oit.source.write import Plain

_FOLDER = "opened"
_KEPT_FOR = 30 * 24 * 60 * 60
"""In seconds."""


def remember(desk: Desk, file: ItemFile) -> None:
    """Keep what a file says now; a full disk must not keep anybody from reading."""
    if not file.digest:
        return
    with suppress(OSError):
        folder = desk.state_folder(_FOLDER)
        path = folder / file.digest
        if path.exists():
            path.touch()
            return
        write_atomically(path, file.document.text)
        oldest = time.time() - _KEPT_FOR
        for old in folder.iterdir():
            if old.stat().st_mtime < oldest:
                old.unlink(missing_ok=True)


def tree_of(desk: Desk, version: str) -> Plain | None:
    """Return the tree of a version that somebody has opened; ``None`` if it is not known."""
    if not version:
        return {}
    if len(version) != 64 or not version.isalnum() or not version.isascii():
        return None
    try:
        raw = (desk.state / _FOLDER / version).read_bytes()
    except OSError:
        return None
    return with_origins(plain(parse(raw, SourceFile("")).root))
