"""The links of a page, each with the item that it belongs to."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import html

from oit.adopt.items import Meaning, meaning
from oit.adopt.labels import labels_of, main_line, says_something
from oit.adopt.lists import Choice, agrees, choose, item_numbered, prefix_of
from oit.adopt.numbers import Kind, number_in_address
from oit.adopt.outline import Text, number_of, outline
from oit.adopt.page import Page
from oit.adopt.sections import Section, sections_of
from oit.adopt.titles import titles_of
from oit.adopt.years import only_year
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist

_MANY_ITEMS = 5
_MOST_LABELS = 3_000
"""A page with more labels than this is no page of an agency."""
_LEVELS = 60
_MOST_COLUMNS = 20
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
        found.extend(_links(section, texts, choice, lists))
    return _each_once(_without_everywhere(found))


@dataclass
class _Labelled:
    """The labels of a section, and what they mean by their place among the texts."""

    texts: Sequence[Text]
    choice: Choice
    meanings: dict[int, Meaning]
    others: frozenset[int] = frozenset()
    """Numbers with their letter that mean no item of the list."""
    within: Mapping[html.HtmlElement, list[int]] = field(default_factory=dict)
    """The labels in each element around one."""


def _links(
    section: Section, texts: Sequence[Text], choice: Choice | None, lists: Collection[Checklist]
) -> Iterator[Link]:
    if choice is None:
        for text in texts[section.start : section.end]:
            if text.href:
                yield _link(text, None, None, _NO_LIST)
        return
    labelled = _labelled(section, texts, choice, lists)
    end = _end(labelled, section.end)
    following = _labels_below(labelled, section)
    current: int | None = None
    for index in range(section.start, section.end):
        text = texts[index]
        if following and index < following[-1]:
            current = following[bisect_right(following, index)]
        elif index in labelled.meanings:
            current = None if text.in_navigation else index
        elif index in labelled.others:
            current = None
        if text.href:
            above = _of_column(index, current, labelled) if index < end else None
            around = None if text.in_navigation else _only_label_around(index, labelled)
            if around is not None and (index < end or around > index):
                above = around
            yield _of_year(text, _placed(index, above, around, labelled), choice)


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
    cell = _cell(text)
    row = None if cell is None else cell.getparent()
    table = None if row is None else next(row.iterancestors("table"), None)
    head = None if table is None else next(table.iter("tr"), None)
    if cell is None or row is None or head is None or head is row:
        return None
    if len(head) != len(row) or len(head) > _MOST_COLUMNS:
        return None
    over = head[row.index(cell)]
    return only_year(" ".join("".join(islice(over.itertext(), _MOST_COLUMNS)).split()))


def _labels_below(labelled: _Labelled, section: Section) -> list[int]:
    """Return the places of the labels if they are below their links, as under a picture.

    Then a link is just above the first label, and none below the last.
    """
    texts = labelled.texts
    places = sorted(at for at in labelled.meanings if not texts[at].in_navigation)
    if len(places) < _MANY_ITEMS or any(texts[at].href for at in places):
        return []
    above = texts[max(places[0] - 2, section.start) : places[0]]
    below = texts[places[-1] : section.end]
    is_above = any(text.href and not text.in_navigation for text in above)
    is_below = any(text.href and not text.in_navigation for text in below)
    return places if is_above and not is_below else []


def _end(labelled: _Labelled, end: int) -> int:
    """Return where the links of the last item end: nothing after it says where it ends.

    They stand where those of the other items stand, are not more than those of any other, and no
    heading comes between unless one does in other items.
    """
    texts = labelled.texts
    places = sorted(at for at in labelled.meanings if not texts[at].in_navigation)
    if len(places) < 2:
        return end
    first, last = places[0], places[-1]
    paths = {_path(text) for text in texts[first:last] if text.href}
    has_headings = any(
        texts[index].is_heading and index not in labelled.meanings for index in range(first, last)
    )
    counts = Counter(
        bisect_right(places, index) for index in range(first, last) if texts[index].href
    )
    most = max(counts.values(), default=0) if len(counts) >= _MANY_ITEMS else end
    whole = _whole(labelled, first, last) if len(counts) >= _MANY_ITEMS else None
    after = 0
    for index in range(last, end):
        text = texts[index]
        if whole is not None and text.href and not _is_within(text.element, whole):
            return index
        if text.is_heading and index != last and not has_headings and not text.href:
            return index
        if text.href:
            after += 1
            if after > most or (paths and index != last and _path(text) not in paths):
                return index
    return end


def _whole(labelled: _Labelled, first: int, last: int) -> html.HtmlElement | None:
    """Return the smallest element with all labels, and all links between the first and last."""
    texts = labelled.texts
    if any(texts[index].is_astray for index in labelled.meanings):
        return None
    inner = [
        texts[index].element
        for index in range(first, last + 1)
        if texts[index].href or index in labelled.meanings
    ]
    common = list(_around(inner[0]))
    for element in inner[1:]:
        around = set(_around(element))
        common = [one for one in common if one in around]
    return common[0] if common else None


def _labelled(
    section: Section, texts: Sequence[Text], choice: Choice, lists: Collection[Checklist]
) -> _Labelled:
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
    within: dict[html.HtmlElement, list[int]] = defaultdict(list)
    if any(texts[index].is_astray for index in meanings):
        return _Labelled(texts, choice, meanings, frozenset(others), within)
    for index in meanings:
        for ancestor in _around(texts[index].element):
            within[ancestor].append(index)
    return _Labelled(texts, choice, meanings, frozenset(others), within)


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


def _path(text: Text) -> tuple[str, ...]:
    return tuple(element.tag for element in text.element.iterancestors())[:3]


def _placed(
    index: int,
    current: int | None,
    around: int | None,
    labelled: _Labelled,
) -> Link:
    """Return a link with its item: of its own label, of that around it, of that above it."""
    texts, choice = labelled.texts, labelled.choice
    text = texts[index]
    own = labelled.meanings.get(index)
    if own:
        return _link(text, choice, own)
    if text.in_navigation:
        return _by_address(text, choice)
    if current is None or (current != around and not _goes_on(text, texts[current], choice)):
        return _by_address(text, choice)
    return _checked(text, choice, labelled.meanings[current])


def _of_column(index: int, above: int | None, labelled: _Labelled) -> int | None:
    """Return the label over a link, if a row of labels is followed by a row of their links."""
    texts = labelled.texts
    if above is None:
        return None
    row = next(texts[above].element.iterancestors("tr"), None)
    cell = _cell(texts[index])
    if row is None or cell is None or cell.getparent() is row:
        return above
    beside = labelled.within.get(row, [])
    if len(beside) < 2 or cell.getparent().getparent() is not row.getparent():
        return above
    column = _column(cell)
    over = [at for at in beside if (of := _cell(texts[at])) is not None and _column(of) == column]
    return over[0] if over else above


def _cell(text: Text) -> html.HtmlElement | None:
    if text.element.tag in {"td", "th"}:
        return text.element
    return next(text.element.iterancestors("td", "th"), None)


def _column(cell: html.HtmlElement) -> int:
    spans = (before.get("colspan") for before in cell.itersiblings(preceding=True))
    return sum(number_of(span, 1) for span in spans)


def _goes_on(text: Text, above: Text, choice: Choice) -> bool:
    """Tell whether a link can be of the label above: the item of a link is seldom the next's."""
    if not above.href or _is_nested(text, above):
        return True
    if number_in_address(text.href, frozenset({prefix_of(choice.checklist)})):
        return False
    return not says_something(main_line(text.text)) and _path(text) != _path(above)


