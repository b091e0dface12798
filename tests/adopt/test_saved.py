"""Links of saved pages lead to files of their folder, and never outside of it."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from oit.adopt.fetched import Fetched
from oit.adopt.saved import START, Saved, shown
from oit.adopt.trouble import Trouble, TroubleKind

PDF = b"%PDF-1.4 plan"
PAGE = b"<!DOCTYPE html><html><body>ITA</body></html>"
LIMIT = 10_000


def put(path: Path, contents: bytes = PDF) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents)
    return path


def kind(found: Fetched | Trouble) -> TroubleKind | None:
    return found.kind if isinstance(found, Trouble) else None


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder into which a site was downloaded, beside what is nobody's business."""
    put(tmp_path / "secret.pdf")
    put(tmp_path / "site" / "index.html", PAGE)
    put(tmp_path / "site" / "ita" / "o7.html", PAGE)
    put(tmp_path / "site" / "ita" / "รายงาน ก.pdf")
    put(tmp_path / "site" / "docs" / "o1.pdf")
    return tmp_path / "site"


@pytest.mark.parametrize(
    "path",
    ["docs/o1.pdf", "/docs//o1.pdf", "docs/./o1.pdf", "docs%5Co1.pdf", "docs\\o1.pdf",
     "docs/o1.pdf?v=1#page=2", quote("ita/รายงาน ก.pdf"), "ita/รายงาน ก.pdf"],
)  # fmt: skip
def test_files_of_the_folder(tree: Path, path: str) -> None:
    found = Saved(tree, LIMIT).get(START + path)
    assert isinstance(found, Fetched)
    assert (found.content_type, found.path.read_bytes()) == ("pdf", PDF)


@pytest.mark.parametrize(
    "path",
    ["../secret.pdf", "..%2fsecret.pdf", "%2e%2e/secret.pdf", "ita/..\\..\\secret.pdf",
     "C:/Users/x/secret.pdf", "c:%5csecret.pdf", "docs/o1.pdf:stream", ".git/config", "a%00b",
     "link.pdf", "away/secret.pdf"],
)  # fmt: skip
def test_nothing_outside_is_read(tree: Path, path: str) -> None:
    (tree / "link.pdf").symlink_to(tree.parent / "secret.pdf")
    (tree / "away").symlink_to(tree.parent)
    put(tree / ".git" / "config")
    assert kind(Saved(tree, LIMIT).get(START + path)) is TroubleKind.OUTSIDE


@pytest.mark.parametrize("path", ["", "docs", "no.pdf", "docs/o1.pdf/x", "x" * 300, "/etc/passwd"])
def test_what_the_folder_does_not_have(tree: Path, path: str) -> None:
    assert kind(Saved(tree, LIMIT).get(START + path)) is TroubleKind.MISSING


def test_a_pipe_is_no_file(tree: Path) -> None:
    os.mkfifo(tree / "o2.pdf")
    os.mkfifo(tree / "o2.html")
    saved = Saved(tree, LIMIT)
    assert kind(saved.get(f"{START}o2.pdf")) is TroubleKind.MISSING
    assert tree / "o2.html" not in saved.pages


def test_what_is_not_what_its_name_says(tree: Path) -> None:
    put(tree / "page.pdf", PAGE)
    put(tree / "empty.pdf", b"")
    put(tree / "large.pdf", PDF * LIMIT)
    saved = Saved(tree, LIMIT)
    assert kind(saved.get(f"{START}page.pdf")) is TroubleKind.MISMATCH
    assert kind(saved.get(f"{START}empty.pdf")) is TroubleKind.EMPTY
    assert kind(saved.get(f"{START}large.pdf")) is TroubleKind.TOO_LARGE


