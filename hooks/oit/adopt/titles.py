"""Which item a title means, however an agency writes it.

Titles are compared by their groups of three letters. Thai marks above and below letters are left
out, since they are what people mistype and what some programs drop from addresses.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oit.data.checklist import Checklist, Item
from oit.remember import remembered
from oit.thai.writing import fold

_YEARS = re.compile(
    r"(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(?<!\d)(?:25|20)\d\d(?!\d)"
    r"|ประจำปีงบประมาณ|ปีงบประมาณ|พ\.\s?ศ\."
)
_NOT_LETTERS = re.compile("[^ก-ฮะาำเแโใไa-z0-9]+")
_CUT_OFF = re.compile(r"(?:\.{2,}|…)\s*$")
_LONGEST = 400
_SHORTEST = 2

Grams = frozenset[str]


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """Return what of a text is compared: its letters, without marks, years and blanks."""
    return _NOT_LETTERS.sub("", _YEARS.sub(" ", fold(text[:_LONGEST])))


@lru_cache(maxsize=20_000)
def _grams(letters: str) -> Grams:
    padded = f"^{letters}$"
    return frozenset(padded[index : index + 3] for index in range(len(padded) - 2))


@dataclass(frozen=True)
class Match:
    """An item whose title is like a text."""

    item: Item
    list: str
    score: float
    """From 0 to 1."""


@dataclass
class Titles:
    """The titles of the items of lists."""

    lists: Collection[Checklist]
    _names: list[tuple[str, Item, str, Grams]] = field(default_factory=list)
    _with: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[str, list[Match]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for checklist in self.lists:
            for item in checklist.items:
                for title in (item.title, *item.also):
                    self._add(title, item, name_of(checklist))

    def _add(self, title: str, item: Item, name: str) -> None:
        letters = key(title)
        for gram in _grams(letters):
            self._with[gram].append(len(self._names))
        self._names.append((name, item, letters, _grams(letters)))

    def matches(self, text: str) -> list[Match]:
        """Return the items whose titles are like a text, the most like first, each once."""
        if text not in self._known:
            best: dict[tuple[str, str], Match] = {}
            for match in self._all(text):
                known = best.get((match.list, match.item.id))
                if known is None or match.score > known.score:
                    best[match.list, match.item.id] = match
            self._known[text] = sorted(best.values(), key=lambda match: -match.score)
        return self._known[text]

    def _all(self, text: str) -> Iterator[Match]:
        letters = key(text)
        if len(letters) < _SHORTEST:
            return
        grams = _grams(letters)
        is_cut_off = bool(_CUT_OFF.search(text))
        common = Counter(index for gram in grams for index in self._with.get(gram, ()))
        for index, count in common.items():
            name, item, title, of_title = self._names[index]
            if 4 * count >= min(len(grams), len(of_title)):
                yield Match(item, name, _score(letters, grams, title, of_title, is_cut_off))


@remembered
def titles_of(lists: Sequence[Checklist]) -> Titles:
    """Return the titles of lists."""
    return Titles(lists)


def _score(text: str, grams: Grams, title: str, of_title: Grams, is_cut_off: bool) -> float:
    """Return how like two titles are: 1 if they have the same letters."""
    if text == title:
        return 1.0
    common = len(grams & of_title)
    score = 2 * common / (len(grams) + len(of_title))
    if is_cut_off and len(text) >= 8 and title.startswith(text):
        return max(score, 0.95)
    # A title with more around it, or a long one of which much is left out.
    if title in text and len(title) >= 6:
        ahead = 0.06 if text.startswith(title) else 0.0
        score = max(score, 0.62 + ahead + 0.3 * len(title) / len(text))
    elif text in title and len(text) >= 10:
        score = max(score, 0.6 + 0.35 * len(text) / len(title))
    return min(score, 0.99)


def name_of(checklist: Checklist) -> str:
    """Return the name of a list with its year: ``general-2569``."""
    return f"{checklist.checklist}-{checklist.year}"
