"""What is there in part: its own sign, word and colour, how much of it, and the way to it."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage

pytestmark = pytest.mark.browser

PARTLY = "oit/2569/o11/"
ONE_ENTRY_LACKS = "oit/2569/o9/"
OF_ANOTHER_YEAR = "oit/2569/o14/"
NOT_THERE = "oit/2569/o24/"
WIDTHS = [390, 1280]


def chip(page: Page, sign: str) -> tuple[str, str]:
    """Return the colours of the first status with a sign."""
    found = page.locator(".oit-chip", has_text=sign).first
    colours = found.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    )
    return colours[0], colours[1]


@pytest.mark.parametrize("width", WIDTHS)
def test_eleven_of_twelve_months_are_not_called_missing(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width)
    page.goto(site + PARTLY)
    lacking = page.locator(".oit-lacking li")
    expect(lacking).to_have_count(1)
    expect(lacking).to_contain_text("◐ มีบางส่วน มี 11 จาก 12 เดือน ขาด มิ.ย. 2569")
    expect(page.locator(".oit-asked")).to_contain_text("มี 11 จาก 12 เดือน ขาด มิ.ย. 2569")
    expect(page.get_by_role("main")).not_to_contain_text("✗ ยังไม่มี")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("path", "target"), [(PARTLY, "#summary"), (ONE_ENTRY_LACKS, "#service-6")]
)
def test_a_link_leads_to_what_is_there(
    new_page: NewPage, site: str, width: int, path: str, target: str
) -> None:
    page = new_page(width)
    page.goto(site + path)
    page.locator(".oit-lacking li a").click()
    expect(page).to_have_url(re.compile(f"{target}$"))
    expect(page.locator(target)).to_be_in_viewport()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_item_of_another_year_says_of_which(new_page: NewPage, site: str, width: int) -> None:
    page = new_page(width)
    page.goto(site + OF_ANOTHER_YEAR)
    words = "↻ มีของปี 2567 ยังไม่มีของปี 2568"
    expect(page.locator(".oit-status .oit-chip")).to_have_text(words)
    page.goto(site + "oit/2569/")
    row = page.locator(".oit-items > li", has_text="O14")
    expect(row.locator(".oit-chip")).to_have_text("↻ เป็นของปีอื่น")
    expect(row.locator(".oit-gap")).to_contain_text(words.removeprefix("↻ "))


def test_every_status_has_its_own_colours(new_page: NewPage, site: str) -> None:
    page = new_page()
    colours = []
    for path, sign in (
        (PARTLY, "✓"),
        (PARTLY, "◐"),
        (OF_ANOTHER_YEAR, "↻"),
        (NOT_THERE, "✗"),
    ):
        page.goto(site + path)
        colours.append(chip(page, sign))
    assert len(set(colours)) == len(colours)


def test_the_list_says_how_much_is_there(new_page: NewPage, site: str) -> None:
    page = new_page(390)
    page.goto(f"{site}oit/2569/")
    item = page.locator(".oit-items > li", has_text="O11")
    expect(item.locator(".oit-gap")).to_contain_text("มี 11 จาก 12 เดือน ขาด มิ.ย. 2569")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
