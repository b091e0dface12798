"""What servers are to say with which files: ``headers.yml``."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

_TABLE = Path(__file__).parent / "headers.yml"


class Folders(NamedTuple):
    """Folders, and what is said with their files over what is said with all."""

    names: list[str]
    headers: dict[str, str]


class Headers(NamedTuple):
    """The whole of it."""

    headers: dict[str, str]
    """Said with every answer."""
    folders: list[Folders]
    hidden: list[str]
    """The names of files that are never given out."""
    texts: dict[str, str]
    """The types of what is text, by the endings of names."""
    others: dict[str, str]
    """The types of what is not."""

    @property
    def types(self) -> dict[str, str]:
        """The types of all."""
        return self.texts | self.others


@cache
def table() -> Headers:
    """Read the table."""
    said = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    folders = [Folders(**entry) for entry in said.pop("folders")]
    return Headers(folders=folders, **said)
