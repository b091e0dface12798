"""The index of the site's search, in three files, so that the first results come soon.

The worker (``theme/assets/oit-search.js``) answers from the titles at once, and again when it
has the texts. The theme's own index stays empty: it would be loaded with every page.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from oit.thai.writing import normalize_spelling
from oit.views.pages.page import Page, Section, lead_of, sections_of, text_of

TITLES = "search/oit.json"
"""The titles and headings of pages of the newest year and of hand-written pages."""
TEXTS = "search/texts.json"
"""The texts of these pages, by address and anchor."""
OLDER = "search/older.json"
"""The pages that are found after all others: those of older years and of tables."""
FILES = frozenset({TITLES, TEXTS, OLDER})
_OF_THEME = "search/search_index.json"


class Entry(NamedTuple):
    """What the search knows of a page."""

    url: str
    title: str
    text: str
    """The text before the first section."""
    sections: list[Section]
    keywords: str = ""
    newest: bool = True


def entry_of_page(page: Page) -> Entry:
    """Return what the search knows of a page that the program made."""
    if page.newest:
        return Entry(page.url, page.title, page.lead, page.sections, page.keywords)
    return Entry(page.url, page.title, page.description, [], page.keywords, newest=False)


def entry_of_markup(url: str, title: str, markup: str) -> Entry:
    """Return what the search knows of a hand-written page."""
    return Entry(url, text_of(title), lead_of(markup), sections_of(markup))


def write(entries: Iterable[Entry], out: Path) -> None:
    """Write the index into the folder of a site."""
    entries = list(entries)
    newest = [entry for entry in entries if entry.newest]
    files = {
        TITLES: {"pages": [_heads(entry) for entry in newest]},
        TEXTS: {"texts": {entry.url: _texts(entry) for entry in newest}},
        OLDER: {
            "pages": [
                {**_heads(entry), "text": normalize_spelling(entry.text)}
                for entry in entries
                if not entry.newest
            ]
        },
        _OF_THEME: {"config": {"lang": ["th"], "separator": r"[\s]+", "pipeline": []}, "docs": []},
    }
    (out / "search").mkdir(exist_ok=True)  # missing if the theme's plugin is switched off
    for name, content in files.items():
        compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (out / name).write_text(compact, encoding="utf-8", newline="")


def _heads(entry: Entry) -> dict[str, Any]:
    return {
        "location": entry.url,
        "title": normalize_spelling(entry.title),
        "keys": entry.keywords,
        "sections": {section.id: normalize_spelling(section.title) for section in entry.sections},
    }


def _texts(entry: Entry) -> dict[str, str]:
    """Return the texts of a page by anchor; the text before the first has an empty one."""
    sections = {section.id: normalize_spelling(section.text) for section in entry.sections}
    return {"": normalize_spelling(entry.text), **sections}
