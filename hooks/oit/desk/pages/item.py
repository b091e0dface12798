"""An item: its form, with the checker beside every field."""

from starlette.responses import Response

from oit.desk.answer import page
from oit.desk.asked import Asked
from oit.desk.checked import check
from oit.desk.controls.names import name_of
from oit.desk.saving.draft import Draft, open_draft
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath


def item(asked: Asked) -> Response:
    """Show the form of an item."""
    file = asked.file
    draft = open_draft(asked.desk, asked.officer, file)
    return page(
        asked,
        "item.html",
        file=file,
        draft=draft,
        checked=check(asked.desk, file, draft.mine),
        address_at=lambda path: address_at(asked, file, draft, path),
    )


def address_at(asked: Asked, file: ItemFile, draft: Draft, path: KeyPath) -> str:
    """Return the address of a value: its page, and where it is on it."""
    del file, draft
    return f"/{asked.year}/{asked.path['slug']}/#{name_of(path)}"


ADDRESSES = (("/{year:int}/{slug:str}/", item, ("GET",)),)
