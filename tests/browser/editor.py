"""The editor, served for a folder of a test."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from commands import ROOT
from oit.admin.local import Repository
from oit.admin.server import make_server
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.editor.files import local_files
from oit.views.pages.editor.packages import folder_of, install

PACKAGES = folder_of(DataFolder(ROOT / "data", ROOT))


def keep_packages(base: Path) -> None:
    """Link the editor's packages into a repository; they are fetched once for all runs."""
    install(PACKAGES)
    kept = folder_of(DataFolder(base / "data", base))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.symlink_to(PACKAGES, target_is_directory=True)


@contextmanager
def edited(base: Path) -> Iterator[str]:
    """Serve the editor of a folder's data while the block runs; yields the address of its page."""
    folder = DataFolder(base / "data", base)
    keep_packages(base)
    agency, _ = read_agency(folder)
    assert agency
    server = make_server(local_files(folder, agency), Repository(folder), 0)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/admin/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def called(base: Path) -> Iterator[str]:
    """Run ``oit admin`` in a folder while the block runs; yields the address that it prints."""
    command = [sys.executable, "-m", "oit", "admin", "--port", "0"]
    with subprocess.Popen(command, cwd=base, stdout=subprocess.PIPE, encoding="utf-8") as served:
        assert served.stdout
        yield served.stdout.readline().split()[1]
        served.terminate()


def git(base: Path, *arguments: str) -> str:
    """Run git in a folder."""
    who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "core.autocrlf=false"]
    called = subprocess.run(
        ["git", *who, *arguments], cwd=base, capture_output=True, check=True, encoding="utf-8"
    )
    return called.stdout


def changes(base: Path) -> list[str]:
    """Return the lines that differ from the last commit, including new files."""
    git(base, "add", "--all", "--intent-to-add")
    lines = git(base, "diff", "--unified=0", "--text").splitlines()
    return [line for line in lines if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]
