"""The form of an item, sent as a browser without scripts sends it."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from every_form import YEAR, every_form
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk, slugs_of
from oit.desk.officer import ALONE
from oit.desk.saving.draft import open_draft
from sent_form import SentForm

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 3, 1)

# What a page must not obey, and what a browser must not lose.
IN_FILES = [
    "</script><img src=x onerror=alert(1)>",
    "\" onfocus='alert(1)' autofocus x=\"",
    "</textarea><script>alert(1)</script>",
    "  ช่องว่างหน้าและหลัง  ",
    "\nบรรทัดแรกว่าง\n\nสอง\n",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "&lt;b&gt; &amp;amp; &#39;",
    "'เดี่ยว' \"คู่\" `กลับ`",
    "f/people/0/name",
    "../../agency.yml",
    "๑๕ ม.ค. ๖๙",
    "true",
    "=1+1",
]
TYPED = [*IN_FILES, "ก่อน\u202eหลัง", "ศูนย์\0กลาง", "\u2028คั่น", "🙂"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copytree(ROOT / "docs", root / "docs")
    return Desk(DataFolder(root / "data", root), TODAY)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(every_form(tmp_path_factory.mktemp("every"), IN_FILES), TODAY)


def _client(desk: Desk) -> TestClient:
    return TestClient(make_app(desk), follow_redirects=False)


def _pages(client: TestClient, address: str) -> Iterator[tuple[str, str]]:
    """Yield the page of an item, and that of the first entry of each long list."""
    waiting, known = [address], {address}
    while waiting:
        here = waiting.pop()
        answer = client.get(here)
        assert answer.status_code == 200, here
        yield here, answer.text
        for link in re.findall(r'<th scope="row"><a href="([^"]+/0/)"', answer.text):
            if link not in known:
                known.add(link)
                waiting.append(link)


def _addresses(desk: Desk, year: int) -> list[str]:
    return [f"/{year}/{slugs_of(file)[0]}/" for file in desk.files(year)]


class _Obeyed(HTMLParser):
    """What a browser would obey in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        source = str(names.get("src", ""))
        own = (tag == "script" and source.startswith("/static/")) or (
            tag == "img" and source.startswith("/look/")
        )
        if (tag in {"script", "img", "iframe", "style", "svg"} and not own) or any(
            name.startswith("on") or name in {"autofocus", "style"} for name in names
        ):
            self.found.append(f"{tag} {attrs}")
        if str(names.get("href", "")).lower().startswith("javascript:"):
            self.found.append(f"{tag} {attrs}")


def _untouched(desk: Desk, client: TestClient, page: str, text: str) -> None:
    """Send a form as it came: it changes nothing, and nothing in it was obeyed."""
    assert not _Obeyed(text).found
    answer = client.post(page, data={**SentForm(text).values, "do": "nothing"})
    assert answer.status_code == 303
    file = desk.file(YEAR, page.split("/")[2])
    assert file is not None
    assert not open_draft(desk, ALONE, file).is_changed, page


def _typed(client: TestClient, page: str, text: str, number: int) -> None:
    """Type into every input: it comes back as typed, and is not obeyed."""
    form = SentForm(text)
    selects = set(re.findall(r'<select id="([^"]+)"', text))
    fields = [name for name in form.values if name.startswith("f/") and "@" not in name]
    typed = {
        name: TYPED[(number + index) % len(TYPED)]
        for index, name in enumerate(fields)
        if name not in selects and form.values[name]
    }
    # A browser has no line ends in an input of one line.
    typed = {
        name: value if f'<textarea id="{name}"' in text else value.replace("\n", " ")
        for name, value in typed.items()
    }
    client.post(page, data={**form.values, **typed, "do": "nothing"})
    again = client.get(page).text
    assert not _Obeyed(again).found
    shown = SentForm(again).values
    for name, value in typed.items():
        assert shown[name].replace("\r\n", "\n") == value.replace("\0", "\ufffd"), name


def test_a_form_of_the_sample_that_nobody_touched_changes_nothing(sample: Desk) -> None:
    client = _client(sample)
    before = _bytes(sample)
    for address in _addresses(sample, YEAR):
        for page, text in _pages(client, address):
            _untouched(sample, client, page, text)
    assert _bytes(sample) == before


@pytest.mark.untraced
def test_every_field_of_every_form_keeps_hostile_values_as_they_are(every: Desk) -> None:
    client = _client(every)
    before = _bytes(every)
    for address in _addresses(every, YEAR):
        pages = list(_pages(client, address))
        for page, text in pages:
            _untouched(every, client, page, text)
        for number, (page, text) in enumerate(pages):
            _typed(client, page, text, number)
        client.post(f"{address}discard/")
    assert _bytes(every) == before


def _bytes(desk: Desk) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in desk.folder.path.rglob("*.yml")}


def test_a_very_long_text_is_kept(sample: Desk) -> None:
    client, text = _client(sample), "ยาว" * 350_000
    form = SentForm(client.get("/2569/o11/").text)
    answer = client.post(
        "/2569/o11/",
        data={**form.values, "f/summary": text, "do": "nothing"},
        files={"u/none": ("", b"")},
    )
    assert answer.status_code == 303
    assert SentForm(client.get("/2569/o11/").text).values["f/summary"] == text
    client.post("/2569/o11/discard/")
