"""A bar that shows how far long work has come; to people alone."""

import sys
import time

_WIDTH = 30
_SHOWN_AFTER = 1.0
_EVERY = 500


class Progress:
    """Counts steps; shows itself on a terminal once the work takes more than a moment."""

    def __init__(self, total: int, label: str) -> None:
        self.total, self.label = max(total, 1), label
        self.done = 0
        self.began = time.monotonic()
        self.is_shown = False
        self.may_show = sys.stderr.isatty()

    def step(self) -> None:
        """Note that one more step is done."""
        self.done += 1
        if self.may_show and self.done % _EVERY == 0:
            self.is_shown = self.is_shown or time.monotonic() - self.began > _SHOWN_AFTER
            if self.is_shown:
                share = min(self.done / self.total, 1)
                bar = ("█" * round(share * _WIDTH)).ljust(_WIDTH, "░")
                sys.stderr.write(f"\r{self.label} {bar} {share:4.0%}")
                sys.stderr.flush()

    def close(self) -> None:
        """Take the bar away."""
        if self.is_shown:
            sys.stderr.write("\r" + " " * (_WIDTH + len(self.label) + 8) + "\r")
            sys.stderr.flush()
