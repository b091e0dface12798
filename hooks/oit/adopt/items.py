"""Which item a label means in its list, and how sure that is."""

from collections.abc import Collection
from dataclasses import dataclass

from oit.adopt.labels import Label
from oit.adopt.lists import AGREES, Choice, agrees, item_numbered
from oit.adopt.numbers import Kind
from oit.adopt.titles import Match, name_of
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, Item

_LIKE = 0.7
"""A title tells an item by itself if it is so like the item's."""
_CLEARLY = 0.1


@dataclass(frozen=True)
class Meaning:
    """The item that a label means."""

    item: Item
    sure: bool
    why: Bilingual


def meaning(label: Label, choice: Choice, lists: Collection[Checklist]) -> Meaning | None:
    """Return the item that a label means; ``None`` if it means none of its list."""
    number = label.number
    is_bare = number is None or number.kind is Kind.BARE
    if choice.titles_only:
        return _by_title(label, choice, lists) if is_bare else None
    if number is None or (is_bare and not choice.bare_numbers):
        return None
    item = item_numbered(choice.checklist, number.value)
    if item and agrees(label, choice.checklist, AGREES if choice.numbers_count else _LIKE):
        why = Bilingual(
            f"เลขข้อ {number.value} และชื่อข้อตรงกับ {item.id}",
            f"the number {number.value} and the title are those of {item.id}",
        )
        return Meaning(item, choice.sure and choice.numbers_count, why)
    if choice.bare_numbers:
        return None
    if label.title and (by_title := _by_title(label, choice, lists)):
        return _by_either(number.value, item, by_title, choice)
    is_counted = choice.numbers_count and not _is_of_no_item(label, choice, lists)
    return _by_number(number.value, item, label, choice) if item and is_counted else None


def _by_either(value: int, item: Item | None, by_title: Meaning, choice: Choice) -> Meaning:
    """Return the item of a title beside a number, which may be another's."""
    if item and by_title.item.id == item.id:
        return Meaning(item, choice.sure and choice.numbers_count, by_title.why)
    why = Bilingual(
        f"เลขข้อ {value} แต่ชื่อเป็นของ {by_title.item.id} จึงใช้ชื่อ",
        f"the number is {value}, but the title is that of {by_title.item.id}; the title counts",
    )
    return Meaning(by_title.item, sure=False, why=why)


def _by_number(value: int, item: Item, label: Label, choice: Choice) -> Meaning:
    """Return the item of a number without a title that tells."""
    if label.title:
        why = Bilingual(
            f"เลขข้อ {value} ชื่อไม่เหมือนข้อใด",
            f"the number is {value}; its title is like that of no item",
        )
        return Meaning(item, sure=False, why=why)
    return Meaning(item, choice.sure, Bilingual(f"เลขข้อ {value}", f"the number {value}"))


def _by_title(label: Label, choice: Choice, lists: Collection[Checklist]) -> Meaning | None:
    """Return the item with a title like that, its own or one of an item that it continues."""
    candidates = [match for match in label.matches if match.score >= _LIKE]
    found: dict[str, float] = {}
    items: dict[str, Item] = {}
    for match in candidates:
        for item in _continuing(match, choice.checklist, lists):
            # A title of the list itself counts a little more than one of an older list.
            score = match.score - (0.0 if match.list == choice.name else 0.02)
            found[item.id] = max(score, found.get(item.id, 0.0))
            items[item.id] = item
    if not found:
        return None
    ranked = sorted(found.items(), key=lambda one: -one[1])
    best, score = ranked[0]
    # A title that is more like one of an item that no item of the list continues means that one.
    if candidates[0].score > score + 0.05:
        return None
    if len(ranked) > 1 and score - ranked[1][1] < _CLEARLY and score < 0.95:
        return None
    why = Bilingual(f"ชื่อตรงกับ {best}", f"the title is that of {best}")
    return Meaning(items[best], choice.sure and score >= 0.95, why)


def _is_of_no_item(label: Label, choice: Choice, lists: Collection[Checklist]) -> bool:
    """Tell whether a title is clearly one that the list has no longer."""
    like = label.likeness(choice.name)
    best = label.matches[0] if label.matches else None
    return bool(
        best
        and best.score >= 0.9
        and best.score > max(like.values(), default=0.0) + _CLEARLY
        and not _continuing(best, choice.checklist, lists)
    )


def _continuing(match: Match, checklist: Checklist, lists: Collection[Checklist]) -> list[Item]:
    """Return the items of a list that are an item, or continue it through the years between."""
    name, _, year = match.list.rpartition("-")
    if match.list == name_of(checklist):
        return [match.item]
    if name != checklist.checklist or int(year) > checklist.year:
        return []
    items = [match.item]
    by_year = {other.year: other for other in lists if other.checklist == name}
    for later in range(int(year) + 1, checklist.year + 1):
        if later not in by_year:
            return []
        slugs = {item.slug for item in items}
        before = by_year.get(later - 1)
        items = [
            item
            for item in by_year[later].items
            if before and slugs & {old.slug for old in before.continued_by(item)}
        ]
    return items
