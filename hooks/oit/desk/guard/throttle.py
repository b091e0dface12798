"""How often somebody may try to sign in: each failure beyond a few doubles the wait.

It counts by account, so that a password cannot be guessed from many machines, and by address, so
that one machine cannot try many accounts. The counts are kept in the desk's folder: restarting the
server does not forgive.
"""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from oit.desk.state import write_private
from oit.thai import writing

FREE = {"account": 6, "address": 30}
"""The failures that cost no wait; a whole office may share an address behind a router."""
_FIRST, _LONGEST = 15.0, 15 * 60.0
"""The first wait and the longest, in seconds."""
_FORGOTTEN = 60 * 60.0
"""Failures count until nothing has failed for so long."""
_MOST = 5_000
"""The most counts that are kept; the oldest go first."""


class _Count(NamedTuple):
    failures: int
    last: float


class Throttle:
    """Counts failures to sign in."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._lock = Lock()
        self._counts = _read(path)

    def try_once(self, name: str, address: str) -> float:
        """Count an attempt; return how many seconds it has to wait, 0 if it may be made now.

        It counts as a failure until it has succeeded: many attempts at once are many failures. The
        disk may be full, then the counts last until the server ends.
        """
        with self._lock:
            keys = _keys(name, address)
            if (wait := max(0.0, *(self._left(kind, key) for kind, key in keys))) > 0:
                return wait
            now = self._clock()
            for _, key in keys:
                self._counts[key] = _Count(self._failures(key) + 1, now)
            if len(self._counts) > _MOST:
                newest = sorted(self._counts.items(), key=lambda entry: entry[1].last)[-_MOST:]
                self._counts = dict(newest)
            self._write()
            return 0.0

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of an account; those of the address were perhaps of others."""
        with self._lock:
            (_, account), (_, place) = _keys(name, address)
            self._counts.pop(account, None)
            if count := self._counts.get(place):
                self._counts[place] = count._replace(failures=count.failures - 1)
            self._write()

    def _left(self, kind: str, key: str) -> float:
        beyond = self._failures(key) - FREE[kind]
        if beyond < 0:
            return 0.0
        wait = min(_LONGEST, _FIRST * 2.0 ** min(beyond, 20))
        now, count = self._clock(), self._counts[key]
        if count.last > now:
            # A clock that was set back must not keep anybody out for years.
            count = self._counts[key] = count._replace(last=now)
        return count.last + wait - now

    def _failures(self, key: str) -> int:
        count = self._counts.get(key)
        return count.failures if count and self._clock() - count.last < _FORGOTTEN else 0

    def _write(self) -> None:
        with suppress(OSError):
            write_private(self._path, json.dumps(self._counts))


def _keys(name: str, address: str) -> tuple[tuple[str, str], tuple[str, str]]:
    # Names as digests: people type their password where the name belongs.
    digest = sha256(writing.fold(name).encode(errors="replace")).hexdigest()[:16]
    return ("account", f"account {digest}"), ("address", f"address {_network(address)}")


def _network(address: str) -> str:
    """Return an address, or the network of an IPv6 one: a machine has many of those."""
    with suppress(ValueError):
        parsed = ip_address(address.partition("%")[0])
        if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
            return str(IPv6Address(int(parsed) >> 64 << 64))
    return address


def _read(path: Path) -> dict[str, _Count]:
    with suppress(OSError, ValueError, AttributeError, TypeError):
        kept = json.loads(path.read_bytes())
        return {str(key): _Count(int(n), float(last)) for key, (n, last) in kept.items()}
    return {}
