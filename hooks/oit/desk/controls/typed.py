"""The draft that a posted form stands for, also if it shows an old version of the file or draft."""

from dataclasses import replace
from typing import NamedTuple

from starlette.datastructures import FormData

from oit.desk.controls.posted import read_posted
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving import windows
from oit.desk.saving.draft import Draft, open_draft
from oit.desk.saving.opened import tree_of
from oit.intake.workbook.files import ItemFile

VERSION = "version"
"""The hidden input with the version of the file that a form shows."""
WINDOW = "window"
"""The hidden input with the name of the window that shows the form."""


class ElsewhereError(Exception):
    """The form is of an old version, and the same was changed elsewhere since."""


class Typed(NamedTuple):
    """What an officer has typed."""

    draft: Draft
    shown: Draft
    """What the window shows that was sent: the draft without what was typed in other windows."""


def typed(desk: Desk, officer: Officer, file: ItemFile, form: FormData) -> Typed:
    """Return what an officer has typed, in this window and in others.

    Raises:
        ElsewhereError: something else was typed or saved into the same field since.
    """
    draft = open_draft(desk, officer, file)
    name = str(form.get(WINDOW, ""))
    shown = windows.shown_in(desk, officer, file, name) or _shown_by_version(desk, form, draft)
    mine = replace(shown, mine=read_posted(form, file, shown.mine))
    whole = _whole(shown, mine, draft)
    if whole is None:
        # The window still shows what it has shown, until its text is in the draft.
        raise ElsewhereError
    if windows.is_window(name):
        windows.remember(desk, officer, file, name, mine)
    return Typed(whole, mine)


def _whole(shown: Draft, mine: Draft, draft: Draft) -> Draft | None:
    """Return the draft with what was typed in a window; ``None`` if it disagrees with another."""
    if (shown.version, shown.mine) == (draft.version, draft.mine):
        return mine
    if not draft.is_changed:
        # What two people have changed is settled when it is saved.
        return windows.rebased(mine, draft) or mine
    return windows.joined(shown, mine, draft)


def _shown_by_version(desk: Desk, form: FormData, draft: Draft) -> Draft:
    """Return what a window has shown that was opened before anything was typed."""
    version = form.get(VERSION)
    if not isinstance(version, str):
        return draft
    if version == draft.version:
        return replace(draft, mine=draft.base) if form.get(WINDOW) else draft
    tree = tree_of(desk, version)
    if tree is None:
        raise ElsewhereError
    return Draft(tree, tree, version)
