"""What is better and what is worse between two assessments of the same agency."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from oit.assess.assessment import THERE, Assessment, ElementResult, ItemResult, ItemStatus
from oit.data.folder import DataFolder
from oit.data.load import read_checklist
from oit.forms.agency import Agency

_ORDER = (ItemStatus.MISSING, ItemStatus.PARTIAL, ItemStatus.COMPLETE)

Predecessors = Callable[[str], Sequence[str]]
"""Gives the ids that an item had in the list of the older assessment."""


@dataclass(frozen=True)
class ItemChange:
    """An item, how it stood before, and which of its elements came and went."""

    result: ItemResult
    before: ItemStatus | None
    """``None`` where the older list has no such item."""
    gained: tuple[ElementResult, ...] = ()
    lost: tuple[ElementResult, ...] = ()

    @property
    def is_newly_complete(self) -> bool:
        """Tell whether the item has become complete."""
        return self.result.status is ItemStatus.COMPLETE is not self.before

    @property
    def is_worse(self) -> bool:
        """Tell whether the item has fallen back."""
        now = self.result.status
        ordered = self.before in _ORDER and now in _ORDER
        return ordered and _ORDER.index(now) < _ORDER.index(self.before or now)


@dataclass(frozen=True)
class Difference:
    """Two assessments beside each other."""

    old: Assessment
    new: Assessment
    predecessors: Predecessors = lambda item_id: [item_id]

    @cached_property
    def items(self) -> list[ItemChange]:
        """Every item of the newer list."""
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
        """The items that have fallen back."""
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
    before = {element.element.id: element for one in old for element in one.elements}
    same = [(before[e.element.id], e) for e in result.elements if e.element.id in before]
    return ItemChange(
        result,
        _worst([one.status for one in old]),
        tuple(now for was, now in same if now.status in THERE and was.status not in THERE),
        tuple(now for was, now in same if was.status in THERE and now.status not in THERE),
    )


def _worst(statuses: Sequence[ItemStatus]) -> ItemStatus | None:
    """Return how several items that were made one stood: as the worst of them."""
    ordered = sorted((s for s in statuses if s in _ORDER), key=_ORDER.index)
    return next(iter(ordered), next(iter(statuses), None))


def predecessors(folder: DataFolder, agency: Agency, old: int, new: int) -> Predecessors:
    """Follow items from the list of a newer year back to that of an older one."""
    steps = []
    for year in range(new, old, -1):
        checklist, _ = read_checklist(folder, agency, year)
        # A year without a list is passed over: its items are taken to be the next year's.
        steps.append({item.id: item.continues for item in checklist.items} if checklist else None)

    def follow(item_id: str) -> list[str]:
        ids = [item_id]
        for step in steps:
            if step is not None:
                ids = [before for one in ids for before in step.get(one, [])]
        return ids

    return follow
