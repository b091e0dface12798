"""Keeps on this machine what is slow to make and depends on nothing but what it is made of."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically

_CHECKSUM = sha256().digest_size
"""What is kept follows its checksum: a disk that was full keeps half a file."""


def kept(kind: str, made_of: tuple[bytes, ...], make: Callable[[], bytes]) -> bytes:
    """Return what ``make`` made earlier of the same bytes, or makes now.

    Args:
        kind: the ending of the file's name.
        made_of: everything that the result depends on, the program that makes it too.
        make: makes the result; nothing is kept if it raises.
    """
    key = sha256(b"".join(sha256(part).digest() for part in made_of)).hexdigest()
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - pathlib's fails without a home
    file = Path(caches) / "oit" / f"{key}.{kind}"
    with suppress(OSError):
        content = file.read_bytes()
        checksum, made = content[:_CHECKSUM], content[_CHECKSUM:]
        if sha256(made).digest() == checksum:
            return made
    made = make()
    with suppress(OSError):  # it will be made again
        write_atomically(file, sha256(made).digest() + made)
    return made
