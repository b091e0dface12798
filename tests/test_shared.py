"""``shared.py``: a folder is made once, by whoever needs it first."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from commands import ROOT
from shared import Shared

WORKER = """
import sys, time
from pathlib import Path
from shared import Shared

def make(folder):
    time.sleep(0.2)
    (folder / "content").write_text("complete")
    with Path(sys.argv[2]).open("a") as log:
        log.write("made\\n")

print((Shared(Path(sys.argv[1])).made("site", make) / "content").read_text())
"""


def test_several_workers_make_it_once_and_each_finds_it_complete(tmp_path: Path) -> None:
    log = tmp_path / "log"
    workers = []
    for name in ("gw0", "gw1"):
        (tmp_path / name).mkdir()
        workers.append([sys.executable, "-c", WORKER, tmp_path / name, log])
    environment = {
        "PYTHONPATH": f"{ROOT / 'tests'}:{ROOT / 'hooks'}",
        "PYTEST_XDIST_WORKER": "any",
    }

    def run(command: list[str | Path]) -> str:
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(run, workers)) == ["complete\n", "complete\n"]
    assert log.read_text() == "made\n"


def test_what_fails_is_made_again_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    shared = Shared(tmp_path)

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError("no place")

    with pytest.raises(OSError, match="no place"):
        shared.made("site", fail)

    made = shared.made("site", lambda folder: (folder / "whole").touch())
    assert [file.name for file in made.iterdir()] == ["whole"]
