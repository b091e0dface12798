"""The draft that a posted form stands for, also if it shows an old version of the file."""

from dataclasses import replace

from starlette.datastructures import FormData

from oit.desk.controls.posted import read_posted
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft, open_draft
from oit.desk.saving.opened import tree_of
from oit.intake.workbook.files import ItemFile

VERSION = "version"
"""The hidden input with the version of the file that a form shows."""


class ElsewhereError(Exception):
    """The form is of an old version, and the officer has typed other things elsewhere since."""


def typed(desk: Desk, officer: Officer, file: ItemFile, form: FormData) -> Draft:
    """Return what an officer has typed.

    Raises:
        ElsewhereError: it cannot be told to what it belongs.
    """
    draft = open_draft(desk, officer, file)
    version = form.get(VERSION)
    if isinstance(version, str) and version != draft.version:
        tree = tree_of(desk, version)
        if tree is None or draft.is_changed:
            raise ElsewhereError
        draft = Draft(tree, tree, version)
    return replace(draft, mine=read_posted(form, file, draft.mine))
