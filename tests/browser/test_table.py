"""The table of open data: 5,000 rows that are filtered, sorted and paged without a server.

Speed is not asserted in seconds, but by the work that a keystroke causes: the rows examined, the
rows drawn and the bytes loaded. How long that takes is measured by ``make bench ARGS=filter``.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, Response, expect

from browser import table_site
from browser.conftest import IDLE, NewPage
from browser.host import serve
from browser.hostile import ACTIVE
from browser.test_accessibility import all_violations

pytestmark = pytest.mark.browser

ROWS = 5_000
PAGE = 50
AT_ONCE = 12
FIRST_LOAD = 350_000
HIDDEN = ("kind", "place")
LONG = "ก" * 1_000_000
PAYLOADS = [
    '<img src=x onerror="window.hit=1">',
    '=HYPERLINK("https://hostile.example","x")',
    "</td></table><script>window.hit=1</script>",
    '","agreed_price":1}]',
    'ราคา":12,"x": 5',
    'a\\\\":7',
]

MEASURES = """() => {
  const measures = [];
  const keep = (entries) => measures.push(
    ...entries.filter(({ name }) => name === "oit-table").map(({ detail }) => detail));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: "measure" });
  window.takeMeasures = () => {
    keep(observer.takeRecords());  // those that a busy browser has not told yet
    return measures.splice(0);
  };
}"""
"""Collects the work of every answer of the table."""

DRAWN_AT_ONCE = """query => new Promise((done) => {
  const input = document.querySelector(".oit-filter input[type=search]");
  input.value = query;
  input.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => done(document.querySelectorAll(".oit-data tbody tr").length));
})"""
"""Types a query; returns how many rows are in the page at the end of the frame that answers it."""

SLOW_LINE = """
const quick = window.fetch, all = new Promise((resolve) => { window.arrive = resolve; });
window.fetch = async (...request) => {
  const bytes = new Uint8Array(await (await quick(...request)).arrayBuffer());
  return new Response(new ReadableStream({
    async start(body) {
      body.enqueue(bytes.slice(0, bytes.length / 2));
      await all;
      body.enqueue(bytes.slice(bytes.length / 2));
      body.close();
    },
  }));
};
"""
"""Answers a request with its first half, cut anywhere, and with the rest after ``arrive()``."""


@dataclass(frozen=True)
class Site:
    """The folder and address of the site with the table."""

    folder: Path
    address: str

    @property
    def page(self) -> str:
        return self.address + table_site.URL


@pytest.fixture(scope="module")
def folder(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with room for a table."""
    return table_site.copy(sample_site, tmp_path_factory.mktemp("table") / "site")


@pytest.fixture(scope="module")
def big(folder: Path) -> Iterator[Site]:
    """A page with 5,000 rows of 19 columns."""
    rows = [table_site.purchase(number) for number in range(1, ROWS + 1)]
    table_site.write(folder, table_site.procurement(rows), hidden=HIDDEN)
    with serve(folder) as address:
        yield Site(folder, address)


