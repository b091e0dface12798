"""The server as it runs: odd requests, slow clients, and its end."""

import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import commands
from desk.certificates import make_certificate
from small_agency import SmallAgency

PATIENCE = 60
# The server waits a moment for heads of requests, not half a minute.
_START = (
    "import sys; from oit.desk.server import patient; patient.SECONDS = 0.3;"
    " from oit.cli.main import main; sys.exit(main(sys.argv[1:]))"
)

_POST = "POST / HTTP/1.1\r\nHost: {host}\r\n"


class Desk:
    """A desk in a process of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START, "desk", "--no-browser", *words],
            cwd=folder,
            env=commands.clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        self.port = int(self.line.split("127.0.0.1:")[1].split("/")[0])
        self.host = f"127.0.0.1:{self.port}"

    def ask(self, request: bytes) -> bytes:
        """Send bytes; return all that comes back until the connection closes."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal; return the exit status, and what was printed besides the first line."""
        self.process.send_signal(number)
        printed = "".join(self.process.communicate(timeout=PATIENCE))
        return self.process.returncode, printed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return SmallAgency.make(tmp_path_factory.mktemp("served") / "agency").folder


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Desk]:
    running = Desk(folder)
    yield running
    assert running.end(signal.SIGTERM) == (0, "")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET / HTTP/1.1\r\nHost: {host}\r\n", 403),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n", 421),
        ("GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n", 400),
        ("GET / HTTP/1.1\r\n", 400),
        ("GET /\x00 HTTP/1.1\r\nHost: {host}\r\n", 400),
        ("GET /%00 HTTP/1.1\r\nHost: {host}\r\n", 404),
        ("GET /static/%2e%2e/app.py HTTP/1.1\r\nHost: {host}\r\n", 404),
        ("GET /static/..%2fapp.py HTTP/1.1\r\nHost: {host}\r\n", 404),
        ("GET /static/%5c..%5capp.py HTTP/1.1\r\nHost: {host}\r\n", 404),
        ("GET //evil.example/%2f.. HTTP/1.1\r\nHost: {host}\r\n", 403),
        (_POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 403),
        (_POST + "Content-Length: 5\r\nContent-Length: 6\r\n", 400),
        (_POST + "Content-Length: 999999999999\r\n", 413),
        ("BREW / HTTP/1.1\r\nHost: {host}\r\n", 403),
        ("nonsense\r\n", 400),
    ],
)
def test_odd_requests_are_refused(desk: Desk, request_: str, status: int) -> None:
    sent = request_.replace("{host}", desk.host) + "Connection: close\r\n\r\n"
    answer = desk.ask(sent.encode("latin-1"))
    assert int(answer.split()[1]) == status, answer
    assert b"server:" not in answer.lower()
    assert b"Traceback" not in answer


def test_a_connection_without_a_request_is_closed(desk: Desk) -> None:
    start = time.monotonic()
    assert desk.ask(b"") == b""
    assert desk.ask(b"GET / HTTP/1.1\r\nHost: ") == b""
    # One request, and then the head of another that never ends.
    answer = desk.ask(f"GET / HTTP/1.1\r\nHost: {desk.host}\r\n\r\nGET / HT".encode())
    assert answer.count(b"HTTP/1.1 403") == 1
    assert time.monotonic() - start < PATIENCE / 2


def test_a_second_desk_gives_another_key_to_the_first(desk: Desk, folder: Path) -> None:
    again = commands.oit("desk", "--no-browser", cwd=folder)
    assert again.returncode == 0
    assert "เปิดอยู่แล้ว" in again.stdout
    address = again.stdout.split("http://")[1].split()[0]
    host, _, path = address.partition("/")
    assert host == desk.host
    request = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    answer = desk.ask(request.encode())
    assert b"303 See Other" in answer
    assert b"set-cookie: oit-desk-" in answer


def test_it_ends_in_good_order_with_its_terminal(tmp_path: Path) -> None:
    # A run that outlives its terminal (nohup) ignores its end, and so would its children.
    was = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    desk = Desk(SmallAgency.make(tmp_path / "agency").folder)
    signal.signal(signal.SIGHUP, was)
    state = desk.folder / ".oit/desk"
    assert (state / "running.json").exists()
    # Its address is known before it heeds signals; once it answers, it does.
    assert desk.ask(f"GET / HTTP/1.1\r\nHost: {desk.host}\r\nConnection: close\r\n\r\n".encode())
    assert desk.end(signal.SIGHUP) == (0, "")
    assert not (state / "running.json").exists()
    assert not list(state.glob(".new-*"))


def test_it_serves_tls_itself(tmp_path: Path) -> None:
    folder = SmallAgency.make(tmp_path / "agency").folder
    add = ["desk", "account", "add", "วิชัย", "--role", "editor"]
    run = subprocess.run(
        [sys.executable, "-m", "oit", *add],
        cwd=folder,
        env=commands.clean_environment(),
        input="ข้าวเหนียวมะม่วง สามจาน\n",
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    make_certificate(tmp_path)
    words = ["--certificate", f"{tmp_path}/desk.crt", "--key", f"{tmp_path}/desk.key"]
    desk = Desk(folder, "--network", "--host", "127.0.0.1", "--port", str(port), *words)
    trusted = ssl.create_default_context(cafile=f"{tmp_path}/desk.crt")
    try:
        with (
            socket.create_connection(("127.0.0.1", port), PATIENCE) as plain,
            trusted.wrap_socket(plain, server_hostname="localhost") as secure,
        ):
            assert secure.version() in {"TLSv1.2", "TLSv1.3"}
            request = (
                f"GET /sign-in/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
            )
            secure.sendall(request.encode())
            answer = b"".join(iter(lambda: secure.recv(65_536), b""))
    finally:
        assert desk.end(signal.SIGTERM) == (0, "")
    assert b"200 OK" in answer
    assert b"__Host-oit-desk=" in answer
    assert b"strict-transport-security" in answer
