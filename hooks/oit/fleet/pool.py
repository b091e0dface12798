"""The processors of this machine: a thread for each process that works, and needs nothing else."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from oit.fleet import isolated
from oit.fleet.engine import Engine


@contextmanager
def pool(workers: int | None = None, lasts: float = isolated.LASTS) -> Iterator[Engine]:
    """Provide an engine on this machine; its processes end when the block ends, whatever they do.

    Args:
        workers: how many processes work at once; by default as many as there are processors.
        lasts: the number of agencies after which a process is replaced.
    """
    number = workers or _processors()
    processes = isolated.workers(lasts)
    executor = ThreadPoolExecutor(number, "fleet", initializer=isolated.use, initargs=(processes,))
    try:
        # Two more than can run, so that no process waits while a result is stored.
        yield Engine(executor, number + 2)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        processes.close()
        executor.shutdown()


def _processors() -> int:
    """Return how many processors this process may use, which a container can limit."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
