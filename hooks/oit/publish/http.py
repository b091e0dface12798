"""The HTTP client: requests under limits of time and size, and not into private networks.

A host name is resolved once and the connection is made to the result: the name cannot lead
elsewhere between the check and the connection. If there is a proxy, it resolves the name.
"""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
)
from threading import Event, Lock, Timer
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from oit.publish.hosts import in_ascii, is_inside, is_public, look_up
from oit.publish.proxy import Proxy, ProxyFor, of_machine

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PAUSES = (1.0, 4.0)
"""Seconds to wait before a request is sent again."""
LONGEST_PAUSE = 30.0
LARGEST = 500_000_000
"""Bytes of one response."""
_PIECE = 1 << 16
SAFE = "/?&=%:@!$'()*+,;~[]#"
"""The characters of an address that are not encoded."""
_PORTS = {"https": 443, "http": 80}

Headers = dict[str, str]
Resolve = Callable[[str, int], list[str]]
Receive = Callable[[Iterator[bytes]], None]
"""Takes the body of a response, piece by piece; called again if the request is repeated."""


class Failure(StrEnum):
    """Why there is no response."""

    DNS = "dns"
    TIMEOUT = "timeout"
    TLS = "tls"
    CONNECTION = "connection"
    PRIVATE = "private"
    """The host is in a private network; no request was sent."""
    PROXY = "proxy"
    """The proxy of this machine cannot reach the host, or cannot be reached itself."""
    TOO_LARGE = "too large"
    """The body has more bytes than the client accepts; the rest was not read."""
    CUT_OFF = "cut off"
    """The body ended before its announced length."""


class TooLargeError(HTTPException):
    """The body of a response has more bytes than the client accepts."""


class TooSlowError(TimeoutError):
    """A response took too long in all, though the server was not silent."""


_OF_BODIES = (TooLargeError, TooSlowError, IncompleteRead)
"""Faults of a response that the server had begun."""


