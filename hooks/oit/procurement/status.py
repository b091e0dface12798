"""The meaning of a purchase's status; the words are data (``statuses.yml``)."""

from functools import cache
from pathlib import Path

import yaml

from oit.thai.writing import fold

_FILE = Path(__file__).with_name("statuses.yml")


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return words


def is_signed(status: str) -> bool:
    """Tell whether a status says that the contract is signed."""
    groups = ("unsigned", "signed")
    return next((name for name in groups if _says(status, name)), None) == "signed"


def is_cancelled(status: str) -> bool:
    """Tell whether a status says that there will be no contract."""
    return _says(status, "cancelled")


def _says(status: str, group: str) -> bool:
    plain = fold(status)
    return any(word in plain for word in _words()[group])
