"""A page as a person reads it: one text after another, some of which are links.

What belongs together is told by the order of the texts more than by the tags around them, since
few pages close all their tags.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from oit.adopt.markup import INLINE, SPACED
from oit.adopt.page import Page, joined
from oit.adopt.targets import target_of

_SKIPPED = {"script", "style", "noscript", "template", "head", "svg", "math", "datalist"}
_NAMED_BY_ATTRIBUTES = {"area", "input", "iframe", "embed", "object"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "summary"}
_NAVIGATION = {"nav", "footer"}
_NEVER_NAVIGATION = set("html body main article form table tbody tr td section".split())
_NAVIGATION_CLASS = re.compile(
    r"(?:main|top|site|page|primary|mega|side|left|right|header|bottom|wp)?[-_]?"
    r"(?:nav|navbar|menu|footer|sidebar|breadcrumbs?|topbar|pagination|pager|paging)"
    r"(?:[-_]?(?:nav|menu|bar|area|wrapper|container|list|links|trail|widgets?|\d+))?",
    re.IGNORECASE,
)
_CODE_ATTRIBUTE = re.compile(r"data-[a-z-]{0,20}(?:ita|oit|code|item|no|number|id)")
_MOST_ATTRIBUTES = 50


@dataclass(eq=False)
class Text:
    """A text without a break, or a link."""

    element: html.HtmlElement
    text: str
    href: str = ""
    """The address as the page writes it, if it is a link to elsewhere."""
    address: str = ""
    is_heading: bool = False
    is_toggle: bool = False
    """Whether it opens a part of this page: a tab, or the head of an accordion."""
    in_navigation: bool = False
    is_code: bool = False
    """Whether it is an attribute that names the item: ``data-ita-code="O7"``."""
    position: int = 0
    """The number that an ordered list gives it, if it is the first of its entry."""
    opens: str = ""
    """The id of the part of this page that it opens."""
    starts: str = ""
    """The id of the part of this page that begins with it."""
    navigation: tuple[html.HtmlElement, ...] = ()
    """The menus and footers that it is in."""


def outline(page: Page) -> list[Text]:
    """Return the texts and links of a page in their order."""
    if page.root is None:
        return []
    texts = list(_Walk(page).texts())
    # A menu that is never closed seems to contain the rest of the page.
    at_the_end = set(texts[-1].navigation) if texts else set()
    sizes = Counter(element for text in texts for element in text.navigation)
    large = {element for element, size in sizes.items() if 2 * size > len(texts)} & at_the_end
    for text in texts:
        text.in_navigation = any(element not in large for element in text.navigation)
    return texts


class _Walk:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.start: html.HtmlElement | None = None
        self.links: list[tuple[html.HtmlElement, str, list[str]]] = []
        self.navigation: list[html.HtmlElement] = []
        self.skipped = 0
        self.headings = 0
        self.toggles: list[html.HtmlElement] = []
        self.position = 0
        self.counts: dict[html.HtmlElement, int] = {}
        self.part = ""
        root = page.root
        assert root is not None  # noqa: S101 - `outline` asks first
        self.root = root

    def texts(self) -> Iterator[Text]:
        for title in self.root.iter("title"):
            yield Text(title, _plain(title.text_content()), is_heading=True, position=-1)
            break
        walk = html.etree.iterwalk(self.root, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                yield from self._after(element)
            elif event == "start":
                yield from self._begin(element)
            else:
                yield from self._end(element)
        yield from self._flush(self.root)

    def _begin(self, element: html.HtmlElement) -> Iterator[Text]:
        tag = element.tag
        if tag in _SKIPPED or self.skipped:
            self.skipped += 1
            return
        if tag not in INLINE:
            yield from self._flush(element)
        if _is_toggle(element):
            yield from self._flush(element)
        self._enter(element)
        attributes = element.attrib.items() if len(element.attrib) <= _MOST_ATTRIBUTES else ()
        for name, value in attributes:
            if _CODE_ATTRIBUTE.fullmatch(name) and any(letter.isdigit() for letter in value):
                yield self._text(element, value, is_code=True)
        href = target_of(element)
        if href:
            yield from self._flush(element)
            self.links.append((element, href, []))
        self._write_start(element, is_link=bool(href))

    def _enter(self, element: html.HtmlElement) -> None:
        """Remember in what the texts are that follow."""
        if element.tag == "li":
            self._count(element)
        if name := element.get("id"):
            self.part = name
        if _is_navigation(element):
            self.navigation.append(element)
        self.headings += element.tag in _HEADINGS
        if _is_toggle(element):
            self.toggles.append(element)

    def _write_start(self, element: html.HtmlElement, *, is_link: bool) -> None:
        """Write what a reader sees of an element before the elements in it."""
        tag = element.tag
        if is_link and tag in _NAMED_BY_ATTRIBUTES:
            for name in ("title", "aria-label", "value", "alt"):
                self._write(element, element.get(name))
        elif tag == "img" and element.get("alt"):
            self._write(element, f" {element.get('alt')} ")
        elif tag in SPACED:
            self._write(element, " ")
        if tag != "option" or is_link:
            self._write(element, element.text)

    def _end(self, element: html.HtmlElement) -> Iterator[Text]:
        tag = element.tag
        if self.skipped:
            self.skipped -= 1
            yield from self._after(element)
            return
        if self.links and self.links[-1][0] is element:
            yield from self._close_link()
        if tag not in INLINE or tag == "br":
            yield from self._flush(element)
        if self.toggles and self.toggles[-1] is element:
            yield from self._flush(element)
            self.toggles.pop()
        if self.navigation and self.navigation[-1] is element:
            self.navigation.pop()
        self.headings -= tag in _HEADINGS
        if tag in SPACED:
            self._write(element, " ")
        yield from self._after(element)

    def _after(self, element: html.HtmlElement) -> Iterator[Text]:
        if not self.skipped:
            parent = element.getparent()
            self._write(self.root if parent is None else parent, element.tail)
        yield from ()

    def _count(self, element: html.HtmlElement) -> None:
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return
        before = self.counts.get(parent, number_of(parent.get("start"), 1) - 1)
        self.counts[parent] = number_of(element.get("value"), before + 1)
        self.position = self.counts[parent]

    def _write(self, element: html.HtmlElement, text: str | None) -> None:
        if text:
            if text.strip() and self.start is None:
                self.start = element
            self.pieces.append(text)

    def _flush(self, element: html.HtmlElement) -> Iterator[Text]:
        text = _plain("".join(self.pieces))
        start = self.start if self.start is not None else element
        self.pieces.clear()
        self.start = None
        if not text:
            return
        if self.links:
            self.links[-1][2].append(text)
        else:
            yield self._text(start, text)

    def _close_link(self) -> Iterator[Text]:
        list(self._flush(self.links[-1][0]))
        element, href, lines = self.links.pop()
        text = "\n".join(lines) or _plain(element.get("title") or element.get("aria-label") or "")
        yield self._text(element, text, href=href, address=_absolute(self.page, href))

    def _text(self, element: html.HtmlElement, text: str, **more: object) -> Text:
        opens = _opened(self.toggles[-1]) if self.toggles else ""
        made = Text(
            element,
            text,
            is_heading=self.headings > 0,
            is_toggle=bool(self.toggles),
            navigation=() if opens else tuple(self.navigation),
            position=self.position,
            opens=opens,
            starts=self.part,
            **more,  # type: ignore[arg-type]
        )
        self.position = 0
        self.part = ""
        return made


def number_of(text: str | None, default: int) -> int:
    """Return the number that an attribute has, if it is one that a page can mean."""
    return int(text) if text and len(text) < 5 and text.isdecimal() else default


def _plain(text: str) -> str:
    return " ".join(text.split())


def _absolute(page: Page, href: str) -> str:
    try:
        address = joined(page.base, href)
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    # Only a saved page has links to files beside it.
    own = {"file"} if page.address.startswith("file:///") else set()
    return address if scheme in {"http", "https", *own} else ""


def _is_toggle(element: html.HtmlElement) -> bool:
    return element.tag in {"a", "button", "summary"} and not target_of(element)


def _opened(element: html.HtmlElement) -> str:
    for name in ("href", "data-target", "data-bs-target", "aria-controls"):
        if value := str(element.get(name, "")).strip().lstrip("#"):
            return value
    return ""


def _is_navigation(element: html.HtmlElement) -> bool:
    if element.tag in _NAVIGATION or element.get("role") in {"navigation", "contentinfo"}:
        return True
    if element.tag in _NEVER_NAVIGATION:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return any(_NAVIGATION_CLASS.fullmatch(name) for name in names)
