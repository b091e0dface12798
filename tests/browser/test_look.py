"""``make look``: a page on every screen, in both schemes, and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools.look.pictures import SCHEMES, WIDTHS, Camera

pytestmark = pytest.mark.browser


def test_a_page_is_shown_on_every_screen_and_on_paper(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    pictures = Camera(browser, tmp_path).take(f"{site}404.html", "lost")

    on_screens = {(picture.screen, picture.scheme) for picture in pictures[:-1]}
    assert on_screens == {(screen, scheme) for screen in WIDTHS for scheme in SCHEMES}
    assert pictures[-1].screen == "paper"
    assert {picture.file for picture in pictures} == {file.name for file in tmp_path.iterdir()}
    light, dark = (tmp_path / f"lost-phone-{scheme}.jpg" for scheme in SCHEMES)
    assert light.read_bytes() != dark.read_bytes()
