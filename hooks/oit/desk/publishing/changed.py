"""What would be published: the files that differ from the last commit, in words."""

from collections.abc import Iterator
from os.path import realpath
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.desk.desk import Desk, slugs_of
from oit.desk.publishing.repository import Entry, Repository
from oit.desk.publishing.values import differences
from oit.forms.base import Form
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, parse
from oit.source.edit import plain
from oit.source.write import Plain

_MOST_READ = 200
"""How many changed files are compared field by field."""
_MOST_NAMED = 8
"""How many items a commit's subject names."""


class ChangedFile(NamedTuple):
    """A changed file."""

    path: str
    """From the root of the repository."""
    verb: Bilingual
    title: str
    """The ids and the title of its items; empty if it belongs to none."""
    address: str = ""
    """Of its form in the desk."""
    fields: tuple[str, ...] = ()
    """The titles of the fields that differ."""


def changed_files(desk: Desk, repository: Repository) -> list[ChangedFile]:
    """Return what differs from the last commit: items in the order of the checklist, then files.

    Raises:
        StoppedError: git cannot tell.
    """
    entries = repository.changed()
    known = dict(_known(desk, repository))
    items = {entry.path for entry in entries if entry.path in known}
    before = repository.contents(sorted(items)[:_MOST_READ])
    order = {path: place for place, path in enumerate(known)}
    return [
        _described(entry, known.get(entry.path), before.get(entry.path, b""))
        for entry in sorted(entries, key=lambda e: (order.get(e.path, len(order)), e.path))
    ]


def _known(desk: Desk, repository: Repository) -> Iterator[tuple[str, tuple[ItemFile, str]]]:
    """Yield the items' files by their paths in the repository, each with its address."""
    for year in desk.folder.years():
        for file in desk.files(year):
            path = Path(realpath(file.path))  # a link may lead to itself
            if path.is_relative_to(repository.top):
                address = f"/{year}/{slugs_of(file)[0]}/"
                yield path.relative_to(repository.top).as_posix(), (file, address)


def _described(entry: Entry, known: tuple[ItemFile, str] | None, before: bytes) -> ChangedFile:
    if known is None:
        return ChangedFile(entry.path, entry.verb, "")
    file, address = known
    fields = _fields(file.form, _values(before), plain(file.root))
    return ChangedFile(entry.path, entry.verb, f"{file.ids} {file.title}", address, fields)


def _fields(form: type[Form], before: Plain, after: Plain) -> tuple[str, ...]:
    """Return the titles of the fields of a file that differ, without what is inside them."""
    found = (change.where.split(" › ")[0] for change in differences(form, before, after))
    return tuple(dict.fromkeys(found))


def _values(content: bytes) -> Plain:
    return plain(parse(content, SourceFile("")).root)


def message_of(files: list[ChangedFile]) -> str:
    """Return the message of the commit: which items, and which of their fields."""
    ids = [file.title.split(" ")[0] for file in files if file.title]
    others = [file for file in files if not file.title]
    named = " ".join(ids[:_MOST_NAMED])
    more = f" และอีก {len(ids) - _MOST_NAMED} ข้อ" if len(ids) > _MOST_NAMED else ""
    beside = f"เอกสารและไฟล์ {len(others)} ไฟล์" if others else ""
    subject = " และ".join(filter(None, [f"{named}{more}".strip(), beside]))
    lines = [_line(file) for file in files]
    return "\n".join([f"ปรับปรุงข้อมูล {subject}", "", *lines])


def _line(file: ChangedFile) -> str:
    what = file.title or PurePosixPath(file.path).as_posix()
    fields = f": {', '.join(file.fields)}" if file.fields else ""
    return f"- {file.verb.th} {what}{fields}"
