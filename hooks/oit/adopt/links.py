"""The links of a page, each with the item that it belongs to."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import html

from oit.adopt.items import Meaning, meaning
from oit.adopt.labels import labels_of, main_line, says_something
from oit.adopt.lists import Choice, agrees, choose, item_numbered, prefix_of
from oit.adopt.numbers import Kind, number_in_address
from oit.adopt.outline import Text, outline
from oit.adopt.page import Page
from oit.adopt.placing import Labelled, cell_of, path_of
from oit.adopt.sections import Section, sections_of
from oit.adopt.titles import key, titles_of
from oit.adopt.years import only_year
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist
from oit.thai.writing import fold

_MOST_LABELS = 3_000
"""A page with more labels than this is no page of an agency."""
_MOST_COLUMNS = 20
_LONG_NAME = 8
_NUMBER_INSIDE = re.compile(r"\s(?:[a-z]{1,4}|ข้อ(?:ที่)?\s?)(\d{1,2})(?!\d)")
_BARE_INSIDE = re.compile(r"\s(\d{1,2})[.)]\s")
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

    @property
    def plain(self) -> dict[str, object]:
        """What ``oit adopt --format json`` prints of it."""
        return {
            "url": self.url,
            "list": self.list,
            "item": self.item,
            "sure": self.sure,
            "why": self.why.th,
        }


def links_of(page: Page, lists: Collection[Checklist]) -> list[Link]:
    """Return the links of a page in their order, each with each of its items once."""
    texts = outline(page)
    labels = labels_of(texts, titles_of(list(lists)))
    found: list[Link] = []
    for section in sections_of(texts, labels, page.address):
        is_likely = len(section.labels) <= _MOST_LABELS
        choice = (
            choose(section.labels, section.years, lists, section.is_of_the_assessment)
            if is_likely
            else None
        )
        if choice and section.is_guessed:
            choice = replace(choice, sure=False)
        found.extend(_links(section, texts, choice, lists, page))
    return _each_once(_without_everywhere(found))


def _links(
    section: Section,
    texts: Sequence[Text],
    choice: Choice | None,
    lists: Collection[Checklist],
    page: Page,
) -> Iterator[Link]:
    if choice is None:
        for text in texts[section.start : section.end]:
            if text.href:
                yield _link(text, None, None, _NO_LIST)
        return
    labelled = _labelled(section, texts, choice, lists, page)
    for index in range(section.start, section.end):
        text = texts[index]
        if text.href:
            yield _of_year(text, _placed(index, labelled, choice), choice)


def _of_year(text: Text, link: Link, choice: Choice) -> Link:
    """Return a link, not surely if it is in a column of another year."""
    year = _year_of_column(text) if link.item else None
    if year is None or year == choice.checklist.year:
        return link
    why = Bilingual(
        f"{link.why.th} แต่อยู่ในคอลัมน์ของปี {year}",
        f"{link.why.en}, but it is in the column of the year {year}",
    )
    return replace(link, sure=False, why=why)


def _year_of_column(text: Text) -> int | None:
    """Return the year over the column of a link, in a table with a column for each year."""
    cell = cell_of(text)
    row = None if cell is None else cell.getparent()
    table = None if row is None else next(row.iterancestors("table"), None)
    head = None if table is None else next(table.iter("tr"), None)
    if cell is None or row is None or head is None or head is row:
        return None
    if len(head) != len(row) or len(head) > _MOST_COLUMNS:
        return None
    over = head[row.index(cell)]
    return only_year(" ".join("".join(islice(over.itertext(), _MOST_COLUMNS)).split()))


def _labelled(
    section: Section,
    texts: Sequence[Text],
    choice: Choice,
    lists: Collection[Checklist],
    page: Page,
) -> Labelled:
    meanings: dict[int, Meaning] = {}
    others: set[int] = set()
    rows: set[html.HtmlElement] = set()
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
            if row in rows and not agrees(label, choice.checklist):
                continue
            rows.add(row)
        meanings[label.at] = found
    if choice.titles_only:
        others |= _unknown_headings(section, texts, meanings)
    labelled = Labelled(
        texts, section.start, section.end, meanings, frozenset(others), page.unclosed
    )
    if page.had_open_links and _is_tangled(labelled, choice):
        return replace(labelled, is_tangled=True)
    return labelled


def _is_tangled(labelled: Labelled, choice: Choice) -> bool:
    """Tell whether links have swallowed labels: they name items that are not theirs."""
    for index in range(labelled.start, labelled.end):
        text = labelled.texts[index]
        place = labelled.place(index) if text.href and index not in labelled.meanings else None
        if place and set(_named_inside(text.text, choice)) - {labelled.meanings[place.at].item.id}:
            return True
    return False


def _named_inside(text: str, choice: Choice) -> Iterator[str]:
    """Yield the items whose numbers or titles a text has after its beginning."""
    if choice.titles_only:
        letters = key(text)[1:]
        for item in choice.checklist.items:
            if len(name := key(item.title)) >= _LONG_NAME and name in letters:
                yield item.id
        return
    pattern = _BARE_INSIDE if choice.bare_numbers else _NUMBER_INSIDE
    for match in pattern.finditer(fold(text)):
        if named := item_numbered(choice.checklist, int(match[1])):
            yield named.id


def _unknown_headings(
    section: Section, texts: Sequence[Text], meanings: Mapping[int, Meaning]
) -> set[int]:
    """Return headings like those of the items that name none: what follows is of no item."""
    tags = {texts[at].element.tag for at in meanings}
    if len(tags) != 1 or not all(texts[at].is_heading for at in meanings):
        return set()
    return {
        at
        for at in range(section.start, section.end)
        if texts[at].is_heading and texts[at].element.tag in tags and at not in meanings
    }


def _placed(index: int, labelled: Labelled, choice: Choice) -> Link:
    """Return a link with its item: of its own label, or of the one that it is with."""
    text = labelled.texts[index]
    own = labelled.meanings.get(index)
    if own:
        return _link(text, choice, own)
    place = labelled.place(index)
    if place is None:
        return _by_address(text, choice)
    if not place.is_around and not _goes_on(text, labelled.texts[place.at], choice):
        return _by_address(text, choice)
    found = labelled.meanings[place.at]
    if found.sure and not place.sure:
        found = replace(found, sure=False, why=_beside(found.why))
    return _checked(text, choice, found)


def _beside(why: Bilingual) -> Bilingual:
    return Bilingual(
        f"{why.th} แต่ไม่แน่ชัดว่าลิงก์นี้เป็นของข้อนี้หรือของข้อข้างเคียง",
        f"{why.en}, but it may belong to the item beside it",
    )


def _goes_on(text: Text, above: Text, choice: Choice) -> bool:
    """Tell whether a link can be of the label above: the item of a link is seldom the next's."""
    if not above.href or _is_nested(text, above):
        return True
    if number_in_address(text.href, frozenset({prefix_of(choice.checklist)})):
        return False
    return not says_something(main_line(text.text)) and path_of(text) != path_of(above)


