"""Which names the desk answers to.

A page of another site can make its own name lead to this machine (DNS rebinding). Its requests
still name that site, so they are refused.
"""

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from oit.bilingual import Bilingual
from oit.desk.guard.words import in_words

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_LONGEST = 2_000
"""The longest address of a page, in characters."""


class Hosts:
    """Refuses requests that name another host, and addresses that no link of ours has."""

    def __init__(
        self, app: ASGIApp, *, names: Collection[str], port: int | None, own_addresses: bool = False
    ) -> None:
        """Wrap an application.

        Args:
            app: the application.
            names: the names of hosts, in lower case.
            port: the port that requests name; ``None`` if they may name any or none.
            own_addresses: whether the address that a request arrived at is a name too.
        """
        self.app = app
        self.names = names
        self.port = port
        self.own_addresses = own_addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        app = self.app
        if not self._is_ours(scope):
            app = in_words(
                421,
                Bilingual("ที่อยู่นี้ไม่ใช่ของโต๊ะทำงาน", "this is not an address of the desk"),
                Bilingual(
                    "ให้เปิดด้วยที่อยู่ที่โปรแกรมบอกเมื่อเริ่ม หรือที่ผู้ดูแลระบบแจ้ง ผู้ดูแลระบบเพิ่มชื่อเครื่องได้ด้วย --host",
                    "open the address that the program shows when it starts",
                ),
            )
        elif len(scope["path"]) > _LONGEST or any(c < " " or c == "\x7f" for c in scope["path"]):
            app = in_words(404, Bilingual("ไม่มีหน้านี้", "there is no such page"), again=True)
        await app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) != 1:
            return False
        name, port = split_host(hosts[0])
        usual = 443 if scope["scheme"] == "https" else 80
        if self.port is not None and (usual if port is None else port) != self.port:
            return False
        return name in self.names or (self.own_addresses and _is_server(name, scope))


def split_host(text: str) -> tuple[str, int | None]:
    """Return the name and the port of a ``Host`` header; a wrong port is 0."""
    text = text.strip().lower()
    bracket = text.rfind("]")
    name, colon, port = text[bracket + 1 :].partition(":")
    name = text[: bracket + 1] + name
    if not colon:
        return name, None
    is_number = port.isascii() and port.isdecimal() and len(port) < 6
    return name, int(port) if is_number else 0


def _is_server(name: str, scope: Scope) -> bool:
    """Tell whether a host is the very address that the request arrived at."""
    try:
        return ip_address(name.strip("[]")) == ip_address((scope.get("server") or ("",))[0])
    except ValueError:
        return False
