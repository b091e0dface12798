"""The application: every address leads through the guard to a page."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from oit.desk.answer import problem
from oit.desk.asked import Asked, Page, RefusedError
from oit.desk.desk import Desk
from oit.desk.pages import ADDRESSES

_STATIC = Path(__file__).parent / "static"

MOST_FIELDS = 20_000
"""How many fields a form may send; the form of a long item has thousands."""
LONGEST_TEXT = 4 * 1024 * 1024
"""How many bytes a field may have."""


def make_app(desk: Desk) -> Starlette:
    """Return the application that serves a desk."""
    routes = [
        Route(address, _endpoint(desk, page), methods=list(methods))
        for address, page, methods in ADDRESSES
    ]
    return Starlette(routes=[*routes, Mount("/static", StaticFiles(directory=_STATIC))])


def _endpoint(desk: Desk, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def respond(request: Request) -> Response:
        async with request.form(max_fields=MOST_FIELDS, max_part_size=LONGEST_TEXT) as form:
            path = {name: str(value) for name, value in request.path_params.items()}
            asked = Asked(
                desk,
                method=request.method,
                path=path,
                query=dict(request.query_params),
                form=form,
                headers=dict(request.headers),
            )
            return await run_in_threadpool(_answer, page, asked)

    return respond


def _answer(page: Page, asked: Asked) -> Response:
    try:
        return page(asked)
    except RefusedError as refused:
        return problem(asked, refused.status, refused.why)
