"""The desk with an office at work: how long officers wait for an answer.

Locust plays the officers. It is installed once, into ``.cache/bench``. The peer is the server and
the framework that the desk stands on, with one ready-made page: what is above it is our own work.
"""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.bench import tables
from tools.bench.aims import MILLISECONDS
from tools.bench.inputs import the_sample
from tools.bench.measure import CHILDREN, ENVIRONMENT, ROOT, Failed
from tools.bench.run import Run
from tools.bench.servers import served
from tools.bench.trees import OURS

LOCUST = "2.47.0"
_HOME = ROOT / f".cache/bench/locust-{LOCUST}"
_PASSWORD = "officers at work"  # noqa: S105 - of accounts that exist for a minute
_AIM = 300
"""The median that an office should not have to wait longer than, in milliseconds."""


def desk(run: Run) -> None:
    """Measure the desk, then its peer, with the same officers."""
    officers, seconds = run.plan.officers, run.plan.seconds
    _install()
    tables.heading(f"The desk, {officers} officers at once (aim: median at most {_AIM} ms)")
    repository = the_sample(run.folder("office", OURS)).folder
    for number in range(officers):
        _oit(repository, "desk", "account", "add", f"officer{number}", "--role", "editor")
    command = OURS.command("desk", "--network", "--plain-http", "--host", "127.0.0.1", "--port")
    with served(command, repository) as server:
        ours = _played(run.work / "ours", server.address, officers, seconds, OIT_PASSWORD=_PASSWORD)
    sizes = [float(row["Average Content Size"]) for row in ours.values()]
    with served(OURS.child("ready_pages"), repository, str(int(max(sizes)))) as server:
        bare = _played(run.work / "bare", server.address, officers, seconds)
    print(f"{'':<24}{'requests':>10}{'median ms':>11}{'95 % ms':>9}{'failed':>8}")
    for name, row in ours.items():
        print(_line(name, row))
    total, floor = ours["Aggregated"], bare["Aggregated"]
    print(_line("one ready-made page", floor))
    ratio = float(total["Median Response Time"]) / max(1, float(floor["Median Response Time"]))
    print(f"ours/its: {ratio:.1f}", flush=True)
    if int(total["Failure Count"]):
        raise Failed(f"{total['Failure Count']} requests of officers failed")
    median = float(total["Median Response Time"])
    run.found(f"The desk: median answer to {officers} officers", median, _AIM, MILLISECONDS)


def _line(name: str, row: dict[str, str]) -> str:
    return (
        f"{name:<24}{row['Request Count']:>10}{float(row['Median Response Time']):>11.0f}"
        f"{float(row['95%']):>9.0f}{row['Failure Count']:>8}"
    )


def _install() -> None:
    if not _HOME.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        new = _HOME.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        done = subprocess.run(
            [*pip, "--only-binary", ":all:", "--target", new, f"locust=={LOCUST}"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise Failed(done.stderr[-2000:])
        new.rename(_HOME)


def _oit(folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        OURS.command(*arguments),
        env=ENVIRONMENT,
        cwd=folder,
        input=f"{_PASSWORD}\n{_PASSWORD}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(done.stderr[-2000:])


def _played(
    out: Path, address: str, officers: int, seconds: int, **more: str
) -> dict[str, dict[str, str]]:
    """Let officers work; return what locust measured, by the name of the request."""
    environment = {**os.environ, "PYTHONPATH": str(_HOME), **more}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "locust", "--headless", "--only-summary"),
            *("--locustfile", CHILDREN / "officers.py", "--host", address),
            *("--users", str(officers), "--spawn-rate", str(officers)),
            *("--run-time", f"{seconds}s", "--csv", out, "--exit-code-on-error", "0"),
        ],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    table = Path(f"{out}_stats.csv")
    if done.returncode or not table.is_file():
        raise Failed(done.stderr[-2000:])
    with table.open(encoding="utf-8", newline="") as file:
        return {row["Name"]: row for row in csv.DictReader(file)}
