"""A published site of ours: its ``status.json`` and its manifest."""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple
from urllib.parse import urljoin

from oit import __version__
from oit.bilingual import Bilingual
from oit.fleet.sources.answers import Answer
from oit.fleet.sources.shape import NotAStatusError, manifest_of, status_of
from oit.fleet.unread import UnreadError
from oit.publish.hosts import same_site
from oit.publish.http import (
    REDIRECTS,
    Client,
    Failure,
    Headers,
    Patience,
    Response,
    ask_patiently,
)
from oit.views.pages import manifest
from oit.views.pages.site import STATUS_FILE

LARGEST = 8_000_000
"""Bytes of one file."""
_TIMEOUT, _TOTAL = 15.0, 60.0
_PATIENCE = 10.0
"""Seconds to wait, in all, for a server that is busy."""
_MOST_REDIRECTS = 5
_SAME = 304
_LISTED, _SAID = "manifest.answer", "status.answer"
"""The files in which answers are kept."""
_HEADERS = {
    "User-Agent": f"oit-fleet/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
}
_YEAR = re.compile(r"oit/([0-9]{4})/")
_PASSING = {429, 500, 502, 503, 504}
_PASSING_FAILURES = {
    Failure.DNS,
    Failure.TIMEOUT,
    Failure.CONNECTION,
    Failure.PROXY,
    Failure.CUT_OFF,
}
_LATER = Bilingual(
    "ลองอีกครั้งภายหลัง ถ้ายังไม่ได้ให้ตรวจที่อยู่ในรายชื่อ หรือแจ้งผู้ดูแลเว็บไซต์ของหน่วยงาน",
    "try again later; if it fails again, check the address in the list, or tell whoever runs the"
    " agency's site",
)
_PRIVATE = Bilingual(
    "ใช้ที่อยู่ที่เปิดจากอินเทอร์เน็ตได้ หรือใส่โฟลเดอร์ข้อมูลของหน่วยงานในรายชื่อแทน",
    "use an address that can be opened from the internet, or list the agency's data folder instead",
)
_CHECK = Bilingual(
    "ตรวจที่อยู่ในรายชื่อ ต้องเป็นหน้าแรกของเว็บไซต์ที่ oit build สร้าง และเผยแพร่ทั้งโฟลเดอร์"
    " ถ้าเป็นที่เก็บ git ต้องลงท้ายด้วย .git",
    "check the address in the list: it must be the front page of a site that oit build made and"
    " that was published completely; a git repository must end with .git",
)
_FAILURES = {
    Failure.DNS: Bilingual("ไม่พบเว็บไซต์ชื่อนี้", "there is no such host"),
    Failure.TIMEOUT: Bilingual("เว็บไซต์ไม่ตอบภายในเวลา", "the site does not answer in time"),
    Failure.TLS: Bilingual(
        "ใบรับรองความปลอดภัยของเว็บไซต์ใช้ไม่ได้", "the site's certificate is not valid"
    ),
    Failure.CONNECTION: Bilingual("ต่อกับเว็บไซต์ไม่ได้", "the connection to the site failed"),
    Failure.TOO_LARGE: Bilingual("คำตอบใหญ่เกินกำหนด", "the answer is larger than any of ours"),
    Failure.CUT_OFF: Bilingual("ได้คำตอบไม่ครบ", "the answer is incomplete"),
    Failure.PRIVATE: Bilingual(
        "ที่อยู่นี้อยู่ในเครือข่ายภายใน จึงไม่ได้ติดต่อ", "the address is in a private network"
    ),
    Failure.PROXY: Bilingual(
        "พร็อกซีของเครื่องนี้ต่อกับเว็บไซต์ไม่ได้", "the proxy of this machine cannot reach the site"
    ),
}

Ask = Callable[[str, str, Callable[[Iterator[bytes]], None], Headers], Response]
"""Sends one request: method, address, what takes the body, and headers of this request alone."""


class Reported(NamedTuple):
    """What a site says of itself."""

    status: dict[str, Any]
    fingerprint: str
    """Changes with what it says."""


def client(*, private: bool = False) -> Client:
    """Return a client with the limits of a fleet; none of its requests enters private networks."""
    return Client(_TIMEOUT, _HEADERS, total=_TOTAL, largest=LARGEST, private=private)


