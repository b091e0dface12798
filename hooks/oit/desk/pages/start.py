"""The first page: every item with its status, and what to do next."""

from starlette.responses import Response

from oit.desk.answer import page
from oit.desk.asked import Asked
from oit.desk.desk import owner_of, slugs_of


def start(asked: Asked) -> Response:
    """Show every item of a year that the officer may see."""
    files = [f for f in asked.desk.files(asked.year) if asked.officer.may_see(owner_of(f))]
    return page(asked, "start.html", files=files, slugs_of=slugs_of)


ADDRESSES = (("/", start, ("GET",)),)
