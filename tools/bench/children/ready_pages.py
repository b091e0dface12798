"""Serve one ready-made page at every address: what the desk's own libraries take for nothing.

Takes the port and the size of the page.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

_PAGE = "<!doctype html><p>".ljust(int(sys.argv[2]), "x")


async def answer(request: Request) -> HTMLResponse:
    """Read what was sent, and answer with the page."""
    async with request.form():
        return HTMLResponse(_PAGE)


app = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
