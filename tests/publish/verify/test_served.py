"""A served site."""

import shutil
import socket
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from oit.publish.verify import crawl, served
from oit.publish.verify.served import ServedCopy
from publish.verify.sites import PAGE, Site

DOCUMENT = "files/2569/o07-annual-report.pdf"


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass


def test_a_sound_site_passes(site: Site, serve: Callable[..., str]) -> None:
    result = site.run(serve(site.out), site.sound / "data")
    assert (result.status, result.kinds, result.err) == (0, [], "")


def test_a_site_below_a_path_passes(site: Site, serve: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    shutil.move(site.out, tmp_path / "web" / "oit-site")
    address = serve(tmp_path / "web")
    for written in ("oit-site", "oit-site/index.html?a=1#b"):
        assert site.run(f"{address}/{written}", site.sound / "data").status == 0


def test_damage_is_reported_as_for_a_folder(site: Site, serve: Callable[..., str]) -> None:
    shutil.rmtree(site.out / PAGE)
    (site.out / DOCUMENT).unlink()
    site.page("</article>", '<a href="../o98/">x</a></article>', "oit/2569/o8/")
    site.write("site/.env", "PASSWORD=x")
    site.write("site/data/agency.yml", "name: x")
    assert site.run(serve(site.out), site.sound / "data").kinds == [
        (PAGE, "page-missing"),
        (DOCUMENT, "document-missing"),
        ("oit/2569/o8/", "broken-link"),
        ("data/agency.yml", "private-published"),
        (".env", "private-published"),
    ]


def test_a_server_that_has_a_page_for_everything(site: Site, serve: Callable[..., str]) -> None:
    class Soft(Quiet):
        def send_error(self, *_: Any, **__: Any) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

    kinds = site.run(serve(site.out, Soft), site.sound / "data").kinds
    assert kinds == [("oit/no-such-page/", "no-404")]


def test_a_page_behind_a_login_is_not_there(site: Site, serve: Callable[..., str]) -> None:
    class Login(Quiet):
        def do_GET(self) -> None:
            if self.path == f"/{PAGE}":
                self.send_response(302)
                self.send_header("Location", "http://login.example.com/")
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                super().do_GET()

    kinds = site.run(serve(site.out, Login), site.sound / "data").kinds
    assert kinds == [(PAGE, "page-missing")]


def test_redirects_inside_the_site_are_followed_though_not_for_ever(
    tmp_path: Path, serve: Callable[..., str]
) -> None:
    class Moving(Quiet):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/new/" else 301)
            self.send_header("Location", "/new/#part" if self.path == "/old/" else "/loop/")
            self.send_header("Content-Length", "0")
            self.end_headers()

    copy = ServedCopy(serve(tmp_path, Moving))
    assert copy.get("old/") is not None
    assert copy.get("loop/") is None
    copy.close()


def test_a_request_to_a_busy_server_is_repeated(
    tmp_path: Path, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(served, "sleep", slept.append)
    answers = [503, 200]

    class Busy(Quiet):
        def do_GET(self) -> None:
            self.send_response(answers.pop(0) if answers else 500)
            self.send_header("Content-Length", "0")
            self.end_headers()

    copy = ServedCopy(serve(tmp_path, Busy))
    assert copy.get("a") is not None
    assert slept == [1.0]
    assert copy.get("a") is not None
    assert copy.get("b") is None
    copy.close()


def test_a_connection_that_was_closed_is_made_anew(
    tmp_path: Path, serve: Callable[..., str]
) -> None:
    class Closing(Quiet):
        def do_GET(self) -> None:
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Length", "1")
            self.end_headers()
            self.wfile.write(b"x")

    copy = ServedCopy(serve(tmp_path, Closing))
    assert copy.get("a/") == copy.get("b/") is not None
    copy.close()


def test_a_response_that_is_too_large_is_refused(
    tmp_path: Path, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served, "LARGEST", 10)
    (tmp_path / "large.pdf").write_bytes(b"x" * 11)
    copy = ServedCopy(serve(tmp_path))
    with pytest.raises(served.UnreachableError, match="more than 10 bytes"):
        copy.fetch(["large.pdf"])
    copy.close()


def test_no_server_answers(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    result = site.run(f"http://127.0.0.1:{port}/", site.sound / "data")
    assert (result.status, result.out) == (2, "")
    assert f"http://127.0.0.1:{port}/" in result.err


def test_there_is_no_site_at_the_address(
    site: Site, serve: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    for address in (
        f"{serve(tmp_path / 'empty')}/x/",
        "http://",
        "http://host:port/",
        "http://h:0",
    ):
        result = site.run(address, site.sound / "data")
        assert (result.status, result.out) == (2, "")
        assert "ไม่พบเว็บไซต์" in result.err


def test_https_is_used_for_https() -> None:
    copy = ServedCopy("https://127.0.0.1:1/")
    with pytest.raises(served.UnreachableError) as refused:
        copy.get("")
    assert "เครื่องนั้นไม่ได้เปิดบริการเว็บที่พอร์ตนี้" in refused.value.reason.th


def test_an_unknown_host_is_reported_in_thai() -> None:
    copy = ServedCopy("http://nowhere.invalid/")
    with pytest.raises(served.UnreachableError) as unknown:
        copy.get("")
    assert "ไม่พบเว็บไซต์ชื่อนี้" in unknown.value.reason.th


def test_pages_that_lead_to_ever_more_pages_end(
    site: Site, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawl, "MOST_UNKNOWN", 20)
    asked: list[str] = []

    class Calendar(Quiet):
        def do_GET(self) -> None:
            if not self.path.startswith("/calendar/"):
                super().do_GET()
                return
            asked.append(self.path)
            month = int(self.path.strip("/").rpartition("/")[2]) + 1
            body = f'<a href="/calendar/{month}/">x</a>'.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    site.page("</article>", '<a href="../../../calendar/1/">x</a></article>', "oit/2569/o8/")
    kinds = site.run(serve(site.out, Calendar), site.sound / "data").kinds
    assert ("", "pages-endless") in kinds
    assert len(set(asked)) <= 22


def test_a_server_that_is_too_slow_is_given_up(
    site: Site, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served, "DEADLINE", -1.0)
    result = site.run(serve(site.out), site.sound / "data")
    assert result.status == 2
    assert result.err.startswith("เว็บไซต์ตอบช้ามาก")


def test_a_history_that_only_one_side_knows_is_no_difference(site: Site) -> None:
    history = '<details class="oit-history"><ul><li>1 เม.ย. 2569: งบ</li></ul></details>'
    site.page('<nav class="oit-same"', f'{history}\n<nav class="oit-same"', "oit/2569/o8/")
    assert site.verify().kinds == []
    site.page("1 เม.ย. 2569: งบ", "1 เม.ย. 2569</li><li>ก", "oit/2569/o8/")
    assert site.verify().kinds == []
