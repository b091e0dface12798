"""The driver: the same on the processors of this machine and on a cluster."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import fleet_tasks
from oit.bilingual import Bilingual
from oit.fleet.engine import Engine, Failure, Kind, drive
from oit.fleet.isolated import Limits

LIMITS = Limits(memory=2_000_000_000)
BRIEF = Limits(seconds=0.3)
POISONOUS = {
    "exit": Kind.CRASHED,
    "kill": Kind.CRASHED,
    "raise": Kind.RAISED,
    "quit": Kind.RAISED,
    "panic": Kind.RAISED,
    "object": Kind.RAISED,
    "deep": Kind.RAISED,
    "recurse": Kind.RAISED,
    "allocate": Kind.NO_MEMORY,
}
DRIVERS = {
    "pool": "from oit.fleet.pool import pool as engine",
    "cluster": "from oit.fleet.cluster import cluster as engine",
}


def test_every_argument_comes_once_with_its_result(engine: Engine) -> None:
    found = list(drive(engine, fleet_tasks.act, range(100)))
    assert sorted(found) == [(number, 2 * number) for number in range(100)]


def test_nothing_gives_nothing(engine: Engine) -> None:
    assert list(drive(engine, fleet_tasks.act, [])) == []


def test_a_poisonous_argument_costs_only_itself(engine: Engine) -> None:
    arguments: list[Any] = list(range(30))
    for place, name in enumerate(POISONOUS):
        arguments.insert(3 * place, name)
    found = list(drive(engine, fleet_tasks.act, arguments, LIMITS))
    assert len(found) == len(arguments)
    kinds = {name: result.kind for name, result in found if isinstance(result, Failure)}
    assert kinds == POISONOUS
    rest = [pair for pair in found if not isinstance(pair[1], Failure)]
    assert sorted(rest) == [(number, 2 * number) for number in range(30)]


def test_a_task_that_does_not_end_is_stopped(engine: Engine) -> None:
    """One of them loops in C code that lets no other thread of its process run."""
    found = dict(drive(engine, fleet_tasks.act, ["loop", "search"], BRIEF))
    assert {name: result.kind for name, result in found.items()} == {
        "loop": Kind.TOO_SLOW,
        "search": Kind.TOO_SLOW,
    }
    assert list(drive(engine, fleet_tasks.act, [4])) == [(4, 8)]


def test_a_task_that_crashed_is_tried_again(engine: Engine, tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{number}") for number in range(3)]
    assert sorted(drive(engine, fleet_tasks.crash_once, paths)) == [
        (path, Path(path).name) for path in paths
    ]


def test_a_process_that_is_killed_costs_nothing(engine: Engine, tmp_path: Path) -> None:
    """The seed chooses the moments; whichever agency is at work then is tried again."""
    moments = random.Random(17)  # noqa: S311 - nobody guesses it
    found = []
    for argument, result in drive(
        engine, fleet_tasks.note, [(str(tmp_path), number) for number in range(60)]
    ):
        found.append((argument, result))
        if moments.random() < 0.1:
            with suppress(ProcessLookupError):
                os.kill(result[1], signal.SIGKILL)
    assert sorted(argument[1] for argument, _ in found) == list(range(60))
    assert all(argument[1] == result[0] for argument, result in found)
    assert len(list(tmp_path.iterdir())) > 2


def test_few_arguments_are_taken_at_a_time(engine: Engine) -> None:
    taken = []

    def arguments() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = drive(engine, fleet_tasks.act, arguments())
    for _ in range(10):
        next(results)
    assert len(taken) <= 10 + 2 * engine.in_flight
    results.close()
    assert len(taken) <= 10 + 2 * engine.in_flight


class Losing(Executor):
    """A cluster that loses the results of some calls, each as often as is said."""

    def __init__(self, losses: dict[int, int]) -> None:
        self.losses = losses
        self.called: list[int] = []

    def submit(self, *call: Any) -> Future[Any]:  # type: ignore[override]
        argument, future = call[2], Future[Any]()
        self.called.append(argument)
        left = self.losses.get(argument, 0)
        self.losses[argument] = left - 1
        if left <= 0:
            future.set_result(("done", 2 * argument))
        elif left == 1:
            future.cancel()
            future.set_running_or_notify_cancel()
        else:
            future.set_exception(ValueError("expected 3, got 2"))
        return future


def test_what_a_cluster_loses_is_done_again_but_not_for_ever() -> None:
    executor = Losing({1: 1, 2: 2, 3: 9})
    found = dict(drive(Engine(executor, 2), fleet_tasks.act, range(5)))
    assert found.pop(3) == Failure(Kind.LOST, "ValueError: expected 3, got 2")
    assert found == {0: 0, 1: 2, 2: 4, 4: 8}
    assert [executor.called.count(number) for number in range(5)] == [1, 2, 3, 3, 1]


def test_what_was_lost_is_done_again_one_at_a_time() -> None:
    executor = Losing(dict.fromkeys(range(4), 1))
    found = dict(drive(Engine(executor, 4), fleet_tasks.act, range(6)))
    assert found == {number: 2 * number for number in range(6)}
    again = ["again" if number < 4 else number for number in executor.called[4:]]
    # While the others wait for their turn, few new ones are begun.
    assert again == ["again", "again", 4, "again", 5, "again"]


def test_every_failure_says_why_and_what_to_do() -> None:
    for kind in Kind:
        failure = Failure(kind)
        for text in (failure.why, failure.mend):
            assert isinstance(text, Bilingual)
            assert text.th != text.en


def test_a_developer_sees_why_a_task_failed(engine: Engine) -> None:
    [(_, failure)] = drive(engine, fleet_tasks.act, ["raise"])
    assert "LookupError: no such thing" in failure.detail


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize("name", DRIVERS)
def test_nothing_that_it_started_outlives_the_driver(name: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    program = tmp_path / "driver.py"
    program.write_text(
        f"import fleet_tasks\n{DRIVERS[name]}\nfrom oit.fleet.engine import drive\n"
        "if __name__ == '__main__':\n    with engine(workers=1) as it:\n"
        f"        list(drive(it, fleet_tasks.hold, [{str(pipe)!r}]))\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    driver = subprocess.Popen([sys.executable, program], env=environment)
    with pipe.open("rb") as end:
        assert end.read(1) == b"!"
        driver.kill()
        driver.wait()
        assert end.read() == b""
