"""Does a PDF have text, or only pictures of it?"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from oit.checks.personal.passage import PAGE, Passage

_MOST_PAGES = 20
_FEWEST_LETTERS = 20
"""A scanner may print its name or a page number on a page."""


class Letters:
    """The letters on the first pages of a file, counted while it is searched."""

    def __init__(self) -> None:
        self._has_pages = False
        self._count = 0

    @property
    def are_missing(self) -> bool:
        """Tell whether the file has pages, but no text on the first of them."""
        return self._has_pages and self._count < _FEWEST_LETTERS

    def counted(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """Pass on what a file contains, and count the letters of its own pages."""
        for passage in passages:
            is_first = passage.unit is PAGE and passage.first <= _MOST_PAGES
            if is_first and not passage.inside and self._count < _FEWEST_LETTERS:
                self._has_pages = True
                letters = filter(str.isalnum, chain.from_iterable(passage.texts))
                self._count += len([*islice(letters, _FEWEST_LETTERS)])
            yield passage
