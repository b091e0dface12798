"""Run a task for each of many agencies: on the processors of this machine or on a cluster.

The driver knows nothing of the two but what ``concurrent.futures`` says of an executor. Only a few
tasks are submitted at a time, so that a list of any length takes little memory, and stopping early
leaves little behind. A task that crashes, never ends, needs too much memory, or returns what cannot
be sent, is a ``Failure`` of its agency, and costs no other agency anything.

No task raises anything (``oit.fleet.isolated``), so an exception tells of the executor: it lost a
result on the way, whatever the agency is like. Such a task is called again.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Generic, TypeVar

from oit.bilingual import Bilingual
from oit.fleet import isolated
from oit.fleet.isolated import Limits
from oit.worker import Status

A = TypeVar("A")

_TRIES = 3
"""How often a task is called whose result the executor loses."""


class Kind(StrEnum):
    """Why there is no result for an agency."""

    RAISED = "raised"
    CRASHED = "crashed"
    NO_MEMORY = "no-memory"
    TOO_SLOW = "too-slow"
    NOT_STARTED = "not-started"
    LOST = "lost"


class ClusterError(Exception):
    """A cluster cannot be used, or no longer, and why."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason
        super().__init__(reason.en)


@dataclass(frozen=True)
class Failure:
    """What happened to the task of an agency."""

    kind: Kind
    detail: str = ""
    """A traceback or message for developers."""

    @property
    def why(self) -> Bilingual:
        """What happened, for whoever reads the overview."""
        return _WHY[self.kind]

    @property
    def mend(self) -> Bilingual:
        """What to do about it."""
        return _MEND[self.kind]


_WHY = {
    Kind.RAISED: Bilingual(
        "โปรแกรมทำงานผิดพลาดเมื่ออ่านข้อมูลของหน่วยงานนี้", "the program failed on the data of this agency"
    ),
    Kind.CRASHED: Bilingual(
        "โปรแกรมหยุดทำงานทั้งสองครั้งที่อ่านข้อมูลของหน่วยงานนี้",
        "the process that read the data of this agency crashed, and so did a second one",
    ),
    Kind.NO_MEMORY: Bilingual(
        "ข้อมูลของหน่วยงานนี้ใช้หน่วยความจำมากผิดปกติ",
        "reading the data of this agency takes more memory than is allowed",
    ),
    Kind.TOO_SLOW: Bilingual(
        "อ่านข้อมูลของหน่วยงานนี้ไม่เสร็จภายในเวลาที่กำหนด",
        "reading the data of this agency takes longer than is allowed",
    ),
    Kind.NOT_STARTED: Bilingual(
        "เปิดโปรแกรมที่ใช้อ่านข้อมูลไม่ได้", "the process that reads the data could not start"
    ),
    Kind.LOST: Bilingual(
        "คลัสเตอร์ทำผลของหน่วยงานนี้หายทุกครั้งที่ลอง เช่น เพราะเครื่องที่อ่านหายไป",
        "the cluster lost the result of this agency each time, such as with a machine that failed",
    ),
}
_CHECK = Bilingual(
    "สั่ง oit check กับข้อมูลของหน่วยงานนี้โดยตรงเพื่อดูว่าไฟล์ใดเป็นเหตุ",
    "run `oit check` on the data of this agency alone, to see which file causes it",
)
_AGAIN = Bilingual(
    "สั่ง oit fleet run --only FAILED อีกครั้งเมื่อเครื่องพร้อม",
    "run `oit fleet run --only FAILED` when the machine is ready",
)
_MEND = dict.fromkeys(Kind, _CHECK) | {Kind.NOT_STARTED: _AGAIN, Kind.LOST: _AGAIN}
_KINDS = {
    Status.FAILED: Kind.RAISED,
    Status.CRASHED: Kind.CRASHED,
    Status.NO_MEMORY: Kind.NO_MEMORY,
    Status.TOO_SLOW: Kind.TOO_SLOW,
    Status.NOT_STARTED: Kind.NOT_STARTED,
}


@dataclass(frozen=True)
class Engine:
    """Something that runs tasks."""

    executor: Executor
    in_flight: int
    """How many tasks are submitted at a time: enough that no worker waits."""


@dataclass(frozen=True)
class _Call(Generic[A]):
    argument: A
    tries: int = 1
    """Which try this is."""


def drive(
    engine: Engine,
    task: Callable[[A], Any],
    arguments: Iterable[A],
    limits: Limits | None = None,
) -> Generator[tuple[A, Any], None, None]:
    """Call a task with each argument; yield each argument once, with its result or ``Failure``.

    They come in the order in which they are finished. No more arguments are taken than are soon
    needed. If the caller stops early, what was not started yet is never started.

    Args:
        engine: what runs the tasks.
        task: a function of a module; it gets an argument and returns a result, both plain data.
        arguments: numbers, texts, lists, tuples and dictionaries, but no objects of classes.
        limits: what one call may use.

    Raises:
        ClusterError: the cluster is gone, and with it the results of what is still to come.
    """
    allowed = limits or Limits()
    name = (task.__module__, task.__name__)
    waiting = iter(arguments)
    running: dict[Future[tuple[str, Any]], _Call[A]] = {}
    lost: deque[_Call[A]] = deque()

    def submit(call: _Call[A]) -> None:
        future = engine.executor.submit(
            isolated.call, name, call.argument, allowed.seconds, allowed.memory
        )
        running[future] = call

    def submit_some() -> None:
        # What is lost is tried again one at a time: if it is the cause, it takes few along.
        if lost and not any(call.tries > 1 for call in running.values()):
            submit(lost.popleft())
        for argument in islice(waiting, engine.in_flight - len(running) - len(lost)):
            submit(_Call(argument))

    try:
        submit_some()
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            finished = []
            for future in done:
                call = running.pop(future)
                try:
                    finished.append((call.argument, _result(future)))
                except _LostError as error:
                    if call.tries < _TRIES:
                        lost.append(_Call(call.argument, call.tries + 1))
                    else:
                        finished.append((call.argument, Failure(Kind.LOST, str(error))))
            submit_some()  # before the caller gets the results: no worker need wait for it
            yield from finished
    finally:
        for future in running:
            future.cancel()


class _LostError(Exception):
    """The executor lost a result, and why."""


def _result(future: Future[tuple[str, Any]]) -> Any:
    try:
        status, value = future.result()
    except ClusterError:
        raise
    except Exception as error:  # also that it was cancelled, though nobody here did
        raise _LostError(f"{type(error).__name__}: {error}") from error
    if status == Status.DONE:
        return value
    return Failure(_KINDS[Status(status)], str(value))
