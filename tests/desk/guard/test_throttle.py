"""How often somebody may try to sign in."""

from pathlib import Path

import pytest

from oit.desk.guard import throttle
from oit.desk.guard.throttle import FREE, Throttle


class Clock:
    """A clock that tests move."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tries(tmp_path: Path, clock: Clock) -> Throttle:
    return Throttle(tmp_path / "state" / "failures.json", clock)


def test_each_failure_beyond_a_few_doubles_the_wait(tries: Throttle, clock: Clock) -> None:
    assert [tries.try_once("a", "1") for _ in range(FREE["account"])] == [0.0] * FREE["account"]
    waits = []
    for _ in range(9):
        waits.append(tries.try_once("a", "2"))
        clock.now += waits[-1]
        assert tries.try_once("a", "3") == 0.0
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_an_address_may_fail_more_often_than_an_account(tries: Throttle) -> None:
    for number in range(FREE["address"]):
        assert tries.try_once(f"name {number}", "10.0.0.1") == 0.0
    assert tries.try_once("another", "10.0.0.1") > 0
    assert tries.try_once("another", "10.0.0.2") == 0.0


def test_success_forgives_the_account_and_itself(tries: Throttle) -> None:
    for _ in range(40):
        assert tries.try_once("a", "1") == 0.0
        tries.succeeded("a", "1")


def test_an_hour_later_all_is_forgotten(tries: Throttle, clock: Clock) -> None:
    for _ in range(FREE["account"]):
        tries.try_once("a", "1")
    clock.now += throttle._FORGOTTEN
    assert tries.try_once("a", "1") == 0.0
    assert tries.try_once("a", "1") == 0.0


@pytest.mark.parametrize("name", ["สมศรี ", "SOMSRI"])
def test_a_name_typed_in_another_way_is_the_same(tries: Throttle, name: str) -> None:
    for _ in range(FREE["account"]):
        tries.try_once(name, "1")
    assert tries.try_once(name.strip().lower(), "2") > 0


def test_a_machine_has_many_addresses_of_ipv6(tries: Throttle) -> None:
    for number in range(FREE["address"]):
        tries.try_once(f"n{number}", f"2001:db8::{number:x}%eth0")
    assert tries.try_once("x", "2001:db8::ffff") > 0
    assert tries.try_once("x", "2001:db8:1::1") == 0.0
    assert tries.try_once("x", "::ffff:10.0.0.1") == 0.0
    assert tries.try_once("x", "no address") == 0.0


def test_the_counts_outlast_a_restart_and_a_damaged_file(
    tries: Throttle, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "state" / "failures.json"
    for _ in range(FREE["account"]):
        tries.try_once("a", "1")
    assert Throttle(path, clock).try_once("a", "2") > 0
    path.write_text('{"account x": 3}', encoding="utf-8")
    assert Throttle(path, clock).try_once("a", "2") == 0.0


def test_the_oldest_counts_go_first(
    tries: Throttle, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "_MOST", 20)
    for number in range(40):
        clock.now += 1
        tries.try_once(f"n{number}", f"address {number}")
    assert len(tries._counts) == 20
    assert "address address 39" in tries._counts


def test_a_clock_that_was_set_back_keeps_nobody_out(tries: Throttle, clock: Clock) -> None:
    clock.now += 1_000_000
    for _ in range(FREE["account"]):
        tries.try_once("a", "1")
    clock.now -= 1_000_000
    assert tries.try_once("a", "1") == 15
    clock.now += 15
    assert tries.try_once("a", "1") == 0
