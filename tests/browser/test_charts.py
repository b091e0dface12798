"""The two series of a chart: told apart by every reader, on every screen and on paper."""

import pytest
from playwright.sync_api import Page

from browser.conftest import NewPage

pytestmark = pytest.mark.browser

CHART = "data/2569/procurement/report/"

SERIES = """() => {
  // A canvas turns every way to write a colour into red, green and blue.
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const look = (selector) => getComputedStyle(document.querySelector(selector));
  const first = look(".oit-bar .oit-first").stroke;
  const second = look(".oit-chart--pair .oit-bar > svg > rect:not(.oit-first)").fill;
  const ground = getComputedStyle(document.body).backgroundColor;
  const pattern = look(".oit-bar .oit-first").fill;
  return {
    first: contrast(first, ground),
    second: contrast(second, ground),
    apart: contrast(first, second),
    hatched: document.querySelector(pattern.match(/#[\\w-]+/)[0]).localName === "pattern",
    hatching: contrast(look(".oit-hatch").fill, look(".oit-hatch-back").fill),
  };
}"""


def series(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(SERIES)
    return found


def test_series_differ_in_colour_and_pattern(new_page: NewPage, site: str) -> None:
    page = new_page(color_scheme="light", reduced_motion="reduce")
    page.goto(site + CHART)
    for scheme in ("light", "dark"):
        found = series(page)
        assert found["hatched"], scheme
        assert min(found["first"], found["second"], found["apart"], found["hatching"]) >= 3, scheme
        page.locator(".md-option[data-md-color-scheme=slate]").dispatch_event("click")
        page.locator("body[data-md-color-scheme=slate]").wait_for()

    # With forced colours and on black and white paper the pattern tells them apart.
    for media in ({"forced_colors": "active"}, {"forced_colors": "none", "media": "print"}):
        page.emulate_media(**media)  # type: ignore[arg-type]
        found = series(page)
        assert found["hatched"], media
        assert min(found["first"], found["second"], found["hatching"]) >= 3, media

    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
