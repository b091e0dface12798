"""Search published files in the worker, where a hostile file can do no harm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oit import worker
from oit.bilingual import Bilingual
from oit.checks.personal.passage import InFile, UnreadError
from oit.thai.identity_search import Kind, Match, Why


def scan_file(file: Path) -> Iterator[InFile]:
    """Yield the matches in the text of a published file.

    Raises:
        UnreadError: the file, or the rest of it, cannot be searched.
    """
    try:
        found, reason = worker.read(_scan_file, file)
    except worker.UnreadableError as error:
        raise UnreadError(error.reason) from None
    for unit, at, kind, digits, start, end, why in found:
        yield InFile(unit, at, Match(Kind(kind), digits, start, end, Why(why)))
    if reason:
        raise UnreadError(Bilingual(*reason))


def _scan_file(file: Path) -> tuple[list[Any], list[str]]:
    """Return the matches, and in both languages why the rest could not be searched."""
    from oit.checks.personal import scan  # noqa: PLC0415 - only the worker needs the readers

    found: list[Any] = []
    try:
        for unit, at, (kind, digits, start, end, why) in scan.scan_file(file):
            found.append((unit, at, kind.value, digits, start, end, why.value))
    except UnreadError as error:
        return found, [*error.reason]
    return found, []
