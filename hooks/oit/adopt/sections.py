"""The parts of a page that have a list of their own: a page may hold those of several years."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oit.adopt.labels import Label
from oit.adopt.numbers import Kind
from oit.adopt.outline import Text
from oit.adopt.years import is_of_the_assessment, weight, year_of_addresses, year_of_heading

_PANEL = 4
"""How much the year of a tab counts for the part of the page that it opens."""


@dataclass
class Section:
    """A part of a page with one list."""

    start: int
    end: int
    labels: list[Label] = field(default_factory=list)
    years: Counter[int] = field(default_factory=Counter)
    is_of_the_assessment: bool = False
    is_guessed: bool = False
    """Whether its year stands only in addresses."""


def sections_of(texts: Sequence[Text], labels: Sequence[Label], address: str) -> list[Section]:
    """Return the parts of a page: a new one begins where a year is named and numbers restart.

    Titles of documents name years too, which is why a year alone begins none.
    """
    sections = list(_split(texts, {label.at: label for label in labels}))
    speaks = any(is_of_the_assessment(text.text) for text in texts if not text.href)
    hrefs = [text.href for text in texts if text.href and not text.in_navigation]
    for section in sections:
        section.is_of_the_assessment = speaks
        if not section.years and (year := year_of_addresses([address]) or year_of_addresses(hrefs)):
            section.years[year] = 1
            section.is_guessed = True
    return sections


def _split(texts: Sequence[Text], labels: dict[int, Label]) -> Iterator[Section]:
    tabs = _years_of_tabs(texts)
    section = Section(0, len(texts))
    pending: Counter[int] = Counter()
    began = 0
    last = 0
    for index, text in enumerate(texts):
        label = labels.get(index)
        year = tabs.get(text.starts) if text.starts else None
        if year:
            pending = Counter({year: _PANEL})
            began = index
        is_numbered = bool(label and label.number and label.number.kind < Kind.BARE)
        heading = year_of_heading(text) if not is_numbered and text.opens not in tabs else None
        if heading:
            if not pending:
                began = index
            pending[heading] += weight(text)
        if label is None or (heading and not is_numbered):
            continue
        value = label.number.value if label.number and is_numbered else 0
        restarts = bool(pending) and (
            (value and value < last)
            or (year is not None or _panel(pending))
            or (not last and _by_heading(pending))
        )
        if section.labels and restarts and set(pending) - set(section.years):
            section.end = began
            yield section
            section = Section(began, len(texts), years=pending)
        elif not section.labels:
            section.years += pending
        pending = Counter()
        last = value or last
        section.labels.append(label)
    if not section.labels:
        section.years += pending
    yield section


def _panel(pending: Counter[int]) -> bool:
    return max(pending.values()) >= _PANEL


def _by_heading(pending: Counter[int]) -> bool:
    return max(pending.values()) >= 3


def _years_of_tabs(texts: Sequence[Text]) -> dict[str, int]:
    """Return the years of the parts of the page that tabs open, by their ids."""
    found = {}
    for text in texts:
        if text.opens and (year := year_of_heading(text)):
            found[text.opens] = year
    starts = {text.starts for text in texts}
    return {name: year for name, year in found.items() if name in starts}
