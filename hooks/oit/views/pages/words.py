"""The words and signs that the site shows for each status."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from oit.assess.assessment import (
    PUBLIC_ELEMENT_LABELS,
    PUBLIC_LABELS,
    ElementStatus,
    ItemResult,
    ItemStatus,
)


class Mark(NamedTuple):
    """A status as readers see it, never by colour alone."""

    word: str
    sign: str
    tone: str
    """The colour's name in the style sheet."""


_ITEM_SIGNS = {
    ItemStatus.COMPLETE: ("✓", "good"),
    ItemStatus.PARTIAL: ("◐", "part"),
    ItemStatus.MISSING: ("✗", "none"),
    ItemStatus.NOT_APPLICABLE: ("–", "calm"),
}
_ELEMENT_SIGNS = {
    ElementStatus.SHOWN: ("✓", "good"),
    ElementStatus.ATTESTED: ("✓", "good"),
    ElementStatus.NONE_DECLARED: ("✓", "good"),
    ElementStatus.NOT_APPLICABLE: ("–", "calm"),
    ElementStatus.PARTIAL: ("◐", "part"),
    ElementStatus.OUTDATED: ("↻", "old"),
    ElementStatus.MISSING: ("✗", "none"),
}
_GAPS_SHOWN = 2
"""Of an item that lacks several elements, the list names this many; its page names all."""

ITEM_MARKS = {status: Mark(PUBLIC_LABELS[status], *signs) for status, signs in _ITEM_SIGNS.items()}
ELEMENT_MARKS = {
    status: Mark(PUBLIC_ELEMENT_LABELS[status], *signs) for status, signs in _ELEMENT_SIGNS.items()
}


OF_ANOTHER_YEAR = Mark("เป็นของปีอื่น", *_ELEMENT_SIGNS[ElementStatus.OUTDATED])
"""The status of an item whose data is of another year; programs count it as missing."""

KINDS_OF_MARK = (
    ITEM_MARKS[ItemStatus.COMPLETE],
    ITEM_MARKS[ItemStatus.PARTIAL],
    OF_ANOTHER_YEAR,
    ITEM_MARKS[ItemStatus.MISSING],
    ITEM_MARKS[ItemStatus.NOT_APPLICABLE],
)
"""Every status of an item on the site, the best first."""


def kind_of(result: ItemResult) -> Mark:
    """Return the status of an item without its details: the same for all items of the kind."""
    return OF_ANOTHER_YEAR if result.of_another_year else ITEM_MARKS[result.status]


def counts_of(results: Iterable[ItemResult]) -> list[tuple[Mark, int]]:
    """Count the items of each status; the numbers add up to all items."""
    counted = Counter(map(kind_of, results))
    return [(mark, counted[mark]) for mark in KINDS_OF_MARK if counted[mark]]


def mark_of(result: ItemResult) -> Mark:
    """Return the status of an item; one of another year says of which it is."""
    words = result.of_another_year
    return (
        Mark(words.th, *_ELEMENT_SIGNS[ElementStatus.OUTDATED])
        if words
        else ITEM_MARKS[result.status]
    )


def gap_of(result: ItemResult) -> str:
    """Say in one line what an item lacks, or why it has nothing; empty if it is complete."""
    if result.status is ItemStatus.NOT_APPLICABLE:
        stated = result.record.form.not_applicable if result.record else None
        return stated or "แบบวัดไม่ได้กำหนดให้หน่วยงานประเภทนี้แสดง"
    if words := result.of_another_year:
        return words.th
    begun = [element.described() for element in result.begun][:_GAPS_SHOWN]
    absent = [element.element.text for element in result.lacking if not element.is_begun]
    named = absent[: _GAPS_SHOWN - len(begun)]
    more = len(result.lacking) - len(begun) - len(named)
    words_of = [*begun, *([f"ยังไม่มี {' และ '.join(named)}"] if named else [])]
    words_of += [f"และอีก {more} เรื่อง"] if more else []
    return " ".join(words_of)
