"""A site in a folder of a host: all its addresses stay in that folder."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from oit.publish.verify.markup import Markup
from views.pages.hosting.conftest import IN_FOLDER


@pytest.fixture
def site(small_project: Path) -> Path:
    return small_project / "site"


def test_pages_link_to_each_other_by_relative_addresses(site: Path) -> None:
    for page in set(site.rglob("*.html")) - {site / "404.html"}:
        markup = Markup(page.read_text(encoding="utf-8"))
        own = [link for link in (*markup.links, *markup.fetched) if not urlsplit(link).netloc]
        assert own
        assert [link for link in own if link.startswith("/")] == [], page


def test_error_page_links_into_the_folder(site: Path) -> None:
    markup = Markup((site / "404.html").read_text(encoding="utf-8"))
    paths = [urlsplit(link) for link in (*markup.links, *markup.fetched)]
    inside = [link.path for link in paths if not link.scheme and not link.netloc and link.path]
    assert inside
    assert [path for path in inside if not path.startswith("/oit-site/")] == []


def test_absolute_addresses_start_with_the_address_of_the_agency(site: Path) -> None:
    page = (site / "oit/2569/o7/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{IN_FOLDER}oit/2569/o7/">' in page
    listed = re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert f"{IN_FOLDER}oit/2569/o7/" in listed
    assert all(address.startswith(IN_FOLDER) for address in listed)


@pytest.mark.parametrize("name", ["data/datapackage.json", "data/catalog.jsonld", "api/index.json"])
def test_open_data_is_at_the_listed_addresses(name: str, site: Path) -> None:
    text = (site / name).read_text(encoding="utf-8")
    assert json.loads(text)
    absolute = re.findall(r'"(https://www\.example\.go\.th/[^"]*)"', text.replace("{year}", "2569"))
    assert all(address.startswith(IN_FOLDER) for address in absolute)
    for address in absolute:
        path = urlsplit(address).path.removeprefix("/oit-site/")
        assert (site / path).exists(), address
