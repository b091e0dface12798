"""Data of the program itself, such as lists of words: read as strictly as that of agencies."""

from pathlib import Path
from typing import Any

from oit.source.edit import plain
from oit.source.read import parse
from oit.source.values import SourceFile


def read_own(path: Path) -> Any:
    """Read a YAML file into dictionaries, lists and texts."""
    return plain(parse(path.read_bytes(), SourceFile(path.name)).root)
