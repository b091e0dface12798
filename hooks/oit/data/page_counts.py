"""Remember how many pages documents have: most stay the same for years, and PDFs open slowly.

A cache that cannot be read or written is not a fault: the pages are counted again.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from oit.atomic import write_atomically
from oit.data.documents import page_count

CACHE = Path(".cache/oit/pages.json")
"""Below the folder from which findings name files."""


class PageCounts:
    """A file with the number of pages of other files."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, list[int]] = {}
        self._is_changed = False
        with suppress(OSError, ValueError, TypeError):
            self._known = dict(json.loads(path.read_bytes()))

    def of(self, file: Path) -> int | str:
        """Return the pages of a PDF, counting them only if it is new or changed.

        If it cannot be opened, return the reason, which is not remembered.
        """
        stat = file.stat()
        name, state = str(file.absolute()), [stat.st_size, stat.st_mtime_ns]
        with suppress(LookupError, ValueError, TypeError):
            *known_state, pages = self._known[name]
            if known_state == state and type(pages) is int:
                return pages
        counted = page_count(file)
        if isinstance(counted, int):
            self._known[name] = [*state, counted]
            self._is_changed = True
        return counted

    def save(self) -> None:
        """Write the cache, without files that no longer exist."""
        if not self._is_changed:
            return
        kept = {name: known for name, known in self._known.items() if os.path.exists(name)}  # noqa: PTH110 - texts
        with suppress(OSError):
            write_atomically(self._path, json.dumps(kept, sort_keys=True))
        self._is_changed = False
