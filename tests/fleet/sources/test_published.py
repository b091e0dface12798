"""A published site: what it says of itself, and every way in which it is not ours."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from fleet.agencies import ThisProcess, a_fleet
from oit.fleet.engine import Engine
from oit.fleet.list import read_list
from oit.fleet.run import Summary, Wanted, run
from oit.fleet.sources import published
from oit.fleet.sources.address import Kind, Source
from oit.fleet.sources.published import client, reported, sources_of
from oit.fleet.unread import UnreadError
from oit.publish.http import Client
from oit.publish.proxy import direct
from oit.views.pages.manifest import manifest
from oit.views.pages.site import make_site
from oit.views.report.json import as_public_data
from small_agency import TODAY, SmallAgency


class Server(BaseHTTPRequestHandler):
    def __init__(self, site: "Site", *arguments: Any) -> None:
        self.site, self.files = site, site.files
        super().__init__(*arguments)

    def do_GET(self) -> None:
        found = self.files.get(self.path, 404)
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if isinstance(found, str):
            self.send_response(302)
            self.send_header("Location", found)
            self.end_headers()
        elif isinstance(found, int):
            self.send_response(found)
            self.send_header("Retry-After", "0")
            self.end_headers()
        else:
            validators = self.site.validators(found)
            wanted = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
            same = [self.headers[wanted[name]] == value for name, value in validators.items()]
            self.send_response(304 if any(same) else 200)
            for header in validators.items():
                self.send_header(*header)
            self.end_headers()
            if not any(same):
                self.wfile.write(found)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        del size
        self.site.answered.append((self.path, int(code)))

    def log_message(self, *_: Any) -> None:
        pass


class Site:
    """A site on this machine, by its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Any] = {}
        self.answered: list[tuple[str, int]] = []
        self.validators: Callable[[bytes], dict[str, str]] = lambda _: {}
        self.client = self.new_client()
        self.address = ""

    def new_client(self) -> Client:
        return Client(
            10, {}, private=True, resolve=lambda _host, _port: ["127.0.0.1"], proxy_for=direct
        )

    def reported(self, year: int | None = 2569, address: str = "") -> published.Reported:
        return reported(address or self.address, year, self.client.ask, self.folder)

    def failure(self, year: int | None = 2569) -> UnreadError:
        with pytest.raises(UnreadError) as caught:
            self.reported(year)
        assert caught.value.reason.th != caught.value.reason.en
        return caught.value


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path / "kept")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, made))
    made.address = f"http://oit.a.go.th:{server.server_address[1]}/"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    made.client.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def status(small_agency: SmallAgency) -> dict[str, Any]:
    """The status that the site of an agency publishes."""
    data: dict[str, Any] = json.loads(json.dumps(as_public_data(small_agency.assess())))
    return data


def publish(site: Site, status: dict[str, Any], *years: int) -> None:
    pages = [{"url": f"oit/{year}/", "sha256": None} for year in years or (2569,)]
    site.files["/oit/2569/status.json"] = json.dumps(status).encode()
    site.files["/oit/manifest.json"] = json.dumps({"oit": 1, "pages": pages}).encode()


def test_the_status_of_a_site(site: Site, status: dict[str, Any]) -> None:
    publish(site, status, 2568, 2569)
    assert site.reported(None).status == status
    assert site.reported(2569, site.address.rstrip("/")).status == status
    # In the same order too: records of both kinds are read alike.
    assert list(site.reported().status) == list(status)


def test_what_a_site_really_publishes(site: Site, small_agency: SmallAgency) -> None:
    made = make_site([small_agency.assess()])
    site.files["/oit/2569/status.json"] = made.read("oit/2569/status.json")
    site.files["/oit/manifest.json"] = made.read("oit/manifest.json")
    said = site.reported(None)
    assert said.status["summary"]["complete"] == 3
    assert said.fingerprint == site.reported(None).fingerprint
    sources = sources_of(site.address, site.client.ask, site.folder)
    assert sources == {
        page["url"]: page["sha256"] for page in manifest(made.pages.values())["pages"]
    }


def test_the_fingerprint_changes_with_the_status(site: Site, status: dict[str, Any]) -> None:
    publish(site, status)
    first = site.reported().fingerprint
    status["today"] = "2026-04-02"
    publish(site, status)
    assert site.reported().fingerprint != first


