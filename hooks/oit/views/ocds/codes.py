"""The OCDS codes of Thai words, as listed in ``codes.yml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from oit.source.own import read_own
from oit.thai.writing import fold

_FILE = Path(__file__).with_name("codes.yml")


def method(name: str | None) -> str | None:
    """Return the code of a method by its Thai name; ``None`` if unknown or ambiguous."""
    codes = [
        code
        for code, words in _data()["methods"].items()
        if any(word in fold(name or "") for word in words)
    ]
    return codes[0] if len(codes) == 1 else None


def category(kind: str | None) -> str | None:
    """Return the code of the kind of purchase: goods, works or services."""
    codes = (code for code, kinds in _data()["categories"].items() if fold(kind or "") in kinds)
    return next(codes, None)


def statuses(status: str | None) -> Mapping[str, str]:
    """Return the statuses of tender, award and contract that a Thai status implies, if any."""
    return _statuses().get(_short(status or ""), {})


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_own(_FILE)
    return data


@cache
def _statuses() -> dict[str, dict[str, str]]:
    return {
        _short(text): {stage: code for stage, code in entry.items() if stage != "says"}
        for entry in _data()["statuses"]
        for text in entry["says"]
    }


def _short(status: str) -> str:
    return fold(status).replace(" ", "").removeprefix("อยู่")
