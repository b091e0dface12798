"""Changes of a table: one at a time, each remembered so that the last ones can be undone.

A change is undone while the table is what the change has made of it; what others have changed since
is undone first. So nothing that somebody has typed is lost by an undo.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically
from oit.data.lock import locked
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.audit import now
from oit.desk.spreadsheets.target import Target

_MOST_KEPT = 20


@dataclass(frozen=True)
class TableChange:
    """A change of a table."""

    path: Path
    """Where it is remembered."""
    when: str
    who: str
    what: str
    """What was done, in words."""
    before: str
    after: str
    """The SHA-256 of the table afterwards."""


@contextmanager
def changing(desk: Desk, officer: Officer, target: Target, what: str) -> Iterator[None]:
    """Hold what everybody holds who changes the data, and remember the change.

    Raises:
        OSError: the lock cannot be taken.
    """
    with locked(desk.state_folder() / "lock"):
        before = _bytes(target.path)
        yield
        after = _bytes(target.path)
        if after != before:
            # Before there was a table there were no rows.
            text = (before or after.partition(b"\n")[0] + b"\n").decode(errors="surrogateescape")
            kept = {
                "when": now(),
                "who": officer.name,
                "what": what,
                "before": text,
                "after": sha256(after).hexdigest(),
            }
            # The table is written: what is kept besides must not make it look as if it was not.
            with suppress(OSError):
                _remember(_folder(desk, target), json.dumps(kept))


def last_change(desk: Desk, target: Target) -> TableChange | None:
    """Return the change that made the table what it is, if it can be undone."""
    current = sha256(_bytes(target.path)).hexdigest()
    for path in reversed(_paths(_folder(desk, target))):
        with suppress(OSError, ValueError, LookupError, TypeError):
            kept = json.loads(path.read_bytes())
            if kept["after"] == current:
                return TableChange(path, **kept)
            return None
    return None


def undo(desk: Desk, target: Target, change: TableChange) -> bool:
    """Undo the last change; return false if the table was changed meanwhile.

    Raises:
        OSError: the table cannot be written; it is as it was.
    """
    with locked(desk.state_folder() / "lock"):
        if last_change(desk, target) != change:
            return False
        before = change.before.encode(errors="surrogateescape")
        write_atomically(target.path, before, durable=True)
        change.path.unlink(missing_ok=True)
        return True


def _remember(folder: Path, text: str) -> None:
    known = _paths(folder)
    number = int(known[-1].stem) + 1 if known else 1
    write_atomically(folder / f"{number:08}.json", text)
    for path in known[: max(0, len(known) + 1 - _MOST_KEPT)]:
        path.unlink(missing_ok=True)


def _folder(desk: Desk, target: Target) -> Path:
    return desk.state / "tables" / f"{target.year}-{target.path.stem}"


def _paths(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if path.stem.isdecimal())


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
