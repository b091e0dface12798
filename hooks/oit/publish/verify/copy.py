"""A copy of the site, wherever it stands: what it has at which address.

An address is a path from the site's root, as people read it: ``oit/2569/o7/``,
``files/2569/แผนที่.pdf``.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

NOT_FOUND_PAGE = "404.html"
"""Servers show it at any address."""

_READ = (".html", ".css", ".svg", ".json", ".xml", ".gz")
"""The files that are looked into; of others it is enough to know whether they are the same."""
_NOWHERE = "http://site.invalid/"


class Held(NamedTuple):
    """What a copy has at an address."""

    sha256: str
    content: bytes = b""
    """Empty for a file that is not looked into."""

    @property
    def text(self) -> str:
        """The contents of a page or a style sheet."""
        return self.content.decode("utf-8", "replace")


class Target(NamedTuple):
    """Where a link leads."""

    url: str
    inside: str | None
    """The address where it stays in the site, without the fragment."""
    fragment: str = ""


def is_read(address: str) -> bool:
    """Tell whether what stands at an address is looked into."""
    return not address or address.endswith(("/", *_READ))


def canonical(address: str) -> str:
    """Return the address of a page's folder for that of its file."""
    folder, slash, name = address.rpartition("/")
    return f"{folder}{slash}" if name == "index.html" else address


class Copy(ABC):
    """A copy of the site."""

    def __init__(self, root: str, site_url: str | None) -> None:
        """Make a copy that stands at ``root``; its links may also name ``site_url``."""
        own = f"{site_url.rstrip('/')}/" if site_url else None
        self.root = root or own or _NOWHERE
        self.public_root = own or self.root

    @abstractmethod
    def get(self, address: str) -> Held | None:
        """Return what stands at an address; ``None`` where nothing does."""

    @abstractmethod
    def names(self) -> list[str]:
        """Return the address of every file, as far as the copy can tell."""

    def fetch(self, addresses: Iterable[str]) -> None:
        """Get what stands at many addresses, which are asked about afterwards."""
        for address in addresses:
            self.get(address)

    def close(self) -> None:  # noqa: B027 - a folder has nothing to close
        """Let go of what was opened."""

    def target(self, link: str, page: str) -> Target | None:
        """Return where a link on a page leads; ``None`` for what is no place: ``mailto:``.

        Raises:
            ValueError: the link is no address.
        """
        # The page of what is not found has links that hold from anywhere.
        root = self.public_root if page == NOT_FOUND_PAGE else self.root
        url = urljoin(root + quote(page), link.strip())
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            return None
        for own in map(urlsplit, (self.root, self.public_root)):
            if parts.netloc.lower() == own.netloc.lower() and parts.path.startswith(own.path):
                path = unquote(parts.path.removeprefix(own.path))
                return Target(url, path, unquote(parts.fragment))
            if parts.netloc.lower() == own.netloc.lower() and f"{parts.path}/" == own.path:
                return Target(url, "", unquote(parts.fragment))
        return Target(url, None)


@dataclass
class _File:
    path: Path
    held: Held | None = None


class FolderCopy(Copy):
    """A site in a folder, as it was built."""

    def __init__(self, folder: Path, site_url: str | None = None) -> None:
        """List the folder; the list knows small letters from capitals where the disk does not."""
        super().__init__("", site_url)
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        self._files = {path.relative_to(folder).as_posix(): _File(path) for path in files}

    def get(self, address: str) -> Held | None:
        """Return what a server would give for an address."""
        page = f"{address.rstrip('/')}/index.html".lstrip("/")
        names = [page] if not address or address.endswith("/") else [address, page]
        file = next((self._files[name] for name in names if name in self._files), None)
        if file is None:
            return None
        if file.held is None:
            file.held = _held(file.path)
        return file.held

    def names(self) -> list[str]:
        """Return the address of every file."""
        return list(self._files)


def _held(path: Path) -> Held:
    content = path.read_bytes()
    return Held(sha256(content).hexdigest(), content if is_read(path.name) else b"")
