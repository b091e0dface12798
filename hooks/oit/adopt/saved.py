"""Pages that were saved from the old site, with the files beside them.

A link is looked for in the given folder and never outside of it. Addresses of saved files are
``file:///`` and the path from that folder, so that ``/`` is the folder for links of its pages, too.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from oit import contents
from oit.adopt.fetched import Fetched
from oit.adopt.judge import HTML, judged, type_of
from oit.adopt.trouble import Trouble, TroubleKind, trouble
from oit.characters import UNPRINTABLE
from oit.publish.hosts import host_of

START = "file:///"
_BESIDE = ("_files", ".files", "-files", "_ไฟล์")
"""How browsers name the folder of a saved page, after the page."""
_PAGES = frozenset(".html .htm .xhtml .shtml .mht .mhtml".split())
_MAYBE_PAGES = frozenset([*".php .asp .aspx .jsp .do .cfm".split(), ""])
"""Endings of addresses whose contents are often pages."""
_SAVED_FROM = re.compile(
    rb"<!--\s{0,20}saved from url=\(\d{1,6}\)(https?://[^\s<>\"']{1,2000})", re.IGNORECASE
)
_HEAD = 4096
_DEEPEST = 20
_MOST_ENTRIES = 20_000
"""Files and folders that are looked at."""


class Saved:
    """A folder of saved pages, or one page and its folder."""

    def __init__(self, path: Path, limit: int) -> None:
        """Look at a folder or page; ``limit`` is how many bytes a file may have."""
        is_page = not path.is_dir()
        self._root = path.parent if is_page else path
        self._limit = limit
        # Beside a page alone are other files of the user, which it must not name.
        self._only = {path.name, *(f"{path.stem}{end}" for end in _BESIDE)} if is_page else None
        self.pages = [path] if is_page else _pages_in(path)
        self._origins: list[tuple[str, PurePosixPath]] = []
        for page in self.pages:
            if origin := _origin(page):
                self._origins.append((urljoin(origin, "."), PurePosixPath(self._name(page)).parent))

    def address_of(self, page: Path) -> str:
        """Return the address of a page: where it was saved from, if it says so."""
        return _origin(page) or f"{START}{quote(self._name(page))}"

    def has(self, address: str) -> bool:
        """Tell whether an address is a path in the folder, or a file that was saved from it."""
        try:
            return is_saved(address) or self._copy_of(address) is not None
        except ValueError:  # it is no address at all
            return False

    def get(self, address: str) -> Fetched | Trouble:
        """Return a file of the folder, or why there is none."""
        found = self._copy_of(address) or self._in_folder(address)
        return self._read(address, found) if isinstance(found, Path) else trouble(address, found)

    def _read(self, address: str, path: Path) -> Fetched | Trouble:
        try:
            size = path.stat().st_size
            if size > self._limit:
                return trouble(address, TroubleKind.TOO_LARGE)
            found = Fetched(address, path, type_of(path), size, contents.sha256(path))
            return judged(found)
        except OSError:
            return trouble(address, TroubleKind.UNREADABLE)

    def _in_folder(self, address: str) -> Path | TroubleKind:
        path = _decoded(urlsplit(address).path)
        found = self._find(path)
        # Folders named by their hosts are roots of their own.
        for host in _hosts_in(self._root) if found is TroubleKind.MISSING else []:
            below = self._find(f"{host}/{path}")
            if isinstance(below, Path):
                return below
        return found

    def _copy_of(self, address: str) -> Path | None:
        """Return the file that was saved from an address of the web."""
        if is_saved(address):
            return None
        parts = urlsplit(address)
        path = _decoded(parts.path) or "/"
        if path.endswith("/"):
            path += "index.html"
        names = [f"{path}?{unquote(parts.query)}", path] if parts.query else [path]
        host = host_of(address)
        folders = [host]
        if host in {self._root.name, *(host_of(origin) for origin, _ in self._origins)}:
            folders.append(".")
        candidates = [f"{folder}/{name}" for folder in folders for name in names]
        for origin, folder in self._origins:
            if address.startswith(origin):
                candidates.append(f"{folder}/{_decoded(address[len(origin) :])}")
        for candidate in candidates:
            found = self._find(candidate)
            if isinstance(found, Path):
                return found
        return None

    def _find(self, name: str) -> Path | TroubleKind:
        """Return a file by its path from the folder; nothing outside is ever opened."""
        parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", "."}]
        # A colon is for drives and streams of Windows; a dot for what is hidden, and for above.
        if any(part.startswith(".") or ":" in part or UNPRINTABLE.search(part) for part in parts):
            return TroubleKind.OUTSIDE
        if not parts or (self._only is not None and parts[0] not in self._only):
            return TroubleKind.MISSING
        path = self._root
        try:
            for part in parts:
                path /= part
                mode = path.lstat().st_mode
                if stat.S_ISLNK(mode):
                    return TroubleKind.OUTSIDE
        except (OSError, ValueError):
            return TroubleKind.MISSING
        return path if stat.S_ISREG(mode) else TroubleKind.MISSING

    def _name(self, page: Path) -> str:
        return page.relative_to(self._root).as_posix()


def is_saved(address: str) -> bool:
    """Tell whether an address is a path in a saved folder."""
    return address.startswith(START)


def shown(address: str) -> str:
    """Return an address as people read it: the path of a saved file."""
    return unquote(address.removeprefix(START)) if is_saved(address) else address


def _pages_in(folder: Path) -> list[Path]:
    found = [path for path in _files_in(folder) if _is_page(path)]
    return sorted(
        found, key=lambda page: (len(page.parts), page.stem.lower() != "index", page.as_posix())
    )


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, without those that a page was saved with, and no links."""
    seen = 0
    for parent, folders, files in os.walk(folder):
        depth = len(Path(parent).relative_to(folder).parts)
        folders[:] = sorted(
            name
            for name in folders
            if depth < _DEEPEST and not name.startswith(".") and not name.endswith(_BESIDE)
        )
        seen += len(folders) + len(files)
        if seen > _MOST_ENTRIES:
            return
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and stat.S_ISREG(path.lstat().st_mode):
                yield path


def _is_page(path: Path) -> bool:
    # Programs that copy a site keep the question in the name: page.php?id=3.
    ending = PurePosixPath(path.name.partition("?")[0]).suffix.lower()
    if ending in _PAGES:
        return True
    try:
        return ending in _MAYBE_PAGES and type_of(path) == HTML
    except OSError:
        return False


def _origin(page: Path) -> str:
    """Return the address that a browser noted in a saved page; nothing if it did not."""
    try:
        with page.open("rb") as stream:
            found = _SAVED_FROM.search(stream.read(_HEAD))
        address = found[1].decode() if found else ""
        return address if host_of(address) else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _hosts_in(root: Path) -> list[str]:
    try:
        return sorted(
            entry.name for entry in root.iterdir() if "." in entry.name[1:-1] and entry.is_dir()
        )
    except OSError:
        return []


def _decoded(path: str) -> str:
    return unquote(path, errors="replace")
