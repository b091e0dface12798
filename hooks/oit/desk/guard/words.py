"""Responses in words for whoever has not reached a page, and for pages that failed."""

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.answer import standalone


def in_words(
    status: int, title: Bilingual, *paragraphs: Bilingual, again: bool = False
) -> Response:
    """Return a page that needs no data and no account.

    Args:
        status: the status of HTTP.
        title: what happened.
        paragraphs: what the reader can do.
        again: whether it makes sense to lead to the first page.
    """
    texts = [paragraph.th for paragraph in paragraphs]
    return standalone("words.html", status, title=title.th, paragraphs=texts, again=again)


def own_address(request: Request) -> str:
    """Return the path and query of a request, to come back to."""
    return str(URL(path=request.scope["path"], query=request.url.query))
