"""What a user names as the old site: an address, a saved page, or a folder of saved pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urldefrag

from oit.adopt.elsewhere import host_and_port, is_web
from oit.adopt.fetched import Fetched
from oit.adopt.judge import HTML, names_a_file
from oit.adopt.page import Page, joined, read_page
from oit.adopt.saved import Saved, is_saved
from oit.adopt.trouble import LARGE_PAGE, NO_SOURCE, Trouble, TroubleKind, trouble
from oit.adopt.visit import LIMIT, Web
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.publish.hosts import readable, same_site

MOST_PAGES = 60
"""Sub-pages of a page that are read, if not more belong to items; the rest is for documents."""
LARGEST_PAGE = 5_000_000
"""Bytes of a page."""
STOPPED = Bilingual(
    "หยุดแล้ว สิ่งที่ดึงมาแล้วยังเก็บไว้ สั่งเดิมซ้ำเพื่อทำต่อ",
    "stopped; what was fetched is kept, run the same command again to go on",
)
"""What a user reads after Ctrl+C."""

Wanted = Callable[[Page], Iterable[str]]
"""Returns the addresses on a page that matter most: those of items."""


class Source(Protocol):
    """The old site, or a part of it."""

    def pages(self, wanted: Wanted) -> Iterator[Page | Trouble]:
        """Yield the first page, and then those that it leads to, one level deep.

        Args:
            wanted: returns the addresses of a page that are read first. Trouble with others, such
                as a dead link of the menu, is nobody's concern here.
        """

    def get(self, address: str, left: int = 0) -> Fetched | Trouble:
        """Return the file at an address of a link, or why there is none.

        Args:
            address: the address, absolute.
            left: how many files are still to be fetched after it, for the progress.
        """


def open_source(text: str, web: Web, limit: int = LIMIT) -> Source | Trouble:
    """Return what a user named, or why it is nothing that can be read.

    Args:
        text: an address (http, https), or the path of a page or folder.
        web: asks for addresses; the sources of one run share it.
        limit: how many bytes a file may have.
    """
    if is_web(text):
        web.own(text)
        return _Site(text, web)
    path = Path(text)
    try:
        if path.is_dir() or path.is_file():
            saved = Saved(path, limit)
            return _Folder(saved, web) if saved.pages else trouble(text, TroubleKind.NO_PAGES)
    except (OSError, ValueError):
        return trouble(text, TroubleKind.UNREADABLE)
    return trouble(text, TroubleKind.MISSING, NO_SOURCE)


class _Site:
    """A page at an address, and the pages that it leads to."""

    def __init__(self, address: str, web: Web) -> None:
        self._address = address
        self._web = web

    def pages(self, wanted: Wanted) -> Iterator[Page | Trouble]:
        fetched = self._web.get(self._address)
        if isinstance(fetched, Trouble):
            yield fetched
            return
        # From http to https, and to or from www., is the same site; another site may be another
        # owner's by now.
        if not same_site(self._address, fetched.final):
            yield trouble(self._address, TroubleKind.ELSEWHERE, _elsewhere(fetched.final))
            return
        self._web.own(fetched.final)
        page = _page(fetched)
        yield page
        if isinstance(page, Page):
            first = list(wanted(page))
            others = [*page.frames, *_anchors(page)]
            hosts = {host_and_port(address) for address in (self._address, fetched.final)}
            yield from _sub_pages(self._web, page, first, others, hosts)

    def get(self, address: str, left: int = 0) -> Fetched | Trouble:
        return self._web.get(address, left)


class _Folder:
    """Saved pages; what they name on the web is fetched from there."""

    def __init__(self, saved: Saved, web: Web) -> None:
        self._saved = saved
        self._web = web

    def pages(self, wanted: Wanted) -> Iterator[Page | Trouble]:
        read: set[str] = set()
        for path in self._saved.pages:
            address = self._saved.address_of(path)
            page = _read(path, address, "")
            read.add(address)
            yield page
            if isinstance(page, Page):
                first = [a for a in wanted(page) if not self._saved.has(a) and a not in read]
                # Nobody says which site the page was saved from, but its items do.
                hosts = Counter(host_and_port(a) for a in (address, *first) if not is_saved(a))
                own = {host for host, _ in hosts.most_common(1)}
                yield from _sub_pages(self._web, page, first, [], own)
                read |= {*first}

    def get(self, address: str, left: int = 0) -> Fetched | Trouble:
        if self._saved.has(address):
            return self._saved.get(address)
        return self._web.get(address, left)


def _sub_pages(
    web: Web, page: Page, first: list[str], others: list[str], hosts: set[str]
) -> Iterator[Page | Trouble]:
    """Yield the pages on the same host that a page leads to."""
    found = dict.fromkeys(_without_fragment(address) for address in [*first, *others])
    queue = [
        address
        for address in found
        if address != _without_fragment(page.address)
        and host_and_port(address) in hosts
        and not names_a_file(address)
    ]
    matter = {_without_fragment(address) for address in first}
    # Pages of items come first; however many they are, each is read.
    queue = queue[: max(MOST_PAGES, sum(address in matter for address in queue))]
    for number, address in enumerate(queue, 1):
        fetched = web.get(address, len(queue) - number)
        if isinstance(fetched, Trouble):
            if address in matter:
                yield fetched
        elif fetched.content_type == HTML and host_and_port(fetched.final) in hosts:
            yield _page(fetched)
        elif fetched.content_type == HTML and address in matter:
            yield trouble(address, TroubleKind.ELSEWHERE, _elsewhere(fetched.final))


def _anchors(page: Page) -> Iterator[str]:
    """Yield the addresses that a page links to."""
    if page.root is not None:
        for element in page.root.iter("a", "area"):
            yield joined(page.base, str(element.get("href", "")).strip())


def _without_fragment(address: str) -> str:
    try:
        return urldefrag(address).url
    except ValueError:
        return ""


def _elsewhere(address: str) -> Bilingual:
    shown = escaped(readable(address))
    return Bilingual(
        f"พาไปเว็บไซต์อื่น ({shown}) จึงไม่ได้อ่าน ถ้าเป็นของหน่วยงาน ให้ระบุที่อยู่นั้นแทน",
        f"it leads to another site ({shown}) and was not read; if that is the agency's, name that "
        "address instead",
    )


def _page(fetched: Fetched) -> Page | Trouble:
    return _read(fetched.path, fetched.final, fetched.charset)


def _read(path: Path, address: str, charset: str) -> Page | Trouble:
    try:
        if path.stat().st_size > LARGEST_PAGE:
            return trouble(address, TroubleKind.TOO_LARGE, LARGE_PAGE)
        return read_page(path.read_bytes(), address, charset)
    except OSError:
        return trouble(address, TroubleKind.UNREADABLE)
