"""Every page of the site: no external requests, no errors, small downloads."""

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import NewPage
from browser.kinds import KINDS, every_page

pytestmark = pytest.mark.browser

MAX_BYTES = 150_000


@dataclass
class Survey:
    """The observations while opening every page, each with an empty cache."""

    requests: set[str] = field(default_factory=set)
    messages: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    """Compressed bytes of the first load, by page, without the pictures that are loaded late."""


@pytest.fixture(scope="module")
def survey(browser: Browser, site: str, sample_site: Path) -> Survey:
    observed = Survey()
    requests: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: observed.messages.append(str(error)))
    page.on("console", lambda message: observed.messages.append(f"{page.url}: {message.text}"))
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    for path in every_page(sample_site):
        page.goto(site + path)
        observed.requests |= set(requests)
        # What is below the screen is loaded when a reader gets there.
        lazy = page.eval_on_selector_all("img[loading=lazy]", "all => all.map(({src}) => src)")
        observed.weights[path] = sum(
            compressed_size(sample_site / unquote(url.removeprefix(site)))
            for url in requests
            if url.startswith(site) and url not in lazy
        )
        requests.clear()
    context.close()
    return observed


@cache
def compressed_size(file: Path) -> int:
    """Return the number of bytes that hosts send for a file."""
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return min(len(content), len(gzip.compress(content)))


def test_no_request_leaves_the_site(survey: Survey, site: str) -> None:
    assert [url for url in survey.requests if not url.startswith(site)] == []


def test_no_page_has_an_error_or_violates_its_policy(survey: Survey) -> None:
    assert survey.messages == []


def test_the_first_load_of_any_page_is_light(survey: Survey) -> None:
    heavy = {path: size for path, size in survey.weights.items() if size > MAX_BYTES}

    assert not heavy
    # Each sum must include the style sheets and scripts, or the test would prove nothing.
    assert min(survey.weights.values()) > 50_000


def test_no_request_leaves_the_site_during_use(page: Page, site: str) -> None:
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.goto(site)

    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")
    page.locator(".md-search__input").fill("งบประมาณ")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("h1#content")).to_contain_text("O6")
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")

    assert [url for url in requests if not url.startswith(site)] == []
    assert messages == []


@pytest.mark.parametrize("path", KINDS)
def test_policy_precedes_all_scripts_and_allows_them_only_by_hash(
    sample_site: Path, path: str
) -> None:
    file = sample_site / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    policy = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert html.index("Content-Security-Policy") < html.index("<script")
    assert rules["default-src"] == "'self'"
    assert rules["style-src"] == "'self'"
    assert rules["script-src"].startswith("'self' 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", ["", "oit/2569/o11/"])
@pytest.mark.parametrize(
    "injected",
    [
        "<script>window.hit = 1</script>",
        '<img src="/nothing.png" onerror="window.hit = 1">',
        '<script src="https://other.example/hit.js"></script>',
    ],
    ids=["inline", "handler", "elsewhere"],
)
def test_injected_script_does_not_run(page: Page, site: str, path: str, injected: str) -> None:
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{injected}</main>"))

    page.route(site + path, inject)
    page.goto(site + path)

    expect(page.locator("main").locator("script, img[onerror]").last).to_be_attached()
    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in message for message in blocked)


def test_site_works_in_a_folder_of_a_host(new_page: NewPage, site_in_folder: str) -> None:
    page = new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    for path in ("", "oit/", "oit/2569/", "oit/2569/o2/", "about/"):
        page.goto(site_in_folder + path, wait_until="load")
        expect(page.locator("h1").first).to_be_visible()
    assert failed == []
