"""The command ``oit serve``, but for its live site (``tests/test_oit_site.py``)."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import commands
from oit.cli.main import main

PATIENCE = 60


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "index.html").write_text("หน้าแรก", encoding="utf-8")
    return tmp_path / "built"


def test_a_taken_port_is_refused_and_a_free_one_named(
    built: Path, taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(built), "--port", str(taken)]) == 2
    refusal = capsys.readouterr().err
    assert refusal.startswith(f"ใช้พอร์ต {taken} ไม่ได้")
    free = refusal.rsplit(" ", 1)[1].strip()
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", int(free)))


@pytest.mark.parametrize("port", ["-1", "70000", "80x"])
def test_a_port_that_is_none_is_refused(built: Path, port: str) -> None:
    assert main(["serve", str(built), f"--port={port}"]) == 2


def test_a_folder_without_a_front_page_is_no_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(tmp_path), "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("there is no front page (index.html) in ")


def test_without_settings_there_is_nothing_to_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("ไม่พบไฟล์ mkdocs.yml")


def test_a_built_site_is_served_until_it_is_stopped(built: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "oit", "serve", str(built)],
        env=commands.clean_environment(),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[1]
        assert _read(address) == "หน้าแรก"
        # Ctrl+C does the same, but a process in the background does not get it.
        process.terminate()
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == ""


def _read(address: str) -> str:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=5) as response:  # noqa: S310 - of this machine
                content: bytes = response.read()
                return content.decode()
        except OSError:  # also if a busy server takes too long
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
