"""Killing anything at any moment: what is left ends in the tables of an undisturbed run."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from logging import CRITICAL
from pathlib import Path

import psutil
import pytest
from distributed import Client, LocalCluster

from cli.conftest import Call, call
from fleet.agencies import DAY, ThisProcess, a_fleet
from oit.fleet.engine import Engine
from oit.fleet.folder import FleetFolder
from oit.fleet.list import read_list
from oit.fleet.run import Wanted, run
from small_agency import TODAY, SmallAgency

__all__ = ["call"]

AGENCIES = 16
SEED = 6


class Disturbed:
    """Runs of a fleet, in processes of their own, in which something is killed."""

    def __init__(self, fleet: FleetFolder, *words: str) -> None:
        self.fleet = fleet
        call = [sys.executable, "-m", "oit", "fleet", "run", "--fleet", fleet.path, *words]
        self.command = [*map(str, call), "--today", DAY]
        # The seed chooses after how many records something is killed.
        self.moments = random.Random(SEED)  # noqa: S311 - nobody guesses it

    def run(self) -> int:
        return subprocess.run(self.command, stdout=subprocess.DEVNULL, check=False).returncode

    def run_and_kill(self, kill_workers: Callable[[int], None]) -> None:
        """Kill what works for the driver, and some records later the driver."""
        driver = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        self._wait(driver)
        kill_workers(driver.pid)
        self._wait(driver)
        driver.kill()
        driver.wait()

    def _wait(self, driver: subprocess.Popen[bytes]) -> None:
        until = self._records() + self.moments.randint(1, 4)
        while driver.poll() is None and self._records() < until:
            time.sleep(0.001)

    def _records(self) -> int:
        return len([*self.fleet.state.glob("*.json")])


@pytest.fixture
def fleet(tmp_path: Path) -> FleetFolder:
    """Some ready, some not, and some that cannot be read."""
    sources = []
    for number in range(AGENCIES):
        agency = SmallAgency.make(tmp_path / f"a{number}")
        if number % 3 == 0:
            agency.complete()
        sources.append((f"a{number}", f"nowhere{number}" if number % 5 == 1 else str(agency.data)))
    return a_fleet(tmp_path / "fleet", sources)


def tables(fleet: FleetFolder, call: Call) -> dict[str, bytes]:
    assert call("fleet", "tables", "--fleet", fleet.path).status == 1
    return {path.name: path.read_bytes() for path in fleet.tables.iterdir()}


@pytest.fixture
def undisturbed(fleet: FleetFolder, call: Call) -> dict[str, bytes]:
    """The tables of a run in which nothing is killed, in this process; nothing else is left."""
    agencies = read_list(fleet.list).agencies
    run(fleet, agencies, Wanted(TODAY), Engine(ThisProcess(), 1), lambda: None)
    made = tables(fleet, call)
    assert made["agency.csv"].count(b"\r\n") == 1 + AGENCIES
    for folder in (fleet.state, fleet.tables, fleet.work):
        shutil.rmtree(folder)
    return made


def kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def kill_children(process: int) -> None:
    with suppress(psutil.NoSuchProcess):
        for child in psutil.Process(process).children():
            kill(child.pid)


def test_on_this_machine(fleet: FleetFolder, undisturbed: dict[str, bytes], call: Call) -> None:
    disturbed = Disturbed(fleet, "--workers", "2")
    disturbed.run_and_kill(kill_children)
    assert disturbed.run() == 1
    assert tables(fleet, call) == undisturbed
    assert len([*fleet.state.iterdir()]) == AGENCIES


def test_on_a_cluster(fleet: FleetFolder, undisturbed: dict[str, bytes], call: Call) -> None:
    """Two machines, one of which is lost; the other does its work, whatever becomes of it."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=CRITICAL
    ) as cluster:
        with Client(cluster) as client:
            machine, *_ = client.run(os.getpid).values()
        disturbed = Disturbed(fleet, "--scheduler", cluster.scheduler_address)
        disturbed.run_and_kill(lambda _: kill(machine))
        assert disturbed.run() == 1
    assert tables(fleet, call) == undisturbed
    assert len([*fleet.state.iterdir()]) == AGENCIES
