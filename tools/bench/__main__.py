"""``python -m tools.bench``: see the package's docstring."""

import argparse
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from tools import bench
from tools.bench import (
    aims,
    builds,
    checks,
    desk,
    fleet,
    growth,
    imports,
    machine,
    serving,
    stages,
    tables,
    trees,
    visitors,
    workbooks,
)
from tools.bench.measure import Failed
from tools.bench.run import FULL, QUICK, Run

SECTIONS: dict[str, Callable[[Run], None]] = {
    "start-up": checks.start_up,
    "check": checks.check,
    "clone": checks.clone,
    "agencies": checks.agencies,
    "fleet": fleet.fleet,
    "build": builds.build,
    "serve": serving.serve,
    "xlsx": workbooks.xlsx,
    "import": imports.imports,
    "rows": growth.rows,
    "years": growth.years,
    "items": growth.items,
    "pages": builds.pages,
    "search": visitors.search,
    "filter": visitors.table_filter,
    "desk": desk.desk,
}
ONLY_BY_NAME: dict[str, Callable[[Run], None]] = {"profile": stages.profile}


def main() -> int:
    """Measure the sections that are named; return the exit status."""
    sections = SECTIONS | ONLY_BY_NAME
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench",
        description=bench.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = ", ".join(sections)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"{names}; default: all")
    parser.add_argument("--quick", action="store_true", help="one round, small data")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(sections):
        parser.error(f"unknown section: {', '.join(sorted(unknown))}; there are {names}")
    print(machine.described(), flush=True)
    trees.OURS.compile()
    if pinned := trees.pinned():
        pinned.compile()
    else:
        print(f"without commit {trees.PINNED}: neither the history nor the origin has it")
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as folder:
        run = Run(QUICK if options.quick else FULL, Path(folder), pinned)
        failed = [_measure(run, name, sections[name]) for name in options.sections or SECTIONS]
    if run.figures:
        tables.heading("Aims" + (", on small data: only a first look" if options.quick else ""))
        print("\n".join(aims.table(run.figures)))
    print(f"\nat the end: {machine.load()}")
    return int(any(failed))


def _measure(run: Run, name: str, section: Callable[[Run], None]) -> bool:
    """Run a section; return whether it failed. The others go on."""
    try:
        section(run)
    except Failed as failure:
        print(f"{name} failed: {failure}", file=sys.stderr, flush=True)
        return True
    except Exception:  # noqa: BLE001 - a run of many minutes must not lose its other figures
        print(f"{name} failed:\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        return True
    return False


if __name__ == "__main__":
    sys.exit(main())
