"""A visit to a site: every page of it, read once, beside what the data makes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from oit.publish.site import Publication
from oit.publish.verify.copy import NOT_FOUND_PAGE, Copy, canonical
from oit.publish.verify.markup import Markup, addresses_in_css
from oit.thai import dates
from oit.views.pages import manifest
from oit.views.pages.page import Page
from oit.views.pages.site import STATUS_FILE

_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}


@dataclass
class Visit:
    """What checks are given."""

    copy: Copy
    wanted: Publication
    pages: dict[str, Markup] = field(default_factory=dict)
    """Every page that there is, by its address."""
    styles: dict[str, list[str]] = field(default_factory=dict)
    """What each style sheet asks for, by its address."""

    @classmethod
    def of(cls, copy: Copy, wanted: Publication) -> "Visit":
        """Read every page that the data makes, that the copy lists, or that a page leads to."""
        visit = cls(copy, wanted)
        made = [page.url for page in wanted.site.pages.values()]
        waiting = [*made, NOT_FOUND_PAGE, *map(canonical, copy.names())]
        copy.fetch([*wanted.site.files, *(address for address, _ in visit.documents)])
        seen: set[str] = set()
        while waiting:
            new = [address for address in dict.fromkeys(waiting) if address not in seen]
            seen.update(new)
            copy.fetch(new)
            waiting = [found for address in new for found in visit._read(address)]
        return visit

    @property
    def made(self) -> Iterable[Page]:
        """The pages that the data makes."""
        return self.wanted.site.pages.values()

    @cached_property
    def expected(self) -> frozenset[str]:
        """The address of all that the data makes and of all documents."""
        documents = (address for address, _ in self.documents)
        files = self.wanted.site.files
        made = [*(page.url for page in self.made), *files, *map(canonical, files)]
        return frozenset([*made, *documents])

    @cached_property
    def documents(self) -> list[tuple[str, Path]]:
        """The files of docs/ that are published as they are, each with its address."""
        docs = self.wanted.folder.docs
        found = ((path.relative_to(docs), path) for path in sorted(docs.rglob("*")))
        return [
            (name.as_posix(), path)
            for name, path in found
            if path.is_file()
            and name.suffix.lower() not in _PAGES
            and not any(part.startswith(".") for part in name.parts)
        ]

    @cached_property
    def listed(self) -> dict[str, Any] | None:
        """The site's own list of its pages."""
        return read_json(self.copy, manifest.PATH)

    def _read(self, address: str) -> list[str]:
        """Read a page or a style sheet; return where in the site it leads."""
        held = self.copy.get(address)
        if held is None or not _is_looked_into(address):
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


def _is_looked_into(address: str) -> bool:
    return not address or address.endswith(("/", ".html", ".css", ".svg"))


def read_json(copy: Copy, address: str) -> dict[str, Any] | None:
    """Return what a JSON file of the site says; ``None`` where it says nothing."""
    held = copy.get(address)
    try:
        said = json.loads(held.content) if held else None
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def day_of(copy: Copy, years: Iterable[int]) -> date | None:
    """Return the day that a site says it was built for."""
    for year in years:
        said = read_json(copy, f"oit/{year}/{STATUS_FILE}") or {}
        try:
            return dates.parse_date(str(said.get("today", ""))).date
        except ValueError:
            continue
    return None
