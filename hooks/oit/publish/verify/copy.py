"""A copy of the site, in a folder or on a server.

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
"""Servers send it for any unknown address."""

_READ = (".html", ".css", ".svg", ".json", ".xml", ".gz")
"""The files whose contents are parsed; the others are only compared by their hash."""
_NOWHERE = "http://site.invalid/"


class Held(NamedTuple):
    """The file at an address."""

    sha256: str
    content: bytes = b""
    """Empty for a file that is not parsed."""

    @property
    def text(self) -> str:
        """The contents of a page or a style sheet."""
        return self.content.decode("utf-8", "replace")


class Target(NamedTuple):
    """Where a link leads."""

    url: str
    inside: str | None
    """The address in the site, without the fragment; ``None`` for another site."""
    fragment: str = ""


def is_read(address: str) -> bool:
    """Tell whether the file at an address is parsed."""
    return not address or address.endswith(("/", *_READ))


def canonical(address: str) -> str:
    """Return the address of a page's folder for the address of its file."""
    folder, slash, name = address.rpartition("/")
    return f"{folder}{slash}" if name == "index.html" else address


class Copy(ABC):
    """A copy of the site."""

    def __init__(self, root: str, site_url: str | None) -> None:
        """Make a copy of the site at ``root``; its links may also begin with ``site_url``."""
        own = f"{site_url.rstrip('/')}/" if site_url else None
        self.root = root or own or _NOWHERE
        self.public_root = own or self.root

    @abstractmethod
    def get(self, address: str) -> Held | None:
        """Return the file at an address, or ``None``."""

    @abstractmethod
    def names(self) -> list[str]:
        """Return the address of every file, if the copy can list them."""

    def fetch(self, addresses: Iterable[str]) -> None:
        """Get many files at once, to speed up ``get``."""
        for address in addresses:
            self.get(address)

    def close(self) -> None:  # noqa: B027 - a folder has nothing to close
        """Close what was opened."""

    def target(self, link: str, page: str) -> Target | None:
        """Return where a link on a page leads; ``None`` if not to a page, as ``mailto:``.

        Raises:
            ValueError: the link is not a valid address.
        """
        # The 404 page is sent for any address, so its links are absolute.
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
    """A built site in a folder."""

    def __init__(self, folder: Path, site_url: str | None = None) -> None:
        """List the folder: unlike some disks, the list is case-sensitive."""
        super().__init__("", site_url)
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        self._files = {path.relative_to(folder).as_posix(): _File(path) for path in files}

    def get(self, address: str) -> Held | None:
        """Return the file that a server would send for an address."""
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
