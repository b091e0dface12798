"""Servers that are started, asked and watched from outside."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tools.bench.measure import ENVIRONMENT, Failed

_PATIENCE = 300
"""Seconds until a server must answer; it may build a large site first."""
_PROC = Path("/proc")
_AFTER_NAME = ") "
_PARENT, _CPU = 1, slice(11, 15)
"""Where a process' parent and its CPU time stand in ``/proc/…/stat``, after the name."""


@dataclass(frozen=True)
class Server:
    """A server that runs, with the processes that it has started."""

    address: str
    pid: int

    def get(self, path: str) -> str:
        """Return what it answers."""
        with urlopen(f"{self.address}/{path}", timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode("utf-8", "replace")
        return text

    def cpu(self) -> float:
        """Return the seconds of CPU time that its processes have used."""
        ticks = sum(sum(map(int, _stat(pid)[_CPU])) for pid in self._processes())
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return the bytes of memory of its largest process."""
        page = os.sysconf("SC_PAGE_SIZE")
        sizes = ((_PROC / str(pid) / "statm").read_text().split()[1] for pid in self._processes())
        return max(map(int, sizes)) * page

    def _processes(self) -> list[int]:
        children: dict[int, list[int]] = {}
        for entry in _PROC.iterdir():
            if entry.name.isdigit() and (stat := _stat(int(entry.name))):
                children.setdefault(int(stat[_PARENT]), []).append(int(entry.name))
        found = [self.pid]
        for pid in found:
            found += children.get(pid, [])
        return found


def can_watch() -> bool:
    """Tell whether this system says what processes use while they run."""
    return (_PROC / "self/statm").is_file()


def _stat(pid: int) -> list[str]:
    try:
        text = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:  # it has ended meanwhile
        return []
    return text.rpartition(_AFTER_NAME)[2].split()


@contextmanager
def served(
    command: Sequence[str | Path],
    folder: Path,
    *more: str,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Start a server whose next argument is its port, and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*command, str(port), *more],
        env={**ENVIRONMENT, **(environment or {})},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = Server(f"http://127.0.0.1:{port}", process.pid)
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def files_served(folder: Path) -> AbstractContextManager[Server]:
    """Serve the files of a folder."""
    options: list[str | Path] = ["--bind", "127.0.0.1", "--directory", folder]
    return served([sys.executable, "-m", "http.server", *options], folder)


def _wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(_PATIENCE * 10):
        try:
            server.get("")
        except URLError as error:
            if not isinstance(error.reason, OSError):
                return  # it answers, if only with an error
            time.sleep(0.1)
        except OSError:
            time.sleep(0.1)
        else:
            return
        if process.poll() is not None:
            break
    raise Failed(f"nothing answers at {server.address}")
