"""An item: its form, with the checker beside every field."""

from starlette.responses import Response

from oit.desk.answer import page
from oit.desk.asked import Asked
from oit.desk.checked import check
from oit.desk.saving.draft import open_draft


def item(asked: Asked) -> Response:
    """Show the form of an item."""
    file = asked.file
    draft = open_draft(asked.desk, asked.officer, file)
    return page(
        asked, "item.html", file=file, draft=draft, checked=check(asked.desk, file, draft.mine)
    )


ADDRESSES = (("/{year:int}/{slug:str}/", item, ("GET",)),)
