"""The proxy of this machine, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY name it."""

from base64 import b64encode
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass


class Proxy(NamedTuple):
    """A server that sends our requests to other servers."""

    host: str
    port: int
    headers: dict[str, str]
    """The credentials, if it requires any."""


ProxyFor = Callable[[str, str], Proxy | None]
"""Returns the proxy for a scheme and a host, or ``None`` for a direct connection."""


def direct(_scheme: str, _host: str) -> None:
    """Use no proxy."""


def of_machine(scheme: str, host: str) -> Proxy | None:
    """Return the proxy that the settings of this machine name."""
    named = getproxies().get(scheme, "")
    if not named or proxy_bypass(host):
        return None
    try:
        parts = urlsplit(named if "//" in named else f"//{named}")
        port = parts.port or 80
    except ValueError:
        # Requests to this proxy fail, which reports that the proxy is at fault.
        return Proxy("", 0, {})
    headers = {}
    if parts.username:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers = {"Proxy-Authorization": f"Basic {b64encode(user.encode()).decode()}"}
    return Proxy(parts.hostname or "", port, headers)
