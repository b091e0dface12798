"""Printing: A4, complete contents, no menus, nothing broken, and every sheet says whose it is."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import NewPage
from browser.kinds import KINDS

pytestmark = pytest.mark.browser

AGENCY = "เทศบาลตำบลตัวอย่าง"
A4 = (595, 842)
MARGINS = 28  # millimetres, left and right together
PORTRAIT, LANDSCAPE = (round((width - MARGINS) / 25.4 * 96) for width in (210, 297))
MARGIN = round(16 / 25.4 * 72)  # points, above and below

FAULTS = """(width) => {
  const faults = [];
  const fault = (what, text) => faults.push(`${what}: ${text.trim().slice(0, 80)}`);
  const range = document.createRange();
  const lines = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    const boxes = [...range.getClientRects()].filter((box) => box.width);
    return new Set(boxes.map((box) => Math.round(box.bottom))).size;
  };
  const words = new Intl.Segmenter("th", { granularity: "word" });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, text = node.data, parent = node.parentElement;
    if (!text.trim() || !parent.checkVisibility()) continue;
    if (parent.closest(".oit-hidden, script")) continue;
    if (!parent.closest(".md-content")) fault("menu", text);
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().right > width + 1) fault("beyond the edge", text);
    if (parseFloat(getComputedStyle(parent).fontSize) < 10.6) fault("smaller than 8 points", text);
    if (lines(node, 0, text.length) < 2 || /[@]|:\\/\\//.test(text)) continue;
    if (parent.closest(".oit-address")) continue;
    // Beside a word that is kept together stands no whole text, in which words could be told.
    const isPart = parent.querySelector(":scope > .oit-word");
    const parts = isPart ? [] : [...words.segment(text)].filter((part) => part.isWordLike);
    const numbers = [...text.matchAll(/[\\d๐-๙][\\d๐-๙.,:/-]*/g)];
    for (const part of [...parts, ...numbers]) {
      const word = part.segment ?? part[0];
      const end = part.index + word.length;
      if (lines(node, part.index, end) > 1) fault("broken", `${word} in ${text}`);
    }
  }
  return faults;
}"""
"""What is wrong on a sheet of this width: addresses of mail and pages may break anywhere."""


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page in print layout, reused for many addresses."""
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_cut_broken_or_too_small(paper: Page, site: str, path: str) -> None:
    paper.set_viewport_size({"width": PORTRAIT, "height": 900})
    paper.goto(site + path)
    wide = paper.evaluate("getComputedStyle(document.documentElement).page !== 'auto'")
    if wide:
        paper.set_viewport_size({"width": LANDSCAPE, "height": 700})

    assert paper.evaluate(FAULTS, LANDSCAPE if wide else PORTRAIT) == []


class Sheet(NamedTuple):
    """A printed sheet of paper."""

    size: tuple[int, int]
    text: str
    lines: list[bool]
    """For each point between head and foot, from above, whether anything is printed there."""


def sheets(page: Page) -> list[Sheet]:
    """Print a page like a browser that respects the page size of style sheets."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        return [sheet_of(sheet) for sheet in document]


def sheet_of(printed: pypdfium2.PdfPage) -> Sheet:
    """Read a sheet's text, and see where it is not white."""
    picture = printed.render(scale=1, grayscale=True).to_pil()
    width, height = picture.size
    pixels = picture.tobytes()
    inked = [min(pixels[row * width : (row + 1) * width]) < 230 for row in range(height)]
    text = printed.get_textpage().get_text_range()
    return Sheet((width, height), text, inked[MARGIN:-MARGIN])


class Printed(NamedTuple):
    """A page of the sample site, and what its sheets must contain."""

    path: str
    head: str
    """In the running head, beside the agency's name."""
    texts: Sequence[str] = ()
    landscape: bool = False