def test_a_file_that_may_not_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> str:
        raise PermissionError

    put(tree / "news.php", PAGE)
    monkeypatch.setattr("oit.adopt.saved.type_of", refuse)
    saved = Saved(tree, LIMIT)
    assert kind(saved.get(f"{START}docs/o1.pdf")) is TroubleKind.UNREADABLE
    assert tree / "news.php" not in saved.pages


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = Saved(put(tmp_path / "ita.html", PAGE), LIMIT)

    def refuse(_: Path) -> Iterator[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert kind(saved.get(f"{START}ita_files/o1.pdf")) is TroubleKind.MISSING


def test_a_page_alone_has_only_the_folder_that_was_saved_with_it(tmp_path: Path) -> None:
    page = put(tmp_path / "ita.html", PAGE)
    put(tmp_path / "ita_files" / "o1.pdf")
    put(tmp_path / "payslip.pdf")
    saved = Saved(page, LIMIT)
    assert kind(saved.get(f"{START}ita_files/o1.pdf")) is None
    assert kind(saved.get(f"{START}payslip.pdf")) is TroubleKind.MISSING
    assert kind(saved.get(f"{START}ita_files/../payslip.pdf")) is TroubleKind.OUTSIDE
    assert (saved.pages, saved.address_of(page)) == ([page], f"{START}ita.html")


def test_the_pages_of_a_folder_begin_with_its_index(tree: Path) -> None:
    put(tree / "about.html", PAGE)
    put(tree / "news.php?id=3", PAGE)
    put(tree / "script.php", b"<?php echo 1;")
    put(tree / "about_files" / "advertisement.html", PAGE)
    put(tree / ".hidden" / "index.html", PAGE)
    pages = [page.relative_to(tree).as_posix() for page in Saved(tree, LIMIT).pages]
    assert pages == ["index.html", "about.html", "news.php?id=3", "ita/o7.html"]


def test_a_folder_with_too_many_files(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit.adopt.saved._MOST_ENTRIES", 4)
    assert [page.name for page in Saved(tree, LIMIT).pages] == ["index.html"]


FROM = b"<!-- saved from url=(0035)https://www.tumbon.go.th/ita/o1.php -->" + PAGE


def test_a_page_says_where_it_was_saved_from(tmp_path: Path) -> None:
    page = put(tmp_path / "ita.html", FROM)
    put(tmp_path / "ita_files" / "o1.pdf")
    saved = Saved(page, LIMIT)
    assert saved.address_of(page) == "https://www.tumbon.go.th/ita/o1.php"
    # A link into the saved folder became an address by that.
    address = "https://www.tumbon.go.th/ita/ita_files/o1.pdf"
    assert saved.has(address)
    assert kind(saved.get(address)) is None
    assert not saved.has("https://www.tumbon.go.th/ita/o2.pdf")


@pytest.mark.parametrize("origin", [b"file:///C:/x.html", b"https:///x", b"https://\xff/"])
def test_an_origin_that_is_no_address(tmp_path: Path, origin: bytes) -> None:
    page = put(tmp_path / "ita.html", b"<!-- saved from url=(0014)" + origin + b" -->" + PAGE)
    assert Saved(page, LIMIT).address_of(page) == f"{START}ita.html"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("www.tumbon.go.th/docs/o1.pdf", "https://www.tumbon.go.th/docs/o1.pdf"),
        ("www.tumbon.go.th/index.html", "https://www.tumbon.go.th/"),
        ("www.tumbon.go.th/d.php?id=3", "http://www.tumbon.go.th/d.php?id=3"),
        ("www.tumbon.go.th/docs/o1.pdf", f"{START}docs/o1.pdf"),
    ],
)
def test_a_tree_as_wget_makes_it(tmp_path: Path, file: str, address: str) -> None:
    put(tmp_path / "index.html", PAGE)
    put(tmp_path / file)
    saved = Saved(tmp_path, LIMIT)
    assert saved.has(address)
    assert isinstance(saved.get(address), Fetched)


def test_a_folder_named_by_its_host(tmp_path: Path) -> None:
    put(tmp_path / "www.tumbon.go.th" / "index.html", PAGE)
    put(tmp_path / "www.tumbon.go.th" / "o1.pdf")
    saved = Saved(tmp_path / "www.tumbon.go.th", LIMIT)
    assert saved.has("https://www.tumbon.go.th/o1.pdf")
    assert not saved.has("https://www.other.go.th/o1.pdf")
    assert not saved.has("https://www.tumbon.go.th/../secret.pdf")
    assert not saved.has("http://[")


def test_people_read_the_path_of_a_saved_file() -> None:
    assert shown(f"{START}{quote('ก ข.html')}") == "ก ข.html"
    assert shown("https://www.tumbon.go.th/%20") == "https://www.tumbon.go.th/%20"
