"""A site that a server gives, asked for politely: few connections, each address once."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import gaierror
from threading import Lock
from time import monotonic, sleep
from urllib.parse import quote, unquote, urlsplit

from oit import __version__
from oit.bilingual import Bilingual
from oit.publish.verify.copy import Copy, Held, canonical, is_read

CONNECTIONS = 4
TIMEOUT = 20.0
"""Seconds that the server may be silent."""
LONGEST = 300.0
"""Seconds that one answer may take."""
LARGEST = 500_000_000
"""Bytes of one answer."""
PAUSES = (1.0, 4.0)
"""Seconds to wait where the server has too much to do, before it is asked again."""
_MOST_REDIRECTS = 5
_PIECE = 1 << 16
_HEADERS = {"User-Agent": f"oit-verify/{__version__}", "Accept-Encoding": "identity"}


_REASONS = {
    gaierror: Bilingual(
        "ไม่พบเว็บไซต์ชื่อนี้ หรือเครื่องนี้ไม่ได้ต่ออินเทอร์เน็ต",
        "there is no such host, or this machine is not on the internet",
    ),
    ConnectionRefusedError: Bilingual(
        "เครื่องนั้นไม่ได้เปิดบริการเว็บที่พอร์ตนี้", "that machine serves nothing at this port"
    ),
    TimeoutError: Bilingual("ไม่ตอบภายในเวลา", "no answer in time"),
}


class UnreachableError(Exception):
    """The server does not answer as one does that has a site; the reason is in two languages."""

    def __init__(self, told: Bilingual) -> None:
        super().__init__(told.en)
        self.told = told


class ServedCopy(Copy):
    """A site at an address."""

    def __init__(self, root: str, site_url: str | None = None) -> None:
        """Make a copy of the site whose home page is at ``root``.

        Raises:
            ValueError: that is no address.
        """
        parts = urlsplit(root)
        if not parts.hostname or parts.port == 0:  # to ask is a ValueError where it is no port
            raise ValueError(root)
        path = quote(unquote(canonical(parts.path)).strip("/"))
        start = f"{parts.scheme}://{parts.netloc}/"
        super().__init__(f"{start}{path}/" if path else start, site_url)
        self._known: dict[str, Held | None] = {}
        self._lock = Lock()
        self._idle: list[HTTPConnection] = []

    def get(self, address: str) -> Held | None:
        """Ask the server, once for each address.

        Raises:
            UnreachableError: no server answers.
        """
        with self._lock:
            if address in self._known:
                return self._known[address]
        held = self._ask(address)
        with self._lock:
            self._known[address] = held
        return held

    def names(self) -> list[str]:
        """Return nothing: a server does not list what it has."""
        return []

    def fetch(self, addresses: Iterable[str]) -> None:
        """Ask for many addresses, a few at a time."""
        wanted = [address for address in dict.fromkeys(addresses) if address not in self._known]
        with ThreadPoolExecutor(CONNECTIONS) as workers:
            answers = [workers.submit(self.get, address) for address in wanted]
            try:
                for answer in answers:
                    answer.result()
            except BaseException:
                workers.shutdown(wait=False, cancel_futures=True)
                raise

    def close(self) -> None:
        """Close the connections."""
        while self._idle:
            self._idle.pop().close()

    def _ask(self, address: str) -> Held | None:
        url = self.root + quote(address)
        for _ in range(_MOST_REDIRECTS):
            status, location, held = self._request_patiently(url)
            if status == 200:
                return held
            if status not in {301, 302, 303, 307, 308}:
                return None
            target = self.target(location, address)
            # A page that is found elsewhere only, or after a login, is not there.
            if target is None or not target.url.startswith(self.root):
                return None
            url = target.url.partition("#")[0]
        return None

    def _request_patiently(self, url: str) -> tuple[int, str, Held]:
        answer = self._request(url)
        for pause in PAUSES:
            if answer[0] < 500 and answer[0] != 429:
                break
            sleep(pause)
            answer = self._request(url)
        return answer

    def _request(self, url: str) -> tuple[int, str, Held]:
        """Ask once, and once more where a connection that was kept has been closed."""
        failure: Exception = OSError()
        for connection in (self._idle.pop() if self._idle else None, self._connection()):
            if connection is None:
                continue
            try:
                connection.request("GET", urlsplit(url).path, headers=_HEADERS)
                with connection.getresponse() as response:
                    held = _receive(response, read=is_read(urlsplit(url).path))
            except (OSError, HTTPException) as error:
                connection.close()
                failure = error
                continue
            self._idle.append(connection)
            return response.status, response.headers.get("Location", ""), held
        why = _why(failure)
        raise UnreachableError(
            Bilingual(f"เปิด {url} ไม่ได้: {why.th}", f"{url} cannot be opened: {why.en}")
        )

    def _connection(self) -> HTTPConnection:
        parts = urlsplit(self.root)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        return kind(parts.hostname or "", parts.port, timeout=TIMEOUT)


def _receive(response: HTTPResponse, *, read: bool) -> Held:
    """Take an answer piece by piece; keep it only where it is looked into."""
    digest, pieces, size = sha256(), [], 0
    end = monotonic() + LONGEST
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > LARGEST or monotonic() > end:
            raise HTTPException(f"more than {LARGEST} bytes or {LONGEST:.0f} seconds")
        digest.update(piece)
        if read:
            pieces.append(piece)
    return Held(digest.hexdigest(), b"".join(pieces))


def _why(failure: Exception) -> Bilingual:
    said = str(failure) or type(failure).__name__
    kinds = (words for kind, words in _REASONS.items() if isinstance(failure, kind))
    return next(kinds, Bilingual(said, said))
