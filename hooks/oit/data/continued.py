"""The file of the item that an item of the next year continues."""

from oit.data.checklist import Checklist, Item
from oit.data.folder import DataFolder
from oit.data.paths import path_of
from oit.forms import FORMS, ita
from oit.forms.tabular import TableForm
from oit.source import SourceFile, read


def is_reusable(item: Item) -> bool:
    """Tell whether an item's contents are of use in a new year.

    Reports on the past year, the tables and statistics of a year, and a turn of the ITA cycle
    belong to their year alone.
    """
    if item.file == ita.FILE or item.file_year == "previous":
        return False
    years = {element.year for element in item.elements if element.year}
    return years != {"previous"} and not issubclass(FORMS[item.form], TableForm)


def file_before(item: Item, old: Checklist, folder: DataFolder) -> tuple[str, SourceFile] | None:
    """Return the file of the item of the year before: its path, and what it says.

    ``None`` if there is no such item of the same form, or its file says nothing.
    """
    for before in old.continued_by(item):
        path = path_of(before, old.year)
        if before.form != item.form or not (folder.path / path).is_file():
            continue
        document = read(folder.path / path, folder.path, folder.shown(folder.path / path))
        if document.root:
            return path, document
    return None
