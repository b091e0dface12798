"""The last saves of each file, with what it said before and after, so that they can be undone."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.audit import Kind, now
from oit.desk.tree import WAS
from oit.intake.workbook.files import ItemFile
from oit.source.write import Plain

KEPT = 20
"""How many saves of a file are kept."""


@dataclass(frozen=True)
class Save:
    """What a save changed."""

    before: Plain
    """The tree that undoes it: its ``@was`` are places in ``after``."""
    after: Plain
    fields: tuple[str, ...]
    """The names of the fields: ``people.phone``."""


@dataclass(frozen=True)
class DoneSave(Save):
    """A save that can be undone."""

    number: int
    when: str
    """As ISO 8601 writes it."""
    who: str
    """The name of the account."""
    kind: Kind


def before_of(now: Any, file: Any) -> Plain:
    """Return what a file said, each entry with its place in what it says after a save.

    Args:
        now: the tree of the file before.
        file: that of the file after, whose ``@was`` are places in ``now``.
    """
    if isinstance(now, dict):
        return {
            name: before_of(inner, file.get(name) if isinstance(file, dict) else None)
            for name, inner in now.items()
            if name != WAS
        }
    if not isinstance(now, list):
        return str(now)
    entries = file if isinstance(file, list) else []
    places = {
        int(entry[WAS]): index
        for index, entry in enumerate(entries)
        if isinstance(entry, dict) and WAS in entry
    }
    return [
        {**_mapping(before_of(entry, entries[places[i]])), WAS: str(places[i])}
        if i in places
        else before_of(entry, None)
        for i, entry in enumerate(now)
    ]


def remember(desk: Desk, officer: Officer, file: ItemFile, save: Save, kind: Kind) -> None:
    """Keep a save, and forget the oldest ones.

    Raises:
        OSError: it cannot be written.
    """
    folder = _folder(desk, file)
    known = _numbers(folder)
    number = known[-1] + 1 if known else 1
    done = {**asdict(save), "when": now(), "who": officer.name, "kind": kind}
    desk.state_folder("saves")
    write_atomically(_path(folder, number), json.dumps(done, ensure_ascii=False))
    for old in [*known, number][:-KEPT]:
        _path(folder, old).unlink(missing_ok=True)


def saves_of(desk: Desk, file: ItemFile) -> list[DoneSave]:
    """Return the last saves of a file, the newest first."""
    found = (save_of(desk, file, number) for number in reversed(_numbers(_folder(desk, file))))
    return [save for save in found if save is not None]


def save_of(desk: Desk, file: ItemFile, number: int) -> DoneSave | None:
    """Return a save by its number; ``None`` if it is not kept any more."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        known = json.loads(_path(_folder(desk, file), number).read_bytes())
        return DoneSave(
            before=known["before"],
            after=known["after"],
            fields=tuple(map(str, known["fields"])),
            number=number,
            when=str(known["when"]),
            who=str(known["who"]),
            kind=known["kind"],
        )
    return None


def _mapping(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}


def _folder(desk: Desk, file: ItemFile) -> Path:
    return desk.state / "saves" / file.name.replace("/", "-")


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:08}.json"


def _numbers(folder: Path) -> list[int]:
    return sorted(int(path.stem) for path in folder.glob("*.json") if path.stem.isdecimal())
