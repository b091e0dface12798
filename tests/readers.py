"""Readers of files for the tests of the worker, which imports this module."""

import calendar
import os
import sys
import time
from pathlib import Path
from typing import Any

_files: list[str] = []


def contents(file: Path, ending: str = "") -> str:
    """Return the text of a file."""
    return file.read_text(encoding="utf-8") + ending


def process(_: Path) -> int:
    """Return the process that reads files."""
    return os.getpid()


def abort(_: Path) -> None:
    """Crash, as a library does that gets no memory."""
    os.abort()


def abort_after_another_file(file: Path) -> str:
    """Crash if this process has read a file before."""
    if _files:
        os.abort()
    _files.append(file.name)
    return file.name


def loop(_: Path) -> None:
    """Never end."""
    while True:
        pass


def wait_for(file: Path, sign: str) -> None:
    """Work until there is another file."""
    while not file.with_name(sign).exists():
        time.sleep(0.01)


def loop_with_a_pipe(file: Path) -> None:
    """Never end, and keep a pipe open as long as the process runs."""
    with file.with_suffix(".pipe").open("wb"):
        loop(file)


def allocate(_: Path, size: int) -> int:
    """Ask for memory."""
    return len(bytearray(size))


def shout(file: Path) -> str:
    """Print, as libraries do."""
    print("from Python")
    print("from Python", file=sys.stderr, flush=True)
    os.write(1, b"from a library")
    os.write(2, b"from a library")
    return file.name


def damaged(file: Path) -> None:
    """Fail as a library does that does not expect a file's contents."""
    raise IndexError(file.name)


def panic(_: Path) -> None:
    """Fail as libraries written in Rust do."""
    raise BaseException("panic")


def no_plain_data(file: Path) -> Path:
    """Return an object."""
    return file


def own_modules(_: Path) -> Any:
    """Return the path of one of Python's own modules."""
    return calendar.__file__
