"""A cache of the numbers found in published files: most files stay the same for years.

It holds the masked numbers only, unless the allow list has a number in full.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.data.file_cache import FileCache, key_of_program
from oit.thai.identity_search import Kind, Why


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

    def __init__(self, path: Path, context: str) -> None:
        """Read the cache; it is void if ``context`` changes, on which the results depend."""
        program = key_of_program(Path(__file__).parent)
        self._cache = FileCache(path, program + sha256(context.encode()).hexdigest())

    def scan(self, file: Path, scan_file: Callable[[Path], Scanned]) -> Scanned:
        """Return the result for a file."""
        with suppress(LookupError, ValueError, TypeError):
            hits, unread, is_scan = self._cache.get(file)
            kept = [Hit(Kind(kind), Why(why), *rest) for kind, why, *rest in hits]
            return Scanned(kept, Bilingual(*unread) if unread else None, is_scan is True)
        scanned = scan_file(file)
        self._cache.put(file, [*scanned])
        return scanned

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()
