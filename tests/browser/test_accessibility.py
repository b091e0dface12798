"""The rules of WCAG 2.2 AA and axe's best practices, without exceptions."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import STILL, NewPage
from browser.kinds import KINDS

pytestmark = pytest.mark.browser

RULES = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
WIDTHS = [390, 1280]


def violations(page: Page, **options: Any) -> list[str]:
    """Return what axe finds: rule, element, and failure."""
    rules = options or {"runOnly": RULES}
    # Reporting everything that passes takes axe longer than the check.
    found = Axe().run(page, options={**rules, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def all_violations(page: Page) -> list[str]:
    """Check a page in light and dark mode; only colours differ between the two."""
    light = violations(page)
    page.locator(".md-option[data-md-color-scheme=slate]").dispatch_event("click")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # Colours fade into each other.
    page.evaluate(STILL)
    return light + violations(page, runOnly=["color-contrast", "link-in-text-block"])


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    value: int = request.param
    return value


def open_page(new_page: NewPage, width: int, address: str) -> Page:
    # axe is injected as an inline script, which the site's policy rightly forbids.
    page = new_page(width, bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    page.goto(address)
    return page


@pytest.mark.parametrize("path", KINDS)
def test_page(reader: NewPage, site: str, width: int, path: str) -> None:
    assert all_violations(open_page(reader, width, site + path)) == []


def test_search_with_results(new_page: NewPage, site: str, width: int) -> None:
    page = open_page(new_page, width, f"{site}oit/2569/o6/")
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("งบประมาณ")
    expect(page.locator(".md-search-result__item").nth(3)).to_be_attached()
    page.wait_for_timeout(400)  # the dialog unfolds

    assert all_violations(page) == []


def test_mobile_menu(new_page: NewPage, site: str) -> None:
    page = open_page(new_page, 390, f"{site}oit/2569/o6/")
    page.get_by_role("button", name="เมนู").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    page.wait_for_timeout(400)  # the menu slides in

    assert all_violations(page) == []


@pytest.mark.parametrize("path", KINDS)
def test_no_page_scrolls_sideways(reader: NewPage, site: str, path: str) -> None:
    page = reader(320)
    page.goto(site + path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
