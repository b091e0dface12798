"""What a page contains that a browser would follow, load or run."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

_CSS_START = re.compile(r"""url\(\s*|@import\s+(?=["'])""", re.IGNORECASE)
_FETCHED = {
    "src": {"audio", "embed", "frame", "iframe", "img", "input", "script", "source", "track"}
    | {"video"},
    "data": {"object"},
    "poster": {"video"},
    "background": {"body", "table", "td", "th"},
    "href": {"base", "feimage", "image", "use"},
    "xlink:href": {"feimage", "image", "use"},
    "action": {"form"},
    "formaction": {"button", "input"},
    "ping": {"a", "area"},
}
"""The attributes that make a browser load an address, and the elements that have them."""
_SETS = {"srcset", "imagesrcset"}
_FETCHED_RELS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch "
    "prerender dns-prefetch preconnect".split()
)
_SCRIPTS = {"", "module", "text/javascript", "application/javascript", "text/ecmascript"}
"""The types that browsers run; others are data."""
_ROBOTS = {"robots", "googlebot", "bingbot"}
_POLICY = "content-security-policy"


class Policy(NamedTuple):
    """A Content-Security-Policy of a page."""

    text: str
    is_first: bool
    """Whether it comes before everything that it must govern."""


class Markup(HTMLParser):
    """A parsed page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []
        """The addresses that readers can follow."""
        self.fetched: list[str] = []
        """The addresses that a browser loads by itself."""
        self.scripts: list[str] = []
        """Scripts inside the page."""
        self.handlers: list[str] = []
        """Attributes that contain a script, which our policy never allows."""
        self.policies: list[Policy] = []
        self.is_hidden = False
        """Whether search engines must not index the page."""
        self._inside = ""
        self._governed = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what an element links to, loads and runs."""
        # If an attribute is repeated, browsers use the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.ids.add(attributes.get("id", ""))
        if tag in {"a", "area"}:
            self.ids.add(attributes.get("name", ""))
            self._follow(attributes.get("href"))
        for name, value in attributes.items():
            self._take(tag, name, value)
        if tag == "link":
            self._link(attributes)
        elif tag == "meta":
            self._meta(attributes)
        elif tag == "script":
            runs = (
                "src" not in attributes and attributes.get("type", "").strip().lower() in _SCRIPTS
            )
            self._inside = "script" if runs else ""
            self.scripts += [""] * runs
        elif tag == "style":
            self._inside = "style"
        self._governed |= tag in {"script", "style", "link"}

    def handle_endtag(self, tag: str) -> None:
        """End a script or a style sheet."""
        if tag in {"script", "style"}:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Collect the text of a script or a style sheet."""
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside == "style":
            self.fetched += addresses_in_css(data)

    def _take(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self.handlers.append(name)
        elif name in _SETS:
            self.fetched += [part.split()[0] for part in value.split(",") if part.strip()]
        elif name == "style":
            self.fetched += addresses_in_css(value)
        # Neither ``<use href="#icon">`` nor an empty address loads anything.
        elif tag in _FETCHED.get(name, ()) and value.strip() and not value.startswith("#"):
            self.fetched.append(value)

    def _follow(self, link: str | None) -> None:
        if link is None:
            return
        if link.strip().lower().startswith("javascript:"):
            self.handlers.append("href")
        else:
            self.links.append(link)

    def _link(self, attributes: dict[str, str]) -> None:
        rels = attributes.get("rel", "").lower().split()
        if "href" in attributes:
            (self.fetched if _FETCHED_RELS & {*rels} else self.links).append(attributes["href"])

    def _meta(self, attributes: dict[str, str]) -> None:
        name, content = attributes.get("http-equiv", "").lower(), attributes.get("content", "")
        if attributes.get("name", "").lower() in _ROBOTS:
            words = {word.strip() for word in content.lower().split(",")}
            self.is_hidden |= bool(words & {"noindex", "none"})
        if name == _POLICY:
            self.policies.append(Policy(content, not self._governed))
        elif name == "refresh" and "=" in content:
            self.fetched.append(content.partition("=")[2].strip("'\" "))


def addresses_in_css(text: str) -> list[str]:
    """Return the addresses that a style sheet loads."""
    found = (address.strip() for address in _css_addresses(_without_comments(text)))
    return [address for address in found if address and not address.startswith("#")]


# Both are linear: where an end is missing, there is none for the rest of the text either.


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _css_addresses(text: str) -> Iterator[str]:
    place = 0
    while start := _CSS_START.search(text, place):
        quote = text[start.end() : start.end() + 1]
        begin, end = (start.end() + 1, quote) if quote in {"'", '"'} else (start.end(), ")")
        place = text.find(end, begin)
        if place < 0:
            return
        yield text[begin:place]


class _Normalized(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(f"<{tag} {sorted((k, v or '') for k, v in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(" ".join(data.split()))


def normalized(text: str) -> str:
    """Normalize HTML: generators differ in spaces, quotes and entities."""
    return "".join(_Normalized(text).parts)
