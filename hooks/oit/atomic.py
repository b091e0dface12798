"""Write files and folders completely or not at all.

What is unfinished has a name that begins with a dot, beside what it will become, and is locked by
the process that writes it. If that process is killed, the next one finds the lock free and clears
the leftover.
"""

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_FILE = ".new-"
_OLD = "old"
_LEFTOVER_WITHOUT_LOCK = 24 * 60 * 60
"""Age in seconds of a leftover where nothing can be locked (Windows, some network drives)."""
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""Constants of Linux, from ``fcntl.h`` and ``linux/fs.h``."""


def write_atomically(
    path: Path, content: str | bytes, *, durable: bool = False, clear: bool = True
) -> None:
    """Write a file, and make its folder: readers get either the old contents or the new ones.

    Args:
        path: the file.
        content: its new contents.
        durable: whether they must outlast a power failure right afterwards, which takes longer.
        clear: whether leftovers are cleared first. This lists the folder, so a caller that writes
            thousands of files calls ``clear_leftovers`` once instead.

    Raises:
        OSError: it cannot be written; the old contents remain. It names ``path``.
    """
    raw = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    with _naming(path):
        if clear:
            clear_leftovers(path.parent)
        handle, new = _locked_file(path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
                if sys.platform == "win32":
                    file.close()  # an open file cannot be renamed there
                new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
                new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        if durable:
            _sync_folder(path.parent)


@contextmanager
def folder_beside(out: Path) -> Iterator[Path]:
    """Give a new folder beside a file or folder that will be written, and remove it afterwards.

    Raises:
        OSError: it cannot be made. It names ``out``.
    """
    prefix = f".{out.name}-"
    out.parent.mkdir(parents=True, exist_ok=True)
    with _naming(out):
        _recover(out, prefix)
        clear_leftovers(out.parent, prefix)
        work, lock = _locked_folder(out.parent, prefix)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def replace_folder(new: Path, out: Path, work: Path) -> None:
    """Put a finished folder in the place of another one, which is removed with ``work``.

    Raises:
        OSError: it cannot be put there; the old folder remains. It names ``out``.
    """
    with _naming(out):
        if not out.exists():
            new.rename(out)
        elif not _exchange(new, out):
            old = work / _OLD
            out.rename(old)
            try:
                new.rename(out)
            except BaseException:
                old.rename(out)
                raise


def _sync_folder(folder: Path) -> None:
    """Wait until a name in a folder is on the disk; Windows opens no folders."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network drives cannot do it; the file itself is written.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def clear_leftovers(folder: Path, prefix: str = _FILE) -> None:
    """Remove what killed processes left in a folder, by default files that they were writing."""
    for path in _named(folder, prefix):
        with _claimed(path) as is_leftover:
            if not is_leftover:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _recover(out: Path, prefix: str) -> None:
    """Put a folder back that a process killed in ``replace_folder`` had moved away."""
    for work in [] if out.exists() else _named(out.parent, prefix):
        with _claimed(work) as is_leftover:
            if is_leftover and (work / _OLD).is_dir():
                (work / _OLD).rename(out)
                return


def _named(folder: Path, prefix: str) -> list[Path]:
    with os.scandir(folder) as entries:
        return sorted(folder / entry.name for entry in entries if entry.name.startswith(prefix))


def _exchange(new: Path, out: Path) -> bool:
    """Exchange two folders in one step, so that readers never find none; only Linux can."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - loads slowly, and few commands exchange folders

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    status: int = rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE)
    return status == 0


def _locked_file(folder: Path) -> tuple[int, Path]:
    # Another process may claim the file before it is locked here.
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_FILE)
        if _lock(handle) is not False and Path(name).exists():
            return handle, Path(name)
        os.close(handle)


def _locked_folder(parent: Path, prefix: str) -> tuple[Path, int | None]:
    while True:
        work = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        if sys.platform == "win32":
            return work, None
        with suppress(FileNotFoundError):
            handle = os.open(work, os.O_RDONLY)
            if _lock(handle) is not False and work.exists():
                return work, handle
            os.close(handle)


@contextmanager
def _claimed(path: Path) -> Iterator[bool]:
    """Tell whether a file or folder is a leftover.

    Until it is dealt with, its lock is held: a process that has just made it would take it for its
    own in the moment between the question and the removal.
    """
    if sys.platform == "win32":
        yield _is_old(path)
        return
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        yield False
        return
    try:
        is_locked = _lock(handle)
        yield _is_old(path) if is_locked is None else is_locked
    finally:
        os.close(handle)


def _lock(handle: int) -> bool | None:
    """Lock a file or folder: False if another process has; None where locks are not known."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime >= _LEFTOVER_WITHOUT_LOCK
    except OSError:
        return False


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name the file that the user knows in errors, not the temporary one."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise
