"""Asks a server for one thing, and never one inside a private network.

The address of a host is looked up once, and the connection made to what was looked up: a
name cannot lead elsewhere between the question and the answer.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from oit import __version__

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; oit-links/{__version__}; checks links of a Thai "
    "public body's disclosure site)",
    "Accept": "*/*",
    "Accept-Language": "th, en;q=0.8",
}
_SAFE = "/?&=%:@!$'()*+,;~[]#"

Resolve = Callable[[str, int], list[str]]


class Failure(StrEnum):
    """Why there is no answer."""

    DNS = "dns"
    TIMEOUT = "timeout"
    TLS = "tls"
    CONNECTION = "connection"
    PRIVATE = "private"
    """The host is inside a private network: it was not asked."""


class Answer(NamedTuple):
    """What came of one question."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    failure: Failure | None = None


def look_up(host: str, port: int) -> list[str]:
    """Return the network addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(network_address: str) -> bool:
    """Tell whether an address is of the internet."""
    address = ipaddress.ip_address(network_address.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    return bool(mapped.is_global and not mapped.is_multicast)


class Client:
    """Asks servers."""

    def __init__(
        self,
        timeout: float,
        resolve: Resolve = look_up,
        allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._timeout = timeout
        self._resolve = resolve
        self._allowed = allowed
        self._context = ssl.create_default_context()

    def ask(self, method: str, url: str) -> Answer:
        """Ask once; the body is not read."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            network_addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            return Answer(failure=Failure.DNS)
        if not all(map(self._allowed, network_addresses)):
            return Answer(failure=Failure.PRIVATE)
        connection = self._connection(parts.scheme, host, port, network_addresses)
        path = quote(parts._replace(scheme="", netloc="", fragment="").geturl() or "/", safe=_SAFE)
        try:
            connection.request(
                method, path if path.startswith("/") else f"/{path}", headers=HEADERS
            )
            # Its body is not read; where the server closes, the connection lets go of it.
            with connection.getresponse() as response:
                return Answer(
                    response.status,
                    response.headers.get("Location", ""),
                    response.headers.get("Retry-After", ""),
                )
        except TimeoutError:
            return Answer(failure=Failure.TIMEOUT)
        except ssl.SSLError:
            return Answer(failure=Failure.TLS)
        except (OSError, HTTPException, ValueError):
            return Answer(failure=Failure.CONNECTION)
        finally:
            connection.close()

    def _connection(
        self, scheme: str, host: str, port: int, network_addresses: list[str]
    ) -> HTTPConnection:
        if scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                host, port, timeout=self._timeout, context=self._context
            )
        else:
            connection = HTTPConnection(host, port, timeout=self._timeout)

        def connect(_: object, timeout: float, source: object = None) -> socket.socket:
            del source  # always that of the system
            return _first(network_addresses, port, timeout)

        connection._create_connection = connect  # type: ignore[attr-defined]
        return connection


def _first(network_addresses: list[str], port: int, timeout: float) -> socket.socket:
    """Connect to the first address that answers."""
    failure: OSError = ConnectionError("no address")
    for network_address in network_addresses:
        try:
            return socket.create_connection((network_address, port), timeout)
        except OSError as error:
            failure = error
    raise failure
