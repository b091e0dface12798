"""Search for personal data in many short texts at once, such as the cells of a column."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from oit.thai.identity_search import Match, find, runs


def scan_cells(cells: Sequence[str], heading: str = "") -> Iterator[tuple[int, Match]]:
    """Yield the matches in a column, each with the index of its cell.

    Args:
        cells: the cells; they are searched together, which is fast if there is no match.
        heading: the column's heading.
    """
    for index in candidates(cells):
        for match in find(cells[index], heading):
            yield index, match


def candidates(cells: Sequence[str]) -> list[int]:
    """Return the indexes of the cells with enough digits."""
    found = [start for start, _ in runs("\0".join(cells))]
    if not found:
        return []
    starts = list(accumulate((len(cell) + 1 for cell in cells), initial=0))
    return list(dict.fromkeys(bisect_right(starts, start) - 1 for start in found))
