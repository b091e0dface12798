"""The desk on the office network: everybody signs in, and sees what their account may see."""

import re
from contextlib import suppress
from http import HTTPStatus
from math import ceil
from typing import Any
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from oit.bilingual import Bilingual
from oit.desk.accounts.accounts import Account, Accounts, BrokenAccountsError
from oit.desk.answer import standalone
from oit.desk.asked import RefusedError
from oit.desk.desk import Desk
from oit.desk.guard import sign_ins
from oit.desk.guard.limits import limited
from oit.desk.guard.sessions import Session, Sessions, cookie, with_cookie
from oit.desk.guard.throttle import Throttle
from oit.desk.guard.visit import TOKEN, TOKEN_HEADER, Visit, let_in
from oit.desk.guard.words import in_words, own_address
from oit.desk.look import look_of

SIGN_IN, SIGN_OUT = "/sign-in/", "/sign-out/"
OPEN = ("/static/", "/look/")
"""What everybody may see: files of the program, and the agency's colours and logo."""
_NAME, _PASSWORD, _NEXT = "name", "password", "next"
_FORM = 64 * 1024
"""The bytes of the form of whoever has not signed in."""
_AT_ONCE, _WAITING = 2, 40
"""How many passwords are compared at once, and how many may wait: each takes 19 MB."""
# Not //other.example or /\other.example, which browsers take for other sites.
_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


