"""Fleets: what the engines add to the checks of many agencies, and the tables of a nation."""

import json
import shutil
from functools import partial
from pathlib import Path
from statistics import median

from tools.bench import tables
from tools.bench.children.agencies import write_agency
from tools.bench.inputs import Sample, the_sample
from tools.bench.measure import Contestant, compare, output_of
from tools.bench.run import Run
from tools.bench.trees import OURS

_WORKERS = 2
_ROUNDS = 3
"""More rounds would take longer than they are worth: each is the work of hundreds of agencies."""
_PEAK = 250
"""The memory that one process of a fleet may use, in MB."""
_TABLES = 1_000
"""The memory in which the records of a nation become tables, in MB."""


def fleet(run: Run) -> None:
    """Compare a fleet on both engines with checks in a loop; then roll a nation up."""
    sample = the_sample(run.folder("fleet", OURS))
    folder = sample.folder / "fleet"
    _engines(run, sample, folder)
    _nation(run, sample, folder)


def _engines(run: Run, sample: Sample, folder: Path) -> None:
    count, year = run.plan.fleet, str(max(sample.years))
    rounds = min(run.plan.rounds, _ROUNDS)
    _write(sample, folder, count)
    tables.heading(f"Check {count:,} agencies, caches warm, with {_WORKERS} processes")
    loop = Contestant(
        "examine in a loop, in one process",
        [OURS.child("examine_fleet", folder, year)],
        sample.environment,
    )
    pool = Contestant(
        "oit fleet run",
        [OURS.command("fleet", "run", "--fleet", folder, "--workers", str(_WORKERS))],
        sample.environment,
        makes=[folder / "state"],
    )
    on_pool, in_loop = tables.comparison(compare([pool, loop], rounds, warm=True))
    run.ratio("A fleet on the pool ÷ examine in a loop", on_pool, in_loop, 1.3)
    run.peak("The largest process of a fleet on the pool", on_pool, _PEAK)
    seconds = median(_on_dask(sample, folder) for _ in range(rounds))
    print(f"{'oit fleet run --scheduler, all processes of Dask':<55}{'':>8}{seconds:>8.2f}")
    ratio = seconds / in_loop.usage.cpu
    run.found("A fleet on Dask ÷ examine in a loop", ratio, 1.3)


def _write(sample: Sample, folder: Path, count: int) -> None:
    """Write agencies, each in a folder of its own, and the list of them."""
    lines = ["id,name,kind,province,district,source,contact"]
    for number in range(count):
        name = f"a{number:05d}"
        agency = folder / "agencies" / name
        write_agency(sample.folder, agency, str(max(sample.years)), number)
        source = f"agencies/{name}/data"
        lines.append(f"{name},เทศบาลที่ {number},municipality,จังหวัด,อำเภอ {number % 20},{source},")
    (folder / "agencies.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _on_dask(sample: Sample, folder: Path) -> float:
    shutil.rmtree(folder / "state")
    return float(output_of(OURS.child("fleet_on_dask", folder, str(_WORKERS)), sample.environment))


def _nation(run: Run, sample: Sample, folder: Path) -> None:
    """Make tables of the records of a fleet, repeated until they are a nation's."""
    count = run.plan.nation
    nation = sample.folder / "nation"
    header, *lines = (folder / "agencies.csv").read_text(encoding="utf-8").splitlines()
    repeated = [lines[number % len(lines)] for number in range(count)]
    (nation / "state").mkdir(parents=True)
    names = [f"n{number:05d}" for number in range(count)]
    for name, line in zip(names, repeated, strict=True):
        record = json.loads((folder / f"state/{line[:6]}.json").read_text(encoding="utf-8"))
        record["key"]["listed"] = f"agencies/{name}/data"
        text = json.dumps(record | {"id": name}, ensure_ascii=False)
        (nation / f"state/{name}.json").write_text(text, encoding="utf-8")
    rows = [line.replace(line[:6], name) for name, line in zip(names, repeated, strict=True)]
    (nation / "agencies.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    tables.heading(f"Tables of {count:,} agencies")
    maker = Contestant(
        "oit fleet tables",
        [OURS.command("fleet", "tables", "--fleet", nation)],
        sample.environment,
        prepare=partial(shutil.rmtree, nation / "tables", ignore_errors=True),
    )
    (made,) = tables.comparison(compare([maker], 1))
    run.peak(f"Tables of {count:,} agencies", made, _TABLES)
