"""The site without scripts: an old phone, a strict office, a reader mode."""

import re
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.kinds import KINDS, TABLES

pytestmark = pytest.mark.browser

LINKS = "links => links.map(link => link.href)"


@pytest.mark.parametrize("path", [path for path in KINDS if path not in TABLES])
def test_contents_are_complete(reader: NewPage, site: str, path: str) -> None:
    with_script, without = reader(), reader(java_script_enabled=False)
    with_script.goto(site + path)
    without.goto(site + path)

    # Only the script shows the filter of a list.
    with_script.evaluate("document.querySelectorAll('.oit-narrow').forEach(e => e.hidden = true)")
    assert without.locator("h1").first.is_visible()
    assert without.locator("article").inner_text() == with_script.locator("article").inner_text()


def test_every_link_works(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    targets: set[str] = set()
    for path in KINDS:
        page.goto(site + path)
        links: list[str] = page.locator("a[href]").evaluate_all(LINKS)
        targets |= {urldefrag(link).url for link in links if link.startswith(site)}

    assert len(targets) > 80
    assert [url for url in sorted(targets) if page.request.head(url).status != 200] == []


def test_following_a_link(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site)

    page.get_by_role("link", name=re.compile("จัดซื้อจัดจ้าง")).click()

    assert page.url == urljoin(site, "oit/2569/o11/")


@pytest.mark.parametrize("width", [390, 1280])
def test_search_box_is_hidden(new_page: NewPage, site: str, width: int) -> None:
    page = new_page(width, java_script_enabled=False)
    page.goto(f"{site}oit/2569/o6/")

    expect(page.locator(".md-search__input")).not_to_be_visible()
    expect(page.locator(".md-header__button[for=__search]")).not_to_be_visible()


def test_mobile_menu(new_page: NewPage, site: str) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(site)

    page.locator(".md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="เกี่ยวกับเว็บไซต์").click()

    expect(page.locator("h1")).to_contain_text("เกี่ยวกับเทศบาล")
