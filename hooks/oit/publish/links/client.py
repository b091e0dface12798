"""Asks a server for one thing, and never one inside a private network.

The address of a host is looked up once, and the connection made to what was looked up: a
name cannot lead elsewhere between the question and the answer. Where a proxy asks in our
place, the name is its to look up.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Timer
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from oit import __version__
from oit.publish.links.hosts import in_ascii, is_inside
from oit.publish.links.proxy import ProxyFor, of_machine

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; oit-links/{__version__}; checks links of a Thai "
    "public body's disclosure site)",
    "Accept": "*/*",
    "Accept-Language": "th, en;q=0.8",
}
_LONGEST = 3
"""How many times the time for one answer a server may take for all of it, a little at a time."""
_SAFE = "/?&=%:@!$'()*+,;~[]#"
_CARRIERS = [*map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96"))]
_PORTS = {"https": 443, "http": 80}

Resolve = Callable[[str, int], list[str]]


class Failure(StrEnum):
    """Why there is no answer."""

    DNS = "dns"
    TIMEOUT = "timeout"
    TLS = "tls"
    CONNECTION = "connection"
    PRIVATE = "private"
    """The host is inside a private network: it was not asked."""
    PROXY = "proxy"
    """The proxy of this machine did not get there, or cannot be reached itself."""


class Response(NamedTuple):
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
    # What IPv6 carries of IPv4 leads to the latter: mapped, 6to4, NAT64 and the oldest way.
    if isinstance(address, ipaddress.IPv6Address):
        last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        carried = last if any(address in net for net in _CARRIERS) else None
        address = address.sixtofour or carried or address
    return bool(address.is_global and not address.is_multicast)


class Client:
    """Asks servers."""

    def __init__(
        self,
        timeout: float,
        resolve: Resolve = look_up,
        allowed: Callable[[str], bool] = is_public,
        proxy_for: ProxyFor = of_machine,
    ) -> None:
        self._timeout = timeout
        self._resolve = resolve
        self._allowed = allowed
        self._proxy_for = proxy_for
        self._context = ssl.create_default_context()

    def ask(self, method: str, url: str) -> Response:
        """Ask once; the body is not read."""
        parts = urlsplit(url)
        try:
            host, port = in_ascii(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
        except ValueError:
            return Response(failure=Failure.DNS)
        path = quote(parts._replace(scheme="", netloc="", fragment="").geturl() or "/", safe=_SAFE)
        wanted = path if path.startswith("/") else f"/{path}"
        proxy = self._proxy_for(parts.scheme, host)
        if proxy is None:
            connection = self._straight(parts.scheme, host, port)
            if isinstance(connection, Failure):
                return Response(failure=connection)
            return _asked(connection, method, wanted, HEADERS)
        if is_inside(url):
            return Response(failure=Failure.PRIVATE)
        connection = self._connection(parts.scheme, proxy.host, proxy.port)
        headers = HEADERS
        if parts.scheme == "https":
            connection.set_tunnel(host, port, proxy.headers)
        else:
            wanted = f"http://{host}:{port}{wanted}"
            headers = HEADERS | proxy.headers
        answer = _asked(connection, method, wanted, headers)
        failed = answer.failure is Failure.CONNECTION
        return Response(failure=Failure.PROXY) if failed else answer

    def _connection(self, scheme: str, host: str, port: int) -> HTTPConnection:
        if scheme == "https":
            return HTTPSConnection(host, port, timeout=self._timeout, context=self._context)
        return HTTPConnection(host, port, timeout=self._timeout)

    def _straight(self, scheme: str, host: str, port: int) -> HTTPConnection | Failure:
        """Return a connection to what the host is looked up as, and to nothing else."""
        try:
            network_addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            return Failure.DNS
        if not all(map(self._allowed, network_addresses)):
            return Failure.PRIVATE
        connection = self._connection(scheme, host, port)

        def connect(_: object, timeout: float, source: object = None) -> socket.socket:
            del source  # always that of the system
            return _first(network_addresses, port, timeout)

        connection._create_connection = connect  # type: ignore[attr-defined]
        return connection


@contextmanager
def _hung_up_late(connection: HTTPConnection) -> Iterator[Event]:
    """Hang up on a server that never comes to an end: the time-out is for each read alone."""
    late = Event()

    def hang_up() -> None:
        late.set()
        with suppress(OSError, AttributeError):  # just closed, or not connected yet
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(_LONGEST * (connection.timeout or 0), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _asked(connection: HTTPConnection, method: str, path: str, headers: dict[str, str]) -> Response:
    with _hung_up_late(connection) as late:
        answer = _answered(connection, method, path, headers)
    return Response(failure=Failure.TIMEOUT) if late.is_set() else answer


def _answered(
    connection: HTTPConnection, method: str, path: str, headers: dict[str, str]
) -> Response:
    try:
        connection.request(method, path, headers=headers)
        # Its body is not read; where the server closes, the connection lets go of it.
        with connection.getresponse() as response:
            return Response(
                response.status,
                _in_unicode(response.headers.get("Location", "")),
                response.headers.get("Retry-After", ""),
            )
    except TimeoutError:
        return Response(failure=Failure.TIMEOUT)
    except ssl.SSLError:
        return Response(failure=Failure.TLS)
    except (OSError, HTTPException, ValueError):
        return Response(failure=Failure.CONNECTION)
    finally:
        connection.close()


def _in_unicode(header: str) -> str:
    """Return a header in which a server wrote Thai as it is, which headers do not foresee."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _first(network_addresses: list[str], port: int, timeout: float) -> socket.socket:
    """Connect to the first address that answers."""
    failure: OSError = ConnectionError("no address")
    for network_address in network_addresses:
        try:
            return socket.create_connection((network_address, port), timeout)
        except OSError as error:
            failure = error
    raise failure
