"""Whether a desk of this folder is running already, and where.

The lock ends with the process that holds it, however that ends.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from oit.data.lock import take
from oit.desk.state import make_state, write_private

_LOCK, _WHERE = "running.lock", "running.json"


@dataclass(frozen=True)
class Where:
    """Where a desk is served."""

    address: str = ""
    """Empty if it is just starting."""
    is_network: bool = False


class RunningError(Exception):
    """A desk of this folder is running already."""

    def __init__(self, where: Where) -> None:
        super().__init__(where.address)
        self.where = where


@contextmanager
def alone_in(state: Path) -> Iterator[None]:
    """Be the only desk of a folder.

    Raises:
        RunningError: another one is running.
        OSError: the folder cannot be written to.
    """
    make_state(state)
    handle = os.open(state / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _lock(handle):
            raise RunningError(_where(state))
        (state / _WHERE).unlink(missing_ok=True)
        yield
        with suppress(OSError):
            (state / _WHERE).unlink(missing_ok=True)
    finally:
        os.close(handle)


def tell(state: Path, where: Where) -> None:
    """Note where the desk is served, for those who start it again.

    Raises:
        OSError: it cannot be written.
    """
    write_private(state / _WHERE, json.dumps(asdict(where)))


def _where(state: Path) -> Where:
    try:
        return Where(**json.loads((state / _WHERE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return Where()


def _lock(handle: int) -> bool:
    """Lock a file; where locks are not known (some network drives), nobody is in the way."""
    try:
        take(handle)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
