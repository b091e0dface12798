"""The contents of a file of the site: in memory if small, else those of a file on the disk."""

from hashlib import file_digest
from hashlib import sha256 as sha256_of_bytes
from pathlib import Path
from typing import TypeAlias

Contents: TypeAlias = bytes | Path
"""The contents themselves, or a file that has them."""


def read(contents: Contents) -> bytes:
    """Return the contents."""
    return contents if isinstance(contents, bytes) else contents.read_bytes()


def size(contents: Contents) -> int:
    """Return the number of bytes."""
    return len(contents) if isinstance(contents, bytes) else contents.stat().st_size


def sha256(contents: Contents) -> str:
    """Return the digest in hexadecimal digits."""
    if isinstance(contents, bytes):
        return sha256_of_bytes(contents).hexdigest()
    with contents.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
