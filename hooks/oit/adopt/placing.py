"""Which label each link of a part of a page belongs to, and how surely.

The tree tells it where an element has a link and one label. Elsewhere the order does: links are
above their labels or below them, which the edges of the list show.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from lxml import html

from oit.adopt.items import Meaning
from oit.adopt.labels import main_line, says_something
from oit.adopt.markup import INLINE, OPTIONAL
from oit.adopt.outline import Text, number_of

_DIGITS = re.compile(r"\d+")
_MANY_ITEMS = 5
_LEVELS = 60
_STYLED = 2
"""So many elements around a link have classes that say what it is, such as those of a pager."""
_AGREED = 3
"""So many links beside their labels show where the others are."""


@dataclass(frozen=True)
class Place:
    """The label that a link belongs to."""

    at: int
    """The place of the label among the texts."""
    sure: bool
    is_around: bool = False
    """Whether an element of the page has both, and no label of another item."""


@dataclass(frozen=True)
class Direction:
    """Whether links are before their labels, as under a picture, or after them."""

    before: bool
    sure: bool


@dataclass(frozen=True)
class Labelled:
    """The labels of a part of a page, and what they mean by their place among the texts."""

    texts: Sequence[Text]
    start: int
    end: int
    meanings: Mapping[int, Meaning]
    others: frozenset[int]
    """Numbers with their letter, or headings, that mean no item of the list."""
    unclosed: frozenset[str]
    """The tags that the page does not always close."""
    is_tangled: bool = False
    """Whether links that the page did not close may have swallowed labels."""

    def place(self, index: int) -> Place | None:
        """Return the label that a link belongs to, if it is not one itself."""
        text = self.texts[index]
        if text.in_navigation or not self.places:
            return None
        place = self._opened_by(index) or self._around(index) or self._in_order(index)
        return replace(place, sure=False) if place and self.is_tangled else place

    @cached_property
    def places(self) -> list[int]:
        """The labels in their order, without those of menus."""
        return sorted(at for at in self.meanings if not self.texts[at].in_navigation)

    @cached_property
    def _limits(self) -> list[int]:
        return sorted({*self.places, *self.others})

    @cached_property
    def _within(self) -> Mapping[html.HtmlElement, list[int]]:
        """The labels in each element."""
        within: dict[html.HtmlElement, list[int]] = defaultdict(list)
        for index in sorted(self.meanings):
            for element in around(self.texts[index].element):
                within[element].append(index)
        return within

    @cached_property
    def _opened(self) -> Mapping[str, int]:
        """The labels that open parts of the page, by the ids of the parts."""
        return {self.texts[at].opens: at for at in self.places if self.texts[at].opens}

    def _opened_by(self, index: int) -> Place | None:
        if not self._opened:
            return None
        for element in around(self.texts[index].element):
            at = self._opened.get(element.get("id", ""))
            if at is not None:
                return Place(at, self._ends(element), is_around=True)
        return None

    def _around(self, index: int) -> Place | None:
        """Return the label with which a link is alone in a row, card or entry."""
        everything = len(self.meanings)
        for element in around(self.texts[index].element):
            inside = self._within.get(element)
            if not inside:
                continue
            items = {self.meanings[at].item.id for at in inside}
            if len(items) != 1 or len(inside) == everything:
                return None
            return self._alone_in(element, index, inside)
        return None

    def _alone_in(
        self, element: html.HtmlElement, index: int, inside: Sequence[int]
    ) -> Place | None:
        ends = self._ends(element)
        last = self.places[-1]
        before = [at for at in inside if at < index]
        if before:
            at = before[-1]
            if self.texts[at].in_navigation or (at == last and not ends):
                return None
            return Place(at, sure=True, is_around=True)
        at = inside[0]
        if self.texts[at].in_navigation or ends:
            return None if self.texts[at].in_navigation else Place(at, sure=True, is_around=True)
        # Where parts are not closed, the next item seems to be within this one.
        below = next((text for text in self.texts[at + 1 :] if text.href), None)
        if at == last or (below is not None and is_within(below.element, element)):
            return None
        return Place(at, sure=False, is_around=True)

    def _ends(self, element: html.HtmlElement) -> bool:
        """Tell whether an element ends where the tree says."""
        if element.tag not in self.unclosed:
            return True
        for outer in around(element):
            if outer.tag not in OPTIONAL:
                return outer.tag not in self.unclosed
        return True

    def _in_order(self, index: int) -> Place | None:
        direction = self.direction
        start, end = self._region
        if not start <= index < end:
            return None
        limits = self._limits
        if direction.before:
            following = bisect_right(limits, index)
            at = limits[following] if following < len(limits) else None
        else:
            preceding = bisect_left(limits, index)
            at = limits[preceding - 1] if preceding else None
        if at is None or at not in self.meanings:
            return None
        sure = direction.sure and (self._is_inner(index) or self._is_surely_like(index))
        over = None if direction.before else self._over(index, at)
        return Place(at, sure and not self._is_grid) if over is None else Place(over, sure)

    def _over(self, index: int, above: int) -> int | None:
        """Return the label over a link, if a row of labels is followed by a row of their links."""
        row = next(self.texts[above].element.iterancestors("tr"), None)
        cell = cell_of(self.texts[index])
        if row is None or cell is None or cell.getparent() is row:
            return None
        beside = self._within.get(row, [])
        if len(beside) < 2 or cell.getparent().getparent() is not row.getparent():
            return None
        column = _column(cell)
        for at in beside:
            over = cell_of(self.texts[at])
            if over is not None and _column(over) == column:
                return at
        return None

    def _is_inner(self, index: int) -> bool:
        return self.places[0] < index < self.places[-1]

    @cached_property
    def direction(self) -> Direction:
        """Where links are, beside or over and under their labels."""
        if len(self.places) < 2:
            return Direction(before=False, sure=True)
        if not self._inner and not self._edges(self.start, self.places[0]):
            return Direction(before=False, sure=True)
        first, last = self.places[0], self.places[-1]
        before, after = self._edges(self.start, first), self._edges(last + 1, self.end)
        above = any(map(self._is_like, before)) or self._says_the_same(before[-1:])
        below = any(map(self._is_like, after)) or self._says_the_same(after[:1])
        if above == below:
            return Direction(before=False, sure=self._agreed)
        return Direction(before=above, sure=True)

    def _says_the_same(self, indexes: Sequence[int]) -> bool:
        """Tell whether the link next to the list says what its links say."""
        said = {self.texts[index].text for index in self._inner} - {""}
        return any(self.texts[index].text in said for index in indexes)

    @cached_property
    def _agreed(self) -> bool:
        """Whether the links beside their labels are all after them."""
        found = [(index, place) for index in self._inner if (place := self._around(index))]
        return len(found) >= _AGREED and all(place.at < index for index, place in found)

    @cached_property
    def _is_grid(self) -> bool:
        """Whether rows of labels seem to be beside rows of as many links."""
        counts = Counter(bisect_right(self.places, index) for index in self._inner)
        in_rows = run = 0
        for group in range(1, len(self.places)):
            run += 1
            if count := counts[group]:
                if count % run:
                    return False
                in_rows += run if run > 1 else 0
                run = 0
        return 2 * in_rows >= len(self.places)

    @cached_property
    def _inner(self) -> list[int]:
        """The links between the first and the last label that are none themselves."""
        return self._edges(self.places[0] + 1, self.places[-1])

    def _edges(self, start: int, end: int) -> list[int]:
        return [
            index
            for index in range(start, end)
            if self.texts[index].href
            and index not in self.meanings
            and not self.texts[index].in_navigation
        ]

    @cached_property
    def _paths(self) -> set[tuple[str, ...]]:
        return {path_of(self.texts[index]) for index in self._inner}

    @cached_property
    def _words(self) -> set[str]:
        return {_words(self.texts[index]) for index in self._inner}

    def _is_like(self, index: int) -> bool:
        """Tell whether a link at the edge of the list is one of its links: nothing ends it."""
        if not self._inner:
            return self._is_in_block(index)
        text = self.texts[index]
        if path_of(text) not in self._paths or not self._is_in_whole(index):
            return False
        whole = self._whole
        is_own = whole is not None and whole.tag not in {"body", "html"} and self._ends(whole)
        return is_own or _words(text) in self._words

    def _is_surely_like(self, index: int) -> bool:
        """Tell whether a link at the edge is also in elements of the same classes as the others."""
        inner = self._styles
        return self._is_like(index) and (not inner or _style(self.texts[index]) in inner)

    @cached_property
    def _styles(self) -> set[tuple[str, ...]]:
        return {_style(self.texts[index]) for index in self._inner}

    def _is_in_block(self, index: int) -> bool:
        """Tell whether a link is in the same line or entry as a label at the edge."""
        at = self.places[-1] if index > self.places[-1] else self.places[0]
        block = next((e for e in around(self.texts[at].element) if e.tag not in INLINE), None)
        if block is None or block.tag in {"body", "html"} or not self._ends(block):
            return False
        row = block.getparent() if block.tag in {"td", "th"} else block
        return row is not None and is_within(self.texts[index].element, row)

    def _is_in_whole(self, index: int) -> bool:
        whole = self._whole
        # One that ends elsewhere than it seems says nothing of what is after it.
        if whole is None or not self._ends(whole):
            return True
        return is_within(self.texts[index].element, whole)

    @cached_property
    def _whole(self) -> html.HtmlElement | None:
        """The smallest element with all labels, and all links between the first and last."""
        inner = [self.texts[index].element for index in (*self.places, *self._inner)]
        common = list(around(inner[0]))
        for element in inner[1:]:
            outer = set(around(element))
            common = [one for one in common if one in outer]
        return common[0] if common else None

    @cached_property
    def _region(self) -> tuple[int, int]:
        """Where the links of the first and last item are: no label says where they end.

        They are where those of the other items are, are not more than those of any other, and no
        heading is between unless one is in other items.
        """
        first, last = self.places[0], self.places[-1]
        if self.direction.before:
            return self._edge(range(first - 1, self.start - 1, -1), last) + 1, last
        if len(self.places) < 2:
            return first, self.end
        return first, self._edge(range(last, self.end), self.end)

    def _edge(self, indexes: range, end: int) -> int:
        first, last = self.places[0], self.places[-1]
        has_headings = any(
            self.texts[index].is_heading and index not in self.meanings
            for index in range(first, last)
        )
        inside = [index for index in range(first, last) if self.texts[index].href]
        counts = Counter(bisect_right(self.places, index) for index in inside)
        is_many = len(counts) >= _MANY_ITEMS
        most = max(counts.values(), default=0) if is_many else end
        paths = {path_of(self.texts[index]) for index in inside}
        found = 0
        for index in indexes:
            text = self.texts[index]
            if is_many and text.href and not self._is_in_whole(index):
                return index
            if text.is_heading and index != last and not has_headings and not text.href:
                return index
            if text.href:
                found += 1
                if found > most or (paths and index != last and path_of(text) not in paths):
                    return index
        return indexes.stop


def cell_of(text: Text) -> html.HtmlElement | None:
    """Return the cell that a text is in."""
    if text.element.tag in {"td", "th"}:
        return text.element
    return next(text.element.iterancestors("td", "th"), None)


def path_of(text: Text) -> tuple[str, ...]:
    """Return the nearest elements around a text: alike for the links of a list."""
    return tuple(element.tag for element in text.element.iterancestors())[:3]


def _style(text: Text) -> tuple[str, ...]:
    outer = [*islice(text.element.iterancestors(), _STYLED)]
    return tuple(_DIGITS.sub("", element.get("class", "")) for element in outer)


def around(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield an element and those around it, but not all of a page that is nested deeply."""
    yield element
    yield from islice(element.iterancestors(), _LEVELS)


def is_within(inner: html.HtmlElement, outer: html.HtmlElement) -> bool:
    """Tell whether an element is in another."""
    return any(ancestor is outer for ancestor in inner.iterancestors())


def _column(cell: html.HtmlElement) -> int:
    spans = (before.get("colspan") for before in cell.itersiblings(preceding=True))
    return sum(number_of(span, 1) for span in spans)


def _words(text: Text) -> str:
    line = main_line(text.text)
    return _DIGITS.sub("", line) if says_something(line) else ""
