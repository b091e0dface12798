"""On which page of a document an element may be: where most of its words are.

Thai has no spaces between words, so pieces of four letters stand for them. A piece that most pages
have says little.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import log
from pathlib import Path

from oit import pdf, worker
from oit.desk.documents.held import Held
from oit.thai import writing

_MOST_PAGES = 300
_SIZE = 4
_LEAST = 0.6
"""The share of an element's pieces that a page must have, by what they say."""
_CONTENTS = "สารบญ"
"""A table of contents has the words of everything. Without its mark, as ``_plain`` gives it."""


def likely_pages(held: Held, elements: Mapping[str, str]) -> dict[str, int]:
    """Return the page on which each element may be, for those of which one stands out.

    Args:
        held: the document.
        elements: the words of each element, by its id.
    """
    if not held.is_drawn or not held.is_pdf or held.is_scan or held.pages < 2:
        return {}
    stat = held.path.stat()
    pages = _pieces_of_pages(held.path, stat.st_size, stat.st_mtime_ns)
    found = {element: _best(_pieces(words), pages) for element, words in elements.items()}
    return {element: page for element, page in found.items() if page}


def _best(wanted: frozenset[str], pages: tuple[frozenset[str], ...]) -> int:
    """Return the page that has most of the pieces; 0 if none has enough, or if two are alike."""
    weights = {
        piece: log((1 + len(pages)) / (1 + sum(piece in page for page in pages)))
        for piece in wanted
    }
    total = sum(weights.values())
    if not total:
        return 0
    shares = [sum(weights[piece] for piece in wanted & page) / total for page in pages]
    best = max(shares)
    return shares.index(best) + 1 if best >= _LEAST and shares.count(best) == 1 else 0


@lru_cache(maxsize=16)
def _pieces_of_pages(path: Path, _size: int, _changed: int) -> tuple[frozenset[str], ...]:
    try:
        texts: list[str] = worker.read(pdf.texts, path, _MOST_PAGES)
    except worker.UnreadableError:
        return ()
    return tuple(frozenset() if _CONTENTS in text else _pieces(text) for text in map(_plain, texts))


def _pieces(text: str) -> frozenset[str]:
    plain = _plain(text)
    return frozenset(plain[at : at + _SIZE] for at in range(len(plain) - _SIZE + 1))


def _plain(text: str) -> str:
    """Return letters and digits only: PDFs give vowels and tone marks in any order."""
    return "".join(filter(str.isalnum, writing.fold(text).replace("\u0e33", "\u0e32")))
