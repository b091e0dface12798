"""The site without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import STILL, NewPage

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  // The colour switch is visible through its label.
  const label = element.closest("form")?.querySelector(".md-header__option label:not([hidden])");
  const style = getComputedStyle(label ?? element);
  return {
    path: element.dataset.seen ??= String(window.seen = (window.seen || 0) + 1),
    tag: element.tagName,
    text: (element.getAttribute("aria-label") || element.textContent).trim(),
    href: element.getAttribute("href"),
    top: box.top + scrollY,
    // The contents of the search may still be unfolding.
    shown: element.matches(".md-option, .md-search *") || box.width > 0 && box.height > 0,
    // The box of the search unfolds instead.
    outlined: element.matches(".md-search__input") ||
      style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => element.tabIndex >= 0 && !element.closest("[inert]"))
  .filter((element) => getComputedStyle(element).pointerEvents !== "none")
  .filter((element) => !element.closest(".md-search, details:not([open])"))
  .map((element) => (element.getAttribute("aria-label") || element.textContent).trim())"""


def walk(page: Page, most: int = 300) -> list[dict[str, object]]:
    """Press Tab from the top of the page to its end; return each stop."""
    stops: list[dict[str, object]] = []
    seen: set[object] = set()
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.md-search') !== null"):
            # Nobody tabs faster than the search unfolds, however busy the machine is.
            expect(page.locator("#__search")).to_be_checked()
            page.evaluate(STILL)
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["path"] in seen:
            return stops
        seen.add(stop["path"])
        stops.append(stop)
    raise AssertionError(f"no end after {most} stops")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "oit/2569/", "oit/2569/o6/", "oit/2569/o17/", "about/"])
def test_tab_reaches_everything_and_shows_where_it_is(
    new_page: NewPage, site: str, width: int, path: str
) -> None:
    page = new_page(width)
    page.goto(site + path)

    stops = walk(page)
    expected = page.evaluate(REACHABLE)

    assert len(expected) > 5
    assert [text for text in expected if text not in {stop["text"] for stop in stops}] == []
    assert [stop for stop in stops if not stop["shown"]] == []
    assert [stop for stop in stops if not stop["outlined"]] == []


@pytest.mark.parametrize("path", ["", "oit/2569/", "oit/2569/o6/"])
def test_focus_follows_the_reading_order(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")

    tops = [stop["top"] for stop in walk(page) if stop["tag"] != "BUTTON"]

    assert tops == sorted(tops, key=lambda top: round(float(str(top)) / 40))


@pytest.mark.parametrize("path", ["", "oit/2569/", "oit/2569/o6/", "about/", "404.html"])
def test_first_stop_skips_the_menus(page: Page, site: str, path: str) -> None:
    page.goto(site + path)

    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main, footer, .md-top') !== null")
    assert page.evaluate("document.activeElement.closest('.md-sidebar') === null")


def test_frame_without_scrolling_is_no_stop(page: Page, site: str) -> None:
    page.goto(f"{site}oit/2569/o17/")

    expect(page.locator(".oit-table").first).not_to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("key", ["/", "s", "f"])
@pytest.mark.parametrize("width", [390, 1280])
def test_key_opens_the_search_and_escape_closes_it(
    new_page: NewPage, site: str, width: int, key: str
) -> None:
    page = new_page(width)
    page.goto(f"{site}oit/2569/o6/")

    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_have_value("")
    page.keyboard.press("Escape")

    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_search_closes_after_its_last_result(page: Page, site: str) -> None:
    page.goto(f"{site}oit/2569/o6/")
    page.locator(".md-search__input").fill("นัดคิว")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    for _ in range(80):
        page.keyboard.press("Tab")
        if not page.locator("#__search").is_checked():
            break

    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("document.activeElement.closest('.md-search') === null")


def test_mobile_menu(new_page: NewPage, site: str) -> None:
    page = new_page(390)
    page.goto(f"{site}oit/2569/o6/")
    button = page.get_by_role("button", name="เมนู")

    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(button).to_be_focused()


def test_closed_mobile_menu_has_no_stops(new_page: NewPage, site: str) -> None:
    page = new_page(390)
    page.goto(f"{site}oit/2569/o17/")

    page.keyboard.press("Tab")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') === null")


def test_palette_is_changed_by_the_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")

    page.locator(".md-option").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
