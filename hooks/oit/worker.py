"""Read strangers' files in a process of their own, with limits on its memory and time.

A damaged or hostile file can make a library ask for more memory than any computer has, loop for
ever, or crash. So its reader runs in a worker: a process that is started for the first file, reads
all further files, and is replaced if it fails. If several threads ask at once, a second one helps:
a file that takes a minute must not stop everybody. Readers return plain data: numbers, texts,
lists, tuples and dictionaries, but no objects of classes. What a worker has started ends with it.

``Workers`` call any other function in the same way.
"""

import atexit
import contextlib
import importlib
import marshal
import math
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, NamedTuple

from oit.bilingual import Bilingual

SECONDS = 60
"""The time in which a file must be read."""
MOST_MEMORY = 1_500_000_000
"""The memory that the worker may use, in bytes, where the operating system can limit it."""
_MEMORY_FOR_SMALL_FILE = 700_000_000
_MEMORY_PER_BYTE = 100
_LENGTH = 8
"""The number of bytes before a message that contain its length."""
_OWN_GROUP: dict[str, Any] = {} if sys.platform == "win32" else {"process_group": 0}
"""Lets a worker be the first of a group of processes, so that what it starts can end with it."""
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from oit import worker; worker.serve()"


class UnreadableError(Exception):
    """A file could not be read, and why."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason
        super().__init__(reason.en)


def read(
    reader: Callable[..., Any], file: Path, *arguments: Any, seconds: float | None = None
) -> Any:
    """Call a reader in the worker, and return what it returns.

    Args:
        reader: a function of a module; it gets the file, its path absolute, and the arguments.
        file: the file.
        arguments: plain data.
        seconds: the time that it may take, if somebody waits for it; by default ``SECONDS``.

    Raises:
        UnreadableError: the reader failed or exceeded a limit.
    """
    call = (reader.__module__, reader.__name__, str(file.absolute()), arguments)
    limit = SECONDS if seconds is None else seconds
    answer = _worker.call(read_file, call, memory=_memory_for(file), seconds=limit)
    if answer.status is Status.DONE:
        return answer.value
    error = UnreadableError(_REASONS[answer.status])
    error.add_note(str(answer.value))
    raise error


def _memory_for(file: Path) -> int:
    try:
        size = file.stat().st_size
    except OSError:  # which the reader will report
        size = 0
    return min(MOST_MEMORY, _MEMORY_FOR_SMALL_FILE + _MEMORY_PER_BYTE * size)


class Status(StrEnum):
    """How a call ended."""

    DONE = "done"
    FAILED = "failed"
    NO_MEMORY = "no memory"
    CRASHED = "crashed"
    NOT_STARTED = "not started"
    TOO_SLOW = "too slow"


_REASONS = {
    Status.FAILED: Bilingual(
        "อ่านไม่ได้ ไฟล์อาจเสียหายหรือดาวน์โหลดมาไม่ครบ",
        "it cannot be read; it may be damaged or an incomplete download",
    ),
    Status.NO_MEMORY: Bilingual(
        "ใช้หน่วยความจำมากผิดปกติ ไฟล์อาจเสียหาย",
        "reading it takes more memory than any real file needs; it may be damaged",
    ),
    Status.CRASHED: Bilingual(
        "อ่านแล้วโปรแกรมหยุดทำงาน ไฟล์อาจเสียหายหรือใช้หน่วยความจำมากผิดปกติ",
        "its reader crashed; it may be damaged, or need more memory than any real file",
    ),
    Status.NOT_STARTED: Bilingual(
        "เปิดโปรแกรมที่ใช้อ่านไฟล์ไม่ได้", "the program that reads such files cannot start"
    ),
    Status.TOO_SLOW: Bilingual(
        f"อ่านไม่เสร็จภายใน {SECONDS} วินาที ไฟล์อาจเสียหาย",
        f"reading it takes longer than {SECONDS} seconds; it may be damaged",
    ),
}


class Answer(NamedTuple):
    """What became of a call."""

    status: Status
    value: Any = ""
    """What the function returned, or the traceback of its failure."""


class _Process:
    """A running process."""

    def __init__(self) -> None:
        import subprocess  # noqa: PLC0415 - most commands read no such file

        # With -P, no module in the current folder takes the place of one of Python's own.
        self._child = subprocess.Popen(  # noqa: S603 - no shell, and only our own words
            [sys.executable, "-P", "-c", _PROGRAM, str(Path(__file__).absolute().parents[1])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **_OWN_GROUP,
        )
        self.calls = 0
        """How many calls it has been asked for."""

    def kill(self) -> None:
        self._child.kill()

    @property
    def is_running(self) -> bool:
        return self._child.poll() is None

    def ask(self, request: Any, seconds: float) -> Answer:
        self.calls += 1
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            self._child.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            _send(self._child.stdin, request)
            status, value = _receive(self._child.stdout)
        except (OSError, EOFError):
            return Answer(Status.TOO_SLOW if is_late.is_set() else Status.CRASHED)
        finally:
            timer.cancel()
        return Answer(Status(status), value)

    def stop(self) -> None:
        self._child.kill()
        with contextlib.suppress(OSError):  # it had started nothing that still runs
            if _OWN_GROUP:
                os.killpg(self._child.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):  # a part of a request may still be unsent
            self._child.communicate()


class _Worker:
    """The process that answers now; it is replaced after a failure, and when it is worn out."""

    def __init__(self, lasts: float, *, always_retry: bool) -> None:
        self._process: _Process | None = None
        self._lasts = lasts
        self._always_retry = always_retry
        self._is_closed = False
        self._lock = threading.Lock()

    def ask(self, request: Any, seconds: float) -> Answer:
        """Send a request to the process, and return its answer."""
        with self._lock:
            try:
                process = self._running()
                may_retry = self._always_retry or process.calls > 0
                answer = self._ask(process, request, seconds)
                if may_retry and answer.status in {Status.NO_MEMORY, Status.CRASHED}:
                    # The calls before may have left the process damaged or short of memory.
                    answer = self._ask(self._running(), request, seconds)
            except OSError as error:
                return Answer(Status.NOT_STARTED, str(error))
            return answer

    def stop(self) -> None:
        """End the process; the next request starts a new one."""
        if self._process:
            self._process.stop()
        self._process = None

    def close(self) -> None:
        """End the process, even while somebody waits for its answer; no other is started."""
        self._is_closed = True
        if process := self._process:
            process.kill()
        with self._lock:
            self.stop()

    def _ask(self, process: _Process, request: Any, seconds: float) -> Answer:
        answer = Answer(Status.FAILED)
        try:
            answer = process.ask(request, seconds)
        finally:  # also after Ctrl-C, when an answer may still come
            if answer.status is not Status.DONE:
                self.stop()
        return answer

    def _running(self) -> _Process:
        if self._process and (self._process.calls >= self._lasts or not self._process.is_running):
            self.stop()
        self._process = self._process or _Process()
        if self._is_closed:  # asked last, as ``close`` kills what it finds after it has said so
            self.stop()
            raise OSError("closed")
        return self._process


class Workers:
    """Some workers; as few as are needed at once are ever started.

    Args:
        most: how many work at once; others wait for their turn.
        lasts: the number of calls after which a process is replaced by a new one.
        always_retry: whether a call is repeated in a new process even if it was the first one of a
            process that crashed. Otherwise only if calls before it may have caused that.
    """

    def __init__(self, most: int, *, lasts: float = math.inf, always_retry: bool = False) -> None:
        self._every = [_Worker(lasts, always_retry=always_retry) for _ in range(most)]
        self._free = [*self._every]
        self._turns = threading.Semaphore(most)

    def call(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], memory: int, seconds: float
    ) -> Answer:
        """Let a worker that is free call a function, the one that was used last.

        Args:
            function: a function of a module; it returns plain data.
            arguments: plain data.
            memory: the memory that it may use, in bytes.
            seconds: the time that it may take.

        Raises:
            ValueError: an argument is no plain data.
        """
        call = (memory, seconds, function.__module__, function.__name__, arguments)
        request = marshal.dumps(call)
        with self._turns:
            worker = self._free.pop()
            try:
                return worker.ask(request, seconds)
            finally:
                self._free.append(worker)

    def stop(self) -> None:
        """End every process; the next call starts a new one."""
        for worker in self._every:
            worker.stop()

    def close(self) -> None:
        """End every process, and start none any more: calls from now on fail."""
        for worker in self._every:
            worker.close()


_worker = Workers(2)
atexit.register(_worker.stop)


def serve() -> None:
    """Answer requests from standard input until it is closed: the worker's own program."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Libraries print; their messages must not reach the user or mix with answers.
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    # Ctrl-C ends the worker without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    queue: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_queue_requests, args=(requests, queue), daemon=True).start()
    while True:
        memory, seconds, *call = queue.get()
        _limit_memory(memory)
        _set_alarm(math.ceil(2 * seconds))
        answer = _answer(*call)
        _set_alarm(0)
        _send(answers, answer)


