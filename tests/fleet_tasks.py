"""Tasks for the tests of the engine, whose processes import this module."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_calls: list[Any] = []


def act(argument: Any) -> Any:
    """Do what the argument says; a number is doubled."""
    if isinstance(argument, int):
        return 2 * argument
    return _ACTS[argument]()


def _exit() -> None:
    os._exit(0)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _allocate() -> int:
    return len(bytearray(1 << 40))


def _raise() -> None:
    raise LookupError("no such thing")


def _quit() -> None:
    sys.exit(0)


def _panic() -> None:
    raise BaseException("a panic of a library in Rust")


def _loop() -> None:
    while True:
        pass


def _search() -> object:
    """Search for ever in one call of C code that lets no other thread run."""
    return re.search(r"(a+)+$", "a" * 40 + "b")


def _object() -> object:
    return object()


def _deep() -> list[Any]:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


def _recurse() -> None:
    _recurse()


_ACTS = {
    "exit": _exit,
    "kill": _kill,
    "allocate": _allocate,
    "raise": _raise,
    "quit": _quit,
    "panic": _panic,
    "loop": _loop,
    "search": _search,
    "object": _object,
    "deep": _deep,
    "recurse": _recurse,
}


def process(_: Any) -> int:
    """Return the process that calls tasks."""
    return os.getpid()


def note(argument: tuple[str, int]) -> tuple[int, int]:
    """Note in a folder which process works, and work for a moment."""
    folder, number = argument
    Path(folder, str(os.getpid())).touch()
    time.sleep(0.01)
    return number, os.getpid()


def crash_once(path: str) -> str:
    """Crash the first time."""
    file = Path(path)
    if not file.exists():
        file.touch()
        os.abort()
    return file.name


def hold(path: str) -> None:
    """Keep a pipe open for ever, as does a child that this process starts."""
    with Path(path).open("wb") as pipe:
        subprocess.Popen(["sleep", "600"], stdout=pipe)
        pipe.write(b"!")
        pipe.flush()
        _loop()
