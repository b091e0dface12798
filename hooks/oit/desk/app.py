"""The application: every address leads through the guard to a page."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from oit.desk.answer import problem
from oit.desk.asked import Asked, Page, RefusedError
from oit.desk.desk import Desk
from oit.desk.guard import limits, tokens
from oit.desk.guard.failures import Report, handlers
from oit.desk.guard.headers import Headers
from oit.desk.guard.limits import Limits
from oit.desk.guard.visit import visit_of
from oit.desk.pages import ADDRESSES

_STATIC = Path(__file__).parent / "static"
_CHANGING = {"POST"}
_READING = {"GET", "HEAD"}


class _ShortNumber(IntegerConvertor):
    """A number of an address; a longer one, which Python may refuse to read, leads nowhere."""

    regex = "[0-9]{1,9}"


register_url_convertor("int", _ShortNumber())


def make_app(
    desk: Desk, guards: Sequence[Middleware] = (), report: Report | None = None
) -> ASGIApp:
    """Return the application that serves a desk.

    Args:
        desk: what is served.
        guards: who may come in, from the outside inwards; the server always has some.
        report: writes the traceback of a page that failed, and returns the file's path.
    """
    routes = [
        Route(address, _endpoint(desk, page), methods=list(methods))
        for address, page, methods in ADDRESSES
    ]
    app = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=_STATIC))],
        middleware=[Middleware(Limits), *guards],
        exception_handlers=handlers(report),
    )
    return Headers(app)


def _endpoint(desk: Desk, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def respond(request: Request) -> Response:
        sent = request.form(
            max_files=limits.FILES, max_fields=limits.FIELDS, max_part_size=limits.PART
        )
        try:
            form = await sent
        except HTTPException as error:
            raise RefusedError(*limits.wrong_form(error.detail)) from error
        try:
            if request.method in _CHANGING and not tokens.is_right(request, form):
                return tokens.send_again(request, form)
            visit = visit_of(request.scope)
            asked = Asked(
                desk,
                visit.officer,
                method=request.method,
                path={name: str(value) for name, value in request.path_params.items()},
                query=dict(request.query_params),
                form=tokens.without_token(form),
                token=visit.token,
                headers=dict(request.headers),
            )
            return await run_in_threadpool(_answer, page, asked)
        finally:
            await form.close()

    return respond


def _answer(page: Page, asked: Asked) -> Response:
    # A page that is looked at shows the files of one moment, and looks at them once.
    moment = asked.desk.one_moment() if asked.method in _READING else nullcontext()
    try:
        with moment:
            return page(asked)
    except RefusedError as refused:
        return problem(asked, refused.status, refused.why)
