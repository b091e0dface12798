"""Search published files in the worker, where a hostile file can do no harm."""

from pathlib import Path
from typing import Any, NamedTuple

from oit.bilingual import Bilingual
from oit.checks.personal.passage import InFile, UnreadError
from oit.thai.identity_search import Kind, Match, Why


class Searched(NamedTuple):
    """The result of searching a published file."""

    matches: list[InFile]
    unread: Bilingual | None = None
    """Why the file, or the rest of it, could not be searched."""
    is_scan: bool = False
    """Whether it is a PDF whose first pages have no text."""


def search_file(file: Path) -> Searched:
    """Search the text of a published file."""
    from oit import worker  # noqa: PLC0415 - most checks find every file in the cache

    try:
        found, reason, is_scan = worker.read(_search_file, file)
    except worker.UnreadableError as error:
        return Searched([], error.reason)
    matches = [
        InFile(unit, at, Match(Kind(kind), digits, start, end, Why(why)))
        for unit, at, kind, digits, start, end, why in found
    ]
    return Searched(matches, Bilingual(*reason) if reason else None, is_scan)


def _search_file(file: Path) -> tuple[list[Any], list[str], bool]:
    """Return the matches, why the rest could not be searched, and whether it is a scan."""
    # Only the worker needs the readers.
    from oit.checks.personal.letters import Letters  # noqa: PLC0415
    from oit.checks.personal.scan import search  # noqa: PLC0415
    from oit.checks.personal.text import passages  # noqa: PLC0415

    found: list[Any] = []
    reason: list[str] = []
    letters = Letters()
    try:
        for unit, at, match in search(file, letters.counted(passages(file))):
            kind, digits, start, end, why = match
            found.append((unit, at, kind.value, digits, start, end, why.value))
    except UnreadError as error:
        reason = [*error.reason]
    return found, reason, letters.are_missing
