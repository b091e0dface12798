"""A server of an old site whose answers a test writes down."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from oit.publish.http import Client
from oit.publish.proxy import direct

HOST = "www.tumbon.go.th"


@dataclass
class Answer:
    """What the server says to one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    send: Callable[[Any], None] | None = None
    """Writes the answer itself, to the file of the connection."""


@dataclass
class OldSite:
    """The server's address, its answers, and what was asked."""

    port: int = 0
    host: str = HOST
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def root(self) -> str:
        return f"http://{self.host}:{self.port}"

    def page(self, path: str, html: str, **headers: str) -> None:
        self.answers[path] = Answer(html.encode(), headers={"Content-Type": "text/html"} | headers)

    def file(self, path: str, body: bytes, **headers: str) -> None:
        self.answers[path] = Answer(body, headers=headers)

    def moved(self, path: str, location: str, status: int = 302) -> None:
        self.answers[path] = Answer(status=status, headers={"Location": location})

    def client(self, limit: int = 50_000_000, timeout: float = 5) -> Client:
        """A client for which every host is this server."""
        return Client(
            timeout,
            {},
            largest=limit,
            private=True,
            resolve=lambda _host, _port: ["127.0.0.1"],
            proxy_for=direct,
        )


@contextmanager
def serving(site: OldSite) -> Iterator[OldSite]:
    """Serve a site while a test runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            answer = site.answers.get(self.path, Answer(b"<html>not here</html>", 404))
            if answer.send:
                answer.send(self.wfile)
                self.close_connection = True
                return
            tag = answer.headers.get("ETag")
            if tag and self.headers.get("If-None-Match") == tag:
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if answer.status != 304:
                self.wfile.write(answer.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
