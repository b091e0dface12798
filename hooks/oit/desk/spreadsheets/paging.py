"""Long lists in pages."""

from collections.abc import Sequence
from typing import TypeVar

PER_PAGE = 50

_T = TypeVar("_T")


class Paging:
    """The page of a list that was asked for."""

    def __init__(self, count: int, asked: str) -> None:
        """Choose a page; one that there is not is the nearest that there is."""
        self.count = count
        self.last = max(1, -(-count // PER_PAGE))
        number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 8 else 1
        self.page = min(max(number, 1), self.last)

    @property
    def first_shown(self) -> int:
        """The number of the first entry on the page, from 1."""
        return (self.page - 1) * PER_PAGE + 1

    @property
    def last_shown(self) -> int:
        """The number of the last one."""
        return min(self.page * PER_PAGE, self.count)

    def of(self, entries: Sequence[_T]) -> Sequence[_T]:
        """Return the entries on the page."""
        return entries[self.first_shown - 1 : self.last_shown]