def _is_nested(text: Text, above: Text) -> bool:
    """Tell whether a link is in a list or part that belongs to the link above it."""
    parent = above.element.getparent()
    if parent is None or parent.tag in {"body", "html"}:
        return False
    return any(ancestor is parent for ancestor in text.element.iterancestors()) and path_of(
        text
    ) != path_of(above)


def _by_address(text: Text, choice: Choice) -> Link:
    """Return a link with the item that its address names, if it names one."""
    number = number_in_address(text.href, frozenset({prefix_of(choice.checklist)}))
    item = number and item_numbered(choice.checklist, number.value)
    if not item or not choice.numbers_count or choice.titles_only:
        return _link(text, None, None, _NO_ITEM)
    why = Bilingual(f"ที่อยู่มีเลขข้อ {item.id}", f"its address has the number of {item.id}")
    return _link(text, choice, Meaning(item, sure=False, why=why))


def _checked(text: Text, choice: Choice, found: Meaning) -> Link:
    """Return a link with the item of a label, not surely if its address names another."""
    number = number_in_address(text.href, frozenset({prefix_of(choice.checklist)}))
    if number and choice.numbers_count and str(number.value) != found.item.number:
        why = Bilingual(
            f"{found.why.th} แต่ที่อยู่มีเลขข้อ {number.value}",
            f"{found.why.en}, but its address has the number {number.value}",
        )
        return _link(text, choice, Meaning(found.item, sure=False, why=why))
    return _link(text, choice, found)


def _link(
    text: Text, choice: Choice | None, found: Meaning | None, why: Bilingual = _NO_ITEM
) -> Link:
    shown = " ".join(text.text.split())
    if choice is None or found is None:
        return Link(text.href, text.address, shown, None, None, False, why)
    return Link(text.href, text.address, shown, choice.name, found.item.id, found.sure, found.why)


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
