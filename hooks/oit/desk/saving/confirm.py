"""A value that was copied from the year before is still right: its mark goes."""

from contextlib import suppress

from oit.atomic import write_atomically
from oit.data import year_marks
from oit.data.lock import locked
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.audit import record
from oit.desk.saving.matching import meaning
from oit.desk.saving.words import field_name
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, parse
from oit.source.edit import plain, value_at
from oit.source.read import load
from oit.source.values import KeyPath
from oit.source.write import Plain


def confirm(desk: Desk, officer: Officer, file: ItemFile, path: KeyPath, shown: Plain) -> bool:
    """Remove the mark of a value, and nothing else; return whether it was there.

    A mark above a line with several fields goes as a whole.

    Args:
        desk: the desk.
        officer: who says it.
        file: the file.
        path: the place of the value in the file.
        shown: the value that the officer has seen; another one is not confirmed.

    Raises:
        OSError: the file cannot be written; it is as it was.
    """
    with locked(desk.state_folder() / "lock"):
        document = SourceFile(file.document.file, year=file.year)
        data = load(file.path, desk.folder.path, document)
        if data is None:
            return False
        root = plain(parse(data, document).root)
        if not root or meaning(value_at(root, path)) != meaning(shown):
            return False
        old = data.decode()
        new = year_marks.renewed(old, {path}, whole_lines=True)
        if new == old:
            return False
        write_atomically(file.path, new, durable=True)
        with suppress(OSError):  # the data is saved
            record(desk, officer, file.name, [field_name(path)])
    return True
