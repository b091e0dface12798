"""The links of a page, each with the item that it belongs to."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import html

from oit.adopt.items import Meaning, meaning
from oit.adopt.labels import Label, first_line, labels_of, says_something
from oit.adopt.lists import Choice, choose, item_numbered, prefix_of
from oit.adopt.numbers import Kind, number_in_address
from oit.adopt.outline import Text, outline
from oit.adopt.page import Page
from oit.adopt.sections import Section, sections_of
from oit.adopt.titles import Titles
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist

_EVERYWHERE = 4
"""A link in so many items belongs to none: it is the home page."""
_NO_ITEM = Bilingual("ไม่พบเลขข้อหรือชื่อข้อที่ลิงก์นี้อยู่ใต้", "no number or title of an item is with this link")
_NO_LIST = Bilingual("ไม่พบรายการข้อของแบบวัดที่รู้จักในหน้านี้", "the page has no list that is known")
_IN_EVERY_ITEM = Bilingual("อยู่ในหลายข้อ เช่น หน้าแรก", "it is in many items, like a home page")


@dataclass(frozen=True)
class Link:
    """A link of a page."""

    url: str
    """The address exactly as the page writes it."""
    address: str
    """The absolute address; empty if there is none."""
    text: str
    """What is written on it."""
    list: str | None
    """The list of its item: ``general-2569``."""
    item: str | None
    """The id of its item: ``O7``."""
    sure: bool
    """Whether nothing speaks against it."""
    why: Bilingual
    """What tells its item, or why none does."""


def links_of(page: Page, lists: Collection[Checklist]) -> list[Link]:
    """Return the links of a page in their order, each with each of its items once."""
    texts = outline(page)
    labels = labels_of(texts, Titles(lists))
    found: list[Link] = []
    for section in sections_of(texts, labels, page.address):
        choice = choose(section.labels, section.years, lists, section.is_of_the_assessment)
        if choice and section.is_guessed:
            choice = replace(choice, sure=False)
        found.extend(_links(section, texts, choice, lists))
    return _each_once(_without_everywhere(found))


def links_json(links: Sequence[Link]) -> dict[str, object]:
    """Return links as ``oit adopt --format json`` prints them."""
    return {
        "adopt": 1,
        "links": [
            {
                "url": link.url,
                "list": link.list,
                "item": link.item,
                "sure": link.sure,
                "why": link.why.th,
            }
            for link in links
        ],
    }


@dataclass
class _Labelled:
    """The labels of a section that mean an item, by their place among the texts."""

    meanings: dict[int, tuple[Label, Meaning]]
    others: frozenset[int] = frozenset()
    """Numbers with their letter that mean no item of the list."""
    within: Mapping[html.HtmlElement, list[int]] = field(default_factory=dict)
    """The labels in each element around one."""


def _links(
    section: Section, texts: Sequence[Text], choice: Choice | None, lists: Collection[Checklist]
) -> Iterator[Link]:
    if choice is None:
        for index in range(section.start, section.end):
            if texts[index].href:
                yield _link(texts[index], None, None, _NO_LIST)
        return
    labelled = _labelled(section, texts, choice, lists)
    prefixes = frozenset({prefix_of(choice.checklist)})
    last = max(labelled.meanings, default=-1)
    paths = _paths(labelled, texts, last)
    current: int | None = None
    for index in range(section.start, section.end):
        text = texts[index]
        if index in labelled.meanings:
            if not text.in_navigation and not (text.href and choice.titles_only):
                current = index
            elif text.in_navigation:
                current = None
        elif index in labelled.others:
            current = None
        if not text.href:
            continue
        yield _placed(index, current, texts, labelled, choice, prefixes, paths, last)


def _labelled(
    section: Section, texts: Sequence[Text], choice: Choice, lists: Collection[Checklist]
) -> _Labelled:
    meanings: dict[int, tuple[Label, Meaning]] = {}
    others: set[int] = set()
    rows: dict[html.HtmlElement, int] = {}
    for label in section.labels:
        found = meaning(label, choice, lists)
        if found is None:
            if label.number and label.number.kind < Kind.WORD:
                others.add(label.at)
            continue
        text = texts[label.at]
        row = next(text.element.iterancestors("tr"), None)
        if row is not None and not text.href:
            # What a row says after its item explains it.
            if row in rows and rows[row] != label.at and label.number:
                continue
            rows[row] = label.at
        meanings[label.at] = (label, found)
    within: dict[html.HtmlElement, list[int]] = defaultdict(list)
    for index in meanings:
        within[texts[index].element].append(index)
        for ancestor in texts[index].element.iterancestors():
            within[ancestor].append(index)
    return _Labelled(meanings, frozenset(others), within)


def _paths(labelled: _Labelled, texts: Sequence[Text], last: int) -> set[tuple[str, ...]]:
    """Return where links of items stand in the tree, but for the last item."""
    first = min(labelled.meanings, default=0)
    return {_path(texts[index]) for index in range(first, last) if texts[index].href}


def _path(text: Text) -> tuple[str, ...]:
    return tuple(element.tag for element in text.element.iterancestors())[:3]


def _placed(
    index: int,
    current: int | None,
    texts: Sequence[Text],
    labelled: _Labelled,
    choice: Choice,
    prefixes: frozenset[str],
    paths: set[tuple[str, ...]],
    last: int,
) -> Link:
    text = texts[index]
    own = labelled.meanings.get(index)
    if own:
        return _link(text, choice, own[1])
    if text.in_navigation:
        return _by_address(text, choice, prefixes) or _link(text, None, None, _NO_ITEM)
    around = _only_label_around(index, texts, labelled)
    if around is not None:
        return _checked(text, choice, labelled.meanings[around], prefixes)
    if current is not None and texts[current].href and not _is_nested(text, texts[current]):
        # The item of a link is seldom that of the next one.
        if by_address := _by_address(text, choice, prefixes):
            return by_address
        if says_something(first_line(text.text)) or _path(text) == _path(texts[current]):
            return _link(text, None, None, _NO_ITEM)
    if current is None:
        return _by_address(text, choice, prefixes) or _link(text, None, None, _NO_ITEM)
    if current == last and len(labelled.meanings) > 1 and paths and _path(text) not in paths:
        return _by_address(text, choice, prefixes) or _link(text, None, None, _NO_ITEM)
    return _checked(text, choice, labelled.meanings[current], prefixes)


def _is_nested(text: Text, above: Text) -> bool:
    """Tell whether a link is in a list or part that belongs to the link above it."""
    parent = above.element.getparent()
    if parent is None or parent.tag in {"body", "html"}:
        return False
    return any(ancestor is parent for ancestor in text.element.iterancestors()) and _path(
        text
    ) != _path(above)


def _only_label_around(index: int, texts: Sequence[Text], labelled: _Labelled) -> int | None:
    """Return the label with which a link is alone in a row, card or entry."""
    everything = len(labelled.meanings)
    for element in (texts[index].element, *texts[index].element.iterancestors()):
        inside = labelled.within.get(element)
        if not inside:
            continue
        if len(inside) == everything and everything > 1:
            return None
        items = {labelled.meanings[at][1].item.id for at in inside}
        if len(items) != 1 or everything == 1:
            return None
        before = [at for at in inside if at < index]
        nearest = before[-1] if before else inside[0]
        return None if texts[nearest].href and before else nearest
    return None


def _by_address(text: Text, choice: Choice, prefixes: frozenset[str]) -> Link | None:
    """Return a link with the item that its address names."""
    number = number_in_address(text.href, prefixes)
    item = number and item_numbered(choice.checklist, number.value)
    if not item or not choice.numbers_count or choice.titles_only:
        return None
    why = Bilingual(f"ที่อยู่มีเลขข้อ {item.id}", f"its address has the number of {item.id}")
    return Link(text.href, text.address, text.text, choice.name, item.id, False, why)


def _checked(
    text: Text, choice: Choice, label: tuple[Label, Meaning], prefixes: frozenset[str]
) -> Link:
    """Return a link with the item of a label, not surely if its address names another."""
    found = label[1]
    number = number_in_address(text.href, prefixes)
    if number and choice.numbers_count and str(number.value) != found.item.number:
        why = Bilingual(
            f"{found.why.th} แต่ที่อยู่มีเลขข้อ {number.value}",
            f"{found.why.en}, but its address has the number {number.value}",
        )
        return _link(text, choice, Meaning(found.item, False, why))
    return _link(text, choice, found)


def _link(
    text: Text, choice: Choice | None, found: Meaning | None, why: Bilingual = _NO_ITEM
) -> Link:
    shown = " ".join(text.text.split())
    if choice is None or found is None:
        return Link(text.href, text.address, shown, None, None, False, why)
    return Link(
        text.href, text.address, shown, choice.name, found.item.id, found.sure, found.why
    )


def _without_everywhere(links: Sequence[Link]) -> Iterator[Link]:
    """Yield links; those that are in many items, and the root of the site, have none."""
    items: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for link in links:
        if link.item:
            items[link.url].add((link.list, link.item))
    for link in links:
        if link.item and (len(items[link.url]) >= _EVERYWHERE or link.url in {"/", "./"}):
            yield replace(link, list=None, item=None, sure=False, why=_IN_EVERY_ITEM)
        else:
            yield link


def _each_once(links: Iterator[Link]) -> list[Link]:
    """Return each link with each of its items once, and without one only if it has none."""
    kept: dict[tuple[str, str | None, str | None], Link] = {}
    for link in links:
        known = kept.get((link.url, link.list, link.item))
        if known is None or (link.sure and not known.sure):
            kept[link.url, link.list, link.item] = link
    placed = {url for url, _, item in kept if item}
    return [link for link in kept.values() if link.item or link.url not in placed]
