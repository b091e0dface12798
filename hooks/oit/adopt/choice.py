"""Which links of the old site lead to the items of the year that is filled.

A page has the items of its own list. What belonged to an item of an older list belongs to the item
that continues it today, according to the checklists between.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from oit.adopt.links import Link
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, Item

Lists = Mapping[tuple[str, int], Checklist]
"""Checklists by name and year."""

_SEVERAL = Bilingual(
    "ข้อนี้แยกเป็นหลายข้อในแบบวัดใหม่ ให้เลือกเอง",
    "this item became several items of the newer checklist; choose one",
)


@dataclass(frozen=True)
class Found:
    """A link, and the page on which it is."""

    link: Link
    page: str
    """The address of the page."""
    is_inherited: bool = False
    """Whether it belongs to an item only because its page does."""


@dataclass(frozen=True)
class Chosen:
    """A link that leads to an item of the year that is filled."""

    found: Found
    item: Item
    year: int
    """The year of the list in which the page has it."""
    sure: bool
    why: Bilingual

    @property
    def address(self) -> str:
        """The address that it leads to."""
        return self.found.link.address


@dataclass(frozen=True)
class Choice:
    """The links of the old site, by what becomes of them."""

    every: tuple[Found, ...]
    """All links, in the order of the pages."""
    year: int | None
    """The year of the list whose links were chosen; ``None`` if there are none."""
    chosen: tuple[Chosen, ...] = ()
    left: tuple[Found, ...] = ()
    """Links of items of other lists or years, or of items that today's list does not have."""


def choose(
    found: Sequence[Found], own: Checklist, lists: Lists, from_year: int | None = None
) -> Choice:
    """Choose the links of a year: by default of the list's own, else of the newest before it.

    Args:
        found: all links.
        own: the agency's list of the year that is filled.
        lists: the lists that are known.
        from_year: the year whose links are wanted.
    """
    named = {entry: _year_of(entry.link, own.checklist) for entry in found if entry.link.item}
    years = {year for year in named.values() if year is not None and year <= own.year}
    year = from_year or max(years, default=None)
    if year is None or year not in named.values():
        return Choice(tuple(found), None, left=tuple(named))
    leads = _leads(own, year, lists)
    chosen: list[Chosen] = []
    for entry in [entry for entry, of_year in named.items() if of_year == year]:
        items = leads.get(entry.link.item or "", [])
        chosen += (_chosen(entry, item, year, several=len(items) > 1) for item in items)
    taken = {entry.found for entry in chosen}
    left = tuple(entry for entry in named if entry not in taken)
    return Choice(tuple(found), year, tuple(_once(chosen)), left)


def _year_of(link: Link, own: str) -> int | None:
    name, _, year = (link.list or "").rpartition("-")
    return int(year) if name == own and year.isdecimal() else None


def _leads(own: Checklist, year: int, lists: Lists) -> dict[str, list[Item]]:
    """Return the items of a list to which those of a year lead, by their ids."""
    ways: dict[str, list[Item]] = {item.id: [item] for item in own.items}
    newer = own
    for of_year in range(own.year - 1, year - 1, -1):
        older = lists.get((own.checklist, of_year))
        if older is None:
            return {}
        back: dict[str, list[Item]] = {}
        for item in newer.items:
            for before in older.continued_by(item):
                back.setdefault(before.id, []).extend(ways.get(item.id, []))
        ways = {of: list({item.id: item for item in to}.values()) for of, to in back.items()}
        newer = older
    return ways


def _chosen(entry: Found, item: Item, year: int, *, several: bool) -> Chosen:
    why = _SEVERAL if several else entry.link.why
    return Chosen(entry, item, year, entry.link.sure and not several, why)


def _once(chosen: Iterable[Chosen]) -> list[Chosen]:
    """Return each address once an item: the surest link of it, in the place of the first."""
    kept: dict[tuple[str, str], Chosen] = {}
    for entry in chosen:
        key = (entry.address or entry.found.link.url, entry.item.id)
        known = kept.get(key)
        if known is None or (entry.sure and not known.sure):
            kept[key] = entry
    return list(kept.values())


def inherited(found: Sequence[Found], leads: Mapping[str, Link]) -> list[Found]:
    """Return the links with those of sub-pages that name no item: they belong to their page's.

    A link that several sub-pages have is part of the site's frame, and belongs to none.

    Args:
        found: the links of all pages.
        leads: the link that leads to each sub-page, by the address of the page.
    """
    pages: dict[str, set[str]] = {}
    for entry in found:
        pages.setdefault(entry.link.address, set()).add(entry.page)
    return [
        replace(entry, link=_of_page(entry.link, leads[entry.page]), is_inherited=True)
        if not entry.link.item
        and entry.page in leads
        and leads[entry.page].item
        and len(pages[entry.link.address]) == 1
        else entry
        for entry in found
    ]


def _of_page(link: Link, leading: Link) -> Link:
    why = Bilingual(
        f"อยู่ในหน้าย่อยของข้อ {leading.item}", f"it is on the sub-page of item {leading.item}"
    )
    return replace(link, list=leading.list, item=leading.item, sure=leading.sure, why=why)
