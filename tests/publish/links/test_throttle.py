"""Several hosts at a time, each host one address at a time."""

import threading
import time

import pytest

from oit.publish.http import Failure, Response
from oit.publish.links.attempt import Outcome, State
from oit.publish.links.throttle import DELAY, PATIENCE, SILENT, try_all


def test_a_host_gets_one_request_at_a_time() -> None:
    busy: set[str] = set()
    lock = threading.Lock()
    overlapping: list[str] = []

    def ask(_: str, url: str) -> Response:
        host = url.split("/")[2]
        with lock:
            overlapping.extend({host} & busy)
            busy.add(host)
        time.sleep(0.01)
        with lock:
            busy.discard(host)
        return Response(200)

    done: dict[str, Outcome] = {}
    slept: list[float] = []
    addresses = [f"https://{host}.go.th/{n}" for n in range(3) for host in "ab"]
    try_all([*addresses, addresses[0]], ask, done.__setitem__, slept.append)
    assert overlapping == []
    assert slept == [DELAY] * 4
    assert done == dict.fromkeys(addresses, Outcome(State.GOOD, 200))


def test_errors_of_the_program_are_not_hidden() -> None:
    def ask(_: str, __: str) -> Response:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        try_all(["https://a.go.th/"], ask, lambda *_: None)


def test_a_silent_host_is_not_tried_again() -> None:
    asked: set[str] = set()

    def ask(_: str, url: str) -> Response:
        asked.add(url)
        return Response(failure=Failure.DNS)

    outcomes: dict[str, Outcome] = {}
    addresses = [f"https://gone.go.th/{number}" for number in range(50)]
    try_all(addresses, ask, outcomes.__setitem__, lambda _: None)
    assert len(asked) == SILENT
    assert [*outcomes] == addresses
    assert {outcome.failure for outcome in outcomes.values()} == {Failure.DNS}


def test_a_host_that_is_always_busy_is_not_waited_for_without_end() -> None:
    asked: list[str] = []

    def ask(_: str, url: str) -> Response:
        asked.append(url)
        return Response(429, retry_after="30")

    outcomes: dict[str, Outcome] = {}
    slept: list[float] = []
    addresses = [f"https://busy.go.th/{number}" for number in range(20)]
    try_all(addresses, ask, outcomes.__setitem__, slept.append)
    assert sum(slept) == PATIENCE + DELAY * (len(addresses) - 1)
    assert {outcome.state for outcome in outcomes.values()} == {State.REFUSED}
    assert len(outcomes) == len(addresses)