class Response(NamedTuple):
    """The response to a request, or why there is none."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    failure: Failure | None = None
    error: Exception | None = None
    """The cause of the failure."""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""


class _Server(NamedTuple):
    scheme: str
    host: str
    port: int


class _Request(NamedTuple):
    method: str
    target: str
    headers: Headers
    receive: Receive | None
    most: int | None = None


class Client:
    """Sends requests, also from several threads at once."""

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        timeout: float,
        headers: Headers,
        *,
        total: float | None = None,
        largest: int = LARGEST,
        private: bool = False,
        resolve: Resolve = look_up,
        proxy_for: ProxyFor = of_machine,
    ) -> None:
        """Make a client.

        Args:
            timeout: how many seconds a server may be silent.
            headers: the headers of every request.
            total: how many seconds a response may take, three times ``timeout`` by default.
            largest: how many bytes the body of a response may have.
            private: whether requests may be sent into private networks.
            resolve: returns the network addresses of a host and port.
            proxy_for: returns the proxy for a scheme and host.
        """
        self._timeout = timeout
        self._headers = headers
        self._total = 3 * timeout if total is None else total
        self._largest = largest
        self._private = private
        self._resolve = resolve
        self._proxy_for = proxy_for
        self._context = ssl.create_default_context()
        self._idle: dict[_Server, list[HTTPConnection]] = {}

    def ask(
        self,
        method: str,
        url: str,
        receive: Receive | None = None,
        headers: Headers | None = None,
        most: int | None = None,
    ) -> Response:
        """Send one request; redirects are not followed.

        Args:
            method: the HTTP method.
            url: the address.
            receive: takes the body; without it the body is not read.
            headers: headers of this request alone.
            most: how many bytes of the body suffice; what follows is not read, however long it is.
        """
        parts = urlsplit(url)
        try:
            host, port = in_ascii(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
        except ValueError as error:
            return Response(failure=Failure.DNS, error=error)
        path = quote(parts._replace(scheme="", netloc="", fragment="").geturl() or "/", safe=SAFE)
        target = path if path.startswith("/") else f"/{path}"
        server = _Server(parts.scheme, host, port)
        request = _Request(method, target, self._headers | (headers or {}), receive, most)
        if proxy := self._proxy_for(parts.scheme, host):
            if is_inside(url) and not self._private:
                return Response(failure=Failure.PRIVATE)
            return self._ask_proxy(proxy, server, request)
        return self._ask_server(server, request)

    def close(self) -> None:
        """Close the idle connections."""
        for connections in self._idle.values():
            while connections:
                connections.pop().close()

    def _ask_proxy(self, proxy: Proxy, server: _Server, request: _Request) -> Response:
        connection = self._connection(server._replace(host=proxy.host, port=proxy.port))
        if server.scheme == "https":
            connection.set_tunnel(server.host, server.port, proxy.headers)
        else:
            target = f"http://{server.host}:{server.port}{request.target}"
            request = request._replace(target=target, headers=request.headers | proxy.headers)
        response = self._send(connection, request)
        connection.close()
        is_lost = response.failure is Failure.CONNECTION
        return response._replace(failure=Failure.PROXY) if is_lost else response

    def _ask_server(self, server: _Server, request: _Request) -> Response:
        if kept := self._kept(server):
            response = self._send(kept, request)
            # The server may have closed the connection in the meantime.
            if not response.failure or isinstance(response.error, _OF_BODIES):
                return self._keep(server, kept, request, response)
        try:
            addresses = self._resolve(server.host, server.port)
        except (OSError, UnicodeError) as error:
            return Response(failure=Failure.DNS, error=error)
        if not self._private and not all(map(is_public, addresses)):
            return Response(failure=Failure.PRIVATE)
        connection = self._connection(server)
        _pin(connection, addresses, server.port)
        response = self._send(connection, request)
        return self._keep(server, connection, request, response)

    def _kept(self, server: _Server) -> HTTPConnection | None:
        with suppress(IndexError):
            return self._idle.setdefault(server, []).pop()
        return None

    def _keep(
        self, server: _Server, connection: HTTPConnection, request: _Request, response: Response
    ) -> Response:
        """Keep the connection for the next request, if the response has been read to its end."""
        if request.receive and request.most is None and not response.failure:
            self._idle[server].append(connection)
        else:
            connection.close()
        return response

    def _connection(self, server: _Server) -> HTTPConnection:
        if server.scheme == "https":
            return HTTPSConnection(
                server.host, server.port, timeout=self._timeout, context=self._context
            )
        return HTTPConnection(server.host, server.port, timeout=self._timeout)

    def _send(self, connection: HTTPConnection, request: _Request) -> Response:
        with _hung_up_after(self._total, connection) as is_late:
            try:
                response = self._exchange(connection, request)
            except (OSError, HTTPException, ValueError) as error:
                connection.close()
                response = Response(failure=_failure(error), error=error)
        if is_late.is_set():
            connection.close()
            return Response(failure=Failure.TIMEOUT, error=TooSlowError())
        return response

    def _exchange(self, connection: HTTPConnection, request: _Request) -> Response:
        connection.request(request.method, request.target, headers=request.headers)
        with connection.getresponse() as response:
            if request.receive:
                request.receive(self._pieces(response, request.most))
            return Response(
                response.status,
                _in_unicode(response.headers.get("Location", "")),
                response.headers.get("Retry-After", ""),
                content_type=response.headers.get("Content-Type", ""),
                etag=response.headers.get("ETag", ""),
                last_modified=response.headers.get("Last-Modified", ""),
            )

    def _pieces(self, response: HTTPResponse, most: int | None) -> Iterator[bytes]:
        if most is not None:
            yield from _beginning(response, most)
            return
        size = 0
        announced = response.length or 0
        while announced <= self._largest and (piece := response.read(_PIECE)):
            size += len(piece)
            if size > self._largest:
                break
            yield piece
        if max(size, announced) > self._largest:
            raise TooLargeError(f"more than {self._largest} bytes")
        if size < announced:
            raise IncompleteRead(b"", announced - size)


def _beginning(response: HTTPResponse, most: int) -> Iterator[bytes]:
    while most > 0 and (piece := response.read(min(most, _PIECE))):
        most -= len(piece)
        yield piece


class Patience:
    """How long to wait, in all, for problems that may pass; several threads may share it."""

    def __init__(self, seconds: float, sleep: Callable[[float], None]) -> None:
        self._left = seconds
        self._sleep = sleep
        self._lock = Lock()

    def wait(self, seconds: float) -> bool:
        """Wait, and return whether there was time left for it."""
        with self._lock:
            if seconds > self._left:
                return False
            self._left -= seconds
        self._sleep(seconds)
        return True


def ask_patiently(
    ask: Callable[[], Response], may_pass: Callable[[Response], bool], patience: Patience
) -> Response:
    """Send a request again after pauses, while its problem may pass and patience lasts."""
    response = ask()
    for pause in PAUSES:
        if not may_pass(response):
            break
        requested = response.retry_after
        wanted = float(requested) if requested.isdecimal() else pause
        if not patience.wait(min(wanted, LONGEST_PAUSE)):
            break
        response = ask()
    return response


def _failure(error: Exception) -> Failure:
    if isinstance(error, TimeoutError):
        return Failure.TIMEOUT
    if isinstance(error, TooLargeError):
        return Failure.TOO_LARGE
    if isinstance(error, IncompleteRead):
        return Failure.CUT_OFF
    return Failure.TLS if isinstance(error, ssl.SSLError) else Failure.CONNECTION


def _in_unicode(header: str) -> str:
    """Decode a header in which a server wrote Thai without encoding it."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _pin(connection: HTTPConnection, addresses: list[str], port: int) -> None:
    """Let a connection go to the first of these addresses that answers, and nowhere else."""

    def connect(_: object, timeout: float, source: object = None) -> socket.socket:
        del source  # always the system's choice
        failure: OSError = ConnectionError("no address")
        for address in addresses:
            try:
                return socket.create_connection((address, port), timeout)
            except OSError as error:
                failure = error
        raise failure

    connection._create_connection = connect  # type: ignore[attr-defined]


@contextmanager
def _hung_up_after(seconds: float, connection: HTTPConnection) -> Iterator[Event]:
    """Hang up on a server that never finishes: the connection's timeout is for single reads."""
    is_late = Event()

    def hang_up() -> None:
        is_late.set()
        with suppress(OSError, AttributeError):  # just closed, or not connected yet
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()
