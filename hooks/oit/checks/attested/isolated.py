"""Look for words on the pages of a PDF in the worker, where a hostile file can do no harm."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from oit import pdf
from oit.checks.attested.found import Found, find
from oit.checks.attested.years import fiscal_years

MOST_PAGES = 300
"""Pages after these are not read."""


class Reading(NamedTuple):
    """What the text of a PDF says."""

    found: Found
    years: frozenset[int]
    """The fiscal years that it is of; none if that is not sure."""


def find_in(file: Path, words: Collection[str]) -> Found | None:
    """Return on which pages of a PDF words are; ``None`` if it cannot be read."""
    from oit import worker  # noqa: PLC0415 - most checks find every file in the cache

    try:
        return as_found(worker.read(_find, file, [*words]))
    except worker.UnreadableError:
        return None


def read_in(file: Path, words: Collection[str]) -> Reading | None:
    """Return on which pages of a PDF words are, and of which years it is."""
    from oit import worker  # noqa: PLC0415 - as above

    try:
        years, *found = worker.read(_read, file, [*words])
    except worker.UnreadableError:
        return None
    known = as_found(found)
    return Reading(known, frozenset(years)) if known else None


def as_found(kept: object) -> Found | None:
    """Make plain data, of the worker or of a cache, what was found; ``None`` if it is not that."""
    match kept:
        case [int(pages), list(unknown), list(contents), dict(words)]:
            with suppress(TypeError, ValueError):
                on = {word: tuple(places) for word, (places, _) in words.items()}
                in_headings = {word: tuple(places) for word, (_, places) in words.items()}
                return Found(pages, frozenset(unknown), frozenset(contents), on, in_headings)
    return None


def as_plain(found: Found) -> list[object]:
    """Return what was found as plain data."""
    words = {word: (pages, found.in_headings[word]) for word, pages in found.on.items()}
    return [found.pages, sorted(found.unknown), sorted(found.contents), words]


def _find(file: Path, words: list[str]) -> list[object]:
    return as_plain(find(_texts(file), words))


def _read(file: Path, words: list[str]) -> list[object]:
    texts = _texts(file)
    return [[*fiscal_years(texts)], *as_plain(find(texts, words))]


def _texts(file: Path) -> list[str]:
    texts = pdf.texts(file, MOST_PAGES + 1)
    # A page after the last that is read is not known.
    texts[MOST_PAGES:] = ["" for _ in texts[MOST_PAGES:]]
    return texts