def _is_nested(text: Text, above: Text) -> bool:
    """Tell whether a link is in a list or part that belongs to the link above it."""
    parent = above.element.getparent()
    if parent is None or parent.tag in {"body", "html"}:
        return False
    return any(ancestor is parent for ancestor in text.element.iterancestors()) and _path(
        text
    ) != _path(above)


def _only_label_around(index: int, labelled: _Labelled) -> int | None:
    """Return the label with which a link is alone in a row, card or entry."""
    texts = labelled.texts
    everything = len(labelled.meanings)
    for element in _around(texts[index].element):
        inside = labelled.within.get(element)
        if not inside:
            continue
        if len(inside) == everything and everything > 1:
            return None
        items = {labelled.meanings[at].item.id for at in inside}
        if len(items) != 1 or everything == 1:
            return None
        before = [at for at in inside if at < index]
        if before:
            return None if texts[before[-1]].in_navigation else before[-1]
        # Where parts are not closed, the next item seems to be within this one.
        below = next((text for text in texts[inside[0] + 1 :] if text.href), None)
        is_open = below is not None and _is_within(below.element, element)
        return None if is_open else inside[0]
    return None


def _around(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield an element and those around it, but not all of a page that is nested deeply."""
    yield element
    yield from islice(element.iterancestors(), _LEVELS)


def _is_within(inner: html.HtmlElement, outer: html.HtmlElement) -> bool:
    return any(ancestor is outer for ancestor in inner.iterancestors())


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
