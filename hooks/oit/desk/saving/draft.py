"""What an officer has typed and not saved yet.

It is written with every change of the form, so that neither a closed window nor a killed process
loses a word. It is removed once everything in it is in the data.
"""

import json
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.tree import with_origins
from oit.intake.workbook.files import ItemFile
from oit.source.edit import plain, without_empty
from oit.source.write import Plain

_DIGEST = re.compile("[0-9a-f]{64}")
_FORGOTTEN = 30 * 24 * 60 * 60
"""Age in seconds of a version of a file that no form is still open of."""


@dataclass(frozen=True)
class Draft:
    """What an officer has typed, and what the file said when the form was opened."""

    base: Plain
    """The tree of the file at that time."""
    mine: Plain
    """The tree as the officer wants it."""
    version: str = ""
    """The SHA-256 of the file at that time; empty if there was no file."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that the file did not say."""
        return without_empty(self.base) != without_empty(self.mine)


def fresh(file: ItemFile) -> Draft:
    """Return a draft in which nothing was typed yet."""
    tree = with_origins(plain(file.root))
    return Draft(tree, tree, file.digest)


def open_draft(desk: Desk, officer: Officer, file: ItemFile, version: str = "") -> Draft:
    """Return the draft that an officer has of a file, or a fresh one.

    Args:
        desk: the desk.
        officer: who types.
        file: the file as it is now.
        version: that of the draft from which the form was made that was sent. If somebody has saved
            since, the draft is based on what the officer saw, not on what she has never seen.
    """
    known = kept(desk, officer, file)
    if known is not None and version in ("", known.version):
        return known
    if version and version != file.digest:
        seen = _seen(desk, version)
        if seen is not None:
            return Draft(seen, seen, version)
    if known is not None:
        return known
    with suppress(OSError):
        _remember(desk, file)
    return fresh(file)


def kept(desk: Desk, officer: Officer, file: ItemFile) -> Draft | None:
    """Return the draft that was kept of an officer; ``None`` if there is none."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        known = json.loads(_path(desk, officer, file).read_bytes())
        return Draft(known["base"], known["mine"], known["version"])
    return None


def keep(desk: Desk, officer: Officer, file: ItemFile, draft: Draft) -> None:
    """Keep a draft; one in which nothing was typed is dropped.

    Raises:
        OSError: it cannot be written.
    """
    if not draft.is_changed:
        drop(desk, officer, file)
        return
    desk.state_folder("drafts")
    known = {"base": draft.base, "mine": draft.mine, "version": draft.version}
    write_atomically(_path(desk, officer, file), _json(known), durable=True)


def drop(desk: Desk, officer: Officer, file: ItemFile) -> None:
    """Remove the draft of a file."""
    _path(desk, officer, file).unlink(missing_ok=True)


def _remember(desk: Desk, file: ItemFile) -> None:
    """Keep what a file says as long as somebody may have a form of it open."""
    path = _version(desk, file.digest)
    if not file.digest or path.exists():
        return
    for other in path.parent.glob("*.json"):
        with suppress(OSError):
            if time.time() - other.stat().st_mtime > _FORGOTTEN:
                other.unlink()
    desk.state_folder("versions")
    write_atomically(path, _json(plain(file.root)))


def _seen(desk: Desk, version: str) -> Plain | None:
    with suppress(OSError, ValueError):
        return with_origins(json.loads(_version(desk, version).read_bytes()))
    return None


def _version(desk: Desk, version: str) -> Path:
    # A form may send anything.
    name = version if _DIGEST.fullmatch(version) else "none"
    return desk.state / "versions" / f"{name}.json"


def _json(value: object) -> bytes:
    # Half a character cannot be written; it cannot be saved either, but it must not stop the rest.
    return json.dumps(value, ensure_ascii=False).encode(errors="replace")


def _path(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    # The name of an account may be anything.
    who = sha256(officer.name.encode()).hexdigest()[:16]
    return desk.state / "drafts" / who / f"{file.name.replace('/', '-')}.json"
