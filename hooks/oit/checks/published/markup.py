"""What a hand-written page contains that runs in the readers' browsers.

The page is converted as the site does, so that code that is only shown is not taken for HTML.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

_EXTENSIONS = ("attr_list", "admonition", "tables", "fenced_code", "md_in_html")
_ELEMENTS = frozenset(
    "script iframe frame frameset object embed applet portal base form input button textarea"
    " select link foreignobject animate animatemotion animatetransform set handler template"
    " fencedframe noscript isindex bgsound layer".split()
)
_ADDRESSES = frozenset(
    "href src action formaction xlink:href data poster background srcset imagesrcset srcdoc cite"
    " longdesc ping lowsrc dynsrc profile codebase classid manifest to from values by".split()
)
_SCHEME = re.compile(r"(?:^|,)(?:javascript|vbscript|data|livescript|mocha|file):")
_INVISIBLE = re.compile(r"[\x00-\x20\u00ad\u200b-\u200d\u2060\ufeff]")
_LOADS = re.compile(r"url\(|@import|expression\(|-moz-binding|behavior:|image-set\(|src\(")
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)|/\*.*?\*/", re.IGNORECASE | re.DOTALL)
# Browsers end a comment here, Python's parser later.
_COMMENT_ENDS = re.compile(r"<!--+>|--!>")
_UNFINISHED = re.compile(r"<[a-zA-Z!/?][^<>]*\Z")


class Active(NamedTuple):
    """Something in a page that runs or loads something."""

    line: int
    """The line of the page, as far as it can be found."""
    what: str
    """As it is written in HTML: ``<iframe>``, ``onclick=``, ``javascript:``."""


def active_markup(text: str) -> list[Active]:
    """Return what a page of Markdown runs or loads, in the order of the page."""
    # Loads slowly, and most calls find every page in the cache.
    from markdown import markdown  # noqa: PLC0415

    page = _Page(_COMMENT_ENDS.sub("-->", markdown(text, extensions=[*_EXTENSIONS])))
    lines = text.lower().splitlines()
    found = dict.fromkeys(page.found)
    return sorted(Active(_line_of(what, lines), what) for what in found)


def _line_of(what: str, lines: list[str]) -> int:
    """Return the first line with an element, attribute or scheme; else the first line."""
    wanted = what.strip("<>").partition(" ")[0].rstrip("=:").lower()
    opened = f"<{wanted}" if what.startswith("<") else wanted
    return next((number for number, line in enumerate(lines, start=1) if opened in line), 1)


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_style = False
        self.feed(html)
        # A browser finishes such an element with the markup after the page.
        if unfinished := _UNFINISHED.search(html):
            self.feed(">")
            self.found.append(f"{unfinished[0].split()[0]} …")
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag.rpartition(":")[2] in _ELEMENTS:
            self.found.append(f"<{tag}>")
        if tag == "meta":
            self.found.append("<meta>")
        self._in_style = tag == "style"
        for name, value in attrs:
            self.found += _of_attribute(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style and _loads(data):
            self.found.append("<style> url(…)")


def _of_attribute(name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"{name}="
    elif name == "srcdoc":
        yield "srcdoc="
    elif name == "style" and _loads(value):
        yield "style= url(…)"
    elif name in _ADDRESSES:
        scheme = _SCHEME.search(_INVISIBLE.sub("", value).lower())
        if scheme:
            yield scheme[0].lstrip(",")


def _loads(style: str) -> bool:
    """Tell whether a style loads a file, however it is escaped."""
    plain = _ESCAPE.sub(_unescaped, style).lower()
    return _LOADS.search(re.sub(r"\s+(?=\()", "", plain)) is not None


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0 < code <= 0x10FFFF else ""
    return match[2] or ""
