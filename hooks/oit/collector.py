"""Python's collector of cycles, which looks at all objects again and again while more are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector rest while many objects without cycles are made, such as those of rows."""
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()


def settle() -> None:
    """Let the collector look no more at what a process has loaded, which stays until its end.

    A process does so once: what replaces parts of it later must be looked at. Objects that are no
    longer used are still freed, unless they refer to each other.
    """
    if not gc.get_freeze_count():
        gc.freeze()
