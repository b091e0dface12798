"""What is slow to make: made by the first worker of pytest-xdist that needs it, read by all."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from oit.data.lock import take

_PAUSE = 0.05


class Shared:
    """Folders that the workers of one run share; no test changes what is in them."""

    def __init__(self, own: Path) -> None:
        """Share what is made by the workers whose temporary folders are beside this one."""
        self._folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder with this name, filled by ``make`` if no worker has done it yet."""
        folder, done = self._folder / name, self._folder / f"{name}.made"
        handle = os.open(self._folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _wait_for(handle)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # another worker may have failed
                folder.mkdir()
                make(folder)
                done.touch()
        finally:
            os.close(handle)
        return folder


def _wait_for(handle: int) -> None:
    """Wait for a lock as long as it takes; it ends with its worker."""
    while True:
        try:
            take(handle)
        except (BlockingIOError, PermissionError):
            time.sleep(_PAUSE)
        else:
            return
