"""The guide for a cluster works: its scheduler and worker, with its certificate and settings."""

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from commands import ROOT
from manual.guides import blocks

TEXT = (ROOT / "manual/fleet" / "cluster.md").read_text(encoding="utf-8")
DRIVER = """
import sys
import fleet_tasks
from oit.fleet.cluster import cluster
from oit.fleet.engine import drive
if __name__ == "__main__":
    with cluster(sys.argv[1]) as engine:
        print(engine.in_flight, *sorted(map(str, drive(engine, fleet_tasks.act, [3, "quit", 4]))))
"""


@contextmanager
def running(command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        shlex.split(command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def port_in(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    """Wait until a scheduler has written where it is; return its port."""
    while scheduler.poll() is None:
        with suppress(OSError, ValueError):
            address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
            return address.rpartition(":")[2]
        time.sleep(0.01)
    pytest.fail("the scheduler did not start")


@pytest.mark.skipif(sys.platform == "win32", reason="the guide is for servers")
def test_a_cluster_with_certificates(tmp_path: Path) -> None:
    def here(text: str) -> str:
        return text.replace("10.0.0.5", "127.0.0.1").replace("/srv/oit", str(tmp_path))

    found = list(blocks(TEXT))
    certificate, scheduler, worker, run = (
        here(block.text) for block in found if block.language == "sh"
    )
    [settings] = (here(block.text) for block in found if block.language == "yaml")
    (tmp_path / "oit.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "driver.py").write_text(DRIVER, encoding="utf-8")
    environment = os.environ | {
        "DASK_CONFIG": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "tests"),
    }
    try:
        made = subprocess.run(["sh", "-ec", certificate], capture_output=True, check=False)
    except OSError:
        pytest.skip("no shell here")
    if made.returncode:
        pytest.skip("no openssl here")
    told = tmp_path / "scheduler.json"
    any_port = scheduler.replace("--port 8786", f"--port 0 --scheduler-file {told}")
    with ExitStack() as stack:
        process = stack.enter_context(running(any_port, environment))
        port = port_in(told, process)
        stack.enter_context(running(worker.replace("8786", port), environment))
        *_, address = run.replace("8786", port).split()
        driver = subprocess.run(
            [sys.executable, tmp_path / "driver.py", address],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert driver.stderr == ""
    assert driver.stdout.startswith("8 ('quit', Failure(kind=<Kind.RAISED: 'raised'>,")
    assert driver.stdout.endswith("(3, 6) (4, 8)\n")
