"""The draft that a posted form stands for."""

from dataclasses import replace

from starlette.datastructures import FormData

from oit.desk.controls.names import path_of
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft, open_draft
from oit.intake.workbook.files import ItemFile


class ElsewhereError(Exception):
    """The form is of an old version, and the officer has typed other things elsewhere since."""


def typed(desk: Desk, officer: Officer, file: ItemFile, form: FormData) -> Draft:
    """Return what an officer has typed."""
    draft = open_draft(desk, officer, file)
    tree = dict(draft.mine) if isinstance(draft.mine, dict) else {}
    for name, value in form.multi_items():
        path = path_of(name)
        if path and isinstance(value, str) and path[0] in file.form.model_fields:
            tree[str(path[0])] = value
    return replace(draft, mine=tree)
