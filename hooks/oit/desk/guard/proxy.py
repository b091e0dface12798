"""Behind a web server of the agency that has the certificate: what it says is believed.

Nobody else may say where a request came from, and nobody may pass it by: then a password would go
through the network as it is.
"""

from collections.abc import Collection
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from oit.bilingual import Bilingual
from oit.desk.guard.words import in_words


class BehindProxy:
    """Takes the address and the scheme of a request from the proxy, and refuses all others."""

    def __init__(self, app: ASGIApp, *, proxies: Collection[str], plain_http: bool = False) -> None:
        self.app = app
        self.proxies = proxies
        self.plain_http = plain_http
        self._inner = ProxyHeadersMiddleware(cast(Any, self._arrived), [*proxies])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        client = scope.get("client")
        if client is None or client[0] not in self.proxies:
            refused = in_words(
                403,
                Bilingual("ต้องเปิดผ่านเว็บเซิร์ฟเวอร์ของหน่วยงาน", "only through the proxy"),
                Bilingual(
                    "ให้เปิดด้วยที่อยู่ที่ผู้ดูแลระบบแจ้ง ถ้าท่านคือผู้ดูแลระบบ ให้ระบุที่อยู่ของพร็อกซีด้วย --proxy",
                    "open the address of the proxy; an administrator names the proxy by --proxy",
                ),
            )
            await refused(scope, receive, send)
            return
        await self._inner(cast(Any, scope), cast(Any, receive), cast(Any, send))

    async def _arrived(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["scheme"] != "https" and not self.plain_http:
            app = in_words(
                400,
                Bilingual("พร็อกซียังตั้งค่าไม่ครบ", "the proxy is not set up completely"),
                Bilingual(
                    "พร็อกซีต้องรับเฉพาะ https และส่งหัวข้อ X-Forwarded-Proto ดูคู่มือหน้าโต๊ะทำงานบนเครือข่าย",
                    "the proxy must serve https and send X-Forwarded-Proto",
                ),
            )
        await app(scope, receive, send)
