"""A site that is built again whenever its data changes: what is wrong is shown, not waited for.

It knows no generator, only what a server of one must have.
"""

import gc
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from oit.views.pages.environment import template

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_READY = "เปิดดูที่ {url} แก้ข้อมูลแล้วหน้าเว็บเปลี่ยนเอง หยุดด้วย Ctrl+C"
_BUILT = "สร้างใหม่แล้ว"
_NOT_BUILT = "ยังไม่ได้สร้างใหม่ แก้แล้วบันทึก หน้าเว็บจะกลับมาเอง"

_logged: Exception | None = None
"""The last error that ended a build, which the generator has logged."""


class Server(Protocol):
    """A server that builds a site and serves what was built."""

    builder: Callable[[], None]
    """Builds the site; ends by ``SystemExit`` if it has logged what is wrong."""
    url: str

    def serve_request(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Serve the site as it was built last."""

    def watch(self, path: str) -> None:
        """Build again whenever something in a folder changes."""

    def set_app(self, application: "WSGIApplication") -> None:
        """Let another application respond."""


S = TypeVar("S", bound=Server)


def remember(error: Exception, **_: Any) -> None:
    """Keep an error that ended a build, for the pages of a live site."""
    global _logged  # noqa: PLW0603 - a generator has one build at a time
    _logged = error


def take_over(server: S, data: Path) -> S:
    """Let a server follow the data, go on when a build fails, and show why on every page."""
    server.watch(str(data))
    live = _LiveSite(server)
    server.builder = live.build
    server.set_app(live.serve)
    _say(_READY.format(url=server.url))
    return server


class _LiveSite:
    """Builds, and serves the last good site or what is wrong with the data."""

    def __init__(self, server: Server) -> None:
        self._build = server.builder
        self._last_good = server.serve_request
        self._fault = ""

    def build(self) -> None:
        """Build again; if that fails, say why in the terminal and on every page."""
        try:
            self._build()
        except SystemExit as end:
            self._fault = str(_logged or end).strip()
            _say(_NOT_BUILT)
        except Exception as error:  # noqa: BLE001 - the server must go on
            self._fault = f"{type(error).__name__}: {error}"
            _say(f"{self._fault}\n{_NOT_BUILT}")
        else:
            self._fault = ""
            _say(_BUILT)
        # Pages and menus refer to each other; the collector would look for those of many builds
        # at once, and memory would grow until then.
        gc.collect()

    def serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Respond to a request."""
        if self._fault and environ["PATH_INFO"].endswith(("/", ".html")):
            page = template("not_built.html").render(fault=self._fault, what_next=_NOT_BUILT)
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
            start_response("503 Service Unavailable", headers)
            return [page.encode()]
        return self._last_good(environ, start_response)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
