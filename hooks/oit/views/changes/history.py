"""On which days an item's data was changed, and which of its fields: what a public page may tell.

What was written about a commit is for those who work on the files, and may name people or say
what was never meant for everybody. So none of it is taken: a change is told by the titles that
the form gives to the fields which differ. One that changes no field, such as a comment, is none.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.forms.base import Form
from oit.source import Mapping, SourceFile, parse
from oit.views.changes.git import blobs, git

MOST = 5
"""How many changes of a file are looked at, and how many days are told: the latest."""
BEGUN = "เริ่มมีข้อมูล"
IN_TABLE = "รายการในตาราง"

_COMMIT = "\x01"


class Revision(NamedTuple):
    """What one commit did to a file."""

    day: date
    fields: tuple[str, ...]
    """The fields that differ; none of a table, whose rows are many."""
    is_first: bool = False
    """Whether there was no such file before."""


History = dict[str, list[Revision]]
"""The changes of each file, the latest first, by its name in findings."""


class Day(NamedTuple):
    """What was changed on one day, in words for everybody."""

    day: date
    what: list[str]


class _Commit(NamedTuple):
    """A file before and after a commit, as git names the two."""

    day: date
    file: str
    before: str
    after: str


def changes_of(folder: DataFolder) -> History:
    """Return the committed changes of the data's files.

    Nothing where there is no repository, or only its latest commits (a shallow clone says that
    these added every file).
    """
    if git(folder.path, "rev-parse", "--is-shallow-repository") != b"false\n":
        return {}
    found: dict[str, list[_Commit]] = {}
    for commit in _commits(folder):
        commits = found.setdefault(commit.file, [])
        if len(commits) < MOST:
            commits.append(commit)
    said = _Contents(folder, [one for commits in found.values() for one in commits])
    return {
        folder.shown(Path(folder.path, file)): [said.change(one) for one in commits]
        for file, commits in found.items()
    }


def _commits(folder: DataFolder) -> Iterator[_Commit]:
    # What follows says what settings of the user's might say otherwise.
    fixed = ["--no-renames", "--no-merges", "--no-show-signature", "--relative", "--root"]
    fixed += ["-O/dev/null", "--encoding=UTF-8"]
    form = ("-z", f"--format={_COMMIT}%as", "--raw", "--no-abbrev")
    said = git(folder.path, "log", *form, *fixed, "--", ".") or b""
    tokens = iter(said.decode("utf-8", "replace").split("\0"))
    day: date | None = None
    for token in tokens:
        if token.startswith(_COMMIT):
            day = _day(token.removeprefix(_COMMIT))
        elif token.strip():
            # ":100644 100644 <before> <after> M", and then the file's name.
            _, _, before, after, _ = token.split()
            name = next(tokens)
            # A commit whose day nobody can say is not told of.
            if day:
                yield _Commit(day, name, before, after)


def _day(said: str) -> date | None:
    """Read a day; commits may hold what is none, or is beyond the calendar."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


class _Contents:
    """What the files said, before and after."""

    def __init__(self, folder: DataFolder, commits: list[_Commit]) -> None:
        wanted = {
            name
            for commit in commits
            if commit.file.endswith(".yml")
            for name in (commit.before, commit.after)
        }
        self._roots = {
            name: parse(data, SourceFile("")).root
            for name, data in blobs(folder.path, sorted(wanted)).items()
        }

    def change(self, commit: _Commit) -> Revision:
        """Say which fields a commit changed."""
        before = self._roots.get(commit.before, Mapping())
        after = self._roots.get(commit.after, Mapping())
        names = dict.fromkeys([*after, *before])
        fields = tuple(name for name in names if before.get(name, "") != after.get(name, ""))
        # Git gives what is not there a name of zeros.
        return Revision(commit.day, fields, is_first=not commit.before.strip("0"))


def changes_to(record: Record | None, history: History) -> list[Day]:
    """Return the days on which an item's file or the table that it names changed, the latest first.

    Several changes of a day are told together.
    """
    if record is None:
        return []
    told = [
        (change.day, what)
        for change in history.get(record.document.file, [])
        for what in ([BEGUN] if change.is_first else _titles(record.form, change.fields))
    ]
    if record.table:
        told += [(change.day, IN_TABLE) for change in history.get(record.table.file, [])]
    days: dict[date, dict[str, None]] = {}
    for day, what in told:
        days.setdefault(day, {}).setdefault(what)
    return [Day(day, list(days[day])) for day in sorted(days, reverse=True)[:MOST]]


def _titles(form: Form, fields: tuple[str, ...]) -> Iterator[str]:
    for name, info in type(form).model_fields.items():
        if name in fields:
            yield info.title or name
