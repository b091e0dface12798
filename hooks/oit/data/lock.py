"""One change of the data at a time: a lock that ends with its process.

The officers of a desk save while somebody imports tables or workbooks on the same machine.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oit.data.folder import DataFolder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WAIT = 30
"""Seconds after which whoever holds the lock is taken to be stuck."""
_PAUSE = 0.005
_OF_DESK = ".oit/desk/lock"
"""The lock that the desk holds, from the root of the repository."""


@contextmanager
def changing(folder: DataFolder) -> Iterator[None]:
    """Keep the desk, if this repository has one, from saving until a change is written.

    Raises:
        OSError: somebody holds the lock for too long.
    """
    lock = folder.docs.parent / _OF_DESK
    if lock.parent.is_dir():
        with locked(lock):
            yield
    else:
        yield


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that threads and processes share; a process that is killed sets it free.

    Raises:
        OSError: the file of the lock cannot be made, or somebody holds it for too long.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + _WAIT
        while not is_taken(handle):
            if time.monotonic() > end:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def take(handle: int) -> None:
    """Lock an open file without waiting; the lock ends when it is closed, or with its process.

    Raises:
        OSError: another process has it, or locks are not known there (some network drives).
    """
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_taken(handle: int) -> bool:
    """Lock an open file as ``take`` does; tell whether nobody else has it.

    Where locks are not known, everybody has it.
    """
    try:
        take(handle)
    except OSError as error:
        # Some network drives know no locks; there, one desk serves everybody.
        return error.errno in {errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
    return True
