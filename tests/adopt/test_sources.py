"""What a user may name as the old site, and which pages are read."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from adopt.conftest import NewWeb
from adopt.served import OldSite
from oit.adopt import sources
from oit.adopt.fetched import Fetched
from oit.adopt.page import Page
from oit.adopt.sources import Source, open_source
from oit.adopt.trouble import LARGE_PAGE, Trouble, TroubleKind
from oit.adopt.visit import Web

PDF = b"%PDF-1.4 plan"


def html(*links: str) -> str:
    anchors = "".join(f'<p><a href="{link}">เอกสาร</a></p>' for link in links)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{anchors}</body></html>"


def opened(text: str, web: Web) -> Source:
    source = open_source(text, web)
    assert not isinstance(source, Trouble), source
    return source


def read(source: Source, *wanted: str) -> list[str | TroubleKind]:
    """Return the addresses of the pages, and the kinds of trouble."""

    def first(_: Page) -> Iterable[str]:
        return wanted

    return [
        found.address if isinstance(found, Page) else found.kind for found in source.pages(first)
    ]


def test_a_page_and_those_of_its_host_one_level_deep(old_site: OldSite, web: Web) -> None:
    root = old_site.root
    old_site.page(
        "/ita",
        html("o1", "o2.pdf", "/menu#x", f"https://www.other.go.th:{old_site.port}/", "mailto:a@b",
             "https://www.facebook.com/tumbon", "#top", "/ita#o1", "http://[", "http://[#a",
             "https://a.go.th:99999/"),
    )  # fmt: skip
    old_site.page("/o1", html("deeper"))
    old_site.page("/menu", html())
    source = opened(f"{root}/ita", web)
    assert read(source) == [f"{root}/ita", f"{root}/o1", f"{root}/menu"]
    assert old_site.asked == ["/robots.txt", "/ita", "/o1", "/menu"]


def test_pages_of_items_are_read_first(
    old_site: OldSite, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_PAGES", 2)
    root = old_site.root
    old_site.page("/", html("/a", "/b", "/c"))
    for path in ("/a", "/b", "/c"):
        old_site.page(path, html())
    found = read(opened(f"{root}/", web), f"{root}/c", "http://[#", f"{root}/gone")
    assert found == [f"{root}/", f"{root}/c", TroubleKind.DEAD]
    # Those of items are all read.
    found = read(opened(f"{root}/", web), *(f"{root}/{name}" for name in "cba"))
    assert found == [f"{root}/", f"{root}/c", f"{root}/b", f"{root}/a"]


def test_a_dead_link_of_the_menu_is_nobodys_concern(old_site: OldSite, web: Web) -> None:
    old_site.page("/", html("/gone"))
    assert read(opened(f"{old_site.root}/", web)) == [f"{old_site.root}/"]


def test_a_page_that_is_a_document_is_kept_as_one(old_site: OldSite, web: Web) -> None:
    old_site.page("/", html("/download?id=1"))
    old_site.file("/download?id=1", PDF)
    source = opened(f"{old_site.root}/", web)
    assert read(source) == [f"{old_site.root}/"]
    old_site.asked.clear()
    found = source.get(f"{old_site.root}/download?id=1")
    assert isinstance(found, Fetched)
    assert (found.content_type, old_site.asked) == ("pdf", [])


def test_www_is_the_same_site_and_another_one_is_not(old_site: OldSite, web: Web) -> None:
    bare = f"http://tumbon.go.th:{old_site.port}"
    old_site.moved("/ita", f"{old_site.root}/new")
    old_site.page("/new", html("/o1", "/o2"))
    old_site.page("/o1", html())
    old_site.moved("/o2", f"http://casino.co.th:{old_site.port}/")
    old_site.moved("/sold", "http://casino.co.th/")
    old_site.page("/", html())
    found = read(opened(f"{bare}/ita", web), f"{old_site.root}/o2")
    # The unusual port of the test's server makes the other host one for tests.
    assert found == [f"{old_site.root}/new", TroubleKind.STAGING, f"{old_site.root}/o1"]


@pytest.mark.parametrize("is_first", [True, False])
def test_a_page_that_leads_to_another_site(old_site: OldSite, web: Web, is_first: bool) -> None:
    web.own(f"http://casino.co.th:{old_site.port}/")
    old_site.page("/", html("/o1"))
    old_site.moved("/o1", f"http://casino.co.th:{old_site.port}/slots")
    old_site.page("/slots", html())
    start = f"{old_site.root}/{'o1' if is_first else ''}"
    *_, last = opened(start, web).pages(lambda _: [f"{old_site.root}/o1"])
    assert isinstance(last, Trouble)
    assert last.kind is TroubleKind.ELSEWHERE
    assert "casino.co.th" in last.words.th


@pytest.mark.parametrize(
    ("contents", "kind"),
    [(b"", TroubleKind.EMPTY), (PDF, TroubleKind.NOT_A_PAGE), (b"x" * 20, TroubleKind.NOT_A_PAGE)],
)
def test_an_address_without_a_page(
    old_site: OldSite, web: Web, contents: bytes, kind: TroubleKind
) -> None:
    old_site.file("/ita.html", contents)
    [found] = opened(f"{old_site.root}/ita.html", web).pages(lambda _: [])
    kinds = [t.kind for t in found.troubles] if isinstance(found, Page) else [found.kind]
    assert kinds == [kind]


def test_a_page_that_is_too_large(
    old_site: OldSite, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_PAGE", 10)
    old_site.page("/", html())
    [found] = opened(f"{old_site.root}/", web).pages(lambda _: [])
    assert isinstance(found, Trouble)
    assert (found.kind, found.words) == (TroubleKind.TOO_LARGE, LARGE_PAGE)


def test_a_dead_address(old_site: OldSite, web: Web) -> None:
    assert read(opened(f"{old_site.root}/ita", web)) == [TroubleKind.DEAD]


def test_a_drive_is_no_source(web: Web) -> None:
    assert read(opened("https://drive.google.com/drive/folders/1", web)) == [TroubleKind.DRIVE]


def test_frames_are_pages_of_a_page(old_site: OldSite, web: Web) -> None:
    old_site.page("/", '<html><frameset><frame src="/menu"><frame src="/main"></frameset></html>')
    for path in ("/menu", "/main"):
        old_site.page(path, html())
    root = old_site.root
    assert read(opened(f"{root}/", web)) == [f"{root}/", f"{root}/menu", f"{root}/main"]


def test_a_saved_page_needs_no_network(tmp_path: Path, old_site: OldSite, web: Web) -> None:
    page = tmp_path / "หน้า ITA.html"
    page.write_text(html("หน้า ITA_files/o1.pdf", f"{old_site.root}/o2"), encoding="utf-8")
    (tmp_path / "หน้า ITA_files").mkdir()
    (tmp_path / "หน้า ITA_files" / "o1.pdf").write_bytes(PDF)
    source = opened(str(page), web)
    [found] = source.pages(lambda _: [])
    assert isinstance(found, Page)
    assert isinstance(
        source.get(f"{found.address.rpartition('/')[0]}/หน้า ITA_files/o1.pdf"), Fetched
    )
    assert old_site.asked == []


def test_what_a_saved_page_names_on_the_web_is_fetched(
    tmp_path: Path, old_site: OldSite, web: Web
) -> None:
    (tmp_path / "ita.html").write_text(html(), encoding="utf-8")
    root = old_site.root
    web.own(root)
    old_site.page("/o1", html())
    old_site.file("/o2.pdf", PDF)
    source = opened(str(tmp_path / "ita.html"), web)
    wanted = [f"{root}/o1", f"{root}/o2.pdf", "https://drive.google.com/x"]
    assert read(source, *wanted)[1:] == [f"{root}/o1"]
    assert isinstance(source.get(f"{root}/o2.pdf"), Fetched)


def test_all_pages_of_a_folder_are_read(tmp_path: Path, web: Web) -> None:
    for name in ("index.html", "o1.html", "o2.htm"):
        (tmp_path / name).write_text(html("o1.html"), encoding="utf-8")
    found = read(opened(str(tmp_path), web))
    assert found == ["file:///index.html", "file:///o1.html", "file:///o2.htm"]


@pytest.mark.parametrize("name", ["nothing", "nothing.html", "x" * 5000, "a\0b", "ftp://a.go.th/"])
def test_there_is_no_such_source(tmp_path: Path, web: Web, name: str) -> None:
    found = open_source(str(tmp_path / name), web)
    assert isinstance(found, Trouble)
    assert found.kind in {TroubleKind.MISSING, TroubleKind.UNREADABLE}


def test_a_folder_without_pages(tmp_path: Path, web: Web) -> None:
    (tmp_path / "o1.pdf").write_bytes(PDF)
    found = open_source(str(tmp_path), web)
    assert isinstance(found, Trouble)
    assert found.kind is TroubleKind.NO_PAGES


def test_a_saved_page_that_may_not_be_read(
    tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ita.html").write_text(html(), encoding="utf-8")
    source = opened(str(tmp_path / "ita.html"), web)

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read(source) == [TroubleKind.UNREADABLE]


def test_a_second_page_is_not_asked_for_twice(old_site: OldSite, new_web: NewWeb) -> None:
    old_site.page("/", html("/o1"))
    old_site.page("/o1", html("/"))
    web = new_web()
    for path in ("/", "/o1"):
        read(opened(f"{old_site.root}{path}", web))
    assert old_site.asked == ["/robots.txt", "/", "/o1"]