PRINTED = [
    Printed("", AGENCY, ["7,812", "saraban@tuayang.example"]),
    Printed("oit/2569/", "การเปิดเผยข้อมูลสาธารณะ", ["O1", "O26"]),
    Printed("oit/2569/o6/", "O6", ["2,480,000", "2,395,000", "11,684,400"], landscape=True),
    Printed("oit/2569/o11/", "O11", ["48,000", "46,730", "1/2569"], landscape=True),
    Printed("oit/2569/o19/", "O19"),
    Printed("oit/2568/o12/", "O12", ["O12"], landscape=True),
    Printed("oit/2569/o25/", "O25", ["i10", "O28", "88.42"]),
    Printed("data/2569/procurement/", "รายการจัดซื้อจัดจ้าง", ["พฤศจิกายน 2568"], landscape=True),
    Printed("about/", AGENCY),
    Printed("404.html", "ไม่พบหน้านี้"),
    Printed("ita/2569/development/", "การนำผลการประเมิน ITA", ["ลงชื่อ"]),
    Printed("ita/2569/measures/", "มาตรการส่งเสริมคุณธรรม", ["25,000", "ลงชื่อ"]),
    Printed("ita/2569/progress-6/", "รอบ 6 เดือน", ["ลงชื่อ"]),
    Printed("ita/2568/progress-12/", "รอบ 12 เดือน", ["ลงชื่อ"]),
    Printed("ita/2568/report/", "รายงานผล", ["ลงชื่อ"]),
    Printed("ita/2568/memo/", "บันทึกข้อความ", ["ลงชื่อ"]),
    Printed("ita/2569/report/", "รายงานผล", ["ลงชื่อ"], landscape=True),
]


@pytest.mark.parametrize("expected", PRINTED, ids=lambda expected: expected.path)
def test_sheets_of_a_page_are_complete(page: Page, site: str, expected: Printed) -> None:
    page.goto(site + expected.path)
    printed = sheets(page)
    letters_of = [letters(sheet.text) for sheet in printed]

    assert {sheet.size for sheet in printed} == {A4[::-1] if expected.landscape else A4}
    assert [text for text in expected.texts if letters(text) not in "".join(letters_of)] == []
    for number, text in enumerate(letters_of, start=1):
        assert letters(AGENCY) in text
        assert letters(expected.head) in text
        assert letters(f"หน้า {number} จาก {len(printed)}") in text
    filled = [sum(sheet.lines) / len(sheet.lines) for sheet in printed]
    assert [share for share in filled[:-1] if share < 0.25] == []
    assert filled[-1] > 0.05
    if "ลงชื่อ" in expected.texts:
        signed = page.locator(":has(+ .oit-signatures)").text_content() or ""
        assert letters("ลงชื่อ") in letters_of[-1]
        assert letters(signed)[-12:] in letters_of[-1]


def letters(text: str) -> str:
    """Remove spaces, and marks above and below letters, whose order in PDFs varies."""
    plain = text.replace("\u0e33", "\u0e32")
    return "".join(c for c in plain if c.isalnum() and unicodedata.category(c) != "Mn")


def test_tone_marks_are_not_printed_at_the_foot_of_the_sheet_before(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    # Low lines, from which marks rise as in fonts that are higher than this machine's.
    page.locator(".md-content__inner").evaluate("""contents => {
      const line = (tag) => `<${tag}>ปี่ที่ป้าซื้อนี้</${tag}>`;
      contents.innerHTML = (line("h2") + line("p")).repeat(60) + line("p").repeat(60)
        + `<ul>${line("li").repeat(60)}</ul>`;
      for (const each of contents.querySelectorAll("h2, p, li")) each.style.lineHeight = 1.2;
    }""")
    *printed, _ = sheets(page)

    assert len(printed) > 4
    for sheet in printed:
        upwards = sheet.lines[::-1]
        lowest = upwards[upwards.index(True) :]
        assert lowest.index(False) > 5, "the lowest line is only a few points high"


def test_header_of_a_table_is_repeated_on_every_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}ita/2569/development/")
    # Mark the header with letters that PDF text extraction keeps.
    page.locator("table:has(caption:text-is('คะแนนรายข้อ')) thead th").first.evaluate(
        "head => head.append(' HEAD')"
    )
    texts = [sheet.text for sheet in sheets(page)]

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
