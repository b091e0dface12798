"""The meaning of a purchase's status; the words are data (``statuses.yml``)."""

from functools import cache, lru_cache
from pathlib import Path

from oit.source.own import read_own
from oit.thai.writing import fold

_AROUND = " .-–—()[]*"
_FILE = Path(__file__).with_name("statuses.yml")


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = read_own(_FILE)
    return words


def is_signed(status: str) -> bool:
    """Tell whether a status says that the contract is signed."""
    plain = fold(status)
    return not _says(plain, "unsigned") and _says(plain, "signed")


def is_cancelled(status: str) -> bool:
    """Tell whether a status says that there will be no contract."""
    return _says(fold(status), "cancelled")


@lru_cache(maxsize=10_000)
def is_nobody(text: str) -> bool:
    """Tell whether a text in the place of a name says that there is nobody: ``ไม่มีผู้เสนอราคา``."""
    return fold(text).strip(_AROUND) in _nobody()


@cache
def _nobody() -> frozenset[str]:
    return frozenset(map(fold, _words()["nobody"]))


def _says(plain: str, group: str) -> bool:
    return any(word in plain for word in _words()[group])
