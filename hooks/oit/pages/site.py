"""The whole public site: every page and every file that is generated."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.assessment import Assessment
from oit.pages import manifest
from oit.pages.home import home_page
from oit.pages.item import item_page
from oit.pages.item_list import list_page, newest_page
from oit.pages.page import Page
from oit.report.json import as_data

STATUS_FILE = "status.json"


@dataclass(frozen=True)
class Site:
    """What a generator is to publish."""

    assessments: list[Assessment]
    """One a year, the newest first."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The pages by the path of their Markdown file."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Other files by their path from the site's root."""


def make_site(assessments: list[Assessment]) -> Site:
    """Make every page of every year; the same data gives the same bytes."""
    pages = [home_page(assessments), newest_page(assessments)]
    files = {}
    for assessment in assessments:
        newest = assessment is assessments[0]
        pages.append(list_page(assessment, assessments))
        pages += _item_pages(assessment, newest=newest)
        files[f"oit/{assessment.year}/{STATUS_FILE}"] = _json(as_data(assessment))
    files[manifest.PATH] = _json(manifest.manifest(pages))
    return Site(assessments, {page.path: page for page in pages}, files)


def _item_pages(assessment: Assessment, *, newest: bool) -> Iterator[Page]:
    items = assessment.items
    for result, before, after in zip(items, (None, *items), (*items[1:], None), strict=False):
        yield item_page(result, assessment, before, after, newest=newest)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
