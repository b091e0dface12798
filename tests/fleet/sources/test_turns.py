"""Only a few ask a host at the same time."""

import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from oit.fleet.sources import turns
from oit.fleet.sources.turns import AT_ONCE, turn


def test_few_ask_a_host_and_everybody_comes_to_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_PAUSE", 0.001)
    inside, most, lock = 0, 0, threading.Lock()

    def ask() -> None:
        nonlocal inside, most
        with turn(tmp_path / "turns", "a.go.th"):
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.005)
            with lock:
                inside -= 1

    askers = [threading.Thread(target=ask) for _ in range(12)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert 1 <= most <= AT_ONCE


def test_nobody_waits_for_another_host_or_for_this_machine(tmp_path: Path) -> None:
    with ExitStack() as stack:
        for host in (*["a.go.th"] * AT_ONCE, "b.go.th", "", ""):
            stack.enter_context(turn(tmp_path, host))
        assert len({path.name.partition("-")[0] for path in tmp_path.iterdir()}) == 2
