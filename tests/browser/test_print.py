"""Printing: A4, complete contents, no menus."""

import io
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from browser.conftest import NewPage
from browser.kinds import KINDS

pytestmark = pytest.mark.browser

A4 = (595, 842)
MARGINS = 28  # millimetres, left and right together
PORTRAIT, LANDSCAPE = (round((width - MARGINS) / 25.4 * 96) for width in (210, 297))

BEYOND_THE_EDGE = """(width) => [...document.querySelectorAll(".md-content *")]
  .filter((element) => element.checkVisibility() && !element.closest(".oit-hidden"))
  .filter((element) => element.getBoundingClientRect().right > width + 1)
  .map((element) => `${element.className} ${element.textContent}`.slice(0, 80))"""


def printed(page: Page, address: str) -> PdfReader:
    """Print a page like a browser that respects the page size of style sheets."""
    page.goto(address)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(
    ("path", "texts", "landscape"),
    [
        ("", ["7,812", "saraban@tuayang.example"], False),
        ("oit/2569/", ["O1", "O26"], False),
        ("oit/2569/o6/", ["2,480,000", "2,395,000", "11,684,400"], True),
        ("oit/2569/o11/", ["48,000", "46,730", "1/2569"], True),
        ("oit/2568/o12/", ["O12"], True),
        ("oit/2569/o25/", ["i10", "O28", "88.42"], False),
    ],
)
def test_page_is_printed_on_a4_to_its_last_column(
    page: Page, site: str, path: str, texts: list[str], landscape: bool
) -> None:
    sheets = printed(page, site + path).pages
    sizes = {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets}
    printed_texts = [sheet.extract_text() for sheet in sheets]

    assert sizes == {A4[::-1] if landscape else A4}
    assert [text for text in texts if text not in "".join(printed_texts)] == []
    assert [number for number, text in enumerate(printed_texts, 1) if not text] == []


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page in print layout, reused for many addresses."""
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_cut_at_the_side(paper: Page, site: str, path: str) -> None:
    paper.set_viewport_size({"width": PORTRAIT, "height": 900})
    paper.goto(site + path)

    # Browsers without named pages print wide tables in portrait, too.
    assert paper.evaluate(BEYOND_THE_EDGE, PORTRAIT) == []
    paper.set_viewport_size({"width": LANDSCAPE, "height": 700})
    assert paper.evaluate(BEYOND_THE_EDGE, LANDSCAPE) == []


@pytest.mark.parametrize("path", ["", "oit/2569/", "oit/2569/o11/", "about/"])
def test_menus_are_not_printed(page: Page, site: str, path: str) -> None:
    page.emulate_media(media="print")
    page.goto(site + path)

    expect(page.locator("h1").first).to_be_visible()
    for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".md-search", ".md-skip"):
        assert not any(element.is_visible() for element in page.locator(part).all()), part


def test_table_header_is_repeated_on_every_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}oit/2569/o25/")
    # Mark the headers with letters that PDF text extraction keeps.
    page.locator(".oit-rows thead").evaluate_all(
        "heads => heads.forEach((head) => head.rows[0].cells[0].append(' HEAD'))"
    )
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text() for sheet in sheets]

    with_rows = [text for text in texts if "O15" in text]
    assert with_rows
    assert all("HEAD" in text for text in with_rows)
    heads = page.locator(".oit-rows thead").count()
    assert sum(text.count("HEAD") for text in texts) > heads


@pytest.mark.parametrize(
    ("path", "head", "landscape"),
    [
        ("ita/2569/development/", "การนำผลการประเมิน ITA", False),
        ("ita/2569/report/", "รายงานผลการดำเนินการ", True),
        ("ita/2568/memo/", "บันทึกข้อความ", False),
    ],
)
def test_paper_has_its_running_head_and_number_on_every_sheet(
    page: Page, site: str, path: str, head: str, landscape: bool
) -> None:
    sheets = printed(page, site + path).pages
    texts = [letters(sheet.extract_text()) for sheet in sheets]

    sizes = {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets}
    assert sizes == {A4[::-1] if landscape else A4}
    for number, text in enumerate(texts, start=1):
        assert letters(head) in text
        assert letters(f"หน้า {number} จาก {len(texts)}") in text


def letters(text: str) -> str:
    """Remove spaces, and marks above and below letters, whose order in PDFs varies."""
    plain = text.replace("\u0e33", "\u0e32")
    return "".join(c for c in plain if c.isalnum() and unicodedata.category(c) != "Mn")


def test_header_of_a_papers_table_is_repeated_on_every_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}ita/2569/development/")
    page.locator("table:has(caption:text-is('คะแนนรายข้อ')) thead th").first.evaluate(
        "head => head.append(' HEAD')"
    )
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text() for sheet in sheets]

    with_head = [number for number, text in enumerate(texts) if "HEAD" in text]
    with_rows = [number for number, text in enumerate(texts) if "i15" in text]
    assert len(with_head) > 1
    assert set(with_rows) <= {*with_head, *range(with_head[-1] + 1, len(texts))}


def test_dark_screens_print_black_on_white(new_page: NewPage, site: str) -> None:
    page = new_page(color_scheme="dark")
    page.goto(f"{site}oit/2569/o2/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    page.emulate_media(media="print", color_scheme="dark")

    for text in (page.locator("h1"), page.locator(".oit-people a").first):
        expect(text).to_have_css("color", "rgb(0, 0, 0)")
