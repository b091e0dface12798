"""How much a request may send, and how slowly."""

import asyncio

from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from oit.bilingual import Bilingual
from oit.desk.asked import RefusedError
from oit.desk.guard.words import in_words

MOST = 120 * 1024 * 1024
"""The bytes of a whole request: several documents at once."""
FIELDS = 20_000
"""The fields of a form: a long list of purchases has thousands."""
FILES = 40
PART = 4 * 1024 * 1024
"""The bytes of a field that is no file, such as rows pasted from a spreadsheet."""
SECONDS = 60
"""How long the next piece of a request is waited for."""
_TITLE = Bilingual("ส่งมาใหญ่เกินไป", "too large")
_HOW = Bilingual(
    "ให้ส่งทีละน้อยไฟล์ หรือย่อขนาดไฟล์ก่อน สิ่งที่กรอกไว้ก่อนหน้ายังอยู่ กดย้อนกลับเพื่อกลับไปหน้าเดิม",
    "send fewer files at a time, or make them smaller; go back to find what you typed",
)
TOO_LARGE = Bilingual(f"{_TITLE.th} {_HOW.th}", f"{_TITLE.en}: {_HOW.en}")
_NOT_READ = Bilingual("อ่านสิ่งที่ส่งมาไม่ได้", "the form cannot be read")
TOO_SLOW = Bilingual(
    "ข้อมูลมาไม่ครบ เครือข่ายอาจขาดช่วง ให้กดย้อนกลับแล้วส่งใหม่",
    "the request did not arrive completely; go back and send it again",
)


BROKEN_FORM = Bilingual(
    "อ่านสิ่งที่ส่งมาไม่ได้ ให้กดย้อนกลับแล้วส่งใหม่", "the form cannot be read; go back and send it again"
)


def wrong_form(why: str) -> tuple[int, Bilingual]:
    """Return the status and the words for a form that the parser refuses."""
    is_large = why.startswith("Too many") or "exceeded maximum size" in why
    return (413, TOO_LARGE) if is_large else (400, BROKEN_FORM)


class Limits:
    """Refuses requests that are too large, before or while they arrive."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if declared(scope) > MOST:
            await in_words(413, _TITLE, _HOW)(scope, receive, send)
            return
        if not _is_utf8(scope):
            await in_words(400, _NOT_READ, BROKEN_FORM)(scope, receive, send)
            return
        await self.app(scope, limited(receive, MOST), send)


def _is_utf8(scope: Scope) -> bool:
    """Tell whether a form is written as browsers write it.

    Other encodings of Python may take hours, fail in the middle, or give half characters.
    """
    _, options = parse_options_header(Headers(scope=scope).get("content-type", ""))
    return options.get(b"charset", b"utf-8").lower() in {b"utf-8", b"utf8"}


def declared(scope: Scope) -> int:
    """Return the length that a request says it has; 0 if it does not say."""
    text = Headers(scope=scope).get("content-length", "")
    if not (text.isascii() and text.isdecimal()):
        return 0
    return int(text) if len(text) < 16 else MOST + 1


def limited(receive: Receive, most: int) -> Receive:
    """Receive a request up to a number of bytes, each piece within a time.

    Raises:
        RefusedError: (the function returned) it is larger, or stops arriving.
    """
    received = 0
    is_complete = False

    async def next_message() -> Message:
        nonlocal received, is_complete
        if is_complete:
            # What follows is the news that the browser has gone, perhaps much later.
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), SECONDS)
        except TimeoutError:
            raise RefusedError(408, TOO_SLOW) from None
        received += len(message.get("body", b""))
        if received > most:
            raise RefusedError(413, TOO_LARGE)
        is_complete = not message.get("more_body")
        return message

    return next_message
