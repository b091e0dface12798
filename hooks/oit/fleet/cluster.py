"""A cluster of Dask: processes of this machine, or of all machines that a scheduler knows.

Each worker lets a process of its own call the tasks (``oit.fleet.isolated``). So what agencies do
ends no worker, and Dask's own rules for tasks that kill workers are never needed; a worker ends
only with its machine, and its tasks are then done by another one.
"""

import asyncio
import logging
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import resource_tracker
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.comm.addressing import resolve_address
from distributed.comm.core import connect
from distributed.security import Security

import oit
from oit.bilingual import Bilingual
from oit.fleet import isolated
from oit.fleet.engine import ClusterError, Engine

__all__ = ["ClusterError", "cluster"]

_A_WORKER = 2
"""How many tasks are submitted for each worker: one that runs, and one that waits for its turn."""
_TO_ANSWER = 30
"""The seconds in which a scheduler must answer."""
_TO_JOIN = 60
"""The seconds in which its first worker must be there."""
_TO_RETURN = 60
"""The seconds for which a cluster may be without workers."""
_SETTINGS = {
    # A task goes to a worker when it is free, not before: then no task waits behind a slow one.
    "distributed.scheduler.worker-saturation": 1.0,
    # Dask looks up to 100 times a second at what its processes do, for pages that nobody opens and
    # for data in memory that no task here leaves.
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.tick.interval": "1s",
}
_LOCAL_SETTINGS = {
    # The certificates of another cluster, which a file of settings may name, are not for this one.
    "distributed.comm.require-encryption": False,
    "distributed.comm.tls": {
        "ca-file": None,
        "ciphers": None,
        "min-version": 1.2,
        "max-version": None,
        **{role: {"cert": None, "key": None} for role in ("scheduler", "worker", "client")},
    },
    # It has no pages.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}

_LOGGERS = ("distributed", "distributed.client")
_GONE = Bilingual(
    "ขาดการติดต่อกับคลัสเตอร์ สิ่งที่อ่านแล้วเก็บไว้แล้ว ให้สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
    "the connection to the cluster was lost; what was read is kept: run the same command again"
    " to go on",
)
_NO_WORKERS = Bilingual(
    "คลัสเตอร์ไม่มีเครื่องทำงานเหลือแล้ว สิ่งที่อ่านแล้วเก็บไว้แล้ว ให้เปิด dask worker แล้วสั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
    "the cluster has no workers left; what was read is kept: start `dask worker`, and run the same"
    " command again to go on",
)


@contextmanager
def cluster(address: str | None = None, workers: int | None = None) -> Iterator[Engine]:
    """Provide an engine on a cluster; what it started ends when the block ends.

    Args:
        address: the scheduler's, ``tcp://…`` or ``tls://…``; without one, the cluster consists of
            processes of this machine.
        workers: how many of them; by default as many as there are processors.

    Raises:
        ClusterError: there is no such scheduler, it has no workers, or they have another version
            of the program.
    """
    # Dask reports each worker that comes or goes; the run reports what became of the agencies.
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_SETTINGS))
        if address is None:
            stack.enter_context(dask.config.set(_LOCAL_SETTINGS))
            with _deaf_to_interrupts():
                local = stack.enter_context(_local(workers))
            client = stack.enter_context(Client(local))
        else:
            client = stack.enter_context(_connected(address))
        threads = _threads(client)
        yield Engine(ClusterExecutor(client), _A_WORKER * threads)