def test_a_site_may_move_inside_itself_but_not_away(site: Site, status: dict[str, Any]) -> None:
    publish(site, status)
    site.files["/new.json"] = site.files["/oit/2569/status.json"]
    site.files["/oit/2569/status.json"] = "/new.json"
    assert site.reported().status == status
    for away in ("http://other.go.th/", "file:///etc/passwd"):
        site.files["/oit/2569/status.json"] = away
        assert site.failure().code == "moved"
    for nowhere in ("/oit/2569/status.json", "http://[nowhere"):
        site.files["/oit/2569/status.json"] = nowhere
        assert site.failure().code == "no-status"


def test_a_busy_server_is_asked_again(site: Site, status: dict[str, Any]) -> None:
    publish(site, status)
    site.files["/oit/2569/status.json"] = [503, json.dumps(status).encode()]
    assert site.reported().status == status
    site.files["/oit/2569/status.json"] = 429
    assert site.failure().code == "site-busy"


def test_no_status(site: Site) -> None:
    assert site.failure().code == "no-status"
    assert site.failure(None).code == "no-status"
    site.files["/oit/manifest.json"] = b'{"oit": 1, "pages": []}'
    assert site.failure(None).code == "no-year"
    site.files["/oit/manifest.json"] = b"<html>"
    assert site.failure(None).code == "not-a-status"
    assert sources_of(site.address, site.client.ask, site.folder) is None


def digest(body: bytes) -> dict[str, str]:
    return {"ETag": f'"{sha256(body).hexdigest()}"'}


def dated(body: bytes) -> dict[str, str]:
    return {"Last-Modified": f"Thu, 01 Jan 1970 00:00:{len(body) % 60:02} GMT"}


@pytest.mark.parametrize("validators", [digest, dated])
def test_an_answer_that_did_not_change_is_not_sent_again(
    site: Site, status: dict[str, Any], validators: Callable[[bytes], dict[str, str]]
) -> None:
    publish(site, status)
    site.validators = validators
    first = site.reported(None)
    assert site.reported(None) == first
    listed, said = "/oit/manifest.json", "/oit/2569/status.json"
    assert site.answered == [(listed, 200), (said, 200), (listed, 304), (said, 304)]
    status["agency"]["name"] += "ก"
    publish(site, status)
    assert site.reported(None).status == status
    assert site.answered[4:] == [(listed, 304), (said, 200)]


def test_what_is_kept_is_of_one_address(site: Site, status: dict[str, Any]) -> None:
    publish(site, status)
    site.validators = digest
    moved = site.files["/oit/2569/status.json"]
    site.reported()
    site.files |= {"/new.json": moved, "/oit/2569/status.json": "/new.json"}
    for code in (200, 304):
        assert site.reported().status == status
        assert site.answered[-1] == ("/new.json", code)


@pytest.mark.parametrize("etag", ["", "x" * 10_000, '"\xe9"'])
def test_what_a_server_calls_its_answer_may_be_unusable(
    site: Site, status: dict[str, Any], etag: str
) -> None:
    publish(site, status)
    site.validators = lambda _: {"ETag": etag}
    for _ in range(2):
        assert site.reported().status == status
    assert [code for _, code in site.answered] == [200, 200]
    assert not site.folder.exists()


@pytest.mark.parametrize("kept", [b"", b"[1, 2, 3]\n", b"{}\nx", b"[" * 100_000])
def test_a_broken_answer_that_was_kept_is_asked_for_again(
    site: Site, status: dict[str, Any], kept: bytes
) -> None:
    publish(site, status)
    site.validators = digest
    site.reported()
    [file] = site.folder.iterdir()
    file.write_bytes(kept)
    assert site.reported().status == status
    assert [code for _, code in site.answered] == [200, 200]


