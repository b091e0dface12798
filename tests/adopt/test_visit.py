"""What is asked of a site, what is not, and what its answers mean."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from adopt.conftest import Clock, NewWeb
from adopt.served import Answer, OldSite
from oit.adopt import robots, visit
from oit.adopt.fetched import Fetched
from oit.adopt.store import Store
from oit.adopt.trouble import NO_HOST, Trouble, TroubleKind
from oit.adopt.visit import HEADERS, Web
from oit.publish.http import Failure, Headers, Receive, Response

PDF = b"%PDF-1.4 plan"
PAGE = "<!DOCTYPE html><html><body>ITA</body></html>"


def fetched(found: Fetched | Trouble) -> Fetched:
    assert isinstance(found, Fetched), found
    return found


def kind(found: Fetched | Trouble) -> TroubleKind:
    assert isinstance(found, Trouble), found
    assert found.words.th
    assert found.words.en
    return found.kind


def test_a_file_is_what_its_contents_are(old_site: OldSite, web: Web) -> None:
    old_site.file("/download.php?id=3", PDF, **{"Content-Type": "text/html; charset=TIS-620"})
    found = fetched(web.get(f"{old_site.root}/download.php?id=3"))
    assert (found.content_type, found.size) == ("pdf", len(PDF))
    assert (found.path.read_bytes(), found.charset) == (PDF, "tis-620")
    assert found.path.name == found.digest


@pytest.mark.parametrize("content_type", ["text/html", "", "text/html; charset*=x'y'%ff", "; ;="])
def test_a_type_without_a_charset(old_site: OldSite, web: Web, content_type: str) -> None:
    old_site.page("/", PAGE, **{"Content-Type": content_type})
    assert fetched(web.get(f"{old_site.root}/")).charset == ""


def test_each_address_is_asked_for_once(old_site: OldSite, web: Web) -> None:
    old_site.file("/o1.pdf", PDF)
    first = web.get(f"{old_site.root}/o1.pdf")
    assert web.get(f"{old_site.root}/o1.pdf#page=2") is first
    assert old_site.asked == ["/robots.txt", "/o1.pdf"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, TroubleKind.DEAD),
        (410, TroubleKind.DEAD),
        (401, TroubleKind.LOGIN),
        (403, TroubleKind.REFUSED),
        (503, TroubleKind.BUSY),
        (429, TroubleKind.BUSY),
        (206, TroubleKind.CUT_OFF),
        (304, TroubleKind.BUSY),
        (300, TroubleKind.BUSY),
        (405, TroubleKind.REFUSED),
        (416, TroubleKind.BUSY),
    ],
)
def test_statuses(old_site: OldSite, web: Web, status: int, expected: TroubleKind) -> None:
    old_site.answers["/o1.pdf"] = Answer(status=status)
    assert kind(web.get(f"{old_site.root}/o1.pdf")) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", TroubleKind.EMPTY),
        (PAGE.encode(), TroubleKind.MISMATCH),
        (PAGE.encode("utf-16"), TroubleKind.MISMATCH),
        (b"<html><form><input name='p' type='password'></form></html>", TroubleKind.LOGIN),
    ],
)
def test_what_is_not_what_its_name_says(
    old_site: OldSite, web: Web, body: bytes, expected: TroubleKind
) -> None:
    old_site.file("/o1.pdf", body)
    assert kind(web.get(f"{old_site.root}/o1.pdf")) is expected


@pytest.mark.parametrize(
    ("head", "is_there"),
    [
        ("<title>404 - ไม่พบหน้า</title>", False),
        ("<title>เทศบาล</title><h1>ไม่พบหน้าที่ท่านต้องการ</h1>", False),
        ("<title>Page not found – เทศบาล</title>", False),
        ("<title>Not Found</title>", False),
        ("<title>คำสั่งที่ 404/2568</title>", True),
        ("<title>404/2568 แต่งตั้งคณะทำงาน</title>", True),
        ("<title>ไม่พบหน้ากากอนามัย แจ้งที่ไหน</title>", True),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_page_that_says_that_there_is_none(
    old_site: OldSite, web: Web, head: str, encoding: str, *, is_there: bool
) -> None:
    old_site.file("/o1", f"<html><head>{head}</head><p>กลับหน้าแรก</p>".encode(encoding, "replace"))
    found = web.get(f"{old_site.root}/o1")
    assert isinstance(found, Fetched) is is_there
    if not is_there:
        assert kind(found) is TroubleKind.DEAD


def test_a_document_that_leads_to_the_login(old_site: OldSite, web: Web) -> None:
    old_site.moved("/o1.pdf", "/login")
    old_site.page("/login", "<html><input type=password></html>")
    assert kind(web.get(f"{old_site.root}/o1.pdf")) is TroubleKind.LOGIN


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://drive.google.com/file/d/1abc/view", TroubleKind.DRIVE),
        ("https://agency-my.sharepoint.com/x.pdf", TroubleKind.DRIVE),
        ("https://www.facebook.com/tumbon/posts/1", TroubleKind.SOCIAL),
        ("https://lin.ee/abc", TroubleKind.SOCIAL),
        ("https://www.tiktok.com/@tumbon", TroubleKind.SOCIAL),
        ("https://docs.google.com/forms/d/e/1/viewform", TroubleKind.SERVICE),
        ("http://192.168.1.9/o1.pdf", TroubleKind.PRIVATE),
        ("http://localhost/o1.pdf", TroubleKind.PRIVATE),
        ("http://0x7f.1/o1.pdf", TroubleKind.PRIVATE),
        ("https://tumbon.ngrok-free.app/o1.pdf", TroubleKind.STAGING),
        ("https://tumbon.vercel.app/", TroubleKind.STAGING),
        ("https://dev.tumbon2.go.th/", TroubleKind.STAGING),
        ("http://files.tumbon2.go.th:8080/o1.pdf", TroubleKind.STAGING),
        ("ftp://www.tumbon.go.th/o1.pdf", TroubleKind.NOT_AN_ADDRESS),
        ("javascript:alert(1)", TroubleKind.NOT_AN_ADDRESS),
        ("file:///etc/passwd", TroubleKind.NOT_AN_ADDRESS),
        ("http://[", TroubleKind.NOT_AN_ADDRESS),
        ("http://[#a", TroubleKind.NOT_AN_ADDRESS),
        ("https://a.go.th:99999/", TroubleKind.NOT_AN_ADDRESS),
        ("", TroubleKind.NOT_AN_ADDRESS),
    ],
)
def test_what_is_never_asked(
    old_site: OldSite, web: Web, address: str, expected: TroubleKind
) -> None:
    assert kind(web.get(address)) is expected
    # A site cannot lead there either.
    old_site.moved("/o1", address)
    after = kind(web.get(f"{old_site.root}/o1"))
    is_none = address in {"", "http://[", "http://[#a"}
    assert after is (TroubleKind.REDIRECTS if is_none else expected)
    assert old_site.asked == ["/robots.txt", "/o1"]


def test_a_private_network_behind_a_public_name(tmp_path: Path) -> None:
    client = visit.client()
    web = Web(Store(tmp_path, []), client)
    client._resolve = lambda _host, _port: ["10.0.0.1"]
    client._proxy_for = lambda _scheme, _host: None
    assert kind(web.get("https://www.tumbon.go.th/o1.pdf")) is TroubleKind.PRIVATE


def test_the_client_names_itself_and_asks_for_no_compression() -> None:
    assert visit.NAME in HEADERS["User-Agent"]
    assert HEADERS["Accept-Encoding"] == "identity"


def test_redirects_are_followed(old_site: OldSite, web: Web) -> None:
    old_site.moved("/o1", "/files/a%20b.pdf#x", 301)
    old_site.file("/files/a%20b.pdf", PDF)
    found = fetched(web.get(f"{old_site.root}/o1"))
    assert (found.address, found.final) == (
        f"{old_site.root}/o1",
        f"{old_site.root}/files/a%20b.pdf",
    )


def test_redirects_end(old_site: OldSite, web: Web) -> None:
    for number in range(10):
        old_site.moved(f"/{number}", f"/{number + 1}")
    old_site.moved("/a", "/b")
    old_site.moved("/b", "/a")
    old_site.moved("/none", "")
    for path in ("/0", "/a", "/none"):
        assert kind(web.get(old_site.root + path)) is TroubleKind.REDIRECTS
    assert len(old_site.asked) == 1 + 6 + 2 + 1


def test_one_request_a_second(old_site: OldSite, web: Web, clock: Clock) -> None:
    web.get(f"{old_site.root}/o1.pdf")
    web.get(f"{old_site.root}/o2.pdf")
    assert clock.slept == [1, 1]
    clock.time += 60
    web.get(f"{old_site.root}/o3.pdf")
    assert clock.slept == [1, 1]


def test_robots_txt_is_obeyed(old_site: OldSite, web: Web, clock: Clock) -> None:
    old_site.file("/robots.txt", b"User-agent: *\nCrawl-delay: 4\nDisallow: /secret\n")
    old_site.file("/o1.pdf", PDF)
    old_site.moved("/o2.pdf", "/secret/o2.pdf")
    assert kind(web.get(f"{old_site.root}/secret/o1.pdf")) is TroubleKind.ROBOTS
    assert kind(web.get(f"{old_site.root}/o2.pdf")) is TroubleKind.ROBOTS
    fetched(web.get(f"{old_site.root}/o1.pdf"))
    assert old_site.asked == ["/robots.txt", "/o2.pdf", "/o1.pdf"]
    assert clock.slept == [4, 4]


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        (Answer(status=404), None),
        (Answer(status=403), None),
        (Answer(status=302, headers={"Location": "/elsewhere.txt"}), TroubleKind.ROBOTS),
        (Answer(status=302, headers={"Location": "/robots.txt"}), None),
        (Answer(status=302, headers={"Location": "http://10.0.0.1/"}), None),
        (Answer(status=500), TroubleKind.BUSY),
        (Answer(status=429), TroubleKind.BUSY),
        (Answer(b"x" * 600_000 + b"\nUser-agent: *\nDisallow: /"), None),
    ],
)
def test_a_robots_txt_that_cannot_be_read(
    old_site: OldSite, web: Web, robots: Answer, expected: TroubleKind | None
) -> None:
    old_site.answers["/robots.txt"] = robots
    old_site.file("/elsewhere.txt", b"User-agent: *\nDisallow: /o1")
    old_site.file("/o1.pdf", PDF)
    found = web.get(f"{old_site.root}/o1.pdf")
    assert (found.kind if isinstance(found, Trouble) else None) is expected


@pytest.mark.parametrize("length", ["", "Content-Length: 10000000\r\n"])
def test_only_the_beginning_of_a_robots_txt_is_read(
    old_site: OldSite, new_web: NewWeb, monkeypatch: pytest.MonkeyPatch, length: str
) -> None:
    """Neither --limit nor a file without end makes its rules unreadable; half a rule is none."""

    def endless(stream: Any) -> None:
        stream.write(f"HTTP/1.1 200 OK\r\n{length}\r\n".encode())
        with suppress(OSError):
            stream.write(
                b"User-agent: *\nDisallow: /secret\nDisallow: /o1.pdf.old\n" + b"#" * 10**7
            )

    monkeypatch.setattr(robots, "LARGEST", len("User-agent: *\nDisallow: /secret\nDisallow: /o1"))
    old_site.answers["/robots.txt"] = Answer(send=endless)
    old_site.file("/o1.pdf", PDF)
    web = new_web(limit=20)
    fetched(web.get(f"{old_site.root}/o1.pdf"))
    assert kind(web.get(f"{old_site.root}/secret/o2.pdf")) is TroubleKind.ROBOTS


def test_a_large_file_is_given_up_before_it_is_read(old_site: OldSite, new_web: NewWeb) -> None:
    sent = []

    def endless(stream: Any) -> None:
        stream.write(b"HTTP/1.1 200 OK\r\n\r\n")
        with suppress(OSError):
            for _ in range(1000):
                stream.write(b"x" * 10_000)
                sent.append(1)

    def announced(stream: Any) -> None:
        stream.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")

    old_site.answers["/endless.pdf"] = Answer(send=endless)
    old_site.answers["/announced.pdf"] = Answer(send=announced)
    web = new_web(limit=100_000)
    for name in ("endless", "announced"):
        assert kind(web.get(f"{old_site.root}/{name}.pdf")) is TroubleKind.TOO_LARGE
    assert len(sent) < 1000


def test_a_body_that_ends_too_early_is_asked_for_again(
    old_site: OldSite, web: Web, tmp_path: Path
) -> None:
    def short(stream: Any) -> None:
        stream.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n%PDF-1.4")

    old_site.answers["/o1.pdf"] = Answer(send=short)
    assert kind(web.get(f"{old_site.root}/o1.pdf")) is TroubleKind.CUT_OFF
    assert old_site.asked.count("/o1.pdf") == 3
    assert [*(tmp_path / "kept").iterdir()] == []


def test_a_body_that_drips_is_given_up(old_site: OldSite, new_web: NewWeb) -> None:
    def drip(stream: Any) -> None:
        stream.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
        with suppress(OSError):
            while True:
                stream.write(b"x")
                time.sleep(0.02)

    old_site.answers["/o1.pdf"] = Answer(send=drip)
    # Long enough for the server to be asked by a busy machine.
    assert kind(new_web(timeout=1).get(f"{old_site.root}/o1.pdf")) is TroubleKind.TIMEOUT
    assert old_site.asked.count("/o1.pdf") == 1


def test_a_server_without_http(old_site: OldSite, web: Web) -> None:
    old_site.answers["/o1.pdf"] = Answer(send=lambda stream: stream.write(b"nonsense\r\n\r\n"))
    assert kind(web.get(f"{old_site.root}/o1.pdf")) is TroubleKind.CONNECTION
    assert kind(web.get(f"https://www.tumbon.go.th:{old_site.port}/")) is TroubleKind.TLS


class Unreachable:
    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        self.asked: list[str] = []

    def ask(
        self,
        method: str,
        url: str,
        receive: Receive | None = None,
        headers: Headers | None = None,
        most: int | None = None,
    ) -> Response:
        del method, receive, headers, most
        self.asked.append(url)
        return Response(failure=self.failure)

    def close(self) -> None:
        pass


@pytest.mark.parametrize(("failure", "times"), [(Failure.DNS, 1), (Failure.TIMEOUT, 3)])
def test_a_silent_host_is_left_alone(tmp_path: Path, failure: Failure, times: int) -> None:
    client = Unreachable(failure)
    web = Web(Store(tmp_path, []), client, sleep=lambda _: None)
    found = [
        web.get(f"{scheme}://www.tumbon.go.th/{n}")
        for scheme in ("http", "https")
        for n in range(4)
    ]
    assert len(client.asked) == min(times, 2)  # robots.txt of http and of https
    assert {kind(trouble) for trouble in found} == {visit._FAILURES[failure]}
    if failure is Failure.DNS:
        assert {t.words for t in found if isinstance(t, Trouble)} == {NO_HOST}


def test_a_run_asks_for_so_many_files_and_the_next_one_goes_on(
    old_site: OldSite, new_web: NewWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "MOST_FILES", 2)
    names = [f"/o{number}.pdf" for number in range(5)]
    for name in names:
        old_site.file(name, PDF + name.encode())

    def run() -> list[TroubleKind | None]:
        with new_web() as web:
            found = [web.get(old_site.root + name) for name in names]
        return [trouble.kind if isinstance(trouble, Trouble) else None for trouble in found]

    limit = TroubleKind.LIMIT
    assert run() == [None, None, limit, limit, limit]
    assert run() == [None, None, None, None, limit]
    assert run() == [None] * 5
    # A run that has finished begins anew.
    old_site.asked.clear()
    assert run() == [None, None, limit, limit, limit]
    assert old_site.asked == ["/robots.txt", *names[:2]]


def test_a_run_receives_so_many_bytes(
    old_site: OldSite, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "MOST_BYTES", 10)
    old_site.file("/o1.pdf", PDF)
    fetched(web.get(f"{old_site.root}/o1.pdf"))
    assert kind(web.get(f"{old_site.root}/o2.pdf")) is TroubleKind.LIMIT


@pytest.mark.parametrize(
    ("why", "goes_on"),
    [(KeyboardInterrupt(), True), (OSError("disk full"), True), (ValueError("refused"), False)],
)
def test_a_stopped_run_goes_on(
    old_site: OldSite, new_web: NewWeb, why: BaseException, goes_on: bool
) -> None:
    old_site.file("/o1.pdf", PDF)

    def stopped() -> None:
        with new_web() as web:
            web.get(f"{old_site.root}/o1.pdf")
            raise why

    with pytest.raises(type(why)):
        stopped()
    newer = PDF + b" newer"
    old_site.file("/o1.pdf", newer)
    with new_web() as web:
        found = fetched(web.get(f"{old_site.root}/o1.pdf"))
    assert found.path.read_bytes() == (PDF if goes_on else newer)


@pytest.mark.parametrize(
    ("header", "asks"),
    [
        ({"ETag": '"a1"'}, {"If-None-Match": '"a1"'}),
        (
            {"Last-Modified": "Thu, 01 Oct 2026 00:00:00 GMT"},
            {"If-Modified-Since": "Thu, 01 Oct 2026 00:00:00 GMT"},
        ),
        ({}, {}),
    ],
)
def test_a_second_run_asks_whether_something_changed(
    old_site: OldSite,
    new_web: NewWeb,
    header: dict[str, str],
    asks: dict[str, str],
) -> None:
    old_site.file("/o1.pdf", PDF, **header)
    for body in (PDF, PDF, PDF + b" newer"):
        old_site.file("/o1.pdf", body, **(header if body == PDF else {}))
        with new_web() as web:
            assert fetched(web.get(f"{old_site.root}/o1.pdf")).path.read_bytes() == body
    conditions = {"If-None-Match", "If-Modified-Since"}
    of_file = [h for path, h in zip(old_site.asked, old_site.headers, strict=True) if "o1" in path]
    sent = [{name: h[name] for name in h.keys() & conditions} for h in of_file]
    assert sent == [{}, asks, asks]


def test_the_condition_is_for_the_address_after_redirects(
    old_site: OldSite, new_web: NewWeb
) -> None:
    old_site.moved("/o1", "/o1.pdf")
    old_site.file("/o1.pdf", PDF, ETag='"a1"')
    for _ in range(2):
        with new_web() as web:
            fetched(web.get(f"{old_site.root}/o1"))
    of_file = [("If-None-Match" in headers) for headers in old_site.headers]
    assert of_file == [False] * 5 + [True]


def test_a_person_is_told_what_is_asked_for(old_site: OldSite, new_web: NewWeb) -> None:
    said: list[tuple[str, int]] = []
    web = new_web(tell=lambda address, left: said.append((address, left)))
    for _ in range(2):
        web.get(f"{old_site.root}/o1.pdf", 3)
    assert said == [(f"{old_site.root}/o1.pdf", 3)]


def test_a_full_disk_is_no_fault_of_the_site(
    old_site: OldSite, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_site.file("/o1.pdf", PDF)

    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            pass

    web.get(f"{old_site.root}/other")  # robots.txt is not written to the disk
    monkeypatch.setattr(Path, "open", lambda *_: Full())
    with pytest.raises(OSError, match="No space left"):
        web.get(f"{old_site.root}/o1.pdf")