@pytest.fixture
def table(page: Page, big: Site) -> Iterator[Page]:
    """The page of the big table; checks that the browser reports no errors."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(big.page)
    page.evaluate(MEASURES)
    yield page
    assert complaints == []


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="ค้นในตาราง")


def status(page: Page) -> Locator:
    return page.locator(".oit-found")


def head(page: Page, title: str) -> Locator:
    return page.get_by_role("columnheader", name=title)


def settle(page: Page) -> None:
    """Wait until all rows of the page are drawn."""
    page.evaluate("() => new Promise(requestAnimationFrame)")
    expect(page.locator(".oit-table:not([aria-busy])")).to_be_attached()


def column(page: Page, field: str) -> list[str]:
    """Return the visible texts of a column."""
    settle(page)
    place = page.evaluate(
        "field => [...document.querySelectorAll('th:not([hidden])')]"
        ".findIndex(head => head.dataset.field === field)",
        field,
    )
    return page.locator(f"tbody td:nth-child({place + 1})").all_inner_texts()


def cells(page: Page) -> list[list[str]]:
    """Return the texts of all cells, once they are drawn."""
    settle(page)
    found: list[list[str]] = page.locator(".oit-data tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return found


def measures(page: Page) -> list[dict[str, Any]]:
    """Return the work of each answer since the last call, once all are finished."""
    settle(page)
    return list(page.evaluate("window.takeMeasures()"))


def load(page: Page) -> None:
    """Make the script load the rows."""
    box(page).focus()
    expect(status(page)).to_have_text("ทั้งหมด 5,000 แถว แสดงแถวที่ 1–50")


def find(page: Page, query: str, count: str) -> None:
    box(page).fill(query)
    expect(status(page)).to_contain_text(f"พบ {count} แถวจากทั้งหมด 5,000 แถว")


def test_first_load_is_small(page: Page, big: Site) -> None:
    answers: list[Response] = []
    # Playwright cannot use a method of a list as a handler.
    page.on("response", lambda response: answers.append(response))  # noqa: PLW0108
    page.goto(big.page)
    expect(box(page)).to_be_visible()
    page.evaluate(IDLE)

    urls = [answer.url for answer in answers]
    assert f"{big.address}data/2569/procurement.json" not in urls
    # Compressed, as hosts send texts; the theme alone has 264,000 bytes uncompressed.
    assert sum(len(gzip.compress(answer.body(), 6)) for answer in answers) <= FIRST_LOAD
    # The page and our own files, uncompressed.
    ours = [a for a in answers if "/stylesheets/" not in a.url and "/javascripts/" not in a.url]
    assert sum(len(answer.body()) for answer in ours) <= FIRST_LOAD


def test_rows_are_loaded_once_at_the_first_use(table: Page, big: Site) -> None:
    requests: list[str] = []

    def note(request: Request) -> None:
        # The browser may request the icon at any time.
        if not request.url.endswith(("favicon.svg", "icon.png")):
            requests.append(request.url)

    table.on("request", note)

    load(table)
    find(table, "คอนกรีต", "1,000")
    table.get_by_role("button", name="ถัดไป").click()

    assert requests == [f"{big.address}data/2569/procurement.json"]


def test_drawn_rows_equal_the_original_rows(table: Page) -> None:
    before = cells(table)

    load(table)

    assert len(before) == PAGE
    assert cells(table) == before


def test_thai_digits_if_the_agency_uses_them(page: Page, folder: Path, big: Site) -> None:
    rows = [table_site.purchase(number) for number in range(1, 1_101)]
    table_site.write(folder, table_site.procurement(rows, "thai"), "thai")
    page.goto(f"{big.address}data/2569/thai/")
    before = cells(page)
    assert "๘,๙๑๙.๐๐" in before[0]

    box(page).fill("8,919.00")

    expect(status(page)).to_have_text("พบ ๑ แถวจากทั้งหมด ๑,๑๐๐ แถว")
    assert cells(page) == before[:1]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("คอนกรีต", "1,000"),
        ("คอนกรีต วิธีคัดเลือก", "333"),
        ("วิธีคัดเลือก   คอนกรีต", "333"),
        ("all in one", "1,000"),
        ("ครั้งที่๔๙๙๑", "1"),
        ("69010004991", "1"),
        ("ร้านขยัน\u200bการค้า", "1,666"),
        ("บริษัทรุ่งเรืองการโยธา จํากัด", "1,667"),
        ("เทศบัญญัติ เเละ", "5,000"),
    ],
)
def test_every_word_must_be_in_the_row(table: Page, query: str, count: str) -> None:
    find(table, query, count)

    assert len(cells(table)) == min(PAGE, int(count.replace(",", "")))


def test_amounts_and_days_are_found_in_any_notation(table: Page) -> None:
    for query in ("8,919.00", "8919.00", "๘,๙๑๙.๐๐"):
        find(table, query, "2")
        assert column(table, "agreed_price") == ["8,919.00", "1,258,419.00"]
    for query in ("12 ตุลาคม 2568", "๑๒ ตุลาคม ๒๕๖๘", "12ตุลาคม2568"):
        find(table, query, "14")
        assert column(table, "contract_date") == ["12 ตุลาคม 2568"] * 14


def test_nothing_found(table: Page) -> None:
    box(table).fill("ไม่มีคำนี้")

    expect(status(table)).to_have_text("ไม่พบแถวที่มีคำเหล่านี้ จากทั้งหมด 5,000 แถว")
    assert cells(table) == []
    expect(table.get_by_role("group", name="หน้าของตาราง")).to_be_hidden()

    box(table).fill("")
    expect(status(table)).to_have_text("ทั้งหมด 5,000 แถว แสดงแถวที่ 1–50")


def test_amounts_sort_by_value_and_empty_ones_come_last(table: Page) -> None:
    button = head(table, "ราคาที่ตกลงซื้อหรือจ้าง").get_by_role("button")

    button.click()
    expect(head(table, "ราคาที่ตกลงซื้อหรือจ้าง")).to_have_attribute("aria-sort", "ascending")
    amounts = [Decimal(text.replace(",", "")) for text in column(table, "agreed_price")]
    assert amounts == sorted(amounts)

    button.click()
    expect(head(table, "ราคาที่ตกลงซื้อหรือจ้าง")).to_have_attribute("aria-sort", "descending")
    amounts = [Decimal(text.replace(",", "")) for text in column(table, "agreed_price")]
    assert amounts == sorted(amounts, reverse=True)

    table.get_by_role("button", name="หน้าสุดท้าย").click()
    expect(status(table)).to_contain_text("4,951–5,000")
    assert column(table, "agreed_price") == [""] * PAGE
    assert table.locator("th[aria-sort]").count() == 1


def test_days_sort_by_the_calendar_and_equal_rows_keep_their_order(table: Page) -> None:
    head(table, "วันที่ของสัญญาหรือข้อตกลง").get_by_role("button").click()
    expect(table.locator("th[aria-sort=ascending]")).to_be_visible()

    days = column(table, "contract_date")
    assert days == ["1 ตุลาคม 2568"] * 13 + ["2 ตุลาคม 2568"] * 14 + days[27:]
    assert set(days[27:]) <= {"3 ตุลาคม 2568", "4 ตุลาคม 2568"}
    numbers = [int(text) for text in column(table, "project_number")]
    assert numbers[:13] == sorted(numbers[:13])


def test_texts_sort_in_thai_dictionary_order_and_their_numbers_by_value(table: Page) -> None:
    head(table, "งานที่จัดซื้อหรือจัดจ้าง").get_by_role("button").click()
    expect(table.locator("th[aria-sort=ascending]")).to_be_visible()

    assert column(table, "name")[:3] == [
        f"จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านเหนือ หมู่ที่ {number}" for number in (5, 10, 15)
    ]


def test_turning_pages(table: Page) -> None:
    pager = table.get_by_role("group", name="หน้าของตาราง")
    expect(pager).to_contain_text("หน้า 1 จาก 100")

    pager.get_by_role("button", name="ถัดไป").click()
    expect(status(table)).to_contain_text("51–100")
    assert column(table, "contract_number")[0] == "51/2569"
    pager.get_by_role("button", name="หน้าสุดท้าย").click()
    expect(pager).to_contain_text("หน้า 100 จาก 100")
    expect(pager.get_by_role("button", name="ถัดไป")).to_have_attribute("aria-disabled", "true")
    pager.get_by_role("button", name="ก่อนหน้า").click()
    expect(pager).to_contain_text("หน้า 99 จาก 100")
    pager.get_by_role("button", name="หน้าแรก").click()
    expect(pager).to_contain_text("หน้า 1 จาก 100")

    pager.get_by_role("button", name="ถัดไป").click()
    find(table, "คอนกรีต", "1,000")
    expect(pager).to_contain_text("หน้า 1 จาก 20")


def test_columns_are_shown_and_hidden(table: Page) -> None:
    expect(head(table, "ประเภทโครงการ")).to_have_count(0)
    table.get_by_text("คอลัมน์ที่แสดง").click()

    table.get_by_role("checkbox", name="ประเภทโครงการ").check()
    expect(table.locator("tbody tr:first-child td")).to_have_count(18)
    assert column(table, "kind")[:5] == ["ซื้อ"] * 4 + ["จ้างก่อสร้าง"]

    table.get_by_role("checkbox", name="เดือน", exact=True).uncheck()
    expect(table.locator("tbody tr:first-child td")).to_have_count(17)
    assert column(table, "project_number")[0] == "69010000001"


def test_frame_that_scrolls_says_so_and_is_scrolled_by_the_arrow_keys(table: Page) -> None:
    frame = table.locator(".oit-table--tall")
    expect(frame).to_have_attribute("tabindex", "0")
    expect(frame).to_have_attribute("data-scrolls", "")
    name = table.locator("tbody td.oit-name").first
    frame.focus()
    for _ in range(12):
        table.keyboard.press("ArrowRight")
    table.wait_for_function("frame => frame.scrollLeft > 0", arg=frame.element_handle())
    expect(name).to_be_in_viewport()


def test_rows_are_cards_on_a_phone_and_keep_their_buttons_and_roles(table: Page) -> None:
    table.set_viewport_size({"width": 390, "height": 900})
    settle(table)
    frame = table.locator(".oit-table--tall")
    assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") <= 1
    expect(frame).not_to_have_attribute("data-scrolls", "")
    button = head(table, "ราคาที่ตกลงซื้อหรือจ้าง").get_by_role("button")
    button.focus()
    table.keyboard.press("Enter")
    expect(head(table, "ราคาที่ตกลงซื้อหรือจ้าง")).to_have_attribute("aria-sort", "ascending")
    settle(table)
    first = table.get_by_role("row").nth(1)
    expect(first.get_by_role("cell")).to_have_count(17)
    shown = first.locator(".oit-number").last
    titles = shown.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "ราคาที่ตกลงซื้อหรือจ้าง" in titles


def test_everything_works_by_keyboard(table: Page) -> None:
    box(table).focus()
    table.keyboard.type("คอนกรีต")
    expect(status(table)).to_contain_text("พบ 1,000 แถว")

    table.keyboard.press("Tab")
    expect(table.locator("summary", has_text="คอลัมน์ที่แสดง")).to_be_focused()
    table.keyboard.press("Tab")
    table.keyboard.press("Tab")
    first = head(table, "เดือน").get_by_role("button")
    expect(first).to_be_focused()
    table.keyboard.press("Enter")
    expect(head(table, "เดือน")).to_have_attribute("aria-sort", "ascending")
    expect(first).to_be_focused()

    last = table.get_by_role("button", name="หน้าสุดท้าย")
    last.focus()
    table.keyboard.press("Space")
    expect(status(table)).to_contain_text("951–1,000")
    # The button is now disabled, but keeps the focus.
    expect(last).to_be_focused()
    table.keyboard.press("Shift+Tab")
    table.keyboard.press("Shift+Tab")
    table.keyboard.press("Enter")
    expect(status(table)).to_contain_text("901–950")


def test_view_has_its_own_address(table: Page, new_page: NewPage, big: Site) -> None:
    find(table, "คอนกรีต", "1,000")
    head(table, "ราคากลาง").get_by_role("button").click()
    head(table, "ราคากลาง").get_by_role("button").click()
    table.get_by_role("button", name="ถัดไป").click()
    table.wait_for_url("**/?filter=*&sort=-reference_price&page=2")
    seen = cells(table)

    other = new_page()
    other.goto(table.url)
    expect(status(other)).to_have_text("พบ 1,000 แถวจากทั้งหมด 5,000 แถว แสดงแถวที่ 51–100")
    assert cells(other) == seen
    expect(box(other)).to_have_value("คอนกรีต")

    table.goto(f"{big.address}oit/2569/o12/")
    table.go_back()
    expect(status(table)).to_contain_text("แสดงแถวที่ 51–100")
    expect(box(table)).to_have_value("คอนกรีต")
    assert cells(table) == seen


def test_invalid_address_shows_the_nearest_view(page: Page, big: Site) -> None:
    page.goto(f"{big.page}?sort=nothing&page=1000")
    expect(status(page)).to_have_text("ทั้งหมด 5,000 แถว แสดงแถวที่ 4,951–5,000")

    page.goto(f"{big.page}?page=-3")
    expect(status(page)).to_have_text("ทั้งหมด 5,000 แถว แสดงแถวที่ 1–50")


def test_keystroke_does_little_work(table: Page) -> None:
    load(table)
    measures(table)

    done = []
    for key in "คอนกรีต":
        table.keyboard.insert_text(key)
        done += measures(table)

    assert len(done) == len("คอนกรีต")
    assert done[0]["examined"] == ROWS
    examined = [answer["examined"] for answer in done]
    assert examined == sorted(examined, reverse=True)
    # A longer query is searched for only in the rows that were left.
    assert examined[-1] == 1_000
    assert max(answer["drawn"] for answer in done) == AT_ONCE
    assert len(cells(table)) == PAGE

    table.keyboard.press("Backspace")
    assert measures(table)[-1]["examined"] == ROWS


def test_keystrokes_within_a_frame_are_answered_together(table: Page) -> None:
    load(table)
    measures(table)

    table.evaluate("""() => {
      const input = document.querySelector(".oit-filter input[type=search]");
      for (const letter of "คอนกรีตเสริมเหล็ก") {
        input.value += letter;
        input.dispatchEvent(new Event("input"));
      }
    }""")
    expect(status(table)).to_contain_text("พบ 1,000 แถว")

    assert len(measures(table)) == 1


def test_few_rows_are_drawn_before_the_first_pause(table: Page) -> None:
    load(table)

    for query in ("ค", "จ้าง", "2569 จ้าง", "ที่ 1", "ร้าน วิธี จ้าง"):
        assert table.evaluate(DRAWN_AT_ONCE, query) == AT_ONCE
        assert len(cells(table)) == PAGE


@pytest.mark.parametrize("width", [390, 1280])
def test_table_is_accessible(new_page: NewPage, big: Site, width: int) -> None:
    page = new_page(width, bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    page.goto(big.page)
    box(page).fill("คอนกรีต")
    expect(status(page)).to_contain_text("พบ 1,000 แถว")
    head(page, "เดือน").get_by_role("button").click()
    page.get_by_text("คอลัมน์ที่แสดง").click()

    assert all_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_screen_readers_announce_the_results(table: Page) -> None:
    find(table, "คอนกรีต", "1,000")

    expect(table.get_by_role("status").filter(has_text="พบ 1,000 แถว")).to_be_visible()
    expect(table.get_by_role("table", name="การจัดซื้อจัดจ้าง ปีงบประมาณ 2569")).to_be_visible()
    assert table.locator("thead th:not([scope=col])").count() == 0


def test_without_a_script_the_first_rows_and_the_files_remain(new_page: NewPage, big: Site) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(big.page)

    expect(page.locator("tbody tr")).to_have_count(PAGE)
    expect(status(page)).to_have_text("แสดง 50 แถวแรกจากทั้งหมด 5,000 แถว ทั้งหมดอยู่ในไฟล์")
    links = page.locator(".oit-files a").evaluate_all("links => links.map(link => link.href)")
    start = f"{big.address}data/2569/procurement"
    assert links == [f"{start}{end}" for end in (".csv", ".xlsx", ".json", "/#dictionary")]
    expect(page.locator(".oit-filter")).to_be_hidden()
    expect(page.locator(".oit-pager")).to_be_hidden()


def test_status_says_that_rows_are_loading(page: Page, big: Site) -> None:
    page.route("**/procurement.json", lambda _: None)
    page.goto(big.page)

    box(page).focus()

    expect(status(page)).to_have_text("กำลังโหลด…")
    expect(page.locator(".oit-table")).to_have_attribute("aria-busy", "true")
    expect(page.locator("tbody tr")).to_have_count(PAGE)


def test_filter_is_answered_from_the_rows_that_have_arrived(page: Page, big: Site) -> None:
    page.add_init_script(SLOW_LINE)
    page.goto(big.page)

    box(page).fill("คอนกรีต")

    expect(status(page)).to_have_text("พบ 50 แถวแรก กำลังค้นต่อ…")
    expect(page.locator("tbody tr")).to_have_count(PAGE)
    expect(page.locator(".oit-table")).to_have_attribute("aria-busy", "true")
    expect(page.get_by_role("group", name="หน้าของตาราง")).to_be_hidden()
    early = page.locator("tbody").inner_text()
    box(page).fill("คอนกรีต วิธีคัดเลือก")
    expect(page.locator("tbody tr").nth(PAGE - 1)).to_contain_text("วิธีคัดเลือก")
    # Rows that have arrived cannot be sorted before the others.
    price = head(page, "ราคาที่ตกลงซื้อหรือจ้าง")
    price.get_by_role("button").click()
    expect(price).not_to_have_attribute("aria-sort", "ascending")

    page.evaluate("window.arrive()")

    expect(status(page)).to_contain_text("พบ 333 แถวจากทั้งหมด 5,000 แถว แสดงแถวที่ 1–50")
    amounts = [Decimal(text.replace(",", "")) for text in column(page, "agreed_price")]
    assert amounts == sorted(amounts)
    page.goto(f"{big.page}?filter=คอนกรีต")
    page.evaluate("window.arrive()")
    expect(status(page)).to_contain_text("พบ 1,000 แถวจากทั้งหมด 5,000 แถว แสดงแถวที่ 1–50")
    settle(page)
    assert page.locator("tbody").inner_text() == early


def test_files_are_named_if_the_rows_cannot_be_loaded(page: Page, big: Site) -> None:
    page.route("**/procurement.json", lambda route: route.abort())
    page.goto(big.page)

    box(page).fill("คอนกรีต")

    expect(status(page)).to_contain_text("โหลดทุกแถวไม่ได้")
    expect(status(page).get_by_role("link", name="ไฟล์")).to_have_attribute(
        "href", "#procurement-files"
    )
    assert len(cells(page)) == PAGE

    # The next key tries again.
    page.unroute("**/procurement.json")
    box(page).press("End")
    page.keyboard.type("เ")
    expect(status(page)).to_contain_text("พบ 1,000 แถว")


def test_files_are_named_if_opened_from_disk(page: Page, big: Site) -> None:
    page.goto((big.folder / table_site.URL / "index.html").as_uri())
    page.locator(".oit-data").evaluate("data => data.scrollIntoView()")
    assert len(cells(page)) == PAGE

    page.get_by_role("button", name="ถัดไป").click()

    expect(status(page)).to_contain_text("โหลดทุกแถวไม่ได้")


def test_short_table_has_no_pages(page: Page, folder: Path, big: Site) -> None:
    rows = [table_site.purchase(number) for number in range(1, 4)]
    table_site.write(folder, table_site.procurement(rows, "short"))
    page.goto(f"{big.address}data/2569/short/")

    expect(status(page)).to_have_text("ทั้งหมด 3 แถว")
    expect(page.locator(".oit-pager")).to_be_hidden()
    box(page).fill("2/2569")
    expect(status(page)).to_have_text("พบ 1 แถวจากทั้งหมด 3 แถว")


def test_print_shows_the_visible_rows(table: Page) -> None:
    find(table, "คอนกรีต", "1,000")
    table.emulate_media(media="print")

    expect(table.locator(".oit-filter")).to_be_hidden()
    expect(table.locator(".oit-pager")).to_be_hidden()
    frame = table.locator(".oit-table--tall")
    assert frame.evaluate("frame => frame.scrollHeight - frame.clientHeight") <= 1


def test_hostile_data_is_only_shown(new_page: NewPage, folder: Path, big: Site) -> None:
    rows = [
        table_site.purchase(number, name=payload, winner=payload, bidders=LONG)
        for number, payload in enumerate(PAYLOADS * 20, start=1)
    ]
    table_site.write(folder, table_site.procurement(rows[:60], "hostile"))
    page = new_page(bypass_csp=True)
    page.goto(f"{big.address}data/2569/hostile/")
    before = cells(page)
    assert column(page, "name")[: len(PAYLOADS)] == PAYLOADS

    box(page).fill("hyperlink")
    expect(status(page)).to_have_text("พบ 10 แถวจากทั้งหมด 60 แถว")
    assert column(page, "winner") == [PAYLOADS[1]] * 10
    box(page).fill("")
    expect(status(page)).to_have_text("ทั้งหมด 60 แถว แสดงแถวที่ 1–50")

    assert cells(page) == before
    assert column(page, "bidders")[0] == "ก" * 1_000 + "…"
    assert page.evaluate("window.hit") is None
    assert page.evaluate(ACTIVE) == []
    assert page.locator(".oit-data img, .oit-data table script").count() == 0
    box(page).fill(PAYLOADS[0])
    expect(status(page)).to_have_text("พบ 10 แถวจากทั้งหมด 60 แถว")
    assert json.loads((folder / "data/2569/hostile.json").read_text())[4]["name"] == PAYLOADS[4]
