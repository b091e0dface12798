"""The editor is served to this machine, and to this page of it."""

import json
import socket
import struct
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import NamedTuple

import pytest

from oit.admin.local import Repository
from oit.admin.server import make_server
from oit.data.folder import DataFolder
from small_agency import SmallAgency


class Served(NamedTuple):
    """A server to ask."""

    port: int

    def ask(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, str, bytes]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request(method, path, raw if body is not None else None, headers)
            with connection.getresponse() as answer:
                kind = answer.headers.get("Content-Type", "")
                return answer.status, answer.headers.get("Location") or kind, answer.read()

    def post(self, body: object, path: str = "/admin/api", **headers: str) -> int:
        return self.answer(body, path, **headers)[0]

    def answer(
        self, body: object, path: str = "/admin/api", **headers: str
    ) -> tuple[int, str, bytes]:
        usual = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        return self.ask("POST", path, body, **usual | headers)


@pytest.fixture
def served(folder: DataFolder) -> Iterator[Served]:
    files = {"admin/index.html": b"<p>", "admin/start.js": b"1"}
    server = make_server(files, Repository(folder), 0)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield Served(server.server_address[1])
    server.shutdown()
    server.server_close()
    thread.join()


ENTRY = {"action": "getEntry", "params": {"path": "data/2569/o07.yml"}}


def test_the_page_and_its_files_are_served(served: Served) -> None:
    assert served.ask("GET", "/admin/") == (200, "text/html; charset=utf-8", b"<p>")
    assert served.ask("GET", "/admin/start.js?1")[:2] == (200, "text/javascript; charset=utf-8")
    assert served.ask("GET", "/")[:2] == (302, "/admin/")
    assert served.ask("GET", "/admin/../secret")[0] == 404


def test_requests_of_the_page_are_answered(served: Served) -> None:
    assert served.post(ENTRY) == 200


def test_another_host_or_origin_is_refused(served: Served) -> None:
    assert served.ask("GET", "/admin/", Host="evil.example")[0] == 404
    assert served.post(ENTRY, Host=f"evil.example:{served.port}") == 403
    assert served.post(ENTRY, Origin="http://evil.example") == 403
    assert served.post(ENTRY, **{"Content-Type": "text/plain"}) == 403


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", b'"x"', {"action": "x"}, {"action": []}])
def test_malformed_requests_are_refused(served: Served, body: object) -> None:
    assert served.post(body) == 422


def test_other_addresses_and_large_requests_are_refused(served: Served) -> None:
    assert served.post(ENTRY, "/admin/other") == 404
    assert served.post(b"", **{"Content-Length": "999999999999"}) == 404
    assert served.post(b"", **{"Content-Length": "many"}) == 404


def test_an_error_of_the_disk_is_reported(served: Served, small_agency: SmallAgency) -> None:
    (small_agency.data / "2569" / "o30.yml").mkdir()
    saved = [{"path": "data/2569/o30.yml", "raw": ""}]

    asked = {"action": "persistEntry", "params": {"dataFiles": saved, "assets": []}}

    assert served.post(asked) == 500


def test_the_reason_of_a_refused_save_is_reported(served: Served) -> None:
    saved = [{"path": "data/2569/o30.yml", "raw": "owner: ["}]
    asked = {"action": "persistEntry", "params": {"dataFiles": saved, "assets": []}}

    status, _, body = served.answer(asked)

    assert (status, json.loads(body)["error"][:3]) == (422, "OIT")


def test_a_closed_connection_is_not_logged(
    folder: DataFolder, capfd: pytest.CaptureFixture[str]
) -> None:
    server = make_server({"admin/index.html": b"x" * 5_000_000}, Repository(folder), 0)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    port = server.server_address[1]
    with socket.create_connection(("127.0.0.1", port)) as left:
        left.sendall(b"GET /admin/ HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % port)
        assert left.recv(1)
        # Closed in the middle of the answer, and not in good order.
        left.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    for answering in enumerate_threads():
        if "process_request" in answering.name:
            answering.join()
    server.shutdown()
    server.server_close()
    thread.join()
    assert "Traceback" not in capfd.readouterr().err


def test_deeply_nested_requests_are_refused(served: Served) -> None:
    assert served.post(b"[" * 100_000) == 422


def test_a_conflicting_change_is_reported(served: Served, small_agency: SmallAgency) -> None:
    assert served.post(ENTRY) == 200
    small_agency.write("data/2569/o07.yml", "owner: กองคลัง\n")
    saved = {"path": "data/2569/o07.yml", "raw": "owner: กองช่าง\n"}
    asked = {"action": "persistEntry", "params": {"dataFiles": [saved], "assets": []}}
    status, _, body = served.answer(asked)
    assert (status, "โหลดหน้าใหม่" in json.loads(body)["error"]) == (409, True)
