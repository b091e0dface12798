"""Serves the editor, to this machine only."""

import json
import mimetypes
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from oit.admin.local import ChangedError, RefusedError, Repository
from oit.views.pages.editor.fault import SpoiltError
from oit.views.pages.editor.settings import LOCAL_API

HOST = "127.0.0.1"
_MOST = 64 * 1024 * 1024
"""The maximum size of a request: large enough for a document encoded as text."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self, *args: Any, files: dict[str, bytes], repository: Repository, **kwargs: Any
    ) -> None:
        self._files = files
        self._repository = repository
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Serve a file of the editor."""
        path = self.path.partition("?")[0].lstrip("/")
        name = f"{path}index.html" if path.endswith("/") else path
        if not self._is_ours() or name not in self._files:
            self._redirect() if path in {"", "admin"} else self._say(HTTPStatus.NOT_FOUND)
            return
        kind = mimetypes.guess_type(name)[0] or "text/plain"
        # The type of .js in the registry of the machine may be one that browsers do not run.
        kind = "text/javascript" if name.endswith(".js") else kind
        self._send(HTTPStatus.OK, self._files[name], f"{kind}; charset=utf-8")

    def do_POST(self) -> None:
        """Perform an action for the editor; requests of other pages are refused."""
        length = self.headers.get("Content-Length") or ""
        size = int(length) if length.isdecimal() else _MOST + 1
        is_json = (self.headers.get("Content-Type") or "").startswith("application/json")
        origin = self.headers.get("Origin")
        if not self._is_ours() or origin != f"http://{self.headers['Host']}" or not is_json:
            self.close_connection = True
            self._say(HTTPStatus.FORBIDDEN)
        elif self.path != LOCAL_API or size > _MOST:
            self.close_connection = True
            self._say(HTTPStatus.NOT_FOUND)
        else:
            self._answer(self.rfile.read(size))

    def _answer(self, body: bytes) -> None:
        try:
            asked = json.loads(body)
            made = self._repository.answer(asked["action"], asked.get("params") or {})
        except (RefusedError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self._say(HTTPStatus.UNPROCESSABLE_ENTITY)
        except ChangedError:
            message = "ไฟล์ถูกแก้จากที่อื่นหลังเปิดหน้านี้ ให้โหลดหน้าใหม่แล้วแก้อีกครั้ง"
            self._send_json(HTTPStatus.CONFLICT, {"error": message})
        except SpoiltError as error:
            self._send_json(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": str(error)})
        except OSError as error:
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, error.strerror or "")
        else:
            self._send_json(HTTPStatus.OK, made)

    def _is_ours(self) -> bool:
        """Return whether the request names this machine itself, not a domain that leads here."""
        _, port = self.connection.getsockname()
        return self.headers.get("Host") in {f"{HOST}:{port}", f"localhost:{port}"}

    def _redirect(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/admin/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, status: HTTPStatus, more: str = "") -> None:
        self._send_json(status, {"error": f"{status.phrase} {more}".strip()})

    def _send_json(self, status: HTTPStatus, content: object) -> None:
        self._send(status, json.dumps(content).encode(), "application/json")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Log nothing: the page shows errors."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore connections that the browser closed before the response."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(files: dict[str, bytes], repository: Repository, port: int) -> ThreadingHTTPServer:
    """Return a listening server of the editor; port 0 selects a free port."""
    handler = partial(_Handler, files=files, repository=repository)
    return _Server((HOST, port), handler)
