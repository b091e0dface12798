"""Crawl a site: parse each page once, to compare them with what the data makes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from oit.checks.published.check import site_settings
from oit.publish.site import Publication
from oit.publish.verify.copy import NOT_FOUND_PAGE, Copy, canonical
from oit.publish.verify.markup import Markup, addresses_in_css
from oit.thai import dates
from oit.views.pages import manifest
from oit.views.pages.page import Page
from oit.views.pages.site import STATUS_FILE

MOST_UNKNOWN = 500
"""How many pages that the data does not have are read."""
_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}


@dataclass
class Crawl:
    """A crawled site, as the checks get it."""

    copy: Copy
    expected: Publication
    pages: dict[str, Markup] = field(default_factory=dict)
    """Every page of the site, by its address."""
    styles: dict[str, list[str]] = field(default_factory=dict)
    """The addresses that each style sheet loads, by its own address."""

    is_endless: bool = False
    """Whether more pages than were read lead to each other, as a calendar's do."""

    @classmethod
    def of(cls, copy: Copy, expected: Publication) -> "Crawl":
        """Parse every page that the data makes, that the copy lists, or that a page leads to."""
        crawl = cls(copy, expected)
        made = [page.url for page in expected.site.pages.values()]
        waiting = [*made, NOT_FOUND_PAGE, *map(canonical, copy.names())]
        copy.fetch([*expected.site.files, *(address for address, _ in crawl.documents)])
        seen: set[str] = set()
        left = MOST_UNKNOWN
        while waiting:
            new = [address for address in dict.fromkeys(waiting) if address not in seen]
            unknown = [address for address in new if address not in crawl.expected_addresses]
            crawl.is_endless = crawl.is_endless or len(unknown) > left
            new = [address for address in new if address not in {*unknown[left:]}]
            left -= len(unknown[:left])
            seen.update(new)
            copy.fetch(new)
            waiting = [found for address in new for found in crawl._parse(address)]
        return crawl

    @property
    def expected_pages(self) -> Iterable[Page]:
        """The pages that the data makes."""
        return self.expected.site.pages.values()

    @cached_property
    def expected_addresses(self) -> frozenset[str]:
        """The addresses of everything that the data makes, and of all documents."""
        documents = (address for address, _ in self.documents)
        files = self.expected.site.files
        made = [*(page.url for page in self.expected_pages), *files, *map(canonical, files)]
        return frozenset([*made, *documents])

    @cached_property
    def documents(self) -> list[tuple[str, Path]]:
        """The files of docs/ that are published unchanged, each with its address."""
        docs = self.expected.folder.docs
        found = ((path.relative_to(docs), path) for path in sorted(docs.rglob("*")))
        return [
            (name.as_posix(), path)
            for name, path in found
            if path.is_file()
            and name.suffix.lower() not in _PAGES
            and not any(part.startswith(".") for part in name.parts)
        ]

    @cached_property
    def settings(self) -> str:
        """The text of the site's settings, which name the scripts of its owner."""
        return site_settings(self.expected.folder)

    @cached_property
    def manifest(self) -> dict[str, Any] | None:
        """The site's own list of its pages."""
        return read_json(self.copy, manifest.PATH)

    def _parse(self, address: str) -> list[str]:
        """Parse a page or a style sheet; return the addresses in the site that it leads to."""
        held = self.copy.get(address)
        if held is None or not _is_parsed(address):
            return []
        if address.endswith(".css"):
            self.styles[address] = addresses = addresses_in_css(held.text)
        else:
            self.pages[address] = page = Markup(held.text)
            addresses = [*page.links, *page.fetched]
        return [found for link in addresses if (found := self._inside(link, address)) is not None]

    def _inside(self, link: str, page: str) -> str | None:
        try:
            target = self.copy.target(link, page)
        except ValueError:
            return None
        return canonical(target.inside) if target and target.inside is not None else None


def _is_parsed(address: str) -> bool:
    return not address or address.endswith(("/", ".html", ".css", ".svg"))


def read_json(copy: Copy, address: str) -> dict[str, Any] | None:
    """Return the object in a JSON file of the site, or ``None`` if there is none."""
    held = copy.get(address)
    try:
        value = json.loads(held.content) if held else None
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def day_of(copy: Copy, years: Iterable[int]) -> date | None:
    """Return the day that a site was built for, according to its statuses."""
    for year in years:
        status = read_json(copy, f"oit/{year}/{STATUS_FILE}") or {}
        try:
            return dates.read_day(str(status.get("today", ""))).date
        except ValueError:
            continue
    return None
