"""What a page holds that a browser would follow, fetch or run."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s][^)]*?))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
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
"""The attributes that make a browser ask for something, and the elements that have them."""
_SETS = {"srcset", "imagesrcset"}
_FETCHED_RELS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch "
    "prerender dns-prefetch preconnect".split()
)
_SCRIPTS = {"", "module", "text/javascript", "application/javascript", "text/ecmascript"}
"""The types that run; others are data to a browser."""
_POLICY = "content-security-policy"


class Policy(NamedTuple):
    """What a page's Content-Security-Policy says."""

    text: str
    is_first: bool
    """Whether it stands before anything that it is to govern."""


class Markup(HTMLParser):
    """A page, read once."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []
        """Where readers are led."""
        self.fetched: list[str] = []
        """What a browser asks for by itself."""
        self.scripts: list[str] = []
        """Those that stand in the page."""
        self.handlers: list[str] = []
        """Attributes that hold a script, which no policy of ours allows."""
        self.policies: list[Policy] = []
        self._inside = ""
        self._governed = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an element leads to, asks for and runs."""
        # A browser heeds the first of two attributes of one name.
        given = {name: value or "" for name, value in reversed(attrs)}
        self.ids.add(given.get("id", ""))
        if tag in {"a", "area"}:
            self.ids.add(given.get("name", ""))
            self._follow(given.get("href"))
        for name, value in given.items():
            self._take(tag, name, value)
        if tag == "link":
            self._link(given)
        elif tag == "meta":
            self._meta(given)
        elif tag == "script":
            runs = "src" not in given and given.get("type", "").strip().lower() in _SCRIPTS
            self._inside = "script" if runs else ""
            self.scripts += [""] * runs
        elif tag == "style":
            self._inside = "style"
        self._governed |= tag in {"script", "style", "link"}

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a style sheet."""
        if tag in {"script", "style"}:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Take what a script or a style sheet says."""
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
        # ``<use href="#icon">`` asks for nothing, nor does an empty address.
        elif tag in _FETCHED.get(name, ()) and value.strip() and not value.startswith("#"):
            self.fetched.append(value)

    def _follow(self, link: str | None) -> None:
        if link is None:
            return
        if link.strip().lower().startswith("javascript:"):
            self.handlers.append("href")
        else:
            self.links.append(link)

    def _link(self, given: dict[str, str]) -> None:
        rels = given.get("rel", "").lower().split()
        if "href" in given:
            (self.fetched if _FETCHED_RELS & {*rels} else self.links).append(given["href"])

    def _meta(self, given: dict[str, str]) -> None:
        meaning, content = given.get("http-equiv", "").lower(), given.get("content", "")
        if meaning == _POLICY:
            self.policies.append(Policy(content, not self._governed))
        elif meaning == "refresh" and "=" in content:
            self.fetched.append(content.partition("=")[2].strip("'\" "))


def addresses_in_css(text: str) -> list[str]:
    """Return what a style sheet asks for."""
    found = _CSS_ADDRESS.findall(_CSS_COMMENT.sub("", text))
    addresses = ("".join(groups).strip() for groups in found)
    return [address for address in addresses if address and not address.startswith("#")]


class _Flat(HTMLParser):
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


def flat(text: str) -> str:
    """Write HTML in one way, whatever spaces, quotes and entities a generator prefers."""
    return "".join(_Flat(text).parts)
