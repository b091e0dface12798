"""The words and signs that the site shows for each status."""

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
ITEM_MARKS = {status: Mark(PUBLIC_LABELS[status], *signs) for status, signs in _ITEM_SIGNS.items()}
ELEMENT_MARKS = {
    status: Mark(PUBLIC_ELEMENT_LABELS[status], *signs) for status, signs in _ELEMENT_SIGNS.items()
}


def mark_of(result: ItemResult) -> Mark:
    """Return the status of an item; one of another year says of which it is."""
    words = result.of_another_year
    return (
        Mark(words.th, *_ELEMENT_SIGNS[ElementStatus.OUTDATED])
        if words
        else ITEM_MARKS[result.status]
    )
