"""The history of an item, in words."""

from starlette.responses import Response

from oit.desk.answer import page
from oit.desk.asked import Asked
from oit.desk.publishing.history import A_PAGE
from oit.desk.publishing.history import history as history_of
from oit.thai.dates import format_moment

_LAST = 1_000_000


def history(asked: Asked) -> Response:
    """Show who changed what of an item, the latest first."""
    file = asked.file
    text = asked.query.get("skip", "")
    skip = min(int(text), _LAST) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
    found = history_of(asked.desk, file, skip)
    return page(
        asked,
        "history.html",
        file=file,
        history=found,
        skip=skip,
        next=skip + A_PAGE,
        moment=format_moment,
    )


ADDRESSES = (("/{year:int}/{slug:str}/history/", history, ("GET",)),)
