"""Was the site built by this program from the present data? Its manifest shows it."""

from collections.abc import Iterator
from typing import Any

from oit.bilingual import Bilingual
from oit.findings.codes.site_build import (
    DATA_CHANGED,
    HOOK_SKIPPED,
    OTHER_VERSION,
    PAGES_CHANGED,
    UNREADABLE,
)
from oit.findings.codes.site_page import ENDLESS
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import MOST_UNKNOWN, Crawl
from oit.views.pages import manifest

NO_MANIFEST = Bilingual(f"ไม่มี {manifest.PATH}", f"{manifest.PATH} is missing")
NO_ITEMS = Bilingual("ไม่มีหน้าของข้อใดเลย", "the pages of all items are missing")


def skipped(crawl: Crawl) -> Iterator[Finding]:
    """Yield one fault if the site has no page of this program, instead of one for each page."""
    items = [item.url for year in crawl.expected.site.assessments for item in year.items]
    if crawl.copy.get(manifest.PATH) is None:
        yield HOOK_SKIPPED.at(Place(""), why=NO_MANIFEST)
    elif items and not any(address in crawl.pages for address in items):
        yield HOOK_SKIPPED.at(Place(""), why=NO_ITEMS)


def endless(crawl: Crawl) -> Iterator[Finding]:
    """Yield one fault if unknown pages lead to ever more unknown pages."""
    if crawl.is_endless:
        yield ENDLESS.at(Place(""), most=MOST_UNKNOWN)


def outdated(crawl: Crawl) -> Iterator[Finding]:
    """Yield the differences between the site's manifest and the data."""
    place = Place(manifest.PATH)
    found, expected = crawl.manifest, manifest.manifest(crawl.expected_pages)
    if found is None or not _is_list(found.get("pages")):
        yield UNREADABLE.at(place)
        return
    if found.get("generator") != expected["generator"]:
        here = expected["generator"]
        yield OTHER_VERSION.at(place, found=str(found.get("generator")), here=here)
    old_pages, new_pages = _by_url(found["pages"]), _by_url(expected["pages"])
    for url in sorted(old_pages.keys() | new_pages.keys()):
        old, new = old_pages.get(url), new_pages.get(url)
        if old and new and old != new and new["data"]:
            yield DATA_CHANGED.at(place, data=new["data"])
        elif old != new:
            yield PAGES_CHANGED.at(place, page=f"/{url}")


def _is_list(pages: object) -> bool:
    return isinstance(pages, list) and all(
        isinstance(page, dict) and isinstance(page.get("url"), str) for page in pages
    )


def _by_url(pages: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {page["url"]: page for page in pages}
