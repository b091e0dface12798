"""The Thai words that browsers break in the middle at the end of a line.

Thai is written without spaces between words. Browsers find them with a dictionary that lacks most
compounds, so a line may end within one: งบ|ประมาณ, ประพฤติมิ|ชอบ. ``compounds.txt`` lists the
words of a larger dictionary that Chromium breaks, ``other_words.txt`` its other words;
``python -m tools.thai_compounds`` writes both. ``official_words.txt`` adds words of officers that
no dictionary has.
"""

from collections.abc import Iterator
from functools import cache
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


def split_at_compounds(letters: str) -> tuple[Piece, ...]:
    """Split Thai letters without spaces at the compounds among them.

    Of all ways to read the letters, it takes the one that leaves the fewest letters without a
    word, then the one with the fewest words, then the one with the most letters in words of
    officers.
    """
    words, lengths = _words(), _lengths()
    size = len(letters)
    # For the letters from each place on: how many are in no word, the number of words, how many
    # are in no word of officers, and the end of the first word, if one begins there.
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        outside, count, common, _ = best[start + 1]
        best[start] = (outside + 1, count, common + 1, 0)
        if start and letters[start - 1] in _LEADING:
            continue
        for length in lengths.get(letters[start : start + SHORTEST], ()):
            end = start + length
            if end > size:
                break
            kind = words.get(letters[start:end])
            if kind is None or (end < size and letters[end] in _MARKS):
                continue
            outside, count, common, _ = best[end]
            if kind is not OFFICIAL:
                common += length
            best[start] = min(best[start], (outside, count + 1, common, end))
    return tuple(_pieces(letters, [end for *_, end in best]))


def _pieces(letters: str, ends: list[int]) -> Iterator[Piece]:
    """Yield the compounds, and what is between them, in the order of the letters."""
    words = _words()
    start = place = 0
    while place < len(letters):
        end = ends[place] or place + 1
        if words.get(letters[place:end], OTHERS) is not OTHERS:
            if start < place:
                yield Piece(letters[start:place], is_compound=False)
            yield Piece(letters[place:end], is_compound=True)
            start = end
        place = end
    if start < place:
        yield Piece(letters[start:], is_compound=False)


@cache
def _words() -> dict[str, str]:
    """Return the list that each word stands in; officers' words may stand in another as well."""
    return {word: name for name in (OTHERS, COMPOUNDS, OFFICIAL) for word in _read(name)}


@cache
def _lengths() -> dict[str, list[int]]:
    """Return the lengths of words by the letters that they begin with, the shortest first."""
    lengths: dict[str, set[int]] = {}
    for word in _words():
        lengths.setdefault(word[:SHORTEST], set()).add(len(word))
    return {start: sorted(known) for start, known in lengths.items()}


def _read(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
