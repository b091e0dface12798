"""The MkDocs adapter of the overview of a fleet (`oit fleet site`)."""

import html
import os
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from oit.contents import Contents
from oit.fleet.folder import FleetFolder
from oit.fleet.list import read_list
from oit.fleet.open_data import open_data
from oit.fleet.overview import overview_of
from oit.fleet.pages import STAFF, Order, files_of, pages_of
from oit.publish import search
from oit.publish.site import THEME_FILTERS, finished, is_unwanted
from oit.views.pages.font import SHEET, font_files
from oit.views.pages.page import Page

_pages: dict[str, Page] = {}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Make the pages and files, and lay out the menu without the pages of districts."""
    for file in [file for file in files if is_unwanted(file.src_uri)]:
        files.remove(file)
    fleet = FleetFolder(Path(os.environ["OIT_DATA"]))
    listed = read_list(fleet.list)
    if listed.findings:
        raise PluginError(
            "\n".join(f"{found.place.file}: {found.message('th')}" for found in listed.findings)
        )
    closes = config.extra["closes"]
    order = Order(
        staff=bool(os.getenv("OIT_STAFF")),
        league=config.extra["league"],
        closes=date.fromisoformat(closes) if closes else None,
        manual=config.extra["manual"],
    )
    overview = overview_of(fleet, listed.agencies)
    data = open_data(overview, fleet)
    pages = pages_of(overview, order, data)
    _pages.clear()
    _pages.update({page.path: page for page in pages})
    config.extra["oit"] = {"feed": False, "noindex": order.staff, "is_overview": True}
    shown = [page for page in pages if page.url.count("/") == 1 or page.url.startswith(STAFF)]
    config.nav = [{"หน้าแรก": "index.md"}, *(page.path for page in shown)]
    for path, page in _pages.items():
        markdown = page.markdown(with_body=False)
        level = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=markdown, inclusion=level))
    for path, contents in {**files_of(order, pages, data), **font_files()}.items():
        files.append(_file(config, path, contents))
    config.extra_css.append(SHEET)


def _file(config: MkDocsConfig, path: str, contents: Contents) -> File:
    if isinstance(contents, Path):
        return File.generated(config, path, abs_src_path=str(contents))
    return File.generated(config, path, content=contents)


def on_env(env: Any, **_: Any) -> None:
    """Give the theme's templates what they know of a site."""
    env.filters.update(THEME_FILTERS)
    nothing = {"list": "items/", "contact": None, "phone": "", "dial": ""}
    env.globals.update(has_days=False, nothing_found=nothing)


def on_page_context(_: Any, page: MkDocsPage, **_others: Any) -> None:
    """Insert the page's contents, and let the theme's first link skip to them."""
    made = _pages[page.file.src_uri]
    page.content = made.html
    page.toc = TableOfContents([AnchorLink(html.escape(made.title), "content", 1)])


def on_post_page(output: str, page: MkDocsPage, **_: Any) -> str:
    """Return the page as it is published."""
    contents, page.content = page.content, None
    return finished(output, contents=contents)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index of the site."""
    search.write(map(search.entry_of_page, _pages.values()), Path(config.site_dir))


on_post_template = finished
