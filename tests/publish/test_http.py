"""The client sends requests to real servers on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from oit.publish.hosts import is_public
from oit.publish.http import Client, Failure, Response
from oit.publish.proxy import direct


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name, _, value = self.path.strip("/").partition("/")
        if name == "slow":
            time.sleep(0.5)
        self.send_response(int(value) if name == "status" else 200)
        if name == "to":
            self.send_header("Location", f"/{value}")
        if name == "thai":
            self.send_header("Location", "/แผน".encode().decode("latin-1"))
        if name == "latin":
            self.send_header("Location", "/caf\xe9")
        self.send_header("X-Asked", self.path)
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name http.server calls

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def a_client(*addresses: str, timeout: float = 5) -> Client:
    """Make a client for which every host is this machine."""
    found = [*(addresses or ("127.0.0.1",))]
    return Client(timeout, {}, private=True, resolve=lambda _host, _port: found, proxy_for=direct)


@pytest.mark.parametrize("status", [200, 404, 410, 500, 503])
def test_statuses(port: int, status: int) -> None:
    assert a_client().ask("GET", f"http://a.go.th:{port}/status/{status}") == Response(status)


def test_a_redirect_is_not_followed(port: int) -> None:
    assert a_client().ask("HEAD", f"http://a.go.th:{port}/to/x").location == "/x"


def test_addresses_and_queries_may_be_thai(port: int) -> None:
    client = a_client()
    for rest in ("", "?a=1", "/แผน%20ก?ข=ค#ง"):
        assert client.ask("GET", f"http://a.go.th:{port}{rest}").status == 200


def test_thai_hosts_are_resolved_in_ascii(port: int) -> None:
    looked_up: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    client = Client(5, {}, private=True, resolve=resolve, proxy_for=direct)
    assert client.ask("GET", f"http://น้ำ.ไทย:{port}/แผน").status == 200
    assert looked_up == ["xn--q3c4c8cq.xn--o3cw4h"]


def test_a_server_may_lead_to_an_address_in_thai(port: int) -> None:
    assert a_client().ask("GET", f"http://a.go.th:{port}/thai").location == "/แผน"
    assert a_client().ask("GET", f"http://a.go.th:{port}/latin").location == "/caf\xe9"


@pytest.mark.parametrize("url", [f"https://{'ก' * 80}.ไทย/", "https://a..ไทย/", "https://a:99999/"])
def test_an_invalid_host(url: str) -> None:
    assert a_client().ask("GET", url).failure is Failure.DNS


def test_no_answer_in_time(port: int) -> None:
    client = a_client(timeout=0.1)
    assert client.ask("GET", f"http://a.go.th:{port}/slow").failure is Failure.TIMEOUT


def test_tls_fails(port: int) -> None:
    assert a_client().ask("GET", f"https://a.go.th:{port}/").failure is Failure.TLS


def test_no_server_runs_at_the_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = free.getsockname()[1]
    assert a_client().ask("GET", f"http://a.go.th:{closed}/").failure is Failure.CONNECTION


def test_the_next_address_is_tried_if_the_first_does_not_respond(port: int) -> None:
    client = a_client("127.0.0.99", "127.0.0.1")
    assert client.ask("GET", f"http://a.go.th:{port}/").status == 200


def test_an_unknown_host() -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    client = Client(5, {}, resolve=unknown, proxy_for=direct)
    assert client.ask("GET", "https://nowhere.go.th/").failure is Failure.DNS


def test_no_request_is_sent_into_a_private_network(port: int) -> None:
    client = Client(5, {}, proxy_for=direct)
    assert client.ask("GET", f"http://localhost:{port}/").failure is Failure.PRIVATE
    # One private address among others is enough.
    client = Client(
        5, {}, resolve=lambda _host, _port: ["93.184.216.34", "127.0.0.1"], proxy_for=direct
    )
    assert client.ask("GET", f"http://a.go.th:{port}/").failure is Failure.PRIVATE


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 ::1 "
    "fe80::1%eth0 fd00::1 ::ffff:10.0.0.1 224.0.0.1".split(),
)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("part", [b"HTTP/1.1 100 Continue\r\n\r\n", b"H"])
def test_a_response_without_end_is_cut_off(part: bytes) -> None:
    def drip(server: socket.socket) -> None:
        client, _ = server.accept()
        with client:
            client.recv(1000)
            try:
                while True:
                    client.sendall(part)
                    time.sleep(0.02)
            except OSError:
                pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        client = Client(0.1, {}, private=True, proxy_for=direct)
        answer = client.ask("HEAD", f"http://127.0.0.1:{server.getsockname()[1]}/")
    assert answer.failure is Failure.TIMEOUT


@contextmanager
def answering(*answers: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Give one connection these answers, one a request, and then close it."""
    asked: list[bytes] = []

    def respond(server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = server.accept()
                with client:
                    for answer in answers:
                        asked.append(client.recv(10_000))
                        client.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=respond, args=(server,), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", asked
        server.shutdown(socket.SHUT_RDWR)


def whole(pieces: Iterator[bytes]) -> None:
    for _ in pieces:
        pass


SHORT = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"
CHUNK = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"


@pytest.mark.parametrize("answer", [SHORT, CHUNK])
def test_a_body_that_ends_too_early_is_not_complete(answer: bytes) -> None:
    with answering(answer) as (url, _):
        client = Client(5, {}, private=True, proxy_for=direct)
        assert client.ask("GET", url, whole).failure is Failure.CUT_OFF


@pytest.mark.parametrize("length", [b"", b"Content-Length: 9999999999\r\n"])
def test_a_body_that_is_too_large_is_not_read(length: bytes) -> None:
    received: list[bytes] = []
    with answering(b"HTTP/1.1 200 OK\r\n" + length + b"\r\n" + b"x" * 20) as (url, _):
        client = Client(5, {}, private=True, proxy_for=direct, largest=10)
        response = client.ask("GET", url, received.extend)
    assert (response.failure, received) == (Failure.TOO_LARGE, [])


@pytest.mark.parametrize("second", [SHORT, GOOD.replace(b"3", b"99999999999")])
def test_a_bad_body_on_a_kept_connection_is_not_asked_for_again(second: bytes) -> None:
    with answering(GOOD, second) as (url, asked):
        client = Client(5, {}, private=True, proxy_for=direct)
        assert client.ask("GET", url, whole).status == 200
        assert client.ask("GET", url, whole).failure in {Failure.CUT_OFF, Failure.TOO_LARGE}
    assert len(asked) == 2


def test_headers_of_one_request_and_what_the_response_says() -> None:
    headers = b"Content-Type: text/html\r\nETag: W/1\r\nLast-Modified: today\r\n"
    with answering(GOOD.replace(b"Content-L", headers + b"Content-L")) as (url, asked):
        client = Client(5, {"A": "1", "B": "1"}, private=True, proxy_for=direct)
        response = client.ask("GET", url, whole, {"B": "2"})
        client.close()
    assert (response.content_type, response.etag) == ("text/html", "W/1")
    assert response.last_modified == "today"
    assert b"A: 1\r\nB: 2\r\n" in asked[0]


@pytest.mark.parametrize("address", ["64:ff9b::7f00:1", "2002:7f00:1::1", "::7f00:1"])
def test_an_embedded_private_address_is_private(address: str) -> None:
    assert not is_public(address)
