"""Hostile data is shown, and never run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

import commands
from browser import hostile
from browser.conftest import NewPage
from browser.host import serve
from browser.hostile import ACTIVE
from browser.kinds import every_page
from oit.forms import FORMS
from shared import Shared
from small_agency import SmallAgency

pytestmark = pytest.mark.browser

SCHEMES = "links => links.map(link => link.protocol)"
OURS = "[src$='/oit-table.js'], [src$='/oit-list.js']"
"""The scripts that a page may name itself."""

WEB = {"http:", "https:", "mailto:", "tel:"}


@pytest.fixture(scope="module")
def hostile_folder(shared: Shared) -> Path:
    """The site of an agency with hostile data."""

    def make(folder: Path) -> None:
        built = commands.oit("build", "--data", hostile.write(folder), "--out", folder / "site")
        assert built.returncode == 0, built.stderr

    return shared.made("hostile", make) / "site"


@pytest.fixture(scope="module")
def hostile_site(hostile_folder: Path) -> Iterator[str]:
    with serve(hostile_folder) as address:
        yield address


@pytest.fixture
def harmed(new_page: NewPage) -> Iterator[Page]:
    """A page in a browser that ignores the policy: escaping alone must protect it."""
    page = new_page(bypass_csp=True)
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    yield page
    assert dialogs == []


def shown(page: Page) -> str:
    """Return the visible text of a page."""
    return " ".join(page.locator("article").inner_text().split())


def test_every_page_shows_hostile_data_and_does_not_run_it(
    harmed: Page, hostile_folder: Path, hostile_site: str
) -> None:
    pages = every_page(hostile_folder)
    assert len(pages) > len(FORMS) + 3
    for path in pages:
        harmed.goto(hostile_site + path)
        if "/harm/" in path and harmed.locator(".oit-filter").count():
            # Make the script draw rows, too.
            harmed.get_by_role("searchbox", name="ค้นในตาราง").fill("window")
            expect(harmed.get_by_role("status").filter(has_text="พบ")).to_be_visible()

        assert harmed.evaluate("window.hit") is None, path
        assert harmed.evaluate(ACTIVE) == [], path
        assert harmed.locator(f"iframe, article script:not([type*=json], {OURS})").count() == 0, (
            path
        )
        assert hostile.COMPUTED not in harmed.content(), path
        assert set(harmed.locator("a[href]").evaluate_all(SCHEMES)) <= WEB, path
        if path not in {"404.html", "api/", "data/"}:
            text = shown(harmed)
            assert [payload for payload in hostile.PAYLOADS if payload not in text] == [], path
        if f"oit/{hostile.YEAR}/o" in path:
            # The item's title, its note, its elements, and the texts of its form.
            assert text.count(hostile.PAYLOADS[0]) >= 5, path


def test_search_results_show_hostile_data(harmed: Page, hostile_site: str) -> None:
    harmed.goto(hostile_site)

    for query in ("window.hit", "onerror", "script", "javascript", "raw"):
        harmed.locator(".md-search__input").fill(query)
        results = harmed.locator(".md-search-result__item")
        expect(results.first).to_be_visible()
        expect(results.first.locator("mark").first).to_be_visible()

        text = harmed.locator(".md-search-result__list").inner_text()
        assert "window.hit" in text
        assert harmed.evaluate(ACTIVE) == []
        assert harmed.locator(".md-search-result__list").locator("img, script, iframe").count() == 0
    assert harmed.evaluate("window.hit") is None


def test_harmful_query_is_only_searched_for(harmed: Page, hostile_site: str) -> None:
    harmed.goto(hostile_site)

    for payload in hostile.PAYLOADS:
        harmed.locator(".md-search__input").fill("")
        expect(harmed.locator(".md-search-result__meta")).to_have_text("พิมพ์เพื่อเริ่มค้นหา")
        harmed.locator(".md-search__input").fill(payload)
        expect(harmed.locator(".md-search-result__meta")).to_have_text(re.compile("^(พบ|ไม่พบ)"))

    assert harmed.evaluate("window.hit") is None
    assert harmed.evaluate(ACTIVE) == []


@pytest.mark.parametrize(
    "link",
    [
        "javascript:window.hit=1",
        "JaVaScRiPt:window.hit=1",
        "data:text/html,<script>window.hit=1</script>",
        "//hostile.example/",
        "https://good.example@hostile.example/",
        'https://hostile.example/"onclick="window.hit=1',
    ],
)
def test_link_with_another_scheme_is_refused(small_agency: SmallAgency, link: str) -> None:
    small_agency.write("data/2569/o02.yml", f"news:\n  - title: ข่าว\n    link: '{link}'\n")

    checked = commands.oit("check", "--data", small_agency.data)

    assert checked.returncode == 2
    assert "data/2569/o02.yml:3:11" in checked.stdout + checked.stderr
