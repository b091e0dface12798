"""What was found in published files, remembered: most stay as they are for years.

Only what is said of a number is kept, never the number, unless the allow list has it anyway. A
cache that cannot be read or written is no fault: files are looked through again.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from oit.atomic import write_whole
from oit.bilingual import Bilingual
from oit.thai.identity_search import Kind, Why


class Hit(NamedTuple):
    """A number found in a published file, as it may be told."""

    kind: Kind
    why: Why
    unit: str
    at: str
    name: str
    """The number, hidden; whole only where the allow list names it so."""


class Looked(NamedTuple):
    """What came of looking through a file."""

    hits: list[Hit]
    unread: Bilingual | None = None
    """Why the file, or the rest of it, could not be looked through."""


class Cache:
    """A file that remembers what other files hold."""

    def __init__(self, path: Path, context: str) -> None:
        """Read the file; ``context`` is what else the findings depend on."""
        self._path = path
        self._key = _of_program() + sha256(context.encode()).hexdigest()
        self._known: dict[str, list[Any]] = {}
        self._is_new = False
        try:
            kept = json.loads(path.read_bytes())
            if kept["key"] == self._key:
                self._known = dict(kept["files"])
        except (OSError, ValueError, TypeError, LookupError):
            pass

    def look(self, file: Path, look_through: Callable[[Path], Looked]) -> Looked:
        """Return what a file holds, looking through it only if it is not known."""
        stat = file.stat()
        state = [stat.st_size, stat.st_mtime_ns]
        name = str(file.absolute())
        try:
            known_state, hits, unread = self._known[name]
            if known_state == state:
                kept = [Hit(Kind(kind), Why(why), *rest) for kind, why, *rest in hits]
                return Looked(kept, Bilingual(*unread) if unread else None)
        except (LookupError, ValueError, TypeError):
            pass
        looked = look_through(file)
        self._known[name] = [state, looked.hits, looked.unread]
        self._is_new = True
        return looked

    def save(self) -> None:
        """Write the file, without what is no longer there."""
        if not self._is_new:
            return
        files = {name: kept for name, kept in self._known.items() if os.path.exists(name)}  # noqa: PTH110 - texts
        text = json.dumps({"key": self._key, "files": files}, sort_keys=True)
        with suppress(OSError):
            write_whole(self._path, text)


def _of_program() -> str:
    """Return what changes with the program that looks."""
    code = b"".join(module.read_bytes() for module in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(code).hexdigest()
