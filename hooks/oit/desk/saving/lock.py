"""One save at a time: a lock on a file of the desk's own, which ends with its process."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WAIT = 30
"""Seconds after which whoever holds the lock is taken to be stuck."""
_PAUSE = 0.005


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that threads and processes share; a process that is killed sets it free.

    Raises:
        OSError: the file of the lock cannot be made, or somebody holds it for too long.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + _WAIT
        while not _take(handle):
            if time.monotonic() > end:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network drives know no locks; there, one desk serves everybody.
        return error.errno in {errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
    return True
