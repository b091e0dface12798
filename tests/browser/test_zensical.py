"""A site built by Zensical, in a browser: no data is run, no other hosts are contacted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.host import serve
from browser.hostile import ACTIVE
from browser.kinds import every_page
from zensical_project import Project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sample(sample_project: Project) -> Iterator[str]:
    with serve(sample_project.site) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_address(hostile_project: Project) -> Iterator[str]:
    with serve(hostile_project.site) as address:
        yield address


def watched(page: Page, address: str) -> list[str]:
    """Record the errors of a page, and its requests to other hosts."""
    noted: list[str] = []
    page.on("console", lambda entry: noted.append(entry.text) if entry.type == "error" else None)
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else noted.append(r.url),
    )
    return noted


def test_pages_work_under_their_policy_and_contact_no_other_host(
    new_page: NewPage, sample: str
) -> None:
    page = new_page()
    noted = watched(page, sample)
    for path in ("", "oit/2569/", "oit/2569/o7/", "ita/2568/report/", "about/", "404.html"):
        page.goto(sample + path)
    page.goto(f"{sample}data/2569/procurement/")
    page.get_by_role("searchbox", name="ค้นในตาราง").fill("ถนน")
    expect(page.get_by_role("status").filter(has_text="พบ")).to_be_visible()
    assert noted == []


def test_menu_links_items(new_page: NewPage, sample: str) -> None:
    page = new_page()
    page.goto(f"{sample}oit/2569/o7/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="O8 ").click()
    expect(page).to_have_url(f"{sample}oit/2569/o8/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("O8 ")


def test_no_data_is_run(new_page: NewPage, hostile_project: Project, hostile_address: str) -> None:
    page = new_page(bypass_csp=True)
    # Other tests check all pages; a sample of each kind is enough here.
    for path in every_page(hostile_project.site)[::7]:
        page.goto(hostile_address + path, wait_until="domcontentloaded")
        assert page.evaluate("window.hit") is None, path
        assert page.evaluate(ACTIVE) == [], path
        assert page.locator("iframe").count() == 0, path
