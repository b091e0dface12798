"""The HTTP headers and types of a site's files, read from ``headers.yml``."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from oit.source.own import read_own

_TABLE = Path(__file__).parent / "headers.yml"


class Folders(NamedTuple):
    """Folders, and the headers of their files, which override the general ones."""

    names: list[str]
    headers: dict[str, str]


class Headers(NamedTuple):
    """The contents of ``headers.yml``."""

    headers: dict[str, str]
    """Sent with every response."""
    folders: list[Folders]
    hidden: list[str]
    """The names of files that are never served."""
    texts: dict[str, str]
    """The types of text files by extension."""
    others: dict[str, str]
    """The types of other files by extension."""

    @property
    def types(self) -> dict[str, str]:
        """The types of all files by extension."""
        return self.texts | self.others


@cache
def table() -> Headers:
    """Read the table."""
    data = read_own(_TABLE)
    folders = [Folders(**entry) for entry in data.pop("folders")]
    return Headers(folders=folders, **data)
