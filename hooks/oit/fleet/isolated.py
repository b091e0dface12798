"""Call a task in a process of its own: what an agency does to it, no other agency notices.

Both engines call tasks here: a thread of the pool, and a worker of a cluster, which may be on
another machine. The process has a limit on its memory and time, is replaced after a failure and
after some hundred agencies, and ends with the one that started it.
"""

import atexit
import importlib
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import oit
from oit.worker import Workers

_PROGRAM = Path(oit.__file__).parent
MOST = 256
"""How many tasks one process may run at once."""
LASTS = 500
"""The number of agencies after which a process is replaced. Starting one takes as long as ten."""


@dataclass(frozen=True)
class Limits:
    """What the task of one agency may use."""

    seconds: float = 600
    memory: int = 4_000_000_000
    """In bytes, where the operating system can limit it."""


def workers(lasts: float = LASTS) -> Workers:
    """Return processes for tasks; none is started before it is needed."""
    return Workers(MOST, lasts=lasts, always_retry=True)


_own = workers()
stop = _own.stop
"""End the processes of this one's own, those of a worker of a cluster; the next call starts one."""
atexit.register(stop)
_workers: ContextVar[Workers | None] = ContextVar("workers", default=None)
use = _workers.set
"""Let this thread use other processes."""


def call(task: tuple[str, str], argument: Any, seconds: float, memory: int) -> tuple[str, Any]:
    """Call a task, again in a new process if it crashed; return how that ended, and its result.

    It never raises, and gets and returns plain data, so that a cluster can send both.
    """
    answer = (_workers.get() or _own).call(run, (*task, argument), memory=memory, seconds=seconds)
    return answer.status.value, answer.value


def run(module: str, name: str, argument: Any) -> Any:
    """Call a task in this process: what ``call`` lets another one do."""
    return getattr(importlib.import_module(module), name)(argument)


@cache
def program() -> str:
    """Return a digest of the program, which is the same on every machine that has this version."""
    files = (path for path in _PROGRAM.rglob("*") if path.suffix in {".py", ".yml", ".txt"})
    digest = sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(_PROGRAM).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return f"{oit.__version__} {digest.hexdigest()[:12]}"
