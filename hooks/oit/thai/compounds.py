"""The Thai words that browsers break in the middle at the end of a line.

Thai is written without spaces between words. Browsers find them with a dictionary that lacks most
compounds, so a line may end within one: งบ|ประมาณ, ประพฤติมิ|ชอบ. ``compounds.txt`` lists the
words of a larger dictionary that Chromium breaks, ``other_words.txt`` its other words;
``python -m tools.thai_compounds`` writes both. ``official_words.txt`` adds words of officers that
no dictionary has.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

COMPOUNDS, OFFICIAL, OTHERS = "compounds.txt", "official_words.txt", "other_words.txt"
SHORTEST = 2
"""A single letter is hardly ever a word."""

_MARKS = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")
_LEADING = frozenset("เแโใไ")


class Piece(NamedTuple):
    """A part of a text."""

    text: str
    is_compound: bool
    """Whether it is a word that browsers would break."""


@lru_cache(maxsize=1 << 16)  # many texts of a site are repeated on several pages
def split_at_compounds(letters: str) -> tuple[Piece, ...]:
    """Split Thai letters without spaces at the compounds among them.

    Of all ways to read the letters, it takes the one that leaves the fewest letters without a
    word, then the one with the fewest words, then the one with the most letters in words of
    officers.
    """
    longest, compounds, others = _longest(), _words(COMPOUNDS), _words(OTHERS)
    official = _words(OFFICIAL)
    size = len(letters)
    # For the letters from each place on: how many are in no word, the number of words, how many
    # are in no word of officers, and the end of the first word, if one begins there.
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        outside, count, common, _ = best[start + 1]
        best[start] = (outside + 1, count, common + 1, 0)
        if start and letters[start - 1] in _LEADING:
            continue
        most = longest.get(letters[start : start + SHORTEST], 0)
        for end in range(start + SHORTEST, min(start + most, size) + 1):
            if end < size and letters[end] in _MARKS:
                continue
            outside, count, common, _ = best[end]
            if (outside, count + 1) > best[start][:2]:
                continue
            word = letters[start:end]
            if word in official:
                reading = (outside, count + 1, common, end)
            elif word in compounds or word in others:
                reading = (outside, count + 1, common + end - start, end)
            else:
                continue
            best[start] = min(best[start], reading)
    return tuple(_pieces(letters, [end for *_, end in best]))


def _pieces(letters: str, ends: list[int]) -> Iterator[Piece]:
    """Yield the compounds, and what is between them, in the order of the letters."""
    compounds = _words(COMPOUNDS, OFFICIAL)
    start = place = 0
    while place < len(letters):
        end = ends[place] or place + 1
        if letters[place:end] in compounds:
            if start < place:
                yield Piece(letters[start:place], is_compound=False)
            yield Piece(letters[place:end], is_compound=True)
            start = end
        place = end
    if start < place:
        yield Piece(letters[start:], is_compound=False)


@cache
def _words(*names: str) -> frozenset[str]:
    folder = Path(__file__).parent
    lines = [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _longest() -> dict[str, int]:
    """Return the length of the longest word by the letters that words begin with."""
    longest: dict[str, int] = {}
    for word in _words(COMPOUNDS, OFFICIAL) | _words(OTHERS):
        start = word[:SHORTEST]
        if len(word) > longest.get(start, 0):
            longest[start] = len(word)
    return longest
