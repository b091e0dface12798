"""The pages of a document, as officers write them."""

import re
from collections.abc import Collection
from typing import NamedTuple

from oit.thai.unreadable import UnreadableError
from oit.thai.writing import fold

_PAGE = r"(?:หน้า(?:ที่)? ?|น\. ?|pp?\. ?|pages? ?)?\d{1,5}"
_RANGE = rf"{_PAGE}(?: ?(?:[-–—]|ถึง) ?{_PAGE})?"
_PAGES = re.compile(rf"{_RANGE}(?: ?(?:,|และ|กับ) ?{_RANGE})*")
_LONGEST = 200


class Pages(NamedTuple):
    """Ranges of pages, each with its first and last page."""

    ranges: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The page at which to open the document."""
        return self.ranges[0][0]

    @property
    def numbers(self) -> set[int]:
        """Every page."""
        return {page for first, last in self.ranges for page in range(first, last + 1)}

    def outside(self, count: int) -> int | None:
        """Return the first page that a document with so many pages does not have, if any."""
        pages = (page for pair in self.ranges for page in pair)
        return next((page for page in pages if not 1 <= page <= count), None)

    def __str__(self) -> str:
        return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in self.ranges)


FIRST = Pages(((1, 1),))
"""What a document shows on no page in particular is on its first."""


def read_pages(text: str) -> Pages:
    """Read ``5``, ``หน้า 3-5`` or ``3, 5, 7–9``.

    Raises:
        UnreadableError: the text is not pages, or a range ends before it begins.
    """
    plain = fold(text) if len(text) <= _LONGEST else ""
    if not _PAGES.fullmatch(plain):
        raise UnreadableError(text)
    ranges = []
    for part in re.split(r",|และ|กับ", plain):
        numbers = [int(number) for number in re.findall(r"\d+", part)]
        ranges.append((numbers[0], numbers[-1]))
    if any(first > last for first, last in ranges):
        raise UnreadableError(text)
    return Pages(tuple(ranges))


def write_pages(numbers: Collection[int]) -> str:
    """Write pages as officers do: ``3-5, 7``."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in ranges)
