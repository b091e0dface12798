"""The desk on one machine: whoever has the key of its address comes in, and nobody signs in."""

from http import HTTPStatus
from pathlib import Path

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from oit.bilingual import Bilingual
from oit.desk.guard.sessions import Session, Sessions, cookie, with_cookie
from oit.desk.guard.visit import Visit, let_in
from oit.desk.guard.words import in_words
from oit.desk.keys import take_key
from oit.desk.officer import ALONE

KEY = "key"
"""The field of the address that holds the key."""


class Alone:
    """Exchanges a key for a cookie, and lets in whoever has the cookie."""

    def __init__(self, app: ASGIApp, *, state: Path, port: int) -> None:
        self.app = app
        self.state = state
        # Browsers send cookies to every port of a machine.
        self.cookie = f"oit-desk-{port}"
        self.sessions = Sessions(state, "alone")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        session = self.sessions.read(request.cookies.get(self.cookie))
        if KEY in request.query_params and request.method in {"GET", "HEAD"}:
            await self._exchange(request, session)(scope, receive, send)
        elif scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
        elif session is None:
            await _LOCKED(scope, receive, send)
        else:
            let_in(scope, Visit(ALONE, self.sessions.token(session)))
            await self.app(scope, receive, self._renewing(session, send))

    def _exchange(self, request: Request, session: Session | None) -> Response:
        key = request.query_params[KEY]
        # A page that is open already goes on working: its forms have the token of its session.
        if request.method == "GET" and take_key(self.state, key) and session is None:
            session = self.sessions.begin()
        if session is None:
            return _LOCKED
        rest = URL(path=request.scope["path"], query=request.url.query)
        response = RedirectResponse(str(rest.remove_query_params(KEY)), HTTPStatus.SEE_OTHER)
        response.raw_headers.append(self._set(self.sessions.written(session)))
        return response

    def _renewing(self, session: Session, send: Send) -> Send:
        value = self.sessions.renewed(session)
        return with_cookie(send, self._set(value)) if value else send

    def _set(self, value: str) -> tuple[bytes, bytes]:
        return cookie(self.cookie, value, secure=False, same_site="Strict")


_LOCKED = in_words(
    403,
    Bilingual("เปิดโต๊ะทำงานจากคำสั่ง", "open the desk with its command"),
    Bilingual(
        "หน้านี้เปิดได้จากเบราว์เซอร์ที่คำสั่ง oit desk เปิดให้เท่านั้น ข้อมูลและร่างยังอยู่ครบ",
        "this page opens only in the browser that `oit desk` has opened",
    ),
    Bilingual(
        "ให้สั่ง oit desk อีกครั้งในโฟลเดอร์ของหน่วยงาน (หรือกดทางลัดบนหน้าจอ) แม้โต๊ะทำงานเปิดอยู่แล้วก็สั่งได้",
        "run `oit desk` again in the folder of the agency, even while it is running",
    ),
)
