"""Rows that an officer has typed and that are not in the table yet."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.spreadsheets.target import Target

NEW = "new"


@dataclass(frozen=True)
class RowDraft:
    """A row as somebody wants it, and what it said when they began."""

    was: Mapping[str, str]
    """Empty if it is a new row."""
    mine: Mapping[str, str]
    line: int = 0
    """Where it began then."""

    @property
    def key(self) -> str:
        """What it is kept under: each row has one draft, and so has a new row."""
        said = json.dumps(sorted(filter(all, self.was.items())), ensure_ascii=False)
        return sha256(said.encode()).hexdigest()[:16] if self.was else NEW

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that the table did not say."""
        names = {*self.was, *self.mine}
        return any(self.was.get(name, "") != self.mine.get(name, "") for name in names)


def open_row(desk: Desk, officer: Officer, target: Target, fresh: RowDraft) -> RowDraft:
    """Return the draft that an officer has of a row, or a fresh one."""
    return _read(_path(desk, officer, target, fresh.key)) or fresh


def keep_row(desk: Desk, officer: Officer, target: Target, draft: RowDraft) -> None:
    """Keep a draft.

    Raises:
        OSError: it cannot be written.
    """
    kept = {"was": dict(draft.was), "mine": dict(draft.mine), "line": draft.line}
    desk.state_folder()
    path = _path(desk, officer, target, draft.key)
    write_atomically(path, json.dumps(kept, ensure_ascii=False), durable=True)


def drop_row(desk: Desk, officer: Officer, target: Target, draft: RowDraft) -> None:
    """Remove a draft."""
    _path(desk, officer, target, draft.key).unlink(missing_ok=True)


def row_drafts(desk: Desk, officer: Officer, target: Target) -> Iterator[RowDraft]:
    """Yield the drafts that an officer has of a table's rows."""
    for path in sorted(_path(desk, officer, target, NEW).parent.glob("*.json")):
        if draft := _read(path):
            yield draft


def _read(path: Path) -> RowDraft | None:
    with suppress(OSError, ValueError, LookupError, TypeError):
        kept = json.loads(path.read_bytes())
        return RowDraft(dict(kept["was"]), dict(kept["mine"]), int(kept["line"]))
    return None


def _path(desk: Desk, officer: Officer, target: Target, key: str) -> Path:
    # The name of an account may be anything.
    who = sha256(officer.name.encode()).hexdigest()[:16]
    table = f"{target.year}-{target.path.stem}"
    return desk.state / "drafts" / who / "rows" / table / f"{key}.json"
