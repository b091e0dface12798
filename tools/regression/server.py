"""A local web server that replaces the internet.

As a proxy (``HTTP_PROXY``) it answers for the hosts that ``oit links`` tries; asked directly, it
serves the files of a folder.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit


class _Answer(NamedTuple):
    status: int
    location: str = ""


_ANSWERS = {
    "good": _Answer(200),
    "dead": _Answer(404),
    "refused": _Answer(403),
    "moved": _Answer(301, "http://good.moved.go.th/new"),
    "elsewhere": _Answer(302, "http://good.other.go.th/"),
    "loop": _Answer(302, "http://loop.go.th/"),
}
"""How a host answers, by the first part of its name."""

HOSTS = [f"http://{name}.go.th/" for name in _ANSWERS]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder and act as a proxy; give the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if not self._answered():
            super().do_GET()

    def do_HEAD(self) -> None:
        if not self._answered():
            super().do_HEAD()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Log nothing."""

    def _answered(self) -> bool:
        """Answer for another host, if this request is for one."""
        host = urlsplit(self.path).hostname
        if host is None:
            return False
        answer = _ANSWERS.get(host.split(".")[0], _Answer(404))
        self.send_response(answer.status)
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return True