def test_a_second_run_over_a_site_that_did_not_change_sends_nothing(
    site: Site, status: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, status)
    site.validators = digest
    monkeypatch.setattr("oit.fleet.agency_task.published.client", site.new_client)
    fleet = a_fleet(tmp_path / "fleet", [("a1", site.address)])
    agencies = read_list(fleet.list).agencies

    def run_on(day: date) -> Summary:
        site.answered.clear()
        return run(fleet, agencies, Wanted(day), Engine(ThisProcess(), 1), lambda: None)

    assert run_on(TODAY).renewed == ["a1"]
    assert [code for _, code in site.answered] == [200, 200]
    assert run_on(TODAY).unchanged == 1
    assert [code for _, code in site.answered] == [304, 304]
    # Another day is another record, of the same answers.
    assert run_on(TODAY + timedelta(days=1)).renewed == ["a1"]
    assert [code for _, code in site.answered] == [304, 304]
    # Whoever deletes work/ loses no record.
    shutil.rmtree(fleet.work)
    assert run_on(TODAY + timedelta(days=1)).unchanged == 1
    assert [code for _, code in site.answered] == [200, 200]


def changed(status: dict[str, Any], /, **values: Any) -> bytes:
    return json.dumps({**status, **values}).encode()


def with_item(status: dict[str, Any], /, **values: Any) -> bytes:
    return changed(status, items=[{**status["items"][0], **values}])


def test_what_is_no_status_of_ours(site: Site, status: dict[str, Any]) -> None:
    first = status["items"][0]
    element = {**first["elements"][0], "status": "fine"}
    wrong = {
        "web page": b"<!doctype html>",
        "no object": b"[1]",
        "deep list": b"[" * 200_000,
        "deep object": b'{"oit":' * 100_000,
        "rather deep": changed(status, extra=json.loads("[" * 40 + "]" * 40)),
        "no Unicode": b'{"oit": "\xff"}',
        "no number": changed(status).replace(b"2569,", b"NaN,", 1),
        "long number": changed(status).replace(b"2569,", b"9" * 10_000 + b",", 1),
        "older version": changed(status, oit=1),
        "truth for a version": changed(status, oit=True),
        "other year": changed(status, year=2568),
        "text for a year": changed(status, year="2569"),
        "no agency": changed(status, agency=None),
        "no items": changed(status, items=[]),
        "twice": changed(status, items=[first, first]),
        "unknown status": with_item(status, status="done"),
        "unknown status of an element": with_item(status, elements=[element]),
        "address elsewhere": with_item(status, url="https://elsewhere.go.th/"),
        "address of a script": with_item(status, url="javascript:x"),
        "odd id": with_item(status, id="<b>"),
        "lone surrogate": with_item(status, title="\ud800"),
        "reversed text": with_item(status, title="a\u202eb"),
        "long text": with_item(status, title="ก" * 10_000),
        "no day": changed(status, today="yesterday"),
        "finding for staff": changed(
            status, findings=[{"code": "OIT201", "severity": "warning", "message": "x"}]
        ),
    }
    for name, raw in wrong.items():
        site.files["/oit/2569/status.json"] = raw
        assert raw != changed(status), name
        assert site.failure().code == "not-a-status", name


def test_only_known_fields_are_kept_and_the_sums_are_ours(
    site: Site, status: dict[str, Any]
) -> None:
    faked = {**status, "summary": {"items": 999, "complete": 999}, "extra": "<script>"}
    publish(site, faked)
    assert site.reported().status == status


def test_the_number_of_a_person_is_masked(site: Site, status: dict[str, Any]) -> None:
    status["items"][0]["owner"] = "นาย ก 1101700230708"
    publish(site, status)
    assert "1101700230708" not in json.dumps(site.reported().status)


def test_a_large_answer_is_not_read_to_its_end(site: Site, status: dict[str, Any]) -> None:
    publish(site, status)
    site.client._largest = 100
    assert site.failure().code == "site-too-large"


def test_no_request_enters_a_private_network(tmp_path: Path) -> None:
    ask = client().ask
    for address in ("http://127.0.0.1:1/", "http://localhost/", "http://[::1]/"):
        with pytest.raises(UnreadError) as caught:
            reported(address, 2569, ask, tmp_path)
        assert caught.value.code == "site-private"


def test_a_site_has_a_host_of_which_few_are_asked_at_once() -> None:
    assert Source(Kind.SITE, "https://OIT.a.go.th:8443/x").host == "oit.a.go.th"
    assert Source(Kind.REPOSITORY, "git@git.A.go.th:x/y.git").host == "git.a.go.th"
    assert not Source(Kind.FOLDER, "/a/data").host
