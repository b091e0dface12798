"""When and how files of the data were changed, as git tells it: the same for the same commit."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from oit.changes.git import git
from oit.folder import DataFolder
from oit.personal.patterns import find
from oit.record import Record

MOST = 5
"""How many changes of a file are told, the latest of them."""

_LONGEST = 120
_COMMIT, _DAY = "\x01", "\x02"

History = dict[str, list["Change"]]
"""The changes of each file, the latest first, by its name in findings."""


class Change(NamedTuple):
    """One change, without the name of who made it."""

    day: date
    subject: str


def changes_of(folder: DataFolder) -> History:
    """Return the committed changes of the data's files.

    Nothing where there is no repository, or only its latest commits (a shallow clone says that
    these added every file).
    """
    if git(folder.path, "rev-parse", "--is-shallow-repository") != b"false\n":
        return {}
    form = f"--format={_COMMIT}%as{_DAY}%s"
    # What follows says what settings of the user's might say otherwise.
    fixed = ("--no-renames", "--no-merges", "--no-show-signature", "--encoding=UTF-8")
    said = git(folder.path, "log", "-z", form, *fixed, "--name-only", "--relative", "--", ".")
    found: History = {}
    change = Change(date.min, "")
    for token in (said or b"").decode("utf-8", "replace").split("\0"):
        if token.startswith(_COMMIT):
            day, _, subject = token[1:].partition(_DAY)
            change = Change(date.fromisoformat(day), _shown(subject))
        elif name := token.removeprefix("\n"):
            changes = found.setdefault(folder.shown(Path(folder.path, name)), [])
            if len(changes) < MOST:
                changes.append(change)
    return found


def changes_to(record: Record | None, history: History) -> list[Change]:
    """Return the changes of an item's file and of the table that it names, the latest first."""
    if record is None:
        return []
    files = [record.document.file, *([record.table.file] if record.table else [])]
    # A commit may have changed both.
    changes = dict.fromkeys(change for file in files for change in history.get(file, []))
    return sorted(changes, key=lambda change: change.day, reverse=True)[:MOST]


def _shown(subject: str) -> str:
    """Write a subject for everybody to read: in one line, and without what is personal."""
    plain = "".join(c if c.isprintable() else " " for c in subject).strip()
    for match in find(plain):
        plain = plain[: match.start] + "x" * (match.end - match.start) + plain[match.end :]
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
