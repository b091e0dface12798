"""What published files contain: each is searched only if it is new or changed."""

from collections.abc import Collection
from pathlib import Path

from oit.checks.personal.cache import Cache, Hit, Scanned
from oit.checks.personal.isolated import search_file
from oit.data.folder import DataFolder
from oit.thai.identity import mask_middle
from oit.thai.identity_search import Kind, Match

NAMES = {Kind.POSITION: "GPS", Kind.AUTHOR: "ชื่อผู้ถ่ายภาพ"}
"""What the allow list calls what is no number."""


class PublishedFiles:
    """The published files of a folder."""

    def __init__(self, folder: DataFolder, in_full: Collection[str]) -> None:
        """Read the cache; ``in_full`` are the numbers that the allow list has in full."""
        self._in_full = in_full
        self._cache = Cache(folder.base, ",".join(sorted(in_full)))

    def search(self, file: Path) -> Scanned:
        """Return what a file contains."""
        return self._cache.scan(file, self._search)

    def hit(self, match: Match, unit: str, at: str) -> Hit:
        """Return a match as findings may show it."""
        if match.kind in NAMES:
            return Hit(match.kind, match.why, unit, at, NAMES[match.kind])
        name = match.digits if match.digits in self._in_full else mask_middle(match.digits)
        return Hit(match.kind, match.why, unit, at, name)

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()

    def _search(self, file: Path) -> Scanned:
        searched = search_file(file)
        hits = [self.hit(match, unit, at) for unit, at, match in searched.matches]
        return Scanned(hits, searched.unread, searched.is_scan)
