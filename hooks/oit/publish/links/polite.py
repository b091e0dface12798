"""Tries many addresses: several hosts at a time, each host one address at a time."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from oit.publish.links.attempt import Ask, Outcome, State, attempt
from oit.publish.links.client import Failure
from oit.publish.links.hosts import host_of

SILENT = 3
"""How many addresses of a host in a row may have no answer; more are not asked for."""
_SILENCE = {Failure.DNS, Failure.TIMEOUT}
WORKERS = 6
DELAY = 1.0
"""Seconds between two questions to one host."""


def try_all(
    addresses: Iterable[str],
    ask: Ask,
    done: Callable[[str, Outcome], None],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Try addresses; ``done`` is told of each as soon as it has been tried."""
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(host_of(address), []).append(address)

    def visit(host_addresses: list[str]) -> None:
        silent, failure = 0, ""
        for number, address in enumerate(host_addresses):
            if silent == SILENT:
                done(address, Outcome(State.DEAD, failure=failure))
                continue
            if number:
                sleep(DELAY)
            outcome = attempt(address, ask, sleep)
            # Where it leads to another host, that one may be silent.
            is_silent = outcome.failure in _SILENCE and not outcome.leads_to
            silent, failure = (silent + 1 if is_silent else 0), outcome.failure
            done(address, outcome)

    workers = ThreadPoolExecutor(WORKERS)
    try:
        for visited in [workers.submit(visit, one) for one in by_host.values()]:
            visited.result()
    finally:
        # Ctrl+C does not wait for the hosts that are still to be asked.
        workers.shutdown(cancel_futures=True)
