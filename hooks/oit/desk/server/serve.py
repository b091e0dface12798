"""Runs the application until it is told to stop."""

import signal
import socket
from contextlib import suppress
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from oit.desk.server.certificate import Certificate
from oit.desk.server.patient import PatientProtocol

_CONNECTIONS = 300
_IDLE = 20
"""How many seconds an idle connection of a browser stays open."""
_LAST = 10
"""How many seconds requests have to end when the server stops."""
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def serve(app: ASGIApp, listening: socket.socket, certificate: Certificate | None = None) -> None:
    """Serve until Ctrl+C, the end of the terminal, or a signal to stop."""
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        # A browser that speaks no HTTP is no news.
        log_level="critical",
        access_log=False,
        server_header=False,
        # ``guard.proxy`` believes the proxy alone.
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_LAST,
        ssl_certfile=certificate.certificate if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
        ssl_ciphers=_CIPHERS,
    )
    server = uvicorn.Server(config)

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        server.should_exit = True

    # The server itself passes this on when it has stopped.
    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, signal.default_int_handler)}
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is not None and signal.getsignal(hangup) is not signal.SIG_IGN:
        before[hangup] = signal.signal(hangup, stop)
    try:
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listening])
    finally:
        listening.close()
        for number, handler in before.items():
            signal.signal(number, handler)
