"""Look for words on the pages of a PDF in the worker, where a hostile file can do no harm."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from oit import pdf
from oit.checks.attested.found import Found, find

MOST_PAGES = 300
"""Pages after these are not read."""


def find_in(file: Path, words: Collection[str]) -> Found | None:
    """Return on which pages of a PDF words are; ``None`` if it cannot be read."""
    from oit import worker  # noqa: PLC0415 - most checks find every file in the cache

    try:
        return as_found(worker.read(_find, file, [*words]))
    except worker.UnreadableError:
        return None


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
    texts = pdf.texts(file, MOST_PAGES + 1)
    # A page after the last that is read is not known.
    texts[MOST_PAGES:] = ["" for _ in texts[MOST_PAGES:]]
    return as_plain(find(texts, words))
