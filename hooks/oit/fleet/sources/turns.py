"""A few requests to one host at a time, whichever processes of this machine send them."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from oit.data.lock import is_taken

AT_ONCE = 3
"""How many agencies of one host are asked at once."""
_PAUSE = 0.05


@contextmanager
def turn(folder: Path, host: str) -> Iterator[None]:
    """Wait until one of the host's places is free, and keep it.

    Args:
        folder: where the locks of all hosts are.
        host: the host; nobody waits for this machine, whose host is empty.
    """
    if not host:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = _wait(folder, sha256(host.encode()).hexdigest()[:32])
    try:
        yield
    finally:
        os.close(handle)


def _wait(folder: Path, name: str) -> int:
    while True:
        for place in range(AT_ONCE):
            handle = os.open(folder / f"{name}-{place}", os.O_RDWR | os.O_CREAT, 0o600)
            if is_taken(handle):
                return handle
            os.close(handle)
        time.sleep(_PAUSE)
