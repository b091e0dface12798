"""Ask the old site for pages and files: politely, under limits, each address once.

A host gets one request a second, or fewer if its robots.txt asks for that. Redirects are followed
one by one, and each address on the way is looked at as the first one was.
"""

import time
from collections.abc import Callable, Iterator
from email.message import Message
from typing import NamedTuple, Protocol, Self
from urllib.parse import urldefrag, urljoin, urlsplit

from oit import __version__
from oit.adopt import robots
from oit.adopt.elsewhere import host_and_port, why_not
from oit.adopt.fetched import Fetched
from oit.adopt.judge import judged, type_of
from oit.adopt.pace import Pace
from oit.adopt.robots import Robots
from oit.adopt.store import Known, Received, Store
from oit.adopt.trouble import NO_HOST, Trouble, TroubleKind, trouble
from oit.publish.http import (
    REDIRECTS,
    Client,
    Failure,
    Headers,
    Patience,
    Receive,
    Response,
    ask_patiently,
)

NAME = "oit-adopt"
"""What robots.txt calls us."""
HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; {NAME}/{__version__}; brings in the documents of a "
    "Thai public body's own site)",
    "Accept": "*/*",
    "Accept-Language": "th, en;q=0.8",
    "Accept-Encoding": "identity",
}
LIMIT = 50_000_000
"""Bytes of one file, unless ``--limit`` says otherwise."""
MOST_FILES = 200
"""Addresses that one run asks for."""
MOST_BYTES = 1_000_000_000
"""Bytes that one run receives."""
_MOST_REDIRECTS = 5
_SILENT = 3
"""After so many addresses in a row without a response, a host is not asked any more."""
_TIMEOUT = 20.0
"""Seconds that a server may be silent."""
_LONGEST = 300.0
"""Seconds that one response may take."""
_PATIENCE = 60.0
"""Seconds to wait, in all, before requests are repeated."""
_FAILURES = {
    Failure.DNS: TroubleKind.DEAD,
    Failure.TIMEOUT: TroubleKind.TIMEOUT,
    Failure.TLS: TroubleKind.TLS,
    Failure.CONNECTION: TroubleKind.CONNECTION,
    Failure.PRIVATE: TroubleKind.PRIVATE,
    Failure.PROXY: TroubleKind.PROXY,
    Failure.TOO_LARGE: TroubleKind.TOO_LARGE,
    Failure.CUT_OFF: TroubleKind.CUT_OFF,
}
_SILENCE = {Failure.DNS, Failure.TIMEOUT}
_PASSING = {429, 500, 502, 503, 504}
# A response that dripped for minutes is not asked for again.
_PASSING_FAILURES = {Failure.CONNECTION, Failure.CUT_OFF}
_REFUSED = {402, 403, 405, 406, 418, 421, 451, 999}
_GONE = {400, 404, 410, 414}
"""Nothing is at the address. Any other status says that the server is broken."""
_GOOD = {200, 203}
_PART = 206
"""We never ask for a part."""


class Asks(Protocol):
    """Sends requests; ``Client`` does."""

    def ask(
        self,
        method: str,
        url: str,
        receive: Receive | None = None,
        headers: Headers | None = None,
        most: int | None = None,
    ) -> Response:
        """Send one request."""

    def close(self) -> None:
        """Close the idle connections."""


Telling = Callable[[str, int], None]
"""Is told which address is asked for, and how many are left after it."""


