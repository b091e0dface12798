"""A served site: few requests at once, and each address only once."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from socket import gaierror
from threading import Lock
from time import monotonic, sleep
from urllib.parse import quote, unquote, urlsplit

from oit import __version__
from oit.bilingual import Bilingual
from oit.publish.http import REDIRECTS, Client, Patience, Response, ask_patiently
from oit.publish.proxy import direct
from oit.publish.verify.copy import Copy, Held, canonical, is_read

CONNECTIONS = 4
TIMEOUT = 20.0
"""How many seconds the server may be silent."""
PATIENCE = 120.0
"""How many seconds to wait, in all, for a server that is busy."""
DEADLINE = 1800.0
"""How many seconds a whole site may take."""
LONGEST = 300.0
"""How many seconds one response may take."""
LARGEST = 500_000_000
"""How many bytes one response may have."""
_MOST_REDIRECTS = 5
_HEADERS = {"User-Agent": f"oit-verify/{__version__}", "Accept-Encoding": "identity"}
_REASONS = {
    gaierror: Bilingual(
        "ไม่พบเว็บไซต์ชื่อนี้ หรือเครื่องนี้ไม่ได้ต่ออินเทอร์เน็ต",
        "there is no such host, or this machine is not connected to the internet",
    ),
    ConnectionRefusedError: Bilingual(
        "เครื่องนั้นไม่ได้เปิดบริการเว็บที่พอร์ตนี้", "no web server is running on that port"
    ),
    TimeoutError: Bilingual("ไม่ตอบภายในเวลา", "no response in time"),
}
_TOO_SLOW = Bilingual(
    f"เว็บไซต์ตอบช้ามาก ตรวจไม่จบใน {DEADLINE / 60:.0f} นาที ให้ลองใหม่เมื่อเครื่องบริการว่าง",
    f"the site is too slow to be verified in {DEADLINE / 60:.0f} minutes; try again later",
)


class UnreachableError(Exception):
    """The site cannot be reached; ``reason`` is the reason."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


class ServedCopy(Copy):
    """A site at an address."""

    def __init__(self, root: str, site_url: str | None = None) -> None:
        """Make a copy of the site whose home page is at ``root``.

        Raises:
            ValueError: ``root`` is not a valid address.
        """
        parts = urlsplit(root)
        if not parts.hostname or parts.port == 0:  # reading an invalid port raises a ValueError
            raise ValueError(root)
        path = quote(unquote(canonical(parts.path)).strip("/"))
        start = f"{parts.scheme}://{parts.netloc}/"
        super().__init__(f"{start}{path}/" if path else start, site_url)
        self._known: dict[str, Held | None] = {}
        self._lock = Lock()
        self._patience = Patience(PATIENCE, sleep)
        self._end = monotonic() + DEADLINE
        # A site may be verified inside the agency's network before it is published.
        self._client = Client(
            TIMEOUT, _HEADERS, total=LONGEST, largest=LARGEST, private=True, proxy_for=direct
        )

    def get(self, address: str) -> Held | None:
        """Request an address, only once.

        Raises:
            UnreachableError: no server responds.
        """
        with self._lock:
            if address in self._known:
                return self._known[address]
        held = self._request(address)
        with self._lock:
            self._known[address] = held
        return held

    def names(self) -> list[str]:
        """Return nothing: a server does not list its files."""
        return []

    def fetch(self, addresses: Iterable[str]) -> None:
        """Request many addresses, a few at a time."""
        new = [address for address in dict.fromkeys(addresses) if address not in self._known]
        with ThreadPoolExecutor(CONNECTIONS) as workers:
            requests = [workers.submit(self.get, address) for address in new]
            try:
                for request in requests:
                    request.result()
            except BaseException:
                workers.shutdown(wait=False, cancel_futures=True)
                raise

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _request(self, address: str) -> Held | None:
        url = self.root + quote(address)
        for _ in range(_MOST_REDIRECTS):
            response, held = self._request_url(url)
            if response.status == 200:
                return held
            if response.status not in REDIRECTS:
                return None
            target = self.target(response.location, address)
            # Citizens cannot open a page that has moved away or that requires a login.
            if target is None or not target.url.startswith(self.root):
                return None
            url = target.url.partition("#")[0]
        return None

    def _request_url(self, url: str) -> tuple[Response, Held]:
        held = Held("")

        def receive(pieces: Iterator[bytes]) -> None:
            nonlocal held
            held = _receive(pieces, keep=is_read(urlsplit(url).path))

        if monotonic() > self._end:
            raise UnreachableError(_TOO_SLOW)
        response = ask_patiently(
            lambda: self._client.ask("GET", url, receive), _is_busy, self._patience
        )
        if response.error:
            why = _why(response.error)
            raise UnreachableError(
                Bilingual(f"เปิด {url} ไม่ได้: {why.th}", f"{url} cannot be opened: {why.en}")
            )
        return response, held


def _receive(pieces: Iterator[bytes], *, keep: bool) -> Held:
    digest, kept = sha256(), []
    for piece in pieces:
        digest.update(piece)
        if keep:
            kept.append(piece)
    return Held(digest.hexdigest(), b"".join(kept))


def _is_busy(response: Response) -> bool:
    return response.status >= 500 or response.status == 429


def _why(error: Exception) -> Bilingual:
    text = str(error) or type(error).__name__
    reasons = (reason for kind, reason in _REASONS.items() if isinstance(error, kind))
    return next(reasons, Bilingual(text, text))
