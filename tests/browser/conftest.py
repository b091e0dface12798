"""A browser, and the sample site on its own host."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.host import serve
from commands import ROOT

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

NewPage = Callable[..., Page]

STILL = """() => Promise.allSettled(document.getAnimations()
  .filter((animation) => animation.effect.getTiming().iterations < Infinity)
  .map((animation) => animation.finished))"""
"""Wait until all animations of the page have finished."""

IDLE = """() => new Promise((done) => {
  requestIdleCallback(() => done(), { timeout: 2000 });
})"""
"""Wait until the page has nothing left to do, or for two seconds: some pages never say so."""

# A machine with two cores and two browsers may be slow; real failures still fail.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


def chromium() -> str:
    """Return the path of the Chromium to test with."""
    if named := os.environ.get("OIT_CHROMIUM"):
        return named
    finder = [sys.executable, str(ROOT / "tools" / "browser.py")]
    found = subprocess.run(finder, capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


@pytest.fixture(scope="session")
def site(sample_site: Path) -> Iterator[str]:
    """The address of the sample site, at the root of its host."""
    with serve(sample_site) as address:
        yield address


@pytest.fixture(scope="session")
def site_in_folder(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site in a folder of a shared host."""
    root = tmp_path_factory.mktemp("host")
    (root / "town").mkdir()
    (root / "town" / "oit-site").symlink_to(sample_site, target_is_directory=True)
    with serve(root) as address:
        yield f"{address}town/oit-site/"


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Open pages, each as a new visitor; the options are passed to Playwright's contexts."""
    contexts: list[BrowserContext] = []

    def open_page(width: int = 1280, **options: object) -> Page:
        contexts.append(visitor(browser, width, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[NewPage]:
    """Reuse one page for each kind of visitor, for tests that visit many addresses.

    A new window is slower than a page of the site. The site's storage is cleared between uses;
    tests that listen to the page or change its settings must use ``new_page``.
    """
    pages: dict[tuple[object, ...], Page] = {}

    def same_page(width: int = 1280, **options: object) -> Page:
        kind = (width, *sorted(options.items()))
        if kind in pages:
            pages[kind].evaluate("localStorage.clear(), sessionStorage.clear()")
        else:
            pages[kind] = visitor(browser, width, **options).new_page()
        return pages[kind]

    yield same_page
    for page in pages.values():
        page.context.close()


def visitor(browser: Browser, width: int, **options: object) -> BrowserContext:
    """Make the context of a new visitor with a screen of this width."""
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page opened by a new visitor with a desktop computer."""
    return new_page()
