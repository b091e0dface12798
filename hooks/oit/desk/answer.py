"""Responses: pages made of templates, and errors in words."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.responses import HTMLResponse, RedirectResponse, Response

from oit import jinja
from oit.bilingual import Bilingual
from oit.desk.asked import Asked
from oit.desk.controls.understood import understood
from oit.desk.documents.proposals import questions_of
from oit.desk.documents.section import handed_in
from oit.desk.look import Look, look_of
from oit.desk.spreadsheets.section import table_section
from oit.views.pages.environment import display

_FOLDER = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    engine = jinja.environment(_FOLDER)
    engine.filters["display"] = display
    engine.globals["table_section"] = table_section
    # The section of documents belongs to the page of the item as well as to its own.
    engine.globals["handed_in"] = handed_in
    engine.globals["questions_of"] = questions_of
    # Pages without scripts say it, too.
    engine.globals["understood"] = understood
    return engine


def page(asked: Asked, name: str, *, status: int = 200, **values: Any) -> Response:
    """Return a page made of a template; every template knows ``asked`` and the agency."""
    agency = asked.desk.assessment().agency
    look = look_of(asked.desk)
    text = _environment().get_template(name).render(asked=asked, agency=agency, look=look, **values)
    return HTMLResponse(text, status)


def text(asked: Asked, name: str, **values: Any) -> str:
    """Return a part of a page, for a script."""
    return _environment().get_template(name).render(asked=asked, **values)


def standalone(template: str, status: int, *, look: Look | None = None, **values: Any) -> Response:
    """Return a page that knows nobody and may have no data: sign-in, and what went wrong."""
    text = _environment().get_template(template).render(look=look, **values)
    return HTMLResponse(text, status)


def go(address: str) -> Response:
    """Lead to another page after something was changed."""
    return RedirectResponse(address, 303)


def problem(asked: Asked, status: int, why: Bilingual) -> Response:
    """Say what went wrong, and how to go on."""
    return page(asked, "problem.html", status=status, why=why.th)