def reported(site: str, year: int | None, ask: Ask, own: Path) -> Reported:
    """Return the status that a site publishes for a year, by default the newest one.

    Args:
        site: its address.
        year: the fiscal year.
        ask: sends the requests.
        own: a folder in which its answers are kept; they are asked for again only if they changed.

    Raises:
        UnreadError: it cannot be fetched, or is no status of ours.
    """
    root = site if site.endswith("/") else f"{site}/"
    listed = b""
    if year is None:
        listed = _fetch(root, manifest.PATH, ask, own / _LISTED)
        year = _newest(listed, root)
    path = f"oit/{year}/{STATUS_FILE}"
    said = _fetch(root, path, ask, own / _SAID)
    try:
        status = status_of(said, year)
    except NotAStatusError as error:
        raise _not_a_status(root, path, error) from None
    return Reported(status, sha256(said + b"\0" + listed).hexdigest())


def sources_of(site: str, ask: Ask, own: Path) -> dict[str, str | None] | None:
    """Return the digests of the data that a site says its pages are made of, by their addresses.

    The arguments are those of ``reported``. ``None`` if it cannot be asked: that it cannot be
    compared is no fault of the data.
    """
    root = site if site.endswith("/") else f"{site}/"
    try:
        return manifest_of(_fetch(root, manifest.PATH, ask, own / _LISTED))
    except (UnreadError, NotAStatusError):
        return None


def _newest(listed: bytes, root: str) -> int:
    try:
        pages = manifest_of(listed)
    except NotAStatusError as error:
        raise _not_a_status(root, manifest.PATH, error) from None
    years = [int(match[1]) for page in pages if (match := _YEAR.fullmatch(page))]
    if not years:
        raise UnreadError(
            "no-year",
            Bilingual("เว็บไซต์ยังไม่มีปีงบประมาณใด", "the site has no fiscal year"),
            _CHECK,
        )
    return max(years)


def _fetch(root: str, path: str, ask: Ask, kept: Path) -> bytes:
    url, patience, last = urljoin(root, path), Patience(_PATIENCE, sleep), Answer.read(kept)
    for _ in range(_MOST_REDIRECTS):
        said: list[bytes] = []
        known = last if last and last.url == url else None
        headers = known.unless_same if known else {}

        def send(url: str = url, said: list[bytes] = said, headers: Headers = headers) -> Response:
            def receive(pieces: Iterator[bytes]) -> None:
                said[:] = pieces

            return ask("GET", url, receive, headers)

        response = ask_patiently(send, _may_pass, patience)
        if response.failure:
            code = f"site-{response.failure}".replace(" ", "-")
            reason = _FAILURES[response.failure]
            private = response.failure is Failure.PRIVATE
            raise UnreadError(code, _about(url, reason), _PRIVATE if private else _LATER)
        if response.status == _SAME and known:
            return known.body
        if response.status == 200:
            answer = Answer.of(url, response, b"".join(said))
            answer.write(kept)
            return answer.body
        if response.status not in REDIRECTS:
            break
        try:
            url = urljoin(url, response.location)
        except ValueError:
            # The site names no address that could be asked.
            break
        if not url.startswith(("https://", "http://")) or not same_site(url, root):
            reason = Bilingual(f"เว็บไซต์ย้ายไปที่ {url}", f"the site moved to {url}")
            raise UnreadError("moved", reason, _CHECK)
    busy = response.status in _PASSING
    reason = Bilingual(f"เว็บไซต์ตอบ {response.status}", f"the site answers {response.status}")
    code = "site-busy" if busy else "no-status"
    raise UnreadError(code, _about(url, reason), _LATER if busy else _CHECK)


def _may_pass(response: Response) -> bool:
    return response.status in _PASSING or response.failure in _PASSING_FAILURES


def _about(url: str, reason: Bilingual) -> Bilingual:
    return Bilingual(f"{url}: {reason.th}", f"{url}: {reason.en}")


def _not_a_status(root: str, path: str, error: NotAStatusError) -> UnreadError:
    url = urljoin(root, path)
    reason = Bilingual(
        f"ไม่ใช่สถานะที่โปรแกรมนี้เผยแพร่ ({error.reason.th})",
        f"it is not what this program publishes ({error.reason.en})",
    )
    return UnreadError("not-a-status", _about(url, reason), _CHECK)
