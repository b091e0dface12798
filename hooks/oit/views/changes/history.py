"""The days on which an item's data changed, and the fields that changed, for a public page.

Commit messages are written for those who edit the files; they may name people or contain things
that are not meant for the public, so they are not used. A change is described by the titles of
the form's fields that differ. A commit that changes no field, such as a comment, is left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from oit.clock import moment_at
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.forms.base import Form
from oit.source import Mapping, SourceFile, parse
from oit.views.changes.git import blobs, fault_of, git

MOST = 5
"""How many of the latest commits of a file are examined, and how many days are shown."""
BEGUN = "เริ่มมีข้อมูล"
IN_TABLE = "รายการในตาราง"

_COMMIT, _PART = "\x01", "\x02"


class Revision(NamedTuple):
    """What one commit did to a file."""

    day: date
    fields: tuple[str, ...]
    """The fields that differ; empty for a table."""
    is_first: bool = False
    """Whether the commit created the file."""


History = dict[str, list[Revision]]
"""The changes of each file, the latest first, by the file's name in findings."""


class Day(NamedTuple):
    """What changed on one day, in words for the public."""

    day: date
    what: list[str]


class FileCommit(NamedTuple):
    """What a commit did to a file: the hashes of its contents before and after."""

    commit: str
    author: str
    """A name of a person, which is for the staff only."""
    moment: datetime
    file: str
    before: str
    after: str

    @property
    def is_first(self) -> bool:
        """Whether the commit created the file: git writes the hash of a missing file as zeros."""
        return not self.before.strip("0")


def changes_of(folder: DataFolder) -> History:
    """Return the committed changes of the data's files.

    Empty if git does not know all of them: the oldest commit of a shallow clone seems to add every
    file, and a partial clone lacks older contents. ``fault_of`` says which it is.
    """
    if fault_of(folder.path):
        return {}
    found: dict[str, list[FileCommit]] = {}
    for commit in commits_of(folder):
        commits = found.setdefault(commit.file, [])
        if len(commits) < MOST:
            commits.append(commit)
    contents = _Contents(folder, [commit for commits in found.values() for commit in commits])
    if contents.is_partial:
        return {}
    return {
        folder.shown(Path(folder.path, file)): [contents.change(commit) for commit in commits]
        for file, commits in found.items()
    }


def commits_of(
    folder: DataFolder, paths: Sequence[str] = (".",), *, skip: int = 0, most: int | None = None
) -> Iterator[FileCommit]:
    """Yield what each commit did to files of the data folder, the latest commit first.

    Args:
        folder: the data folder.
        paths: the files, from the data folder.
        skip: how many of the latest commits are left out.
        most: how many commits are read, by default all.
    """
    # These options override the user's settings.
    fixed = ["--no-renames", "--no-merges", "--no-show-signature", "--relative", "--root"]
    fixed += ["-O/dev/null", "--encoding=UTF-8", f"--skip={skip}"]
    fixed += [] if most is None else [f"--max-count={most}"]
    form = ("-z", f"--format={_COMMIT}{_PART.join(['%at', '%H', '%an'])}", "--raw", "--no-abbrev")
    exact = [f":(literal){path}" if path != "." else path for path in paths]
    output = git(folder.path, "log", *form, *fixed, "--", *exact) or b""
    tokens = iter(output.decode("utf-8", "replace").split("\0"))
    moment: datetime | None = None
    commit = author = ""
    for token in tokens:
        if token.startswith(_COMMIT):
            seconds, commit, author = token.removeprefix(_COMMIT).split(_PART, 2)
            moment = _moment(seconds)
        elif token.strip():
            # ":100644 100644 <before> <after> M", followed by the file's name.
            _, _, before, after, _ = token.split()
            name = next(tokens)
            # A commit without a valid day is left out.
            if moment:
                yield FileCommit(commit, author, moment, name, before, after)


def _moment(seconds: str) -> datetime | None:
    """Return when a commit was made; it may have an invalid date, or one beyond the calendar."""
    try:
        return moment_at(int(seconds))
    except (ValueError, OverflowError, OSError):
        return None


class _Contents:
    """The contents of files before and after each commit."""

    def __init__(self, folder: DataFolder, commits: list[FileCommit]) -> None:
        hashes = {
            name
            for commit in commits
            if commit.file.endswith(".yml")
            for name in (commit.before, commit.after)
            # Git writes the hash of a missing file as zeros.
            if name.strip("0")
        }
        self._roots = {
            name: parse(data, SourceFile("")).root
            for name, data in blobs(folder.path, sorted(hashes)).items()
        }
        self.is_partial = self._roots.keys() < hashes

    def change(self, commit: FileCommit) -> Revision:
        """Return which fields a commit changed."""
        before = self._roots.get(commit.before, Mapping())
        after = self._roots.get(commit.after, Mapping())
        names = dict.fromkeys([*after, *before])
        fields = tuple(name for name in names if before.get(name, "") != after.get(name, ""))
        return Revision(commit.moment.date(), fields, is_first=commit.is_first)


def changes_to(record: Record | None, history: History) -> list[Day]:
    """Return the days on which an item's file or its table changed, the latest first.

    Changes of the same day are merged.
    """
    if record is None:
        return []
    changes = [
        (change.day, what)
        for change in history.get(record.document.file, [])
        for what in ([BEGUN] if change.is_first else _titles(record.form, change.fields))
    ]
    if record.table:
        changes += [(change.day, IN_TABLE) for change in history.get(record.table.file, [])]
    days: dict[date, dict[str, None]] = {}
    for day, what in changes:
        days.setdefault(day, {}).setdefault(what)
    return [Day(day, list(days[day])) for day in sorted(days, reverse=True)[:MOST]]


def _titles(form: Form, fields: tuple[str, ...]) -> Iterator[str]:
    for name, info in type(form).model_fields.items():
        if name in fields:
            yield info.title or name
