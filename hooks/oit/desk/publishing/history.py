"""Who changed what of an item, and when, according to git and to the record of saves."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, islice

from oit.assess.assessment import ItemResult
from oit.bilingual import Bilingual
from oit.desk.checked import check
from oit.desk.desk import Desk
from oit.desk.publishing.saved import Saved, saves
from oit.desk.publishing.values import Change, differences
from oit.desk.tree import with_origins
from oit.forms.base import Form, title_of
from oit.forms.tabular import TableForm
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, parse
from oit.source.edit import plain
from oit.source.write import Plain
from oit.views.changes.difference import Difference
from oit.views.changes.git import SHALLOW, blobs, fault_of
from oit.views.changes.history import FileCommit, commits_of
from oit.views.changes.words import Section, describe

A_PAGE = 10
"""How many commits are shown at once."""
MOST_CHANGES = 40
"""How many changes of one commit are shown."""
_THEN, _NOW = Bilingual("ก่อน", "before"), Bilingual("หลัง", "after")
UNREADABLE = Change("อ่านไฟล์ในรุ่นนี้ไม่ได้", "", "")


@dataclass(frozen=True)
class Committed:
    """What one commit did to an item."""

    moment: datetime
    author: str
    is_first: bool
    """Whether the item's file began with it."""
    changes: tuple[Change, ...]
    more: int
    """How many changes are not shown."""
    sections: tuple[Section, ...]
    """What became complete or got worse, as the checker sees it today."""


@dataclass(frozen=True)
class ItemHistory:
    """The history of an item."""

    commits: tuple[Committed, ...]
    has_more: bool
    """Whether there are earlier commits."""
    saved: tuple[Saved, ...]
    """What was saved after the last commit."""
    fault: Bilingual | None
    """Why git does not know the whole history."""


def history(desk: Desk, file: ItemFile, skip: int = 0) -> ItemHistory:
    """Return the history of an item's file and table, without the latest ``skip`` commits."""
    fault = fault_of(desk.folder.path)
    known = fault is None or fault is SHALLOW
    found = [*commits_of(desk.folder, _paths(file), skip=skip, most=A_PAGE + 1)] if known else []
    commits = [[*files] for _, files in groupby(found, lambda commit: commit.commit)]
    shown = commits[:A_PAGE]
    contents = _contents(desk, [commit for files in shown for commit in files])
    versions = _Versions(desk, file, contents)
    return ItemHistory(
        tuple(versions.committed(files) for files in shown),
        len(commits) > A_PAGE,
        _saved(desk, file, commits[0][0].moment if commits else None) if skip == 0 else (),
        fault,
    )


def _paths(file: ItemFile) -> list[str]:
    """Return the item's file, and the table that it names, from the data folder."""
    rows = file.root.get("rows", "") if issubclass(file.form, TableForm) else ""
    folder = file.name.rpartition("/")[0]
    if not isinstance(rows, str) or not rows:
        return [file.name]
    # That of another year is named with its folder.
    return [file.name, rows if "/" in rows else f"{folder}/{rows}"]


def _saved(desk: Desk, file: ItemFile, since: datetime | None) -> tuple[Saved, ...]:
    own = (saved for saved in saves(desk) if saved.file == file.name)
    later = (saved for saved in own if since is None or saved.moment > since)
    return tuple(
        saved._replace(fields=tuple(_words(file.form, name) for name in saved.fields))
        for saved in islice(later, A_PAGE)
    )


def _words(form: type[Form], name: str) -> str:
    """Return the titles of a field and of those around it."""
    steps = name.split(".")
    try:
        return " › ".join(title_of(form, ".".join(steps[: n + 1])) for n in range(len(steps)))
    except KeyError:
        return name


def _contents(desk: Desk, commits: list[FileCommit]) -> dict[str, bytes]:
    hashes = {name for commit in commits for name in (commit.before, commit.after)}
    return blobs(desk.folder.path, sorted(name for name in hashes if name.strip("0")))


class _Versions:
    """The versions of an item's file, each checked once."""

    def __init__(self, desk: Desk, file: ItemFile, contents: dict[str, bytes]) -> None:
        self._desk, self._file, self._contents = desk, file, contents
        self._assessment = desk.assessment(file.year)
        self._checked: dict[str, tuple[ItemResult, ...]] = {}

    def committed(self, files: list[FileCommit]) -> Committed:
        """Return what a commit did to the item's file and table."""
        own = [commit for commit in files if commit.file == self._file.name]
        changes = [change for commit in files for change in self._changes(commit)]
        return Committed(
            files[0].moment,
            files[0].author,
            any(commit.is_first for commit in own),
            tuple(changes[:MOST_CHANGES]),
            max(0, len(changes) - MOST_CHANGES),
            tuple(section for commit in own for section in self._sections(commit)),
        )

    def _changes(self, commit: FileCommit) -> list[Change]:
        if commit.file != self._file.name:
            rows = (self._rows(commit.before), self._rows(commit.after))
            return [Change(f"รายการในตาราง {commit.file.rpartition('/')[2]}", *rows)]
        before, after = self._tree(commit.before), self._tree(commit.after)
        if before is None or after is None:
            return [UNREADABLE]
        if commit.is_first and isinstance(after, dict):
            form = self._file.form
            titles = (title_of(form, name) for name in after if name in form.model_fields)
            return [Change(title, "", "") for title in titles]
        return [*differences(self._file.form, before, after)]

    def _rows(self, name: str) -> str:
        if not name.strip("0"):
            return ""
        return f"{max(0, len(self._contents.get(name, b'').splitlines()) - 1):,} แถว"

    def _tree(self, name: str) -> Plain | None:
        """Return the values of a version; ``None`` if it cannot be read."""
        if not name.strip("0"):
            return {}
        content = self._contents.get(name)
        document = None if content is None else parse(content, SourceFile(""))
        if document is None or (document.findings and not document.root):
            return None
        return plain(document.root)

    def _sections(self, commit: FileCommit) -> list[Section]:
        """Say what became complete or got worse between two versions."""
        if not self._file.items:
            return []
        before, after = self._items(commit.before), self._items(commit.after)
        old, new = (replace(self._assessment, items=items) for items in (before, after))
        return describe(Difference(old, new), (_THEN, _NOW), "th").sections

    def _items(self, name: str) -> tuple[ItemResult, ...]:
        if name not in self._checked:
            tree = self._tree(name)
            values = with_origins({} if tree is None else tree)
            self._checked[name] = check(self._desk, self._file, values).items
        return self._checked[name]
