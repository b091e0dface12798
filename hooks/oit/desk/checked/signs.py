"""How a status is shown: a word and a sign; the colour is additional."""

from typing import NamedTuple

from oit.assess.assessment import (
    PUBLIC_ELEMENT_LABELS,
    PUBLIC_LABELS,
    ElementStatus,
    ItemStatus,
)


class Sign(NamedTuple):
    """A status as pages show it."""

    word: str
    icon: str
    badge: str
    """The class of its colours; empty for none."""


_LOOKS = {
    "complete": ("✓", "badge--good"),
    "shown": ("✓", "badge--good"),
    "attested": ("✓", "badge--good"),
    "none_declared": ("✓", "badge--good"),
    "partial": ("◐", "badge--part"),
    "outdated": ("↻", "badge--old"),
    "missing": ("○", "badge--none"),
    "not_applicable": ("–", ""),
}


def of_item(status: ItemStatus) -> Sign:
    """Return how the status of an item is shown."""
    return Sign(PUBLIC_LABELS[status], *_LOOKS[status])


def of_element(status: ElementStatus) -> Sign:
    """Return how the status of an element is shown."""
    return Sign(PUBLIC_ELEMENT_LABELS[status], *_LOOKS[status])
