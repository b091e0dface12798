"""If this machine has a proxy, requests go through it."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from oit.publish.http import Client, Failure, Response
from oit.publish.proxy import Proxy, of_machine

ASKED: list[tuple[str, str, str]] = []


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        ASKED.append((self.command, self.path, self.headers.get("Proxy-Authorization", "")))
        self.send_response(204)
        self.end_headers()

    def do_CONNECT(self) -> None:
        ASKED.append((self.command, self.path, self.headers.get("Proxy-Authorization", "")))
        self.send_response(403)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine without settings, in lower or upper case."""
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name}_proxy".upper(), raising=False)
    ASKED.clear()
    return monkeypatch


def a_client() -> Client:
    """Make a client that cannot resolve any host: only the proxy can."""

    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    return Client(5, {}, resolve=unknown)


@pytest.mark.usefixtures("machine")
def test_without_settings_there_is_no_proxy() -> None:
    assert of_machine("https", "a.go.th") is None
    assert a_client().ask("HEAD", "http://a.go.th/").failure is Failure.DNS


def test_the_proxy_sends_http_requests(machine: pytest.MonkeyPatch, port: int) -> None:
    machine.setenv("http_proxy", f"http://officer:p%40ss@127.0.0.1:{port}")
    assert a_client().ask("HEAD", "http://น้ำ.ไทย/แผน?ก=1") == Response(204)
    (asked,) = ASKED
    assert asked == (
        "HEAD",
        "http://xn--q3c4c8cq.xn--o3cw4h:80/%E0%B9%81%E0%B8%9C%E0%B8%99?%E0%B8%81=1",
        "Basic b2ZmaWNlcjpwQHNz",
    )


def test_https_goes_through_a_tunnel_that_the_proxy_may_refuse(
    machine: pytest.MonkeyPatch, port: int
) -> None:
    machine.setenv("HTTPS_PROXY", f"127.0.0.1:{port}")
    assert a_client().ask("HEAD", "https://a.go.th/").failure is Failure.PROXY
    assert ASKED == [("CONNECT", "a.go.th:443", "")]


def test_some_hosts_are_reached_without_the_proxy(machine: pytest.MonkeyPatch, port: int) -> None:
    machine.setenv("http_proxy", f"127.0.0.1:{port}")
    machine.setenv("no_proxy", ".go.th")
    assert a_client().ask("HEAD", "http://www.a.go.th/").failure is Failure.DNS
    assert not ASKED


@pytest.mark.parametrize("address", ["http://localhost/", "http://10.0.0.1/", "http://intranet/"])
def test_the_proxy_is_not_sent_into_a_private_network(
    machine: pytest.MonkeyPatch, port: int, address: str
) -> None:
    machine.setenv("http_proxy", f"127.0.0.1:{port}")
    assert a_client().ask("HEAD", address).failure is Failure.PRIVATE
    assert not ASKED


@pytest.mark.parametrize("named", ["http://127.0.0.1:99999", "http://["])
def test_an_invalid_setting(machine: pytest.MonkeyPatch, named: str) -> None:
    machine.setenv("https_proxy", named)
    assert of_machine("https", "a.go.th") == Proxy("", 0, {})
    assert a_client().ask("HEAD", "https://a.go.th/").failure is Failure.PROXY
