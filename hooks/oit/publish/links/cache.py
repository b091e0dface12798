"""Remember the addresses that worked lately, so that other servers are not asked every day.

This is no cache by the contents of files: whether an address works depends on another server and
on the day. A cache that cannot be read or written is ignored: the addresses are tried again.
"""

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from oit.atomic import write_atomically
from oit.publish.links.attempt import Outcome, State

PATH = Path(".cache/oit/links.json")
"""Relative to the folder that findings name files from."""
KEPT = 7 * 24 * 3600
"""How many seconds an outcome is valid."""
_REMEMBERED = {State.GOOD, State.MOVED, State.ELSEWHERE, State.INSECURE}
"""Addresses that failed are tried again each time."""


class Cache:
    """A file of outcomes."""

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        """Read the file; a ``fresh`` cache ignores its contents."""
        self._path = path
        self._known: dict[str, list[Any]] = {}
        try:
            kept = {} if fresh else json.loads(path.read_bytes())
            self._known = dict(kept)
        except (OSError, ValueError, TypeError):
            pass

    def get(self, address: str) -> Outcome | None:
        """Return the outcome for an address, if there is one and it is still valid."""
        try:
            tried, state, *rest = self._known[address]
            outcome = Outcome(State(state), *rest)
            return outcome if 0 <= time.time() - tried < KEPT else None
        except (LookupError, ValueError, TypeError):
            return None

    def put(self, address: str, outcome: Outcome) -> None:
        """Remember an outcome, unless the address failed."""
        self._known.pop(address, None)
        if outcome.state in _REMEMBERED:
            self._known[address] = [int(time.time()), *outcome]

    def save(self) -> None:
        """Write the file, without outcomes that have expired."""
        kept = {address: known for address, known in self._known.items() if self.get(address)}
        text = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True)
        with suppress(OSError):
            write_atomically(self._path, text)
