"""The processors of this machine."""

import os
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import fleet_tasks
from oit.fleet.engine import Failure, Kind, drive
from oit.fleet.pool import pool


@pytest.fixture(autouse=True)
def importable(with_tasks: None) -> None:
    """Let the processes of the pool import the tasks."""


def test_a_process_is_replaced_after_some_agencies() -> None:
    with pool(1, lasts=3) as engine:
        processes = [result for _, result in drive(engine, fleet_tasks.process, range(9))]
    assert [processes.count(process) for process in dict.fromkeys(processes)] == [3, 3, 3]


def test_it_works_on_as_many_as_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 2, 3}, raising=False)
    with pool() as engine:
        assert engine.in_flight == 3 + 2
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    with pool() as engine:
        assert engine.in_flight == 5 + 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_its_processes_end_with_it_whatever_they_do(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    left: list[tuple[str, Any]] = []
    with pool(1) as engine:
        run = drive(engine, fleet_tasks.hold, [str(pipe)])
        waiting = Thread(target=lambda: left.extend(run))
        waiting.start()
        end = pipe.open("rb")
        assert end.read(1) == b"!"
    waiting.join()
    with end:
        assert end.read() == b""
    [(_, failure)] = left
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.NOT_STARTED
