"""A cache of the numbers found in published files: most files stay the same for years.

It holds the masked numbers only, unless the allow list has a number in full. A cache that cannot
be read or written is not a fault: the files are scanned again.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
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


class Cache:
    """A file with the results of scanning other files."""

    def __init__(self, path: Path, context: str) -> None:
        """Read the cache; it is void if ``context`` changes, on which the results depend."""
        self._path = path
        self._key = _of_program() + sha256(context.encode()).hexdigest()
        self._known: dict[str, list[Any]] = {}
        self._is_changed = False
        try:
            kept = json.loads(path.read_bytes())
            if kept["key"] == self._key:
                self._known = dict(kept["files"])
        except (OSError, ValueError, TypeError, LookupError):
            pass

    def scan(self, file: Path, scan_file: Callable[[Path], Scanned]) -> Scanned:
        """Return the result for a file, scanning it only if it is new or changed."""
        stat = file.stat()
        state = [stat.st_size, stat.st_mtime_ns]
        name = str(file.absolute())
        try:
            known_state, hits, unread = self._known[name]
            if known_state == state:
                kept = [Hit(Kind(kind), Why(why), *rest) for kind, why, *rest in hits]
                return Scanned(kept, Bilingual(*unread) if unread else None)
        except (LookupError, ValueError, TypeError):
            pass
        scanned = scan_file(file)
        self._known[name] = [state, scanned.hits, scanned.unread]
        self._is_changed = True
        return scanned

    def save(self) -> None:
        """Write the cache, without files that no longer exist."""
        if not self._is_changed:
            return
        files = {name: kept for name, kept in self._known.items() if os.path.exists(name)}  # noqa: PTH110 - texts
        text = json.dumps({"key": self._key, "files": files}, sort_keys=True)
        with suppress(OSError):
            write_atomically(self._path, text)


def _of_program() -> str:
    """Return a key that changes with the program."""
    code = b"".join(module.read_bytes() for module in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(code).hexdigest()
