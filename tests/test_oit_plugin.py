"""A repository that ``oit init`` made, in the hands of the tools that its people use."""

import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

import commands
from built import without_words
from shared import Shared

PATIENCE = 60
"""Seconds until a page must show what was changed: the machine may be busy."""


@pytest.fixture(scope="session")
def made(shared: Shared) -> Path:
    """A repository of data alone."""

    def make(folder: Path) -> None:
        done = commands.oit(
            *("init", folder / "mytown", "--name", "เทศบาลตำบลใหม่", "--kind", "municipality"),
            *("--province", "อุบลราชธานี", "--year", "2569"),
        )
        assert done.returncode == 0, done.stderr

    return shared.made("repository", make) / "mytown"


@pytest.fixture
def repository(made: Path, tmp_path: Path) -> Path:
    """The repository, to be changed."""
    return shutil.copytree(made, tmp_path / "mytown")


@contextmanager
def served(generator: str, folder: Path) -> Iterator[str]:
    """Serve a repository as its people do while they write."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", generator, "serve", "--quiet", "--dev-addr", address],
        cwd=folder,
        env=commands.clean_environment(),
        stdin=subprocess.DEVNULL,
    )
    yield f"http://{address}/"
    server.terminate()
    try:
        server.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        # It may be missed in the middle of a build.
        server.kill()
        server.wait()


def shows(text: str, address: str) -> bool:
    """Wait until a page shows a text."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - ours, on this machine
                if text in without_words(answer.read().decode()):
                    return True
        except OSError:
            pass  # It does not answer yet, or builds.
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_server_follows_the_data(repository: Path, generator: str) -> None:
    agency = repository / "data/agency.yml"
    with served(generator, repository) as address:
        assert shows("เทศบาลตำบลใหม่", address)
        text = agency.read_text(encoding="utf-8")
        agency.write_text(text.replace("เทศบาลตำบลใหม่", "เทศบาลตำบลใหม่กว่า"), encoding="utf-8")
        assert shows("เทศบาลตำบลใหม่กว่า", address)


def test_mkdocs_and_properdocs_build_what_the_data_makes(repository: Path) -> None:
    for generator in ("mkdocs", "properdocs"):
        built = commands.python(
            *(generator, "build", "--strict", "--quiet", "--config-file", "mkdocs.yml"),
            *("--site-dir", generator),
            cwd=repository,
        )
        assert built.returncode == 0, built.stderr
        verified = commands.oit("verify", generator, cwd=repository)
        assert verified.returncode == 0, verified.stdout


def test_hook_lets_gaps_be_committed_and_faults_not(repository: Path) -> None:
    settings = yaml.safe_load((repository / ".pre-commit-config.yaml").read_bytes())
    entry = shlex.split(settings["repos"][0]["hooks"][0]["entry"])
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"

    def run() -> subprocess.CompletedProcess[str]:
        environment = {**commands.clean_environment(), "PATH": path}
        return subprocess.run(
            entry,
            cwd=repository,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    assert run().returncode == 0
    item = repository / "data/2569/o01.yml"
    item.write_text(item.read_text(encoding="utf-8") + "titel: ก\n", encoding="utf-8")
    refused = run()
    assert refused.returncode == 1
    assert "data/2569/o01.yml:" in refused.stdout
    assert "OIT205" in refused.stdout
