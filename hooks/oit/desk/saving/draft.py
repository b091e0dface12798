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
from oit.source.edit import plain, without_empty
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
        """Whether anything was typed that the file did not say, or an empty field was begun."""
        return without_empty(self.base) != without_empty(self.mine) or self._names_differ

    @property
    def _names_differ(self) -> bool:
        # A statement that was chosen and is not written yet is a field without a text.
        return (
            isinstance(self.base, dict)
            and isinstance(self.mine, dict)
            and self.base.keys() != self.mine.keys()
        )


def fresh(file: ItemFile) -> Draft:
    """Return a draft in which nothing was typed yet."""
    tree = with_origins(plain(file.root))
    return Draft(tree, tree, file.digest)


def open_draft(desk: Desk, officer: Officer, file: ItemFile) -> Draft:
    """Return the draft that an officer has of a file, or a fresh one."""
    return kept(desk, officer, file) or fresh(file)


def kept(desk: Desk, officer: Officer, file: ItemFile) -> Draft | None:
    """Return the draft that was kept of an officer; ``None`` if there is none."""
    return read_kept(_path(desk, officer, file))


def read_kept(path: Path) -> Draft | None:
    """Return the draft in a file; ``None`` if there is none."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        known = json.loads(path.read_bytes())
        return Draft(known["base"], known["mine"], known["version"])
    return None


def written_draft(draft: Draft) -> bytes:
    """Return a draft as it is kept."""
    known = {"base": draft.base, "mine": draft.mine, "version": draft.version}
    # Half a character cannot be written as it is; it must not cost the rest.
    return json.dumps(known, ensure_ascii=False).encode(errors="replace")


def keep(desk: Desk, officer: Officer, file: ItemFile, draft: Draft) -> None:
    """Keep a draft; one in which nothing was typed is dropped.

    Raises:
        OSError: it cannot be written.
    """
    if not draft.is_changed:
        drop(desk, officer, file)
        return
    desk.state_folder("drafts")
    write_atomically(_path(desk, officer, file), written_draft(draft), durable=True)


def drop(desk: Desk, officer: Officer, file: ItemFile) -> None:
    """Remove the draft of a file."""
    _path(desk, officer, file).unlink(missing_ok=True)


def folder_of(desk: Desk, officer: Officer) -> Path:
    """Return the folder with the drafts of an officer."""
    # The name of an account may be anything.
    return desk.state / "drafts" / sha256(officer.name.encode()).hexdigest()[:16]


def _path(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    return folder_of(desk, officer) / f"{file.name.replace('/', '-')}.json"