def _queue_requests(requests: IO[bytes], queue: SimpleQueue[Any]) -> None:
    """Pass requests to the main thread; when no more can come, end the process at once."""
    try:
        while True:
            queue.put(_receive(requests))
    except (OSError, EOFError):
        if _OWN_GROUP:
            os.killpg(0, signal.SIGKILL)
        os._exit(0)


def read_file(module: str, name: str, file: str, arguments: tuple[Any, ...]) -> Any:
    """Let a reader read a file: what a worker calls for ``read``."""
    return _function(module, name)(Path(file), *arguments)


def _function(module: str, name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


def _answer(module: str, name: str, arguments: tuple[Any, ...]) -> bytes:
    try:
        return marshal.dumps((Status.DONE.value, _function(module, name)(*arguments)))
    except MemoryError:
        return marshal.dumps((Status.NO_MEMORY.value, ""))
    except BaseException:  # noqa: BLE001 - readers written in Rust raise more than Exception
        return marshal.dumps((Status.FAILED.value, traceback.format_exc()))


def _limit_memory(size: int) -> None:
    """Limit the memory; more lets an allocation fail."""
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows and macOS cannot
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _set_alarm(seconds: int) -> None:
    """Let the operating system end the process, if its parent is no longer there to do it."""
    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(seconds)


def _send(stream: IO[bytes] | None, message: bytes) -> None:
    assert stream  # noqa: S101 - for the type checker
    stream.write(len(message).to_bytes(_LENGTH, "little"))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> Any:
    assert stream  # noqa: S101 - for the type checker
    length = int.from_bytes(_exactly(stream, _LENGTH), "little")
    return marshal.loads(_exactly(stream, length))  # noqa: S302 - from our own program


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
