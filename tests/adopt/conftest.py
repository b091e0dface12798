"""An old site, and the web as the program asks for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adopt.adopting import Adopting
from adopt.served import OldSite, serving
from oit.adopt.store import Store
from oit.adopt.visit import Web
from oit.publish.http import Client
from start.newcomer import Newcomer


@pytest.fixture(scope="session")
def _server() -> Iterator[OldSite]:
    with serving(OldSite()) as site:
        yield site


@pytest.fixture
def old_site(_server: OldSite) -> OldSite:
    """A served site without any page."""
    for kept in (_server.answers, _server.asked, _server.headers):
        kept.clear()
    return _server


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.time = 1_800_000_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


NewWeb = Callable[..., Web]


@pytest.fixture
def new_web(tmp_path: Path, old_site: OldSite, clock: Clock) -> Iterator[NewWeb]:
    """Begin another run, in the same folder as those before."""
    clients: list[Client] = []

    def make(
        limit: int = 50_000_000, timeout: float = 5, tell: Callable[[str, int], None] | None = None
    ) -> Web:
        clock.time += 1
        clients.append(old_site.client(limit, timeout))
        web = Web(
            Store(tmp_path / "kept", [old_site.root], clock.now),
            clients[-1],
            tell=tell or (lambda _address, _left: None),
            sleep=clock.sleep,
            now=clock.now,
        )
        web.own(old_site.root)
        return web

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def web(new_web: NewWeb) -> Web:
    """A run with the usual limits."""
    return new_web()


@pytest.fixture
def newcomer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newcomer:
    return Newcomer(tmp_path, capsys)


@pytest.fixture
def adopting(newcomer: Newcomer, web: Web) -> Adopting:
    """A new municipality; nothing of its old site is saved yet."""
    made = Adopting(newcomer, web)
    made.begin()
    return made
