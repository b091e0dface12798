"""A page of the site, independent of the generator that publishes it."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from oit.source import SourceFile

# Navigation to other pages, and the title, which is kept separately. In hand-written pages elements
# may lack an end; they reach to the end of the page, so that no end is looked for twice.
_NAVIGATION = re.compile(
    r'<nav\b.*?(?:</nav>|\Z)|<p class="oit-crumb">.*?(?:</p>|\Z)|<h1\b.*?(?:</h1>|\Z)', re.DOTALL
)
_SECTION = re.compile(r'<h2 id="([^"<]+)"[^<>]*+>(.*?)(?:</h2>|\Z)', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)(?:</p>|\Z)", re.DOTALL)
_LONGEST_LEAD = 200
_WHOLE = re.compile(r'<span class="oit-whole">([^<]*+)</span>')
_TAG = re.compile(r"<script.*?(?:</script>|\Z)|<[^<>]*+>", re.DOTALL)
_BLANK_LINE = re.compile(r"[\r\n](?=[ \t]*[\r\n])")

# Generators and themes put titles into pages, menus and attributes, and not all of them escape
# titles (Material for MkDocs does not), so titles must not need escaping.
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", "&": "＆", '"': "”", "'": "’", "`": "‘"})


class Heading(NamedTuple):
    """A heading with an anchor."""

    id: str
    title: str


class Section(NamedTuple):
    """A part of a page under a heading with an anchor."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """A generated page."""

    url: str
    """Its permanent address from the site's root, ending in a slash; empty for the front page."""
    title: str
    description: str
    contents: str | Callable[[], str]
    """Its HTML, or a function that makes it: of thousands of pages, only one is held at a time."""
    source: SourceFile | None = None
    """The data file that it shows, if any."""
    updated: date | None = None
    keywords: str = ""
    """Search terms that are not in its text: ``ข้อ 12``."""
    newest: bool = True
    """False for pages of older years and of tables: found by title only, after other pages."""
    is_index: bool = False
    """True for a page that links to the pages below its address."""
    wide: bool = False
    """True for a page without side menus."""
    searched: bool = True
    """False for a page whose contents are on another page too."""

    @property
    def path(self) -> str:
        """The Markdown file that it is generated from."""
        return f"{self.url}index.md" if self.is_index else f"{self.url.rstrip('/')}.md"

    @property
    def html(self) -> str:
        """The contents of the page. They may be made anew each time, so ask once."""
        return self.contents if isinstance(self.contents, str) else self.contents()

    @property
    def text(self) -> str:
        """The contents of the page below its title, as plain text."""
        return text_of(_NAVIGATION.sub(" ", self.html))

    @property
    def lead(self) -> str:
        """The contents between its title and its first section, as plain text."""
        return lead_of(self.html)

    @property
    def sections(self) -> list[Section]:
        """The parts of the page under their headings, as plain text."""
        return sections_of(_NAVIGATION.sub(" ", self.html))

    def markdown(self, *, with_body: bool = True) -> str:
        """Render the page as Markdown with front matter; the body is HTML."""
        fields: dict[str, object] = {
            "title": plain(self.title),
            "description": plain(self.description),
        }
        if self.wide:
            fields["hide"] = ["navigation", "toc"]
        # JSON is valid YAML, and quotes whatever needs it.
        front = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items())
        # In some Markdown parsers a blank line ends the HTML.
        body = _BLANK_LINE.sub("&#10;", self.html) if with_body else ""
        return f"---\n{front}---\n\n{body}\n"


def plain(text: str) -> str:
    """Return a text that needs no escaping, for titles, menus and descriptions."""
    return " ".join(text.translate(_LOOKALIKES).split())


def text_of(markup: str) -> str:
    """Return the plain text of HTML made by this program."""
    # What stays on one line is no word of its own.
    return " ".join(html.unescape(_TAG.sub(" ", _WHOLE.sub(r"\1", markup))).split())


def lead_of(markup: str) -> str:
    """Return the plain text between the title of HTML and its first second-level heading."""
    first = _SECTION.search(markup)
    before = markup[: first.start()] if first else markup
    return text_of(_NAVIGATION.sub(" ", before))


def first_paragraph(markup: str) -> str:
    """Return the beginning of the first paragraph of HTML, as plain text."""
    paragraph = _PARAGRAPH.search(markup)
    text = text_of(paragraph[1]) if paragraph else ""
    return text if len(text) <= _LONGEST_LEAD else f"{text[:_LONGEST_LEAD].rsplit(' ', 1)[0]} …"


def sections_of(markup: str) -> list[Section]:
    """Split HTML at its second-level headings; the text before the first is left out."""
    heads = list(_SECTION.finditer(markup))
    ends = [*(head.start() for head in heads[1:]), len(markup)]
    return [
        Section(head[1], text_of(head[2]), text_of(markup[head.end() : end]))
        for head, end in zip(heads, ends, strict=False)
    ]


def headings_of(markup: str) -> list[Heading]:
    """Return the headings of a page's sections."""
    if "<h2 " not in markup:  # pages of rows are long
        return []
    heads = _SECTION.finditer(_NAVIGATION.sub(" ", markup))
    return [Heading(head[1], text_of(head[2])) for head in heads]
