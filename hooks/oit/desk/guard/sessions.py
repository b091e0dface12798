"""Sessions: a signed cookie that says who signed in and when, and ends by itself."""

import hmac
import json
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from http.cookies import SimpleCookie
from pathlib import Path
from threading import Lock

from itsdangerous import BadData, URLSafeSerializer
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from oit.desk.state import write_private

IDLE = 4 * 60 * 60
"""A session ends after so many seconds without a request …"""
LONGEST = 14 * 60 * 60
"""… and a working day after its beginning in any case."""
_RENEWED = 60
"""How old a cookie may be before a new one is sent."""


@dataclass(frozen=True)
class Session:
    """Somebody at a browser."""

    id: str
    account: str
    """The name of the account; empty before sign-in, and where nobody signs in."""
    stamp: str
    """What changes with the account's password."""
    started: float
    seen: float


class Sessions:
    """Begins, reads and ends the sessions of a desk."""

    def __init__(
        self, state: Path, purpose: str, *, clock: Callable[[], float] = time.time
    ) -> None:
        """Use the secret of a desk; sessions of one purpose are none of another."""
        secret = _secret(state)
        self._signer = URLSafeSerializer(secret, salt=f"session {purpose}")
        self._token_key = sha256(f"token {purpose} {secret}".encode()).digest()
        self._ended = state / "ended.json"
        self._clock = clock
        self._lock = Lock()
        self._ends = _read_ends(self._ended)

    def begin(self, account: str = "", stamp: str = "") -> Session:
        """Begin a session."""
        now = self._clock()
        # If the clock was set back, the last sessions have ended in its future.
        started = max(now, self._ends.get(account, 0.0) + 0.001)
        return Session(secrets.token_urlsafe(16), account, stamp, started, now)

    def read(self, text: str | None) -> Session | None:
        """Return the session of a cookie, if it is one of ours and has not ended."""
        with suppress(BadData, TypeError, KeyError, ValueError):
            session = Session(**self._signer.loads(text or ""))
            now = self._clock()
            ended = self._ends.get(session.account, 0.0)
            if abs(now - session.seen) < IDLE and now - session.started < LONGEST:
                return session if session.started > ended else None
        return None

    def renewed(self, session: Session) -> str | None:
        """Return a new cookie for a session whose last one is old enough."""
        now = self._clock()
        if now - session.seen < _RENEWED:
            return None
        return self.written(replace(session, seen=now))

    def written(self, session: Session) -> str:
        """Return the cookie of a session."""
        return str(self._signer.dumps(asdict(session)))

    def token(self, session: Session) -> str:
        """Return the token that forms of a session have to send."""
        return hmac.new(self._token_key, session.id.encode(), sha256).hexdigest()

    def end(self, account: str) -> None:
        """End every session of an account; with a full disk, until the server is started again."""
        with self._lock, suppress(OSError):
            self._ends[account] = self._clock()
            write_private(self._ended, json.dumps(self._ends, ensure_ascii=False))


def cookie(name: str, value: str, *, secure: bool, same_site: str) -> tuple[bytes, bytes]:
    """Return the header that sets a cookie until the browser closes."""
    jar: SimpleCookie = SimpleCookie({name: value})
    morsel = jar[name]
    morsel["path"], morsel["httponly"] = "/", True
    morsel["samesite"], morsel["secure"] = same_site, secure
    return b"set-cookie", morsel.OutputString().encode("latin-1")


def with_cookie(send: Send, header: tuple[bytes, bytes]) -> Send:
    """Send a cookie along with the response."""

    async def send_both(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).raw.append(header)
        await send(message)

    return send_both


def _secret(state: Path) -> str:
    path = state / "secret"
    with suppress(OSError):
        if len(known := path.read_text(encoding="ascii", errors="replace")) >= 64:
            return known
    write_private(path, secrets.token_hex(32))
    return path.read_text(encoding="ascii")


def _read_ends(path: Path) -> dict[str, float]:
    with suppress(OSError, ValueError, AttributeError, TypeError):
        return {str(name): float(at) for name, at in json.loads(path.read_bytes()).items()}
    return {}
