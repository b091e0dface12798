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
    plain = fold(status)
    groups = (name for name, words in _words().items() if any(word in plain for word in words))
    return next(groups, None) == "signed"
