"""The server in this process, with a client in another thread."""

import os
import signal
import socket
from collections.abc import Callable
from threading import Thread

import pytest
from starlette.responses import PlainTextResponse

from oit.desk.server import patient
from oit.desk.server.listen import listen
from oit.desk.server.serve import serve

_REQUEST = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


def answers(ask: Callable[[int], bytes], number: int) -> bytes:
    """Serve until a signal that a client sends to this process; return what it was answered."""
    listening = listen("127.0.0.1", 0)
    assert listening is not None
    port = listening.getsockname()[1]
    found: list[bytes] = []

    def client() -> None:
        try:
            found.append(ask(port))
        finally:
            os.kill(os.getpid(), number)

    thread = Thread(target=client)
    thread.start()
    serve(PlainTextResponse("answered"), listening)
    thread.join()
    return found[0]


def sent(*pieces: bytes) -> Callable[[int], bytes]:
    def ask(port: int) -> bytes:
        with socket.create_connection(("127.0.0.1", port), 20) as connection:
            for piece in pieces:
                connection.sendall(piece)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    return ask


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_sends_no_request_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(patient, "SECONDS", 0.1)
    # A run that outlives its terminal (nohup) ignores the end of a terminal.
    was = signal.signal(number, signal.SIG_DFL) if number == signal.SIGHUP else None
    before = signal.getsignal(number)
    begun = {
        signal.SIGINT: (b"",),
        signal.SIGTERM: (b"GET / HT",),
        signal.SIGHUP: (_REQUEST, b"GET / HT"),
    }[signal.Signals(number)]
    answer = answers(sent(*begun), number)
    assert answer.count(b"answered") == begun.count(_REQUEST)
    assert signal.getsignal(number) is before
    if was is not None:
        signal.signal(number, was)
