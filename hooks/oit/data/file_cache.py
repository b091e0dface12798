"""Remember what was found in other files: most stay the same for years.

A cache that cannot be read or written is not a fault: the files are read again.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from oit.atomic import write_atomically


class FileCache:
    """A JSON file with a value for each of other files, valid until their size or time changes."""

    def __init__(self, path: Path, key: str = "") -> None:
        """Read the cache; it is void if ``key`` changes, on which the values depend."""
        self._path = path
        self._key = key
        self._known: dict[str, list[Any]] = {}
        self._is_changed = False
        with suppress(OSError, ValueError, TypeError, LookupError):
            kept = json.loads(path.read_bytes())
            if kept["key"] == key:
                self._known = dict(kept["files"])

    def get(self, file: Path) -> Any:
        """Return the value of a file as JSON has it; ``None`` if it is new, changed or broken."""
        with suppress(LookupError, ValueError, TypeError):
            state, value = self._known[_name(file)]
            if state == _state(file):
                return value
        return None

    def put(self, file: Path, value: Any) -> None:
        """Remember the value of a file."""
        self._known[_name(file)] = [_state(file), value]
        self._is_changed = True

    def save(self) -> None:
        """Write the cache if anything is new, without files that no longer exist."""
        if not self._is_changed:
            return
        files = {name: kept for name, kept in self._known.items() if os.path.exists(name)}  # noqa: PTH110 - texts
        text = json.dumps({"key": self._key, "files": files}, sort_keys=True)
        with suppress(OSError):
            write_atomically(self._path, text)
        self._is_changed = False


def key_of_program(package: Path) -> str:
    """Return a key that changes with the modules of a package, which find the values."""
    code = b"".join(module.read_bytes() for module in sorted(package.glob("*.py")))
    return sha256(code).hexdigest()


def _name(file: Path) -> str:
    return str(file.absolute())


def _state(file: Path) -> list[int]:
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns]
