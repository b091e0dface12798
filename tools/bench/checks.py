"""Checks: what a start costs, the sample, a fresh clone, and many agencies in one process."""

import json
import shutil
from dataclasses import replace
from functools import partial
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from tools.bench import contestants, pictures, tables
from tools.bench.aims import MEGABYTES, MILLISECONDS
from tools.bench.inputs import Sample, the_sample, write_schemas
from tools.bench.measure import compare, output_of
from tools.bench.run import Run
from tools.bench.trees import OURS, Tree

_WARM_UP = 5
"""The first agencies of a process, which load modules."""
_SETTLED = 200
"""The number of agencies after which all that is worth keeping is kept."""


def start_up(run: Run) -> None:
    """Compare commands with nothing but loading and parsing what they need."""
    newest = _newest(the_sample(run.folder("started", OURS)))
    tables.heading("Start")
    field = [contestants.version(OURS), contestants.import_click()]
    field += [contestants.version(tree) for tree in run.trees[1:]]
    ours, click, *_ = tables.comparison(compare(field, run.plan.rounds, warm=True))
    run.ratio("oit --version ÷ import click", ours, click, 1.5)
    tables.heading(f"Check the sample's newest year: {newest}")
    field = [contestants.check(newest), contestants.bare_reading(newest)]
    ours, bare = tables.comparison(compare(field, run.plan.rounds, warm=True))
    run.ratio("Check of the newest year ÷ loading and parsing", ours, bare, 3.5)


def check(run: Run) -> None:
    """Check the sample, and compare with check-jsonschema and the pinned commit."""
    schemas = write_schemas(run.work / "schemas")
    samples = [the_sample(run.folder("checked", tree), tree) for tree in run.trees]
    for title, field in (
        ("Check the sample's newest year", [_newest(sample) for sample in samples]),
        ("Check all years of the sample", samples),
    ):
        tables.heading(f"{title}: {field[0]}")
        ours, *before = [contestants.check(sample) for sample in field]
        peer = contestants.schema_checker(field[0], schemas, run.work)
        results = compare([ours, peer, *before], run.plan.rounds, warm=True)
        first, schema, *_ = tables.comparison(results)
        run.ratio(f"{title} ÷ check-jsonschema", first, schema, 1.0)


def clone(run: Run) -> None:
    """Check in a fresh clone with the caches that a workflow restores."""
    warm = _newest(the_sample(run.folder("known", OURS)))
    contestants.check(warm).run()
    fresh = Sample(run.folder("clone", OURS), warm.years)
    empty = Sample(run.folder("empty-clone", OURS), warm.years)
    field = [
        replace(
            contestants.check(fresh),
            name="a fresh clone, cache restored",
            prepare=partial(_clone, warm, fresh),
        ),
        replace(contestants.check(warm), name="the folder that was checked before"),
        replace(
            contestants.check(empty),
            name="a fresh clone, no cache",
            prepare=partial(_clone, warm, empty, with_cache=False),
        ),
    ]
    tables.heading("Check in a fresh clone, as in a workflow")
    restored, known, _ = tables.comparison(compare(field, run.plan.rounds, warm=True))
    run.ratio("Check in a fresh clone, cache restored ÷ warm", restored, known, 1.05)


def _clone(known: Sample, fresh: Sample, *, with_cache: bool = True) -> None:
    """Copy a repository as git does, with new times; and its cache, but not the machine's."""
    shutil.rmtree(fresh.folder, ignore_errors=True)
    left_out = shutil.ignore_patterns("machine" if with_cache else ".cache")
    shutil.copytree(known.folder, fresh.folder, ignore=left_out, copy_function=shutil.copyfile)


def agencies(run: Run) -> None:
    """Check many agencies in one process: the time of one more, and the memory."""
    count = run.plan.agencies
    tables.heading(f"Check {count:,} agencies in one process")
    print(f"{'':<24}{'one more, warm':>16}{'KB an agency':>14}")
    growth: dict[str, list[tuple[int, float]]] = {}
    for tree in run.trees:
        # Memory is not compared, so fewer will do.
        taken = _many(run, tree, count if tree is OURS else min(count, _SETTLED))
        milliseconds = median(taken.warm[min(_WARM_UP, len(taken.warm) - 1) :]) * 1000
        settled = min(_SETTLED, len(taken.memory) // 2)
        left = taken.memory[-1] - taken.memory[settled]
        name = f"oit{tree.suffix}"
        print(f"{name:<24}{milliseconds:>13.1f} ms", end="")
        if tree is OURS:
            print(f"{left / 1000 / (count - 1 - settled):>14.1f}", end="")
            what = f"Memory that {count - 1 - settled:,} more agencies in a process leave behind"
            run.found(what, left / 1_000_000, 2, MEGABYTES)
            what = "Warm check of one more agency in a process"
            run.found(what, milliseconds, 40, MILLISECONDS)
        print(flush=True)
        sums = list(accumulate(taken.first))
        growth[name] = [(number, sums[number - 1]) for number in _steps(len(sums))]
    pictures.save("agencies", "Checking agencies in one process", "agencies", growth)


class _Taken(NamedTuple):
    first: list[float]
    warm: list[float]
    memory: list[int]


def _many(run: Run, tree: Tree, count: int) -> _Taken:
    sample = the_sample(run.folder("agencies", tree), tree)
    command = tree.child("agencies", sample.folder, str(max(sample.years)), str(count))
    return _Taken(**json.loads(output_of(command, sample.environment)))


def _steps(count: int) -> list[int]:
    """Return 1, 2, 5, 10, 20, 50 … up to a number, and the number."""
    steps = [digit * 10**power for power in range(7) for digit in (1, 2, 5)]
    return [*(step for step in steps if step < count), count]


def _newest(sample: Sample) -> Sample:
    return Sample(sample.folder, sample.years[:1], sample.tree)
