"""The rules of WCAG 2.2 AA and axe's best practices, without exceptions."""

import pytest
from playwright.sync_api import Page, expect
from tools.judge import rendered
from tools.judge.complaint import unaccepted

from browser.conftest import STILL, NewPage
from browser.kinds import KINDS

pytestmark = pytest.mark.browser

COLOURS = ["color-contrast", "link-in-text-block"]
OF_WIDTHS = [*COLOURS, "aria-hidden-focus", "scrollable-region-focusable", "target-size"]
"""The rules that a page may keep on a desktop computer and break on a phone."""
WIDTHS = [390, 1280]


def all_violations(page: Page) -> list[str]:
    """Check a page in light and dark mode; only colours differ between the two."""
    light = complaints(page)
    page.locator(".md-option[data-md-color-scheme=slate]").dispatch_event("click")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # Colours fade into each other.
    page.evaluate(STILL)
    return light + [str(complaint) for complaint in rendered.axe(page, "dark", COLOURS)]


def complaints(page: Page) -> list[str]:
    """Return what the judges find in the open page, but for what stands for a reason."""
    return [str(c) for c in unaccepted([*rendered.axe(page, ""), *rendered.htmlcs(page, "")])]


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    value: int = request.param
    return value


def open_page(new_page: NewPage, width: int, address: str) -> Page:
    # axe is injected as an inline script, which the site's policy rightly forbids.
    page = new_page(width, bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})  # it may be used again
    page.goto(address)
    return page


@pytest.mark.parametrize("path", KINDS)
def test_page(reader: NewPage, site: str, path: str) -> None:
    page = open_page(reader, 1280, site + path)
    assert all_violations(page) == []

    page.set_viewport_size({"width": 390, "height": 900})
    assert [str(complaint) for complaint in rendered.axe(page, "390", OF_WIDTHS)] == []

    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_search_with_results(new_page: NewPage, site: str, width: int) -> None:
    page = open_page(new_page, width, f"{site}oit/2569/o6/")
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("งบประมาณ")
    expect(page.locator(".md-search-result__item").nth(3)).to_be_attached()
    page.evaluate(STILL)  # the dialog unfolds

    assert all_violations(page) == []


def test_mobile_menu(new_page: NewPage, site: str) -> None:
    page = open_page(new_page, 390, f"{site}oit/2569/o6/")
    page.get_by_role("button", name="เมนู").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    page.evaluate(STILL)  # the menu slides in

    assert all_violations(page) == []
