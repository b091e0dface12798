"""The proxy that this machine goes out through: what HTTPS_PROXY, HTTP_PROXY and NO_PROXY say."""

from base64 import b64encode
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass


class Proxy(NamedTuple):
    """A server that asks others in our place."""

    host: str
    port: int
    headers: dict[str, str]
    """Who we are to it, where it wants to know."""


ProxyFor = Callable[[str, str], Proxy | None]
"""Gives the proxy for a scheme and a host; ``None`` where the host is asked itself."""


def of_machine(scheme: str, host: str) -> Proxy | None:
    """Return the proxy as the settings of this machine name it."""
    named = getproxies().get(scheme, "")
    if not named or proxy_bypass(host):
        return None
    try:
        parts = urlsplit(named if "//" in named else f"//{named}")
        port = parts.port or 80
    except ValueError:
        # To nowhere: the links say that the proxy is at fault.
        return Proxy("", 0, {})
    headers = {}
    if parts.username:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers = {"Proxy-Authorization": f"Basic {b64encode(user.encode()).decode()}"}
    return Proxy(parts.hostname or "", port, headers)
