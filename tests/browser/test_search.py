"""The search as people use it: they type into the box and read the first results.

What is found, and in which order, is tested without a browser (``publish/test_search_worker.py``).
"""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.conftest import IDLE, NewPage

pytestmark = pytest.mark.browser

BOX = ".md-search__input"
RESULTS = ".md-search-result__item"
SUMMARY = ".md-search-result__meta"
ADVICE = ".oit-nothing-found"


def search(page: Page, query: str) -> Locator:
    """Type a query; return the results."""
    page.locator(BOX).fill(query)
    # The theme says the former before the first answer, the page the latter until it is complete.
    expect(page.locator(SUMMARY)).not_to_have_text(re.compile("พิมพ์เพื่อเริ่มค้นหา|กำลัง"))
    return page.locator(RESULTS)


def first_addresses(results: Locator, site: str, most: int = 3) -> list[str]:
    """Return the addresses of the first results, from the site's root."""
    expect(results.first).to_be_visible()
    links: list[str] = results.evaluate_all(
        "all => all.map(result => result.querySelector('a').href)"
    )
    return [re.sub(r"[?#].*", "", link).removeprefix(site) for link in links[:most]]


def test_index_is_loaded_once_when_the_box_is_entered_and_older_years_when_wanted(
    new_page: NewPage, site: str
) -> None:
    page = new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(site)))
    page.goto(site)
    page.evaluate(IDLE)
    assert "search/oit.json" not in requests

    with page.expect_response(f"{site}search/2569.json"):
        page.locator(BOX).focus()
    assert "search/2568.json" not in requests
    expect(search(page, "งบประมาณ").first).to_be_visible()
    expect(search(page, "งบประมาณ 2569").first).to_be_visible()

    for name in ("oit", "texts", "2569", "2568"):
        assert requests.count(f"search/{name}.json") == 1


def test_focus_stays_on_its_result_when_older_years_arrive(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.goto(site)
    older: list[Route] = []
    page.route("**/search/2568.json", lambda route: older.append(route))  # noqa: PLW0108
    page.locator(BOX).fill("ข้อมูลผู้บริหาร")
    expect(page.locator(SUMMARY)).to_contain_text("กำลังค้นในปีก่อน…")
    page.keyboard.press("ArrowDown")
    first = page.locator(RESULTS).first.locator("a").first
    expect(first).to_be_focused()
    page.locator(RESULTS).first.evaluate("result => { result.dataset.isEarly = '' }")

    older[0].continue_()

    expect(page.locator(SUMMARY)).to_have_text(re.compile(r"^พบ \d+ เอกสารที่ตรงกัน$"))
    expect(page.locator("[data-is-early]")).to_have_count(0)
    expect(first).to_be_focused()


def test_answers_are_announced_and_a_typing_error_is_forgiven(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(site)
    summary = page.get_by_role("status").and_(page.locator(SUMMARY))

    assert first_addresses(search(page, "เบี้ยยังชีพ"), site) != []
    expect(summary).to_have_text(re.compile(r"^พบ \d+ เอกสารที่ตรงกัน$"))
    # The heading of a service is a result of its own.
    service = page.locator(RESULTS).first.locator("a", has=page.locator("h2"))
    expect(service).to_have_attribute("href", re.compile(r"/oit/2569/o9/.*#service-3$"))

    search(page, "ทุจรต")
    expect(summary).to_have_text(re.compile(r"^พบ \d+ เอกสารที่ตรงกัน · แสดงผลของ “ทุจริต”$"))
    expect(page.locator(f"{RESULTS} .oit-search-note")).to_have_count(0)


def test_who_finds_nothing_is_told_where_to_ask(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(f"{site}oit/2569/o6/")
    expect(page.locator(ADVICE)).to_be_hidden()

    search(page, "โบราณสถาน")

    expect(page.locator(SUMMARY)).to_have_text("ไม่พบเอกสารที่ตรงกัน")
    links = page.locator(ADVICE).locator("a")
    expect(links.first).to_be_visible()
    assert links.evaluate_all("all => all.map(link => link.href)") == [
        f"{site}oit/2569/",
        f"{site}oit/2569/o3/",
        "tel:045000000",
    ]
    expect(search(page, "งบประมาณ").first).to_be_visible()
    expect(page.locator(ADVICE)).to_be_hidden()


def test_a_lost_connection_is_not_a_search_without_results(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.goto(f"{site}404.html")
    page.context.route("**/search/*.json", lambda route: route.abort())
    assert search(page, "งบประมาณ").count() == 0
    expect(page.locator(SUMMARY)).to_contain_text("ค้นหาไม่ได้")

    page.context.unroute("**/search/*.json")
    expect(search(page, "งบประมาณ 2569").first).to_be_visible()


@pytest.mark.parametrize("start", ["oit/2569/o6/", "404.html"])
def test_clicking_a_result_opens_its_page(reader: NewPage, site: str, start: str) -> None:
    page = reader()
    page.goto(site + start)

    search(page, "ค่าธรรมเนียม").first.locator("a").first.click()

    expect(page.locator("h1#content")).to_contain_text("O9")


def test_results_are_reached_by_the_keyboard(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(site)
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("O12", delay=20)
    # The results of "O1" are shown first, and replaced by those of "O12".
    expect(page.locator(RESULTS).first.locator("mark").first).to_have_text("O12")

    first = page.locator(RESULTS).first.locator("a").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("h1#content")).to_contain_text("O12")


def test_escape_returns_to_where_the_search_was_opened(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(f"{site}oit/2569/o6/")
    link = page.locator("article a[href]").first
    link.focus()
    page.keyboard.press("/")
    expect(search(page, "O12").first).to_be_visible()
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")

    expect(page.locator("#__search")).not_to_be_checked()
    expect(link).to_be_focused()


def test_search_works_in_a_folder_of_the_host(page: Page, site_in_folder: str) -> None:
    page.goto(f"{site_in_folder}oit/2569/o3/")

    results = search(page, "ค่าธรรมเนียม")
    assert "oit/2569/o9/" in first_addresses(results, site_in_folder)
    results.first.locator("a").first.click()

    expect(page).to_have_url(re.compile(re.escape(f"{site_in_folder}oit/2569/o9/")))
    expect(page.locator("h1#content")).to_contain_text("O9")
