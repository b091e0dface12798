"""A live site shows what is wrong, and goes on."""

import gc
from collections.abc import Iterable
from pathlib import Path
from weakref import ref

import pytest

from oit.publish import live


class Server:
    """A server whose next build does as it is told."""

    url = "http://127.0.0.1:8000/"

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.builder = self.build
        self.app = self.serve_request
        self.watched: list[str] = []

    def build(self) -> None:
        """Build, or fail."""
        if self.error:
            raise self.error

    def serve_request(self, environ: object, start_response: object) -> Iterable[bytes]:
        """Serve the last good page."""
        del environ, start_response
        return [b"good"]

    def watch(self, path: str) -> None:
        """Build again when a folder changes."""
        self.watched.append(path)

    def set_app(self, application: object) -> None:
        """Let another application respond."""
        self.app = application  # type: ignore[assignment]

    def page(self, path: str = "/") -> tuple[str, str]:
        """Return the status and the contents of a page."""
        statuses = ["200 OK"]
        body = self.app({"PATH_INFO": path}, lambda status, _: statuses.append(status))
        return statuses[-1], b"".join(body).decode()


@pytest.fixture
def server() -> Server:
    server = Server()
    live.take_over(server, Path("data"))
    assert server.watched == ["data"]
    return server


def test_the_last_good_site_is_served_while_nothing_is_wrong(server: Server) -> None:
    server.builder()
    assert server.page() == ("200 OK", "good")


def test_a_logged_error_is_on_every_page_until_it_is_fixed(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    live.remember(ValueError("data/agency.yml:3:1: OIT205 <script>"))
    server.error = SystemExit("Aborted")
    server.builder()
    status, page = server.page("/oit/2569/")
    assert status.startswith("503")
    assert "data/agency.yml:3:1: OIT205 &lt;script&gt;" in page
    # The generator has said it in the terminal.
    assert "OIT205" not in capsys.readouterr().err
    assert server.page("/assets/oit.css") == ("200 OK", "good")
    server.error = None
    server.builder()
    assert server.page() == ("200 OK", "good")


def test_any_other_error_is_said_in_the_terminal_too(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.error = KeyError("x")
    server.builder()
    assert "KeyError: 'x'" in capsys.readouterr().err
    assert "KeyError" in server.page()[1]


def test_nothing_of_a_build_before_is_left() -> None:
    class Page:
        """A page of a menu, which refers to itself by it."""

        menu: "Page"

    left = []

    def build() -> None:
        page = Page()
        page.menu = page
        left.append(ref(page))

    gc.disable()
    try:
        server = Server()
        server.builder = build
        live.take_over(server, Path("data"))
        server.builder()
    finally:
        gc.enable()
    assert left[0]() is None
