"""Pictures of one page: as screens show it, and on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from browser.conftest import FLAGS, STILL

WIDTHS = {"phone": 390, "tablet": 768, "desktop": 1280}
SCHEMES = ("light", "dark")
PAPER_SCALE = 1.2
"""Pixels for each point of a sheet: enough to read."""


@dataclass(frozen=True)
class Picture:
    """A file with a picture, and what it shows."""

    file: str
    screen: str
    scheme: str
    width: int


class Camera:
    """Takes the pictures of pages; keeps one window for each screen and scheme."""

    def __init__(self, browser: Browser, out: Path) -> None:
        self._out = out
        self._windows = {
            (screen, scheme): browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            for screen, width in WIDTHS.items()
            for scheme in SCHEMES
        }

    def take(self, address: str, name: str) -> list[Picture]:
        """Take all pictures of the page at an address; their files begin with ``name``."""
        return [*self._screens(address, name), *self._paper(name)]

    def _screens(self, address: str, name: str) -> Iterator[Picture]:
        for (screen, scheme), window in self._windows.items():
            window.goto(address)
            window.evaluate(STILL)
            _load_lazy_pictures(window)
            file = f"{name}-{screen}-{scheme}.jpg"
            window.screenshot(path=self._out / file, full_page=True, type="jpeg", quality=75)
            yield Picture(file, screen, scheme, WIDTHS[screen])

    def _paper(self, name: str) -> Iterator[Picture]:
        """Take the sheets on which the desktop's window, which is at the page, prints it."""
        printed = self._windows["desktop", "light"].pdf(prefer_css_page_size=True)
        with pypdfium2.PdfDocument(printed) as document:
            for number, sheet in enumerate(document, start=1):
                file = f"{name}-sheet-{number}.jpg"
                picture = sheet.render(scale=PAPER_SCALE).to_pil()
                picture.save(self._out / file, quality=75)
                yield Picture(file, "paper", f"{number}", picture.width)


def _load_lazy_pictures(window: Page) -> None:
    window.evaluate(
        """() => Promise.all([...document.images].map((image) => {
             image.loading = "eager";
             return image.decode().catch(() => {});
           }))"""
    )


@contextmanager
def camera(chromium: str, out: Path) -> Iterator[Camera]:
    """Start a browser for as long as the block runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield Camera(browser, out)
        browser.close()