class Web:
    """The web, as far as one run asks for it."""

    def __init__(
        self,
        store: Store,
        client: Asks,
        *,
        tell: Telling = lambda _address, _left: None,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin to ask.

        Args:
            store: what was fetched earlier, and where to put more.
            client: sends the requests; it is closed at the end of the run.
            tell: is told before an address is asked for.
            sleep: waits for some seconds.
            now: a clock in seconds.
        """
        self._store = store
        self._client = client
        self._tell = tell
        self._pace = Pace(sleep, now)
        self._patience = Patience(_PATIENCE, sleep)
        self._hosts: set[str] = set()
        self._results: dict[str, Fetched | Trouble] = {}
        self._robots: dict[str, Robots | Response] = {}
        self._silent: dict[str, tuple[int, Failure]] = {}
        self._asked = 0
        self._bytes = 0
        self._is_full = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._client.close()
        # A run that was stopped, or that had to leave something for the next one, goes on there.
        # One that refused what it read begins anew: the site may be another by then.
        is_stopped = kind and (not issubclass(kind, Exception) or issubclass(kind, OSError))
        if not is_stopped and not self._is_full:
            self._store.finish()

    def own(self, address: str) -> None:
        """Note that the user named an address: its host is asked whatever its name looks like."""
        self._hosts.add(host_and_port(address))

    def get(self, address: str, left: int = 0) -> Fetched | Trouble:
        """Return what is at an address, or why nothing is; it is asked for only once."""
        try:
            address = urldefrag(address).url
        except ValueError:
            return trouble(address, TroubleKind.NOT_AN_ADDRESS)
        if address not in self._results:
            self._results[address] = self._get(address, left)
        return self._results[address]

    def _get(self, address: str, left: int) -> Fetched | Trouble:
        if kind := why_not(address, self._hosts):
            return trouble(address, kind)
        if known := self._store.fresh(address):
            return self._judged(known)
        if self._asked >= MOST_FILES or self._bytes >= MOST_BYTES:
            self._is_full = True
            return trouble(address, TroubleKind.LIMIT)
        self._tell(address, left)
        self._asked += 1
        with self._store.receiving() as received:
            return self._fetch(address, self._store.known(address), received)

    def _fetch(self, address: str, known: Known | None, received: Received) -> Fetched | Trouble:
        answer = self._follow(address, known, received)
        if isinstance(answer, TroubleKind):
            return trouble(address, answer)
        response = answer.response
        if response.status == 304 and known:
            self._asked -= 1  # it is no file of this run
            return self._judged(self._store.confirm(known))
        if kind := _kind(response):
            return trouble(address, kind, NO_HOST if response.failure is Failure.DNS else None)
        new = self._store.keep(
            received,
            address,
            answer.address,
            charset=_charset(response.content_type),
            etag=response.etag,
            last_modified=response.last_modified,
        )
        return self._judged(new)

    def _judged(self, known: Known) -> Fetched | Trouble:
        path = self._store.path(known)
        return judged(
            Fetched(
                known.address,
                path,
                type_of(path),
                known.size,
                known.digest,
                known.charset,
                known.final,
            )
        )

    def _follow(
        self, address: str, known: Known | None, received: Received
    ) -> "_Answer | TroubleKind":
        """Ask for an address, and for those that it redirects to."""
        url, seen = address, {address}
        while True:
            rules = self._rules(url)
            if isinstance(rules, Response):
                return _Answer(url, rules)
            if not rules.allows(url):
                return TroubleKind.ROBOTS
            headers = _unless_same(known) if known and known.final == url else {}
            response = self._request(url, received.receive, headers, rules.delay)
            self._bytes += received.size
            if received.error:
                raise received.error
            if response.status not in REDIRECTS:
                return _Answer(url, response)
            following = _target(url, response.location)
            if not following or following in seen or len(seen) > _MOST_REDIRECTS:
                return TroubleKind.REDIRECTS
            if kind := why_not(following, self._hosts):
                return kind
            url = following
            seen.add(url)

    def _rules(self, url: str) -> Robots | Response:
        """Return what a site lets us fetch; a response if its robots.txt cannot be had."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_rules(f"{site}/robots.txt")
        return self._robots[site]

    def _read_rules(self, url: str) -> Robots | Response:
        text = _Text()
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._request(url, text.receive, {}, 0.0, robots.LARGEST)
            if response.status not in REDIRECTS:
                break
            url = _target(url, response.location)
            if not url or why_not(url, self._hosts):
                return robots.EVERYTHING
        # RFC 9309: without a robots.txt everything is allowed, and nothing while the server is
        # broken.
        if response.failure or response.status >= 500 or response.status == 429:
            return response
        if response.status not in _GOOD:
            return robots.EVERYTHING
        return robots.parse(text.lines().decode("utf-8", "replace"), NAME)

    def _request(
        self, url: str, receive: Receive, headers: Headers, delay: float, most: int | None = None
    ) -> Response:
        host = host_and_port(url)
        times, failure = self._silent.get(host, (0, Failure.TIMEOUT))
        if times >= _SILENT:
            return Response(failure=failure)

        def ask() -> Response:
            with self._pace.turn(host, delay):
                return self._client.ask("GET", url, receive, headers, most)

        response = ask_patiently(ask, _may_pass, self._patience)
        if response.failure in _SILENCE:
            # A name that does not exist will not exist a second later.
            more = _SILENT if response.failure is Failure.DNS else 1
            self._silent[host] = (times + more, response.failure)
        else:
            self._silent.pop(host, None)
        return response


class _Answer(NamedTuple):
    address: str
    response: Response


class _Text:
    """The beginning of a robots.txt."""

    def __init__(self) -> None:
        self.text = b""

    def receive(self, pieces: Iterator[bytes]) -> None:
        self.text = b"".join(pieces)

    def lines(self) -> bytes:
        """Return its lines; the last one may have been cut, and then means something else."""
        is_cut = len(self.text) >= robots.LARGEST
        return self.text.rpartition(b"\n")[0] if is_cut else self.text


def client(limit: int = LIMIT) -> Client:
    """Return the client that asks the sites of agencies."""
    return Client(_TIMEOUT, HEADERS, total=_LONGEST, largest=limit)


def _kind(response: Response) -> TroubleKind | None:
    """Return what is wrong with a response that is no redirect; ``None`` if nothing is."""
    if response.failure:
        return _FAILURES[response.failure]
    if response.status in _GOOD:
        return None
    if response.status == 401:
        return TroubleKind.LOGIN
    if response.status in _REFUSED:
        return TroubleKind.REFUSED
    if response.status == _PART:
        return TroubleKind.CUT_OFF
    return TroubleKind.DEAD if response.status in _GONE else TroubleKind.BUSY


def _may_pass(response: Response) -> bool:
    return response.status in _PASSING or response.failure in _PASSING_FAILURES


def _unless_same(known: Known) -> Headers:
    wanted = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in wanted.items() if value}


def _target(url: str, location: str) -> str:
    """Return where a redirect leads; nothing if that is no address."""
    try:
        return urldefrag(urljoin(url, location)).url if location else ""
    except ValueError:
        return ""


def _charset(content_type: str) -> str:
    message = Message()
    message["Content-Type"] = content_type
    return str(message.get_content_charset() or "")
