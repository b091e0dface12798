"""The front page on a telephone, and what other programs show of it."""

from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import NewPage

pytestmark = pytest.mark.browser

LOOK = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const meta = (name) => all(`meta[property="${name}"], meta[name="${name}"]`)[0]?.content;
  return {
    lowest: Math.max(...all(".oit-task").map((task) => task.getBoundingClientRect().bottom)),
    logos: all(".md-logo img, .oit-hero img").map((image) => image.naturalWidth),
    icons: all("link[rel=icon], link[rel=apple-touch-icon]").map((link) => link.href),
    call: all(".oit-reach a[href^='tel:']")[0].textContent,
    reach: all(".oit-reach")[0].textContent,
    title: meta("og:title"),
    about: meta("og:description"),
    described: meta("description"),
    url: meta("og:url"),
    image: meta("og:image"),
    locale: meta("og:locale"),
    card: meta("twitter:card"),
    colours: all('meta[name="theme-color"][media]').length,
  };
}"""


def test_front_page_of_a_telephone(reader: NewPage, site: str) -> None:
    page = reader(390)
    page.goto(site)
    look: dict[str, Any] = page.evaluate(LOOK)
    # All tasks are visible without scrolling, at 390 × 844.
    assert look["lowest"] < 844
    assert look["logos"] == [192, 192, 192]
    for icon in look["icons"]:
        answer = page.request.get(icon)
        assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert look["call"] == "0 4500 0000"
    assert "เวลาทำการ" in look["reach"]
    assert "ที่อยู่" in look["reach"]
    assert look["title"] == "เทศบาลตำบลตัวอย่าง"
    assert look["about"] == look["described"]
    assert look["about"].startswith("เทศบาลตำบลตัวอย่างดูแลประชาชน")
    assert (look["locale"], look["card"], look["colours"]) == ("th_TH", "summary_large_image", 2)
    # Only complete addresses work there; the file is that of this site.
    assert look["url"] == "https://oit.tuayang.example/"
    own = look["image"].replace(look["url"], site)
    assert page.request.get(own).headers["content-type"] == "image/png"
    page.locator(".oit-find").click()
    expect(page.locator(".md-search__input")).to_be_focused()