class ClusterExecutor(Executor):
    """Lets a cluster call tasks.

    ``Client.get_executor()`` is not for clusters that lose machines. It waits for a result and then
    looks at the state of its task, which may be another one by then: the result is unpacked as if
    it were an exception, or no result ever comes.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self._loop: asyncio.AbstractEventLoop = client.sync(_loop)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Submit a call; its future ends with ``ClusterError`` if the cluster is gone."""
        call = self._result(partial(function, *arguments, **named))
        return asyncio.run_coroutine_threadsafe(call, self._loop)

    async def _result(self, call: Callable[[], Any]) -> Any:
        try:
            future = self.client.submit(call, pure=False)
            try:
                return await self._unless_gone(future)
            finally:
                future.release()
        except ClusterError:
            raise
        except Exception as error:
            if self.client.status == "running":
                raise
            raise ClusterError(_GONE) from error

    async def _unless_gone(self, future: Any) -> Any:
        """Return a result; a scheduler without workers would let it be waited for without end."""
        result = asyncio.ensure_future(_awaited(future))
        try:
            looks_without_workers = 0
            while not (await asyncio.wait([result], timeout=_TO_RETURN / 2))[0]:
                scheduler: Any = self.client.scheduler  # none, once the client is closed
                is_empty = not await scheduler.ncores()
                looks_without_workers = looks_without_workers + 1 if is_empty else 0
                if looks_without_workers > 1:
                    raise ClusterError(_NO_WORKERS)
            return result.result()
        finally:
            result.cancel()


async def _awaited(future: Any) -> Any:
    return await future


async def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let what starts here ignore Ctrl+C, which a terminal sends to all: this process ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    # It would undo the mask if it were started inside.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _local(workers: int | None) -> LocalCluster:
    try:
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            # For nobody else, and at any free port; Dask's own choice may be taken.
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.CRITICAL,
        )
    except (OSError, RuntimeError) as error:
        raise ClusterError(
            Bilingual(
                f"เปิดคลัสเตอร์ในเครื่องนี้ไม่ได้ ({error}) ให้สั่งโดยไม่มี --scheduler",
                f"a cluster of this machine cannot start ({error}); leave out --scheduler",
            )
        ) from error


async def _greet(address: str) -> None:
    """Let a scheduler say what it is: a client waits forever for a server that says nothing."""
    settings = Security().get_connection_args("client")
    async with asyncio.timeout(_TO_ANSWER):
        other = await connect(address, timeout=_TO_ANSWER, **settings)
    other.abort()


def _connected(address: str) -> Client:
    try:
        # A client that cannot use its address is not closed, and may stop the next one from
        # starting while it is collected.
        resolve_address(address)
        asyncio.run(_greet(address))
        return Client(address, timeout=_TO_ANSWER)
    except Exception as error:  # a server of another kind does anything to Dask
        raise ClusterError(
            Bilingual(
                f"ติดต่อ scheduler ที่ {address} ไม่ได้ ตรวจที่อยู่ และดูว่าเปิด dask scheduler อยู่"
                " ถ้าคลัสเตอร์ใช้ TLS ที่อยู่ต้องขึ้นต้นด้วย tls://",
                f"no scheduler answers at {address}: check the address, and that `dask scheduler`"
                " is running there; with TLS, the address begins with tls://",
            )
        ) from error


def _threads(client: Client) -> int:
    """Return how many tasks the cluster runs at once, if all its workers have our program."""
    try:
        client.wait_for_workers(1, timeout=_TO_JOIN)
        found = client.run(isolated.program, on_error="return")
    except TimeoutError as error:
        raise ClusterError(
            Bilingual(
                "คลัสเตอร์ยังไม่มีเครื่องทำงาน ให้เปิด dask worker ก่อน",
                "the cluster has no workers: start `dask worker` first",
            )
        ) from error
    ours = isolated.program()
    # Of a worker that cannot be reached any more, the scheduler will know soon.
    others = {
        worker: theirs
        for worker, theirs in found.items()
        if theirs != ours and not isinstance(theirs, OSError)
    }
    if others:
        named = (f"{worker}: {theirs}" for worker, theirs in sorted(others.items()))
        raise ClusterError(_other_program(", ".join(named)))
    threads: dict[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _other_program(which: str) -> Bilingual:
    return Bilingual(
        f"เครื่องทำงานในคลัสเตอร์ไม่ได้ติดตั้ง oit-site รุ่นเดียวกับเครื่องนี้ ({oit.__version__}): {which}",
        "workers of the cluster have not installed the same version of oit-site as this machine"
        f" ({oit.__version__}): {which}",
    )
