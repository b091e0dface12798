"""Where a request came from: forms are sent by our own pages only.

Browsers say so themselves (``Origin``, ``Sec-Fetch-Site``), and no script can change it. Links of
other sites may lead here, but none may use a page of ours as a picture, script or frame.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from oit.bilingual import Bilingual
from oit.desk.guard.words import in_words

_READING = {"GET", "HEAD"}


class Origins:
    """Refuses what other sites make a browser send."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if _is_ours(scope):
            await self.app(scope, receive, send)
            return
        refused = in_words(
            403,
            Bilingual("ไม่ได้ส่งมาจากหน้าของโต๊ะทำงาน", "not sent by a page of the desk"),
            Bilingual(
                "ให้เปิดโต๊ะทำงานใหม่แล้วทำจากหน้านั้น ถ้าพบอีก ให้ปิดส่วนขยายของเบราว์เซอร์ที่ซ่อนที่มาของหน้า",
                "open the desk again and use its own page",
            ),
            again=True,
        )
        await refused(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    is_same_site = site in {None, "same-origin", "none"}
    if scope["method"] in _READING:
        is_link = headers.get("sec-fetch-mode") == "navigate"
        return is_same_site or (is_link and headers.get("sec-fetch-dest") == "document")
    own = f"{scope['scheme']}://{headers.get('host', '')}"
    return is_same_site and origin in {None, own} and (site or origin) is not None
