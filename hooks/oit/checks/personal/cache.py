"""A cache of the numbers found in published files: most files stay the same for years.

It holds the masked numbers only, unless the allow list, which lies beside the data, has a number in
full. So a public workflow may keep it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.checks.personal.passage import UNITS
from oit.data.file_cache import FileCache
from oit.thai.identity_search import Kind, Why

_MODULES = ("checks/personal", "thai", "spreadsheets", "pdf.py", "picture.py")
"""What finds the numbers."""


class Hit(NamedTuple):
    """A number found in a published file, as findings may show it."""

    kind: Kind
    why: Why
    unit: str
    at: str
    name: str
    """The number, masked; in full only if the allow list has it in full."""


class Scanned(NamedTuple):
    """The result of scanning a file."""

    hits: list[Hit]
    unread: Bilingual | None = None
    """Why the file, or the rest of it, could not be scanned."""
    is_scan: bool = False
    """Whether it is a PDF whose first pages have no text."""


class Cache:
    """The results of scanning files, each scanned only if it is new or changed."""

    def __init__(self, base: Path, context: str) -> None:
        """Read the cache; it is void if ``context`` changes, on which the results depend."""
        self._cache = FileCache(base, "personal.json", _MODULES, context)

    def scan(self, file: Path, scan_file: Callable[[Path], Scanned]) -> Scanned:
        """Return the result for a file."""
        known = _scanned(self._cache.get(file))
        if known is None:
            known = scan_file(file)
            self._cache.put(file, [*known])
        return known

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()


def _scanned(kept: object) -> Scanned | None:
    """Read a result from the cache; ``None`` if there is none, or it is broken."""
    match kept:
        case [list(hits), None | [str(), str()] as unread, bool(is_scan)]:
            with suppress(ValueError):
                reason = Bilingual(*unread) if unread else None
                return Scanned([_hit(hit) for hit in hits], reason, is_scan)
    return None


def _hit(kept: object) -> Hit:
    match kept:
        case [str(kind), str(why), str(unit), str(at), str(name)] if unit in UNITS:
            return Hit(Kind(kind), Why(why), unit, at, name)
    raise ValueError(kept)
