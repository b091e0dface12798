"""A page of the site, whichever generator will publish it."""

import html
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from oit.source import SourceFile

# What stands on a page to lead away from it; its title is kept apart.
_WAYS = re.compile(r'<nav\b.*?</nav>|<p class="oit-crumb">.*?</p>|<h1\b.*?</h1>', re.DOTALL)
_SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
_BLANK_LINE = re.compile(r"[\r\n](?=[ \t]*[\r\n])")

# Generators and themes put titles into pages, menus and attributes, and not all of them
# escape what they put there (Material for MkDocs does not): a title has nothing to escape.
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", "&": "＆", '"': "”", "'": "’", "`": "‘"})


class Section(NamedTuple):
    """A part of a page, under a heading with an address of its own."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """A generated page."""

    url: str
    """Its permanent address from the site's root, with a slash at the end; home is empty."""
    title: str
    description: str
    html: str
    source: SourceFile | None = None
    """The data file that it shows, where it shows one."""
    updated: date | None = None
    keywords: str = ""
    """What people may search it by that does not stand on it: ``ข้อ 12``."""
    newest: bool = True
    """False for a page of an older year, or of a table: it is found by its title, after others."""
    is_index: bool = False
    """True for a page that leads to those below its address."""
    wide: bool = False
    """True for a page without side menus."""
    searched: bool = True
    """False for a page whose contents stand on another one too."""

    @property
    def path(self) -> str:
        """The Markdown file that it is generated from."""
        return f"{self.url}index.md" if self.is_index else f"{self.url.rstrip('/')}.md"

    @property
    def text(self) -> str:
        """What stands on the page under its title, as plain text."""
        return text_of(_WAYS.sub(" ", self.html))

    @property
    def sections(self) -> list[Section]:
        """The parts of the page under their headings, as plain text."""
        return sections_of(_WAYS.sub(" ", self.html))

    def markdown(self, *, with_body: bool = True) -> str:
        """Write the page as Markdown with front matter; the body is HTML that needs no more."""
        fields: dict[str, object] = {
            "title": plain(self.title),
            "description": plain(self.description),
        }
        if self.wide:
            fields["hide"] = ["navigation", "toc"]
        # JSON is YAML, and quotes whatever needs it.
        front = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items())
        # To some readers of Markdown a blank line ends the HTML, and a line begins a new one.
        body = _BLANK_LINE.sub("&#10;", self.html) if with_body else ""
        return f"---\n{front}---\n\n{body}\n"


def plain(text: str) -> str:
    """Return a text for places that may not escape: titles, menus, descriptions."""
    return " ".join(text.translate(_LOOKALIKES).split())


def text_of(markup: str) -> str:
    """Return the plain text of HTML that this program made."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def sections_of(markup: str) -> list[Section]:
    """Split HTML at its headings of the second level; what stands before them is left out."""
    heads = list(_SECTION.finditer(markup))
    # A page without headings has an end all the same.
    ends = [*(head.start() for head in heads[1:]), len(markup)]
    return [
        Section(head[1], text_of(head[2]), text_of(markup[head.end() : end]))
        for head, end in zip(heads, ends, strict=False)
    ]
