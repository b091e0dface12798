"""Of which fiscal year a document is, and which years a page names.

Years are looked for among consonants: PDFs tear ``ประจำปีงบประมาณ พ.ศ. ๒๕๖๘`` apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from oit.thai.calendar import ERA
from oit.thai.consonants import consonants_and_numbers

_T = TypeVar("_T")

_MOST_YEARS = 30
"""A plan of more years is no plan; its two numbers are something else."""
_TITLE = 200
"""Where a page has its title, in consonants."""
_FIRST_PAGES = 5
"""Where a document says of which year it is, if its title page does not."""
_CLEAR = 2
"""A year that is named so many times as often as any other is the document's."""

_CALLED = "(?:พศ|คศ|be)?"
_LONG = "(2[45][0-9]{2})(?![0-9])"
_TO = f"(?:-|ถง)(?:ปงบปรมณ|ป)?{_CALLED}"
# The short end of 2566-70; 2567-30 กันยายน is the end of one day and the start of another.
_TWO_ENDS = re.compile(rf"(?<![0-9]){_LONG}{_TO}(?:{_LONG}|([0-9]{{2}})(?![0-9ก-ฮ]))")
_BUDGET_YEAR = re.compile(f"งบปรมณ{_CALLED}{_LONG}|fiscalyear{_LONG}")
_ANY_YEAR = re.compile(f"ปรจป{_CALLED}{_LONG}|ป{_CALLED}{_LONG}")
_NUMBER = re.compile(r"(?<![0-9])(?:2[45][0-9]{2}|20[0-9]{2})(?![0-9])")
# 31/3/69, มี.ค. 69, กุมภาพันธ์ 69, ปี 69
_SHORT = re.compile(r"(?<=[/คยพมนธปณศ])([4-9][0-9])(?![0-9])")


def fiscal_years(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the fiscal years that a document says that it is of, from the texts of its pages.

    It is one year, the years of a plan from first to last, or none if that is not sure. The title
    counts before the rest of the first page with a text, which counts before the next pages. A
    budget year counts before other years, and before the years of a plan: a report on a plan of
    several years is of one of them.
    """
    pages = [page for page in map(consonants_and_numbers, texts) if page]
    first = pages[0] if pages else ""
    parts = (first[:_TITLE], first, "\n".join(pages[1:_FIRST_PAGES]))
    return next(filter(None, map(_of, parts)), ())


def years_named(text: str) -> set[str]:
    """Return the Buddhist years that a page names or covers, generously read."""
    plain = consonants_and_numbers(text)
    years = {int(number) for number in _NUMBER.findall(plain)}
    years = {year + ERA if year < 2400 else year for year in years}
    years |= {2500 + int(digits) for digits in _SHORT.findall(plain)}
    for covered in _ranges(plain):
        years.update(covered)
    return set(map(str, years))


def _of(text: str) -> tuple[int, ...]:
    plans = Counter(tuple(years) for years in _ranges(text))
    # The first year of a plan is not of itself what the document is about.
    single = _TWO_ENDS.sub("", text)
    budget = Counter(_years(_BUDGET_YEAR, single))
    if budget or plans:
        year = _clear(budget)
        return (year,) if year else () if budget else _clear(plans) or ()
    year = _clear(Counter(_years(_ANY_YEAR, single)))
    return (year,) if year else ()


def _clear(counted: Counter[_T]) -> _T | None:
    """Return what is by far the most frequent, if anything is."""
    ranked = counted.most_common(2)
    is_clear = len(ranked) == 1 or (ranked and ranked[0][1] >= _CLEAR * ranked[1][1])
    return ranked[0][0] if is_clear else None


def _years(pattern: re.Pattern[str], text: str) -> list[int]:
    return [int(next(filter(None, match.groups()))) for match in pattern.finditer(text)]


def _ranges(text: str) -> list[range]:
    found = []
    for match in _TWO_ENDS.finditer(text):
        first = int(match[1])
        last = int(match[2]) if match[2] else first // 100 * 100 + int(match[3])
        if first < last < first + _MOST_YEARS:
            found.append(range(first, last + 1))
    return found
