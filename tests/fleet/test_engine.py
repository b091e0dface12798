"""The driver: the same on the processors of this machine and on a cluster."""

from typing import Any

from fleet import fleet_tasks
from oit.fleet.engine import Engine, Failure, Kind, drive
from oit.fleet.isolated import Limits

LIMITS = Limits(seconds=1, memory=2_000_000_000)
POISONOUS = {
    "exit": Kind.CRASHED,
    "kill": Kind.CRASHED,
    "raise": Kind.RAISED,
    "quit": Kind.RAISED,
    "panic": Kind.RAISED,
    "loop": Kind.TOO_SLOW,
    "search": Kind.TOO_SLOW,
    "object": Kind.RAISED,
    "deep": Kind.RAISED,
    "recurse": Kind.RAISED,
    "allocate": Kind.NO_MEMORY,
}


def test_every_argument_comes_once_with_its_result(engine: Engine) -> None:
    found = list(drive(engine, fleet_tasks.act, range(100)))
    assert sorted(found) == [(number, 2 * number) for number in range(100)]


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
