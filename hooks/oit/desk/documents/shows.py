"""What a document shows: elements are attested page by page."""

from typing import Any

from oit.desk.documents.change import Entry
from oit.source.write import Plain
from oit.thai.pages import read_pages, write_pages
from oit.thai.unreadable import UnreadableError


def toggle(document: Entry, element: str, page: int) -> Plain:
    """Say that a page shows an element, or no longer say so."""
    shows = _shows(document)
    pages = _pages(shows.get(element, ""))
    pages ^= {page}
    return _with(document, {**shows, element: write_pages(pages)})


def added(document: Entry, element: str, page: int) -> Plain:
    """Say that a page shows an element; nothing changes if the document says so already."""
    shows = _shows(document)
    pages = _pages(shows.get(element, "")) | {page}
    return _with(document, {**shows, element: write_pages(pages)})


def within(document: Entry, count: int) -> tuple[Plain, list[str]]:
    """Return a document without the pages after its last, and the elements that lost some."""
    shows = _shows(document)
    kept, lost = dict(shows), []
    for element, text in shows.items():
        pages = _pages(text)
        left = {page for page in pages if page <= count}
        if left != pages:
            kept[element] = write_pages(left)
            lost.append(element)
    return _with(document, kept), lost


def _shows(document: Entry) -> dict[str, Any]:
    shows = document.get("shows")
    return dict(shows) if isinstance(shows, dict) else {}


def _with(document: Entry, shows: dict[str, Any]) -> Plain:
    # A document may show an element on no page in particular; only what lost its pages goes.
    before = _shows(document)
    kept = {
        element: text for element, text in shows.items() if text or before.get(element, "x") == text
    }
    rest = {name: value for name, value in document.items() if name != "shows"}
    return {**rest, "shows": kept} if kept else rest


def _pages(text: object) -> set[int]:
    try:
        return read_pages(text).numbers if isinstance(text, str) and text else set()
    except UnreadableError:
        return set()
