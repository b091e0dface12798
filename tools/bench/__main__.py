"""``python -m tools.bench``: see the package's docstring."""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools import bench
from tools.bench import contestants, desk, machine, size, stages, tables
from tools.bench.inputs import Sample, copies, newest_year, render, the_sample, write_schemas
from tools.bench.measure import Contestant, Failed, Usage, compare, compile_program


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    rounds: int
    sizes: dict[int, int]
    """The rounds for each number of years."""
    rows: dict[int, int]
    """The rounds for each number of purchases a year."""
    officers: int
    """How many officers work at the desk at once."""
    seconds: int
    """How long they work."""
    thorough: bool = True
    """With other generators, and a first run that is not counted."""


FULL = Plan(
    rounds=7,
    sizes={1: 7, 10: 5, 40: 3},
    rows={200: 5, 2_000: 5, 20_000: 3},
    officers=20,
    seconds=60,
)
QUICK = Plan(
    rounds=1,
    sizes={1: 1, 3: 1},
    rows={200: 1, 2_000: 1},
    officers=5,
    seconds=5,
    thorough=False,
)


def main() -> int:
    """Measure what the options ask for; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench",
        description=bench.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="one round, small data")
    parser.add_argument("--profile", action="store_true", help="only where the time goes")
    parser.add_argument("--start-up", action="store_true", help="only the start of commands")
    parser.add_argument("--size", action="store_true", help="only tables of many rows")
    parser.add_argument("--desk", action="store_true", help="only the desk with an office at work")
    options = parser.parse_args()
    print(machine.described(), flush=True)
    compile_program()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as folder:
        work, plan = Path(folder), QUICK if options.quick else FULL
        try:
            if options.profile:
                stages.show(the_sample(), work)
                stages.show(copies(3 if options.quick else 10, work / "copies"), work)
                stages.show(size.paged_archive(work / "archive"), work)
            elif options.start_up:
                start_up(plan)
            elif options.size:
                size.show(plan.rows, work, peers=plan.thorough)
            elif options.desk:
                desk.show(work, plan.officers, plan.seconds)
            else:
                schemas = write_schemas(work / "schemas")
                start_up(plan)
                checks(plan, schemas, work)
                builds(plan, work)
                growth(plan, schemas, work)
                size.show(plan.rows, work, peers=plan.thorough)
                desk.show(work, plan.officers, plan.seconds)
        except Failed as failure:
            print(f"failed: {failure}", file=sys.stderr)
            return 1
    return 0


def start_up(plan: Plan) -> None:
    """Compare commands with nothing but loading and parsing what they need."""
    newest = newest_year()
    for title, field in (
        ("Start (aim: CPU at most 1.50)", [contestants.our_version(), contestants.import_click()]),
        (
            f"Check the sample's newest year (aim: CPU at most 3.50): {newest}",
            [contestants.our_check(newest), contestants.bare_reading(newest)],
        ),
    ):
        tables.heading(title)
        tables.comparison(compare(field, plan.rounds, warm=plan.thorough))


def checks(plan: Plan, schemas: Path, work: Path) -> None:
    """Check the sample, and compare with check-jsonschema."""
    for title, sample in (
        ("Check the sample's newest year", newest_year()),
        ("Check all years of the sample", the_sample()),
    ):
        tables.heading(f"{title} (aim: at most 1.00): {sample}")
        field = _checkers(sample, schemas, work)
        tables.comparison(compare(field, plan.rounds, warm=plan.thorough))


def builds(plan: Plan, work: Path) -> None:
    """Build the sample's site, and compare with MkDocs alone."""
    sample = the_sample()
    rendered = render(sample, work / "rendered")
    tables.heading(f"Build all years of the sample (aim: at most 1.15): {sample}")
    field = _builders(sample, rendered, work)
    tables.comparison(compare(field, plan.rounds, warm=plan.thorough))


def growth(plan: Plan, schemas: Path, work: Path) -> None:
    """Check and build copies of the complete year: does the time grow with the data?"""
    by_name: dict[str, list[tuple[int, Usage]]] = {}
    for years, rounds in plan.sizes.items():
        folder = work / f"copies-{years}"
        sample = copies(years, folder)
        rendered = render(sample, folder / "rendered")
        for title, field in (
            ("Check", _checkers(sample, schemas, folder)),
            ("Build", _builders(sample, rendered, folder)),
        ):
            tables.heading(f"{title} {years} × the complete year: {sample}")
            results = compare(field, rounds, warm=False)
            tables.comparison(results)
            for result in results:
                by_name.setdefault(result.contestant.name, []).append((years, result.usage))
    tables.heading("Growth: seconds and memory by years of data")
    for name, by_years in by_name.items():
        tables.growth(name, by_years)


def _checkers(sample: Sample, schemas: Path, work: Path) -> list[Contestant]:
    return [contestants.our_check(sample), contestants.schema_checker(sample, schemas, work)]


def _builders(sample: Sample, rendered: Path, work: Path) -> list[Contestant]:
    return [contestants.our_build(sample, work), contestants.rendered_build(rendered, work)]


if __name__ == "__main__":
    sys.exit(main())