class SignIn:
    """Lets in whoever has signed in."""

    def __init__(self, app: ASGIApp, *, desk: Desk, is_secure: bool) -> None:
        self.app = app
        self.desk = desk
        self.is_secure = is_secure
        self.cookie = "__Host-oit-desk" if is_secure else "oit-desk"
        self.accounts = Accounts(desk.state)
        self.sessions = Sessions(desk.state, "network")
        self.throttle = Throttle(desk.state / "failures.json")
        self._limiter = CapacityLimiter(_AT_ONCE)
        # The first unknown name must not take longer than the others.
        self.accounts.sign_in("", "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return
        request = Request(scope, limited(receive, _FORM))
        try:
            session, account = self._known(request)
            if scope["path"] == SIGN_IN:
                await (await self._sign_in(request, session, account))(scope, receive, send)
            elif account is None or session is None:
                await _strange(request)(scope, receive, send)
            elif scope["path"] == SIGN_OUT:
                await (await self._sign_out(request, session))(scope, receive, send)
            else:
                let_in(scope, Visit(account.officer, self.sessions.token(session)))
                await self.app(scope, receive, self._renewing(session, send))
        except BrokenAccountsError:
            await _BROKEN(scope, receive, send)

    def _known(self, request: Request) -> tuple[Session | None, Account | None]:
        session = self.sessions.read(request.cookies.get(self.cookie))
        account = self.accounts.find(session.account) if session and session.account else None
        if session and account and session.stamp == account.stamp:
            return session, account
        return (session if session and not session.account else None), None

    async def _sign_in(
        self, request: Request, session: Session | None, account: Account | None
    ) -> Response:
        if request.method == "POST":
            return await self._try(request, session)
        onward = _own(request.query_params.get(_NEXT, ""))
        if account is not None:
            return RedirectResponse(onward, HTTPStatus.SEE_OTHER)
        return await self._form(session or self.sessions.begin(), onward)

    async def _try(self, request: Request, visitor: Session | None) -> Response:
        try:
            async with request.form(max_files=0, max_fields=10, max_part_size=8_192) as form:
                sent = {name: value for name, value in form.items() if isinstance(value, str)}
        except (HTTPException, RefusedError):
            sent = {}
        name, password = sent.get(_NAME, "").strip(), sent.get(_PASSWORD, "")
        onward = _own(sent.get(_NEXT, ""))
        address = request.client.host if request.client else ""
        session = visitor or self.sessions.begin()
        token = sent.get(TOKEN) or request.headers.get(TOKEN_HEADER, "")
        if visitor is None or not Visit(token=self.sessions.token(visitor)).accepts(token):
            return await self._form(session, onward, _STALE, name)
        if self._limiter.statistics().tasks_waiting >= _WAITING:
            return await self._form(session, onward, _BUSY, name, 503)
        if wait := await to_thread.run_sync(self.throttle.try_once, name, address):
            self._record("refused: too many", name, address)
            response = await self._form(session, onward, _wait(wait), name, 429)
            response.headers["Retry-After"] = str(ceil(wait))
            return response
        found = await to_thread.run_sync(
            self.accounts.sign_in, name, password, limiter=self._limiter
        )
        if found is None:
            self._record("refused", name, address)
            return await self._form(session, onward, _WRONG, name, 401)
        await to_thread.run_sync(self.throttle.succeeded, name, address)
        self._record("signed in", name, address)
        response = RedirectResponse(onward, HTTPStatus.SEE_OTHER)
        # A new session: nobody can have put the old one into the browser.
        self._give(response, self.sessions.begin(found.name, found.stamp))
        return response

    async def _sign_out(self, request: Request, session: Session) -> Response:
        token = self.sessions.token(session)
        if request.method == "POST":
            try:
                async with request.form(max_files=0, max_fields=10) as form:
                    sent = form.get(TOKEN) or request.headers.get(TOKEN_HEADER)
            except (HTTPException, RefusedError):
                sent = None
            if Visit(token=token).accepts(sent):
                address = request.client.host if request.client else ""
                await to_thread.run_sync(self.sessions.end, session.account)
                self._record("signed out", session.account, address)
                return RedirectResponse(SIGN_IN, HTTPStatus.SEE_OTHER)
        agency = await to_thread.run_sync(self._agency)
        return standalone("sign_out.html", 200, token=token, name=session.account, **agency)

    async def _form(
        self,
        session: Session,
        onward: str,
        fault: Bilingual | None = None,
        name: str = "",
        status: int = 200,
    ) -> Response:
        response = standalone(
            "sign_in.html",
            status,
            token=self.sessions.token(session),
            onward=onward,
            fault=fault.th if fault else "",
            name=name,
            is_plain=not self.is_secure,
            **await to_thread.run_sync(self._agency),
        )
        self._give(response, session)
        return response

    def _agency(self) -> dict[str, Any]:
        """Return the agency's name and look; whoever can mend the data has to get in first."""
        with suppress(OSError):
            name = self.desk.assessment().agency.name
            return {"agency": name or _AGENCY, "look": look_of(self.desk)}
        return {"agency": _AGENCY}

    def _record(self, what: str, name: str, address: str) -> None:
        account = self.accounts.find(name)
        # An unknown name may be a password that was typed into the wrong field.
        sign_ins.record(self.desk.state, what, account.name if account else "?", address)

    def _give(self, response: Response, session: Session) -> None:
        response.raw_headers.append(self._set(self.sessions.written(session)))

    def _renewing(self, session: Session, send: Send) -> Send:
        value = self.sessions.renewed(session)
        return with_cookie(send, self._set(value)) if value else send

    def _set(self, value: str) -> tuple[bytes, bytes]:
        # Lax, so that a link in an e-mail does not lead to the sign-in of whoever has signed in.
        return cookie(self.cookie, value, secure=self.is_secure, same_site="Lax")


def _strange(request: Request) -> Response:
    """Answer whoever has not signed in, or whose session has ended."""
    if request.method in {"GET", "HEAD"}:
        query = quote(own_address(request), safe="/")
        return RedirectResponse(f"{SIGN_IN}?{_NEXT}={query}", HTTPStatus.SEE_OTHER)
    return standalone("signed_out.html", 401, sign_in=SIGN_IN)


def _own(address: str) -> str:
    """Return an address to go on to, if it is one of the desk."""
    is_own = len(address) < 2_000 and _OWN.fullmatch(address)
    return "/" if not is_own or address.startswith((SIGN_IN, SIGN_OUT)) else address


def _wait(seconds: float) -> Bilingual:
    minutes = ceil(seconds / 60)
    much = Bilingual(f"{minutes} นาที", f"{minutes} min") if seconds > 60 else None
    th, en = much or (f"{ceil(seconds)} วินาที", f"{ceil(seconds)} s")
    return Bilingual(f"ลองผิดหลายครั้งแล้ว ให้รอ {th} แล้วลองใหม่", f"too many failures; wait {en}")


_AGENCY = "หน่วยงาน"
_WRONG = Bilingual(
    "ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง ถ้าลืม ให้ผู้ดูแลระบบตั้งรหัสผ่านใหม่", "the name or the password is wrong"
)
_STALE = Bilingual(
    "หน้านี้เปิดไว้นานแล้ว หรือเบราว์เซอร์ไม่รับคุกกี้ ให้กรอกอีกครั้ง", "this page is stale; try again"
)
_BUSY = Bilingual("มีผู้เข้าสู่ระบบพร้อมกันมาก ให้รอสักครู่แล้วลองใหม่", "too many at once; try again")
_BROKEN = in_words(
    500,
    Bilingual("ไฟล์บัญชีเสีย จึงยังเข้าสู่ระบบไม่ได้", "the file of accounts is broken"),
    Bilingual(
        "ให้แจ้งผู้ดูแลระบบ ผู้ดูแลระบบสั่ง oit desk account list เพื่อดูว่าต้องทำอะไร",
        "please tell the administrator",
    ),
)
