"""Does the time grow with the data? By years, by rows of tables and by items."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tools.bench import contestants, pictures, tables
from tools.bench.inputs import Sample, copies, many_items
from tools.bench.measure import Contestant, Result, Usage, compare
from tools.bench.purchases import YEARS, archive, write_tables
from tools.bench.run import Run
from tools.bench.trees import Tree

_FRICTIONLESS_ROWS = 2_000
"""With more rows it takes minutes."""


def years(run: Run) -> None:
    """Check and build copies of the complete year."""
    _both(run, "years", run.plan.years, copies, "years of data")


def items(run: Run) -> None:
    """Check and build a year of more and more items."""
    _both(run, "items", run.plan.items, many_items, "items in a year")


def _both(
    run: Run,
    kind: str,
    sizes: Sequence[int],
    write: Callable[[int, Path, Tree], Sample],
    unit: str,
) -> None:
    """Check and build data of growing size, which ``write`` writes into a folder."""
    grown = _Growth(run, kind)
    for size in sizes:
        samples = [write(size, run.folder(f"{kind}-{size}", tree), tree) for tree in run.trees]
        grown.compare("Check", size, [*map(contestants.check_of_all, samples)])
        grown.compare("Build", size, [*map(contestants.build, samples)])
    grown.show(unit)


def rows(run: Run) -> None:
    """Check and build ten years of purchases: how close is it to the minimum?"""
    grown = _Growth(run, "rows")
    for size in run.plan.rows:
        samples = [archive(size, run.folder(f"rows-{size}", tree), tree) for tree in run.trees]
        ours = samples[0]
        field = [*map(contestants.check_of_all, samples), contestants.plain_reader(ours)]
        if size <= _FRICTIONLESS_ROWS:
            field.append(contestants.frictionless(ours, write_tables(ours)))
        checks = grown.compare("Check", size, field, min(3, run.plan.rounds))
        builds = grown.compare("Build", size, [*map(contestants.build, samples)])
    grown.show("rows a year, for ten years")
    total = f"{run.plan.rows[-1] * YEARS:,} rows"
    # After ours, and before the plain reader, stands the pinned commit.
    count = len(run.trees)
    check, build, plain = checks[0], builds[0], checks[count]
    run.ratio(f"Check of {total} ÷ csv and start-up", check, plain, 3.0)
    run.ratio(f"Check of {total} ÷ pinned commit", check, run.before(checks), 1.0)
    run.ratio(f"Build of {total} ÷ pinned commit", build, run.before(builds), 0.55)
    run.peak(f"Build of {total}: memory", build, 500)


class _Growth:
    """What each contestant uses at each size of one kind of data."""

    def __init__(self, run: Run, kind: str) -> None:
        self._run = run
        self._kind = kind
        self._by_work: dict[str, dict[str, list[tuple[int, Usage]]]] = {}

    def compare(
        self,
        work: str,
        size: int,
        field: Sequence[Contestant],
        rounds: int = 1,
    ) -> Sequence[Result]:
        """Compare contestants at one size."""
        tables.heading(f"{work}, {size:,} {self._kind}")
        results = compare(field, rounds)
        by_name = self._by_work.setdefault(work, {})
        for result in results:
            by_name.setdefault(result.contestant.name, []).append((size, result.usage))
        return tables.comparison(results)

    def show(self, unit: str) -> None:
        """Print how the time grows, and draw it."""
        for work, by_name in self._by_work.items():
            tables.heading(f"{work}: growth with the {self._kind}")
            tables.growth(self._kind, by_name)
            times = {
                name: [(size, usage.cpu) for size, usage in by_size]
                for name, by_size in by_name.items()
            }
            pictures.save(f"{work.lower()}-{self._kind}", f"{work}: {unit}", unit, times)
