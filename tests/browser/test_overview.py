"""The overview of a fleet: the rules of accessibility, every width, and the keyboard."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tools.judge import rendered

from browser.conftest import NewPage
from browser.host import serve
from browser.test_accessibility import OF_WIDTHS, all_violations, open_page
from fleet.examined import examined_fleet
from oit.fleet.pages import Order
from oit.fleet.site import build_overview

pytestmark = pytest.mark.browser

KINDS = ["", "districts/", "items/", "changes/", "data/", "staff/help/", "404.html"]


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the overview, with all pages that can be asked for."""
    fleet = examined_fleet(tmp_path_factory.mktemp("fleet"))
    order = Order(staff=True, league=True, closes=date(2026, 12, 11))
    built, messages = build_overview(fleet, fleet.site, date(2026, 12, 1), order)
    assert built, messages
    with serve(fleet.site) as address:
        yield address


def a_district(overview: str, reader: NewPage) -> str:
    page = open_page(reader, 1280, f"{overview}districts/")
    return Path(page.locator(".oit-name a").first.get_attribute("href") or "").name


def test_every_kind_of_page_is_accessible_and_fits(overview: str, reader: NewPage) -> None:
    for path in [*KINDS, f"districts/{a_district(overview, reader)}/"]:
        page = open_page(reader, 1280, overview + path)
        assert all_violations(page) == [], path
        page.set_viewport_size({"width": 390, "height": 900})
        assert [str(c) for c in rendered.axe(page, "390", OF_WIDTHS)] == [], path
        page.set_viewport_size({"width": 320, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_keyboard_leads_from_the_front_page_to_what_an_item_lacks(
    overview: str, reader: NewPage
) -> None:
    page = open_page(reader, 1280, overview)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.locator(".oit-most a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/#*")
    items = page.locator("details")
    expect(items.last.locator("ul")).to_be_visible()
    first = items.first
    expect(first.locator("ul")).to_be_hidden()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("ul")).to_be_visible()


def test_what_is_folded_is_printed(overview: str, reader: NewPage) -> None:
    page = open_page(reader, 1280, f"{overview}items/")
    folded = page.locator("details:not([open]) ul").first
    expect(folded).to_be_hidden()
    # The theme's script, which unfolds them for the printer, does not take this for printing.
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
