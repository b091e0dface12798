"""Calls of git that concern strangers' repositories.

Nothing of a repository is run: no hooks, filters or submodules. Git never asks for a password,
obeys no redirect, and uses the one protocol of the address. Time, output and disk are limited.
"""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from oit.fleet.unread import too_large

SECONDS = 120.0
"""The time that one call may take."""
LARGEST_ANSWER = 20_000_000
"""Bytes that git may say."""
LARGEST = 1_000_000_000
"""Bytes that a repository may take on the disk."""
_PAUSE = 0.02
_LONGEST_PAUSE = 0.2
_FAREWELL = 2.0
"""Seconds in which git may remove what is unfinished."""
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_SSH_COMMAND": "ssh -o BatchMode=yes -o ConnectTimeout=20",
}
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "fetch.recurseSubmodules": "false",
    "gc.auto": "0",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "30",
    "maintenance.auto": "false",
}


class Done(NamedTuple):
    """A finished call."""

    is_good: bool
    out: bytes
    words: str
    """What it said of itself."""
    is_late: bool = False


def call(folder: Path, *arguments: str, protocol: str = "", watched: Path | None = None) -> Done:
    """Call git and wait for its end.

    Args:
        folder: where to call it.
        arguments: the command and its arguments.
        protocol: the only protocol that it may use.
        watched: a folder that may not become larger than ``LARGEST``.

    Raises:
        OSError: git is not installed.
        UnreadError: the watched folder or the answer became too large.
    """
    with TemporaryFile() as out, TemporaryFile() as err:
        with _started(folder, arguments, protocol, out=out, err=err) as process:
            is_late = _wait(process, (out, err), watched)
        words = _contents(err).decode("utf-8", "replace").strip()
        return Done(process.returncode == 0, _contents(out), words, is_late)


def contents(folder: Path, hashes: Sequence[str]) -> Iterator[tuple[int, IO[bytes]]]:
    """Yield the size of each blob, and a stream from which exactly so much must be read."""
    with TemporaryFile() as names:
        names.write("".join(f"{name}\n" for name in hashes).encode())
        names.seek(0)
        arguments = ("cat-file", "--batch")
        with _started(
            folder, arguments, "", given=names, out=subprocess.PIPE, err=subprocess.DEVNULL
        ) as process:
            stream = process.stdout
            assert stream  # noqa: S101 - it is a pipe
            for _ in hashes:
                # "<name> blob <size>", or "<name> missing".
                yield int(stream.readline().split()[2]), stream
                stream.read(1)
            stream.close()


@contextmanager
def _started(  # noqa: PLR0913 - by keyword
    folder: Path,
    arguments: Sequence[str],
    protocol: str,
    *,
    out: IO[bytes] | int,
    err: IO[bytes] | int,
    given: IO[bytes] | int = subprocess.DEVNULL,
) -> "Iterator[subprocess.Popen[bytes]]":
    """Start git; whatever happens, it and the programs that it started end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = [part for pair in _SETTINGS.items() for part in ("-c", "=".join(pair))]
    process = subprocess.Popen(  # noqa: S603 - no shell, our own words
        ["git", "-C", str(folder), *settings, *arguments],  # noqa: S607 - wherever it is installed
        env={**kept, **_ENVIRONMENT, "GIT_ALLOW_PROTOCOL": protocol or "none"},
        stdin=given,
        stdout=out,
        stderr=err,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            _end(process)
        process.wait()
        if process.stdout:
            process.stdout.close()


def _wait(
    process: "subprocess.Popen[bytes]", said: Sequence[IO[bytes]], watched: Path | None
) -> bool:
    """Wait for the end; tell whether it took too long and was ended."""
    end, pause = time.monotonic() + SECONDS, _PAUSE
    while True:
        try:
            process.wait(pause)
        except subprocess.TimeoutExpired:
            pause = min(2 * pause, _LONGEST_PAUSE)
        else:
            return False
        if sum(os.fstat(stream.fileno()).st_size for stream in said) > LARGEST_ANSWER:
            raise too_large()
        if watched and _size(watched) > LARGEST:
            raise too_large()
        if time.monotonic() > end:
            _end(process)
            return True


def _contents(stream: IO[bytes]) -> bytes:
    if os.fstat(stream.fileno()).st_size > LARGEST_ANSWER:
        raise too_large()
    stream.seek(0)
    return stream.read()


def _size(folder: Path) -> int:
    size = 0
    for path, _, names in os.walk(folder):
        for name in names:
            try:
                size += os.lstat(os.path.join(path, name)).st_size  # noqa: PTH118
            except OSError:
                # It was renamed a moment ago.
                continue
    return size


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End git, which then ends the programs that it started.

    It stays in the group of its parent, with which it ends if that one is killed.
    """
    process.terminate()
    try:
        process.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        process.kill()
