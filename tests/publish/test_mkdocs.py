"""MkDocs as a process of ours: its words, and its end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import commands
from oit.publish import mkdocs
from small_agency import SmallAgency

PATIENCE = 60
SETTINGS = "site_name: ก\ntheme: material\nplugins: [search, oit]\n"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        # Our own messages begin on a line of their own.
        (
            ["ERROR   -  \n", "data/2569/o03.yml:2:1: OIT205 …\n", "    → …\n"],
            ["data/2569/o03.yml:2:1: OIT205 …\n", "    → …\n"],
        ),
        (["WARNING -  Doc file 'a.md' …\n"], ["MkDocs: Doc file 'a.md' …\n"]),
        (["Error: Config file …\n"], ["MkDocs: Config file …\n"]),
        (["สร้างใหม่แล้ว\n", "\n"], ["สร้างใหม่แล้ว\n", "\n"]),
        (["ERROR in a text\n"], ["ERROR in a text\n"]),
    ],
)
def test_levels_of_the_log_are_left_out(log: list[str], said: list[str]) -> None:
    assert list(mkdocs.plain(log)) == said


def test_serve_says_what_is_wrong_as_check_does(small_agency: SmallAgency) -> None:
    small_agency.write("mkdocs.yml", SETTINGS)
    small_agency.write("docs/about.md", "# เกี่ยวกับ\n")
    small_agency.write("data/2569/o07.yml", "ownr: กองคลัง\n")
    done = commands.oit("serve", cwd=small_agency.folder)
    assert done.returncode == 2
    assert "data/2569/o07.yml:1:1: OIT205 " in done.stderr
    assert "ERROR" not in done.stderr
    assert "Aborted" not in done.stdout + done.stderr
    assert done.stderr.endswith("แก้ตามข้างบนแล้วสั่ง oit serve อีกครั้ง\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_build_that_is_killed_ends_mkdocs_and_leaves_nothing_to_the_next(
    small_agency: SmallAgency,
) -> None:
    (small_agency.folder / "wait.py").write_text(
        "import os, time\n"
        "from pathlib import Path\n"
        "def on_pre_build(config):\n"
        "    Path(config.site_dir).mkdir(parents=True)\n"
        "    Path('child').write_text(str(os.getpid()))\n"
        "    time.sleep(600)\n"
    )
    small_agency.write("docs/about.md", "# เกี่ยวกับ\n")
    small_agency.write("mkdocs.yml", f"{SETTINGS}hooks: [wait.py]\n")
    build = subprocess.Popen(
        [sys.executable, "-m", "oit", "build"],
        cwd=small_agency.folder,
        env=commands.clean_environment(),
    )
    child = small_agency.folder / "child"
    _wait_until(lambda: child.is_file() and child.read_text() != "")
    number = int(child.read_text())
    build.send_signal(signal.SIGKILL)
    build.wait()
    _wait_until(lambda: not _runs(number))
    assert list(small_agency.folder.glob(".site-*"))

    small_agency.write("mkdocs.yml", SETTINGS)
    assert commands.oit("build", cwd=small_agency.folder).returncode == 0
    assert not list(small_agency.folder.glob(".site-*"))


def _runs(process: int) -> bool:
    """Tell whether a process runs; one that ended may wait for somebody to ask how."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def _wait_until(condition: object) -> None:
    assert callable(condition)
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
