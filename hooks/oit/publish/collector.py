"""Python's collector of cyclic garbage, which may rest while a site is made.

A site is made of millions of objects, hardly any of them in a cycle. The collector looks at all
that are alive again and again, and finds nothing to free.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector rest, unless it rests already."""
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()
