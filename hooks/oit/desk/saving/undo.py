"""Undo a save: merge what the file said before it with what others have changed since.

An undo is a save itself, so undoing it brings the change back.
"""

from collections.abc import Mapping

from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft
from oit.desk.saving.merge import Choice
from oit.desk.saving.save import Outcome, conflicts_of, save
from oit.desk.saving.saves import Save
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath


def draft_of(done: Save) -> Draft:
    """Return the draft that undoes a save."""
    return Draft(done.after, done.before)


def undo(
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    done: Save,
    chosen: Mapping[KeyPath, Choice] | None = None,
) -> Outcome:
    """Undo a save; while there are conflicts that nobody has settled, nothing is written.

    Raises:
        OSError: the file cannot be written; it is as it was.
    """
    draft = draft_of(done)
    conflicts = conflicts_of(desk, file, draft)
    if any(conflict.path not in (chosen or {}) for conflict in conflicts):
        return Outcome(draft, conflicts=conflicts)
    return save(desk, officer, file, draft, chosen, kind="undo")
