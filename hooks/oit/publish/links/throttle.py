"""Try many addresses: several hosts at once, but each host one address at a time."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from oit.publish.hosts import host_of
from oit.publish.http import Failure, Patience
from oit.publish.links.attempt import Ask, Outcome, State, attempt

SILENT = 3
"""After so many addresses in a row without a response, the rest of a host is not tried."""
_SILENCE = {Failure.DNS, Failure.TIMEOUT}
WORKERS = 6
DELAY = 1.0
"""Seconds between two requests to one host."""
PATIENCE = 60.0
"""Seconds to wait, in all, before requests to one host are repeated."""


def try_all(
    addresses: Iterable[str],
    ask: Ask,
    done: Callable[[str, Outcome], None],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Try addresses; ``done`` gets each result as soon as it is known."""
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(host_of(address), []).append(address)

    def try_host(host_addresses: list[str]) -> None:
        silent, failure = 0, ""
        patience = Patience(PATIENCE, sleep)
        for number, address in enumerate(host_addresses):
            if silent == SILENT:
                done(address, Outcome(State.DEAD, failure=failure))
                continue
            if number:
                sleep(DELAY)
            outcome = attempt(address, ask, patience)
            # After a redirect, the silent host may be another one.
            is_silent = outcome.failure in _SILENCE and not outcome.leads_to
            silent, failure = (silent + 1 if is_silent else 0), outcome.failure
            done(address, outcome)

    workers = ThreadPoolExecutor(WORKERS)
    try:
        for tried in [workers.submit(try_host, of_host) for of_host in by_host.values()]:
            tried.result()
    finally:
        # Ctrl+C must not wait for the hosts that have not been tried.
        workers.shutdown(cancel_futures=True)
