"""A valid site to damage: the sample, at an address of its own."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import commands
from commands import ROOT
from oit.cli.main import main
from oit.data.folder import DataFolder
from oit.publish.site import Publication, prepare
from oit.publish.verify import verify as module
from publish.verify.sites import TODAY, Outcome, Site, Verify
from shared import Shared

ADDRESS = "https://oit.tuayang.example/"


@pytest.fixture(scope="session")
def sound_site(shared: Shared) -> Path:
    return shared.made("sound", _make)


def _make(folder: Path) -> None:
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # The program is not copied: coverage would measure the copy as another program.
    settings = settings.replace("hooks/oit", f"{ROOT}/hooks/oit")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    agency = folder / "data" / "agency.yml"
    text = agency.read_text(encoding="utf-8")
    agency.write_text(
        "".join(
            f"site_url: {ADDRESS}\n" if line.startswith("site_url:") else line
            for line in text.splitlines(keepends=True)
        ),
        encoding="utf-8",
    )
    built = commands.oit("build", "--today", TODAY, cwd=folder)
    assert built.returncode == 0, built.stderr


@cache
def _prepared(folder: DataFolder, day: date) -> Publication:
    return prepare(folder, day)


@pytest.fixture
def verify(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    sound_site: Path,
) -> Verify:
    """Run the command on a site; the data that no test changes is read once."""

    def read(folder: DataFolder, day: date) -> Publication:
        unchanged = folder.path == sound_site / "data"
        return _prepared(folder, day) if unchanged else prepare(folder, day)

    monkeypatch.setattr(module, "prepare", read)

    def run(site: str | Path, data: Path, *more: str) -> Outcome:
        status = main(["verify", str(site), "--data", str(data), *more])
        out, err = capsys.readouterr()
        lines = [line.split(" ")[:2] for line in out.splitlines() if line.startswith("/")]
        kinds = [(address.strip(":").lstrip("/"), kind) for address, kind in lines]
        return Outcome(status, kinds, out, err)

    return run


@pytest.fixture
def site(sound_site: Path, tmp_path: Path, verify: Verify) -> Site:
    folder = tmp_path / "agency"
    shutil.copytree(sound_site / "site", folder / "site", copy_function=_link)
    return Site(folder, sound_site, verify)


def _link(source: str, target: str) -> str:
    # Tests change only text files, so documents can be hard links.
    if source.endswith((".pdf", ".png", ".xlsx", ".docx")):
        Path(target).hardlink_to(source)
        return target
    return shutil.copy2(source, target)


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serve a folder; the handler may be another."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Quiet) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
