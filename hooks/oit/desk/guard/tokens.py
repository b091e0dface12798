"""Whether a form was sent by a page that was made for the same session.

A page that was open for longer than its session is not an attack: what was typed there can be sent
again with one button, because the origin of every form was checked before.
"""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from oit.desk.answer import standalone
from oit.desk.guard.visit import TOKEN, TOKEN_HEADER, visit_of
from oit.desk.guard.words import own_address


def is_right(request: Request, form: FormData) -> bool:
    """Tell whether a request has the token of its session, in a field or in a header."""
    visit = visit_of(request.scope)
    return visit.accepts(form.get(TOKEN) or request.headers.get(TOKEN_HEADER) or "")


def send_again(request: Request, form: FormData) -> Response:
    """Ask whether to send the fields of a form again; files have to be picked again."""
    fields = [
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name != TOKEN
    ]
    return standalone(
        "again.html",
        403,
        address=own_address(request),
        fields=fields,
        # An input of a file that nobody picked is sent without a name.
        has_files=any(getattr(value, "filename", "") for _, value in form.multi_items()),
        token=visit_of(request.scope).token,
    )


def without_token(form: FormData) -> FormData:
    """Return what was sent besides the token."""
    return FormData([(name, value) for name, value in form.multi_items() if name != TOKEN])
