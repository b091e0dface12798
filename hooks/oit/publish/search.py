"""The index of the site's search, in files by year, so that the first results come soon.

The worker (``theme/assets/oit-search.js``) answers from the titles at once, again when it has the
texts, and again when it has the older years. The theme's own index stays empty: it would be loaded
with every page.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from oit.remember import remembered
from oit.thai.writing import normalize_spelling
from oit.views.pages.page import Page, Section, lead_of, sections_of, text_of

TITLES = "search/oit.json"
"""Titles and headings of pages of the newest year and of hand-written pages; the other years."""
TEXTS = "search/texts.json"
"""The texts of these pages, by address and anchor."""
_YEAR = re.compile(r"\b\d{4}\b")
_WITHOUT_YEAR = "0"
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


@remembered
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
    newest: list[Entry] = []
    by_year: dict[str, list[Entry]] = {}
    for entry in entries:
        (newest if entry.newest else by_year.setdefault(_year(entry.url), [])).append(entry)
    files = {
        TITLES: {
            "years": sorted(by_year, reverse=True),
            "pages": [_heads(entry) for entry in newest],
        },
        TEXTS: {"texts": {entry.url: _texts(entry) for entry in newest}},
        **{
            _path(year): {
                "pages": [
                    {**_heads(entry), "text": normalize_spelling(entry.text)} for entry in older
                ]
            }
            for year, older in by_year.items()
        },
        _OF_THEME: {"config": {"lang": ["th"], "separator": r"[\s]+", "pipeline": []}, "docs": []},
    }
    (out / "search").mkdir(exist_ok=True)  # missing if the theme's plugin is switched off
    for path in (out / "search").glob("*.json"):
        if f"search/{path.name}" not in files:
            path.unlink()  # of a year that had pages when the site was built before
    for name, content in files.items():
        compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (out / name).write_text(compact, encoding="utf-8", newline="")


def _year(url: str) -> str:
    """Return the year of a page that is found after all others: of an older year, or a table."""
    found = _YEAR.search(url)
    return found[0] if found else _WITHOUT_YEAR


def _path(year: str) -> str:
    return f"search/{year}.json"


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
