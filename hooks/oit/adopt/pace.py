"""At most one request a second to a host."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

DELAY = 1.0
"""Seconds between the end of a request and the next one to the same host."""


class Pace:
    """When each host was asked last."""

    def __init__(self, sleep: Callable[[float], None], now: Callable[[], float]) -> None:
        self._sleep = sleep
        self._now = now
        self._last: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, delay: float = 0.0) -> Iterator[None]:
        """Wait until a host may be asked again; ``delay`` is what it asks for."""
        if host in self._last:
            wait = self._last[host] + max(DELAY, delay) - self._now()
            if wait > 0:
                self._sleep(wait)
        try:
            yield
        finally:
            self._last[host] = self._now()
