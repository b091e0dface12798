"""What an officer has typed and not saved yet.

It is written with every change of the form, so that neither a closed window nor a killed process
loses a word. It is removed once everything in it is in the data.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.tree import with_origins
from oit.intake.workbook.files import ItemFile
from oit.source.edit import plain
from oit.source.write import Plain


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
        return self.base != self.mine


def fresh(file: ItemFile) -> Draft:
    """Return a draft in which nothing was typed yet."""
    tree = with_origins(plain(file.root))
    return Draft(tree, tree, file.digest)


def open_draft(desk: Desk, officer: Officer, file: ItemFile) -> Draft:
    """Return the draft that an officer has of a file, or a fresh one."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        kept = json.loads(_path(desk, officer, file).read_bytes())
        return Draft(kept["base"], kept["mine"], kept["version"])
    return fresh(file)


def keep(desk: Desk, officer: Officer, file: ItemFile, draft: Draft) -> None:
    """Keep a draft.

    Raises:
        OSError: it cannot be written.
    """
    kept = {"base": draft.base, "mine": draft.mine, "version": draft.version}
    write_atomically(_path(desk, officer, file), json.dumps(kept, ensure_ascii=False))


def drop(desk: Desk, officer: Officer, file: ItemFile) -> None:
    """Remove the draft of a file."""
    _path(desk, officer, file).unlink(missing_ok=True)


def _path(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    # The name of an account may be anything.
    who = sha256(officer.name.encode()).hexdigest()[:16]
    return desk.state / "drafts" / who / f"{file.name.replace('/', '-')}.json"
