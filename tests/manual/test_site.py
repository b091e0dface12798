"""The manual as a site: it builds without a warning and makes no request to other hosts."""

import re
from pathlib import Path

import pytest

from commands import python
from manual.generated import GENERATED
from manual.guides import PAGES, named

REQUEST = re.compile(
    r"<(?:link|script|img|iframe|source|object|embed)\b[^>]*\s(?:src|href|data|srcset)=\"?(?:https?:)?//"
    r"|url\(\s*[\"']?(?:https?:)?//|@import",
)
BY_HAND = {
    named(page).removeprefix("manual/"): page.read_text(encoding="utf-8")
    for page in PAGES
    if named(page).startswith("manual/")
}
MANUAL = {**BY_HAND, **GENERATED}
"""The text of every page of the manual, by its path."""
THAI_HEADING = re.compile(r"##+ .*[ก-๛].*")
ANCHORED = re.compile(r"##+ .* \{#[a-z0-9-]+\}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual, built strictly."""
    out = tmp_path_factory.mktemp("manual") / "site"
    built = python("mkdocs", "build", "--strict", "-f", "manual.yml", "-d", out)
    assert built.returncode == 0, built.stderr
    return out


def test_every_page_is_there(site: Path) -> None:
    made = {path.parent.relative_to(site) for path in site.rglob("index.html")}
    pages = map(Path, MANUAL)
    assert {page.parent if page.stem == "index" else page.with_suffix("") for page in pages} <= made


def test_generated_pages_are_not_in_the_repository() -> None:
    assert BY_HAND.keys() & GENERATED.keys() == set()


def test_no_page_makes_a_request_to_another_host(site: Path) -> None:
    texts = [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.svg")]
    requests = {
        path.name: found[0]
        for path in texts
        if (found := REQUEST.search(path.read_text(encoding="utf-8")))
    }
    assert requests == {}


def test_thai_is_searched_as_on_the_sites_of_agencies(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert "assets/oit-search.js" in home
    assert "assets/oit-search.js" in missing
    assert "ข้อมูลส่วนบุคคล" in (site / "search/texts.json").read_text(encoding="utf-8")
    assert not (site / "assets/javascripts/lunr").exists()


def test_thai_headings_have_anchors_of_their_own() -> None:
    missing = {
        (page, line)
        for page, text in MANUAL.items()
        for line in re.sub(r"```.*?```", "", text, flags=re.DOTALL).splitlines()
        if THAI_HEADING.fullmatch(line) and not ANCHORED.fullmatch(line)
    }
    assert missing == set()
