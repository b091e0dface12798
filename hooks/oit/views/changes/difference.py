"""What improved and what got worse between two assessments of the same agency."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from oit.assess.assessment import (
    THERE,
    Assessment,
    ElementResult,
    ElementStatus,
    ItemResult,
    ItemStatus,
)
from oit.data.folder import DataFolder
from oit.data.load import read_checklist
from oit.forms.agency import Agency

_ORDER = (ItemStatus.MISSING, ItemStatus.PARTIAL, ItemStatus.COMPLETE)

Predecessors = Callable[[str], Sequence[str]]
"""Returns the ids that an item had in the checklist of the older assessment."""


@dataclass(frozen=True)
class ItemChange:
    """An item, its earlier status, and the elements that it gained and lost."""

    result: ItemResult
    before: ItemStatus | None
    """``None`` if the older checklist has no such item."""
    gained: tuple[ElementResult, ...] = ()
    lost: tuple[ElementResult, ...] = ()

    @property
    def is_newly_complete(self) -> bool:
        """Whether the item has become complete."""
        return self.result.status is ItemStatus.COMPLETE is not self.before

    @property
    def is_worse(self) -> bool:
        """Whether the item has got worse."""
        now = self.result.status
        ordered = self.before in _ORDER and now in _ORDER
        return ordered and _ORDER.index(now) < _ORDER.index(self.before or now)


@dataclass(frozen=True)
class Difference:
    """Two assessments compared."""

    old: Assessment
    new: Assessment
    predecessors: Predecessors = lambda item_id: [item_id]

    @cached_property
    def items(self) -> list[ItemChange]:
        """Every item of the newer checklist."""
        before = {result.item.id: result for result in self.old.items}
        return [
            _change(result, [before[i] for i in self.predecessors(result.item.id) if i in before])
            for result in self.new.items
        ]

    @property
    def newly_complete(self) -> list[ItemChange]:
        """The items that have become complete."""
        return [item for item in self.items if item.is_newly_complete]

    @property
    def worse(self) -> list[ItemChange]:
        """The items that have got worse."""
        return [item for item in self.items if item.is_worse]

    @property
    def gained(self) -> list[ItemChange]:
        """The items that show more than before."""
        return [item for item in self.items if item.gained]

    @property
    def lost(self) -> list[ItemChange]:
        """The items that show less than before."""
        return [item for item in self.items if item.lost]

    @property
    def complete(self) -> tuple[int, int]:
        """How many items were complete before, and are now."""
        done = ItemStatus.COMPLETE
        return self.old.item_counts[done], self.new.item_counts[done]


def _change(result: ItemResult, old: Sequence[ItemResult]) -> ItemChange:
    before = {element.element.id: element for item in old for element in item.elements}
    same = [(before[e.element.id], e) for e in result.elements if e.element.id in before]
    return ItemChange(
        result,
        _worst([item.status for item in old]),
        tuple(now for was, now in same if _shown(now) > _shown(was)),
        tuple(now for was, now in same if _shown(now) < _shown(was)),
    )


def _shown(result: ElementResult) -> tuple[bool, int]:
    """Return how much an element shows, to compare with itself: all of it, or how many parts."""
    is_partial = result.status is ElementStatus.PARTIAL
    return result.status in THERE, result.amount.have if is_partial and result.amount else 0


def _worst(statuses: Sequence[ItemStatus]) -> ItemStatus | None:
    """Return the status of items that were merged: the worst of theirs."""
    ordered = sorted((s for s in statuses if s in _ORDER), key=_ORDER.index)
    return next(iter(ordered), next(iter(statuses), None))


def predecessors(folder: DataFolder, agency: Agency, old: int, new: int) -> Predecessors:
    """Follow items from the checklist of a newer year back to that of an older year."""
    continued = []
    for year in range(new, old, -1):
        checklist, _ = read_checklist(folder, agency, year)
        # A year without a checklist is skipped, as if its items had the ids of the next year.
        if checklist:
            continued.append({item.id: item.continues for item in checklist.items})

    def follow(item_id: str) -> list[str]:
        ids = [item_id]
        for continues in continued:
            ids = [before for newer in ids for before in continues.get(newer, [])]
        return ids

    return follow
