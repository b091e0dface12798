"""A file of the old site, as it lies on this machine."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fetched:
    """A file that was fetched from the old site, or saved from it earlier."""

    address: str
    """The address that was asked for, or the path in the saved folder."""
    path: Path
    """Where its contents are; the name says nothing."""
    content_type: str
    """The type by its contents: those of ``oit.data.documents``, ``html``, or nothing."""
    size: int
    digest: str
    """The SHA-256 of its contents in hexadecimal digits."""
    charset: str = ""
    """The charset that the server names."""
    final: str = ""
    """The address after redirects, where it was another."""
