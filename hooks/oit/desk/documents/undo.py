"""Undo a save together with the files of docs/ that it has removed or added."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath

from oit.checks.published.check import is_named
from oit.checks.received.look import Refused
from oit.desk.desk import Desk
from oit.desk.documents.store import bring_back, put_away
from oit.desk.officer import Officer
from oit.desk.saving import undo as saving
from oit.desk.saving.merge import Choice
from oit.desk.saving.save import Outcome
from oit.desk.saving.saves import Save
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import Plain


def undo(
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    done: Save,
    chosen: Mapping[KeyPath, Choice] | None = None,
) -> Outcome:
    """Undo a save; files that are named again are published again, those that are not leave docs/.

    Raises:
        OSError: a file cannot be written; the data is as it was.
    """
    before, after = set(_files(done.before)), set(_files(done.after))
    back = [name for name in sorted(before - after) if bring_back(desk, name)]
    try:
        return saving.undo(desk, officer, file, done, chosen)
    finally:
        for name in [*back, *sorted(after - before)]:
            if not is_named(desk.folder, PurePosixPath(name)):
                with suppress(Refused):  # `oit check` tells of files that nothing names
                    put_away(desk, name)


def _files(tree: Plain) -> Iterator[str]:
    """Yield the names of the files in docs/files that a tree has."""
    if isinstance(tree, str):
        if tree.startswith("files/"):
            yield tree
    else:
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from _files(inner)
