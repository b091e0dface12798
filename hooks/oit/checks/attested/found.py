"""On which pages of a document words are.

A page without enough Thai text is not known: it is a picture, a drawing, or its letters have lost
their meaning, as in some PDFs. A table of contents has the words of everything and shows nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from oit.checks.attested.years import years_named
from oit.thai.consonants import FEWEST, TOO_FEW, consonants, thai_letters

_FEWEST_LETTERS = 40
"""Fewer consonants are a page number and a running head, or what a picture has beside it."""
_LEAST_SHARE = 0.2
"""The consonants among all visible characters; a third in Thai, none where letters are lost."""
_CONTENTS = "สรบญ"
_TITLE_LETTERS = 100
"""Where a page has its title, in consonants."""
_HEADING = 2
"""How much more a word in a heading says."""
_LEADERS = re.compile(r"(?:\.{5}|…{2}|(?:\. ){5})[. …]{0,200}[0-9๐-๙]{1,4}\s*$", re.MULTILINE)
_FEW_LEADERS = 3
_YEAR = re.compile(r"2[45][0-9]{2}")


@dataclass(frozen=True)
class Found:
    """On which pages words are; the first page is 1."""

    pages: int
    """How many pages were read."""
    unknown: frozenset[int]
    """The pages without enough text."""
    contents: frozenset[int]
    """The pages with a table of contents."""
    on: Mapping[str, tuple[int, ...]]
    """The pages of each word that was looked for."""
    in_headings: Mapping[str, tuple[int, ...]]
    """The pages of each word that have it at their head."""

    @property
    def known(self) -> int:
        """How many pages have text."""
        return self.pages - len(self.unknown)

    def is_on(self, words: Iterable[str], pages: Iterable[int]) -> bool:
        """Tell whether one of the words may be on one of the pages, of which all are known."""
        asked = set(pages)
        may_be = any(not 1 <= page <= self.pages for page in asked) or asked & self.unknown
        return bool(may_be) or any(not asked.isdisjoint(self.on[word]) for word in words)

    def pages_of(self, words: Iterable[str]) -> list[int]:
        """Return the pages that have one of the words, without contents and title page."""
        return sorted({page for word in words for page in self.on[word]} - self.contents - {1})

    def best(self, words: Iterable[str]) -> int | None:
        """Return the page that has most of the words, by what they say; ``None`` if none has.

        A word that most pages have says little, and one at the head of a page says more. The first
        words are those that are usually written. The title page has the words of everything, so it
        counts only if no other page has them.
        """
        scores: dict[int, float] = {}
        for place, word in enumerate(filter(is_telling, words), start=1):
            pages = [page for page in self.on[word] if page not in self.contents]
            for page in pages:
                weight = log(1 + self.known / len(pages)) / place
                factor = _HEADING if page in self.in_headings[word] else 1
                scores[page] = scores.get(page, 0) + weight * factor
        others = {page: score for page, score in scores.items() if page > 1} or scores
        return max(others, key=lambda page: (others[page], -page)) if others else None


def find(texts: Sequence[str], words: Iterable[str]) -> Found:
    """Find words on the pages with these texts."""
    letters = [consonants(text) for text in texts]
    numbered = [*enumerate(texts, start=1)]
    unknown = {number for number, text in numbered if not _has_text(text)}
    contents = {number for number, text in numbered if _is_contents(text, letters[number - 1])}
    years = [years_named(text) for text in texts]
    on, in_headings = {}, {}
    for word in dict.fromkeys(words):
        short = consonants(word)
        if _YEAR.fullmatch(word):
            where = [0 if word in named else -1 for named in years]
        else:
            where = [page.find(short) for page in letters]
        pages = [n for n, at in enumerate(where, start=1) if at >= 0 and n not in unknown]
        on[word] = tuple(pages)
        in_headings[word] = tuple(n for n in pages if where[n - 1] < _TITLE_LETTERS)
    return Found(len(texts), frozenset(unknown), frozenset(contents), on, in_headings)


def pages_showing(
    texts: Sequence[str], words: Mapping[str, Sequence[str]]
) -> dict[str, int | None]:
    """Return the page on which the words of each element are most likely.

    It is ``None`` if they are on no page. An element is left out if that cannot be said: it has no
    words of enough letters, or they may be on a page without text.

    Args:
        texts: the texts of all pages.
        words: the words of each element, by its id; any of them suffices.
    """
    found = find(texts, (word for some in words.values() for word in some))
    return showing(found, words)


def showing(found: Found, words: Mapping[str, Sequence[str]]) -> dict[str, int | None]:
    """Do as ``pages_showing`` does with words that were found."""
    pages: dict[str, int | None] = {}
    for element, some in words.items():
        page = found.best(some)
        is_absent = not found.unknown and not any(found.on[word] for word in some)
        if page or (is_absent and found.known and any(map(is_telling, some))):
            pages[element] = page
    return pages


def is_telling(word: str) -> bool:
    """Tell whether a page with the letters of a word has that word, and not others."""
    return len(consonants(word)) >= FEWEST


def is_findable(word: str) -> bool:
    """Tell whether a page without the letters of a word says anything."""
    return len(consonants(word)) > TOO_FEW


def _has_text(text: str) -> bool:
    letters = thai_letters(text)
    visible = sum(not character.isspace() for character in text)
    return letters >= _FEWEST_LETTERS and letters >= _LEAST_SHARE * visible


def _is_contents(text: str, letters: str) -> bool:
    is_called_so = _CONTENTS in letters[:_TITLE_LETTERS]
    return is_called_so or len(_LEADERS.findall(text)) >= _FEW_LEADERS
