"""Thai words at the ends of lines, and the font that they are written in."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.kinds import CYCLES, HOME, LIST, TABLES
from browser.thai_words import COMMON, OTHERS

pytestmark = pytest.mark.browser

PAGES = [
    *(
        HOME,
        LIST,
        "oit/2569/method/",
        *(f"oit/2569/o{number}/" for number in (1, 7, 9, 11)),
    ),
    *(CYCLES[0], "ita/2569/report/", TABLES[0], "about/"),
]

# Count how often words are shown, and list those that are in more than one line.
BROKEN = """(words) => {
  const places = [];
  let text = "", last = null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const block = (element) => {
    while (getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const around = node.parentElement.closest("script, style, svg") || block(node.parentElement);
    if (around.matches("script, style, svg")) continue;
    if (around !== last) places.push(null), text += "\\n";
    last = around;
    for (let place = 0; place < node.length; place++) places.push([node, place]);
    text += node.data;
  }
  let shown = 0;
  const broken = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const range = document.createRange(), [end, place] = places[at + word.length - 1];
      range.setStart(...places[at]);
      range.setEnd(end, place + 1);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      shown += lines.length > 0;
      if (lines.some(({ bottom }) => Math.abs(bottom - lines[0].bottom) > 6))
        broken.push(text.slice(Math.max(0, at - 9), at + word.length + 9));
    }
  }
  return [shown, broken];
}"""

# What a reader copies with the words kept together, and without; what looks or stands wrong.
COPIED = """() => {
  const copied = () => {
    getSelection().selectAllChildren(document.querySelector("main"));
    return getSelection().toString();
  };
  const together = copied(), words = [...document.querySelectorAll(".oit-word")];
  const odd = words.filter((word) => {
    const [own, around] = [getComputedStyle(word), getComputedStyle(word.parentElement)];
    return own.display !== "inline" || own.color !== around.color
      || own.fontSize !== around.fontSize
      || /flex|grid/.test(around.display) && word.parentElement.childNodes.length > 1;
  }).map((word) => word.parentElement.outerHTML);
  getSelection().removeAllRanges();
  for (const word of words) {
    const parent = word.parentElement;
    word.replaceWith(word.textContent);
    parent.normalize();
  }
  return [together, copied(), odd];
}"""


# Links of menus and headings whose box would cut the marks over their first line.
CUT = """() => [...document.querySelectorAll(".md-nav .md-ellipsis, main :is(h1, h2, h3, a, p)")]
  .filter((text) => text.checkVisibility() && getComputedStyle(text).overflow !== "visible")
  .map((text) => text.textContent.trim())"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_line_ends_within_a_word(reader: NewPage, site: str, width: int) -> None:
    page = reader(width)
    shown = [0, 0]
    broken: list[list[str]] = [[], []]
    for path in PAGES:
        page.goto(site + path)
        for kind, words in enumerate((COMMON, OTHERS)):
            count, found = page.evaluate(BROKEN, words)
            shown[kind] += count
            broken[kind] += [f"{path}: {text}" for text in found]
        assert page.evaluate(CUT) == [], path
        # Last, because it takes the page's words apart.
        together, apart, odd = page.evaluate(COPIED)
        assert together == apart, path
        assert odd == [], path

    assert shown[0] > 1_000
    assert shown[1] > 500
    assert len(broken[0]) <= 0.01 * shown[0], broken[0]
    assert len(broken[1]) <= 0.01 * shown[1], broken[1]


def test_texts_are_found_across_words(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(f"{site}oit/2569/o26/")
    heading = page.locator("h1#content")
    assert heading.locator(".oit-word").count() > 1
    name = heading.inner_text()

    assert page.evaluate("name => window.find(name.slice(4))", name)
    assert page.get_by_role("heading", name=name, exact=True).count() == 1

    page.goto(f"{site}oit/2569/o26/?h={name.split(maxsplit=1)[1]}")
    expect(page.locator("h1#content mark")).to_have_text(name.split(maxsplit=1)[1])


def test_rows_that_the_script_draws_keep_words_together_too(reader: NewPage, site: str) -> None:
    page = reader()
    page.goto(site + TABLES[0])
    table = page.get_by_role("table", name="รายการจัดซื้อจัดจ้าง")
    word = table.locator("td .oit-word", has_text="เฉพาะเจาะจง").first
    expect(word).to_be_attached()

    table.locator("th:visible button").first.click()

    expect(table.locator("th[aria-sort]")).to_have_count(1)
    expect(word).to_be_attached()
    expect(page.locator(".oit-pager > span")).to_contain_text("หน้า 1")


def test_texts_are_in_the_sites_own_font(page: Page, site: str) -> None:
    fetched: list[str] = []
    page.on("requestfinished", lambda request: fetched.append(request.url))
    page.goto(site, wait_until="load")
    page.evaluate("document.fonts.ready")

    fonts = page.context.new_cdp_session(page)
    fonts.send("DOM.enable")
    fonts.send("CSS.enable")
    root = fonts.send("DOM.getDocument")["root"]["nodeId"]
    for selector in ("h1", "main p"):
        node = fonts.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        used = fonts.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert {(font["familyName"], font["isCustomFont"]) for font in used} == {("Sarabun", True)}
    woff2 = {url for url in fetched if url.endswith(".woff2")}
    assert woff2 == {f"{site}fonts/sarabun-{weight}.woff2" for weight in (400, 700)}
