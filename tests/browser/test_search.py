"""The search as people use it: they type into the box and read the first results."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import NewPage

pytestmark = pytest.mark.browser

BOX = ".md-search__input"
RESULTS = ".md-search-result__item"
SUMMARY = ".md-search-result__meta"
NOTHING_FOUND = "ไม่พบเอกสารที่ตรงกัน"


def search(page: Page, query: str) -> Locator:
    """Type a query; return the results."""
    page.locator(BOX).fill(query)
    # The theme shows this before the first answer.
    expect(page.locator(SUMMARY)).not_to_have_text("พิมพ์เพื่อเริ่มค้นหา")
    return page.locator(RESULTS)


def first_addresses(results: Locator, site: str, most: int = 3) -> list[str]:
    """Return the addresses of the first results, from the site's root."""
    expect(results.first).to_be_visible()
    links: list[str] = results.evaluate_all(
        "all => all.map(result => result.querySelector('a').href)"
    )
    return [re.sub(r"[?#].*", "", link).removeprefix(site) for link in links[:most]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("จัดซื้อจัดจ้าง", "oit/2569/o11/"),
        ("จัดซื้อ", "oit/2569/o12/"),
        ("ร้องเรียน", "oit/2569/o16/"),
        ("แจ้งเบาะแส", "oit/2569/o17/"),
        ("โปร่งใส", "oit/2569/o26/"),
        ("งบประมาณ", "oit/2569/o6/"),
        ("ค่าธรรมเนียม", "oit/2569/o9/"),
        ("ผู้บริหาร", "oit/2569/o2/"),
        ("นายกเทศมนตรี", "oit/2569/o2/"),
        ("๒๕๖๙", "oit/2569/"),
        ("2569", "oit/2569/"),
        ("ความเสี่ยง", "oit/2569/o21/"),
        ("ของขวัญ", "oit/2569/o20/"),
        ("No Gift", "oit/2569/o20/"),
        ("O12", "oit/2569/o12/"),
        ("o12", "oit/2569/o12/"),
        ("ข้อ 12", "oit/2569/o12/"),
        ("ข้อ ๑๒", "oit/2569/o12/"),
    ],
)
def test_expected_page_is_among_the_first_three(
    reader: NewPage, site: str, query: str, expected: str
) -> None:
    page = reader()
    page.goto(site)

    assert expected in first_addresses(search(page, query), site)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("เลี้ยวขวาที่สี่แยกตลาด", "oit/2569/o3/"),
        ("แบบแปลนและรายการประกอบ", "oit/2569/o9/"),
        ("โคมไฟส่องสว่าง", "oit/2569/o6/"),
        ("วงเล็บมุมซอง", "oit/2569/o17/"),
        ("กำหนดคุณลักษณะพัสดุ", "oit/2569/o21/"),
        ("คณะทำงานขับเคลื่อนจริยธรรม", "oit/2569/o15/"),
        ("0 4500 0110", "oit/2569/o17/"),
        ("integrity@tuayang.example", "oit/2569/o17/"),
    ],
)
def test_words_from_inside_running_text_are_found(
    reader: NewPage, site: str, query: str, expected: str
) -> None:
    page = reader()
    page.goto(site)

    assert expected in first_addresses(search(page, query), site)


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [("เเจ้งเบาะเเส", "แจ้งเบาะแส"), ("ทํา", "ทำ"), ("จัด\u200bซื้อ", "จัดซื้อ"), ("no gift", "No Gift")],
)
def test_lookalike_queries_find_the_same(page: Page, site: str, mistyped: str, meant: str) -> None:
    page.goto(site)
    expected = first_addresses(search(page, meant), site)
    page.reload()

    assert first_addresses(search(page, mistyped), site) == expected


def test_number_is_not_found_inside_a_longer_one(page: Page, site: str) -> None:
    page.goto(site)

    assert first_addresses(search(page, "O1"), site, most=1) == ["oit/2569/o1/"]
    page.reload()
    search(page, "256")
    expect(page.locator(SUMMARY)).to_have_text(NOTHING_FOUND)


def test_every_term_must_be_on_the_page(page: Page, site: str) -> None:
    page.goto(site)

    search(page, "จัดซื้อจัดจ้าง โบราณคดี")

    expect(page.locator(SUMMARY)).to_have_text(NOTHING_FOUND)


def test_older_year_is_found_after_the_newest(page: Page, site: str) -> None:
    page.goto(site)
    found = first_addresses(search(page, "ข้อมูลผู้บริหาร"), site)

    assert found[:2] == ["oit/2569/o2/", "oit/2568/o2/"]
    # Both have the same title, so the older one shows its year.
    titles = page.locator(f"{RESULTS} h1")
    expect(titles.nth(0)).to_have_text("O2 ข้อมูลผู้บริหาร")
    expect(titles.nth(1)).to_have_text("O2 ข้อมูลผู้บริหาร (ปี 2568)")


@pytest.mark.parametrize("start", ["", "oit/2569/o6/", "404.html"])
def test_clicking_a_result_opens_its_page(page: Page, site: str, start: str) -> None:
    page.goto(site + start)

    search(page, "ค่าธรรมเนียม").first.locator("a").first.click()

    expect(page.locator("h1#content")).to_contain_text("O9")


def test_results_are_reached_by_the_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("O12", delay=20)
    # The results of "O1" are shown first, and replaced by those of "O12".
    expect(page.locator(RESULTS).first.locator("mark").first).to_have_text("O12")

    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first.locator("a").first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("h1#content")).to_contain_text("O12")


def test_tab_goes_from_the_box_through_the_results(page: Page, site: str) -> None:
    page.goto(site)
    results = search(page, "O12")
    expect(results.first).to_be_visible()

    for _ in range(4):
        page.keyboard.press("Tab")
        if results.first.locator("a").first.evaluate("link => link === document.activeElement"):
            break

    expect(results.first.locator("a").first).to_be_focused()
    expect(results.first).to_be_visible()


def test_search_works_in_a_folder_of_the_host(page: Page, site_in_folder: str) -> None:
    page.goto(f"{site_in_folder}oit/2569/o3/")

    results = search(page, "ค่าธรรมเนียม")
    assert "oit/2569/o9/" in first_addresses(results, site_in_folder)
    results.first.locator("a").first.click()

    expect(page).to_have_url(re.compile(re.escape(f"{site_in_folder}oit/2569/o9/")))
    expect(page.locator("h1#content")).to_contain_text("O9")


def test_index_is_loaded_only_by_the_first_query(new_page: NewPage, site: str) -> None:
    page = new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site)
    assert f"{site}search/oit.json" not in requests

    expect(search(page, "งบประมาณ").first).to_be_visible()
    expect(search(page, "งบประมาณ 2569").first).to_be_visible()

    assert requests.count(f"{site}search/oit.json") == 1
