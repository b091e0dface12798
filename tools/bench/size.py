"""Ten years of purchases: does the time grow with the rows, and how close is it to the minimum?"""

from collections.abc import Iterator
from pathlib import Path

from tools.bench import archives, contestants, generators, tables
from tools.bench.inputs import Sample, render
from tools.bench.measure import Contestant, Usage, compare
from tools.bench.purchases import YEARS, archive

ROWS_A_PAGE, PAGES = 50, 2000
# Imports and builds take a minute each and have no peer: one run is enough.
_CHECK = "Check"
_AIM = "aims: 3.00 of csv.reader and import, 0.10 of frictionless, 500 MB"


def show(rounds: dict[int, int], work: Path, *, peers: bool) -> None:
    """Check, import and build tables of different sizes.

    Args:
        rounds: the rounds for each number of rows a year.
        work: a folder to write in.
        peers: whether other generators build an archive too.
    """
    by_name: dict[str, list[tuple[int, Usage]]] = {}
    for rows, times in rounds.items():
        folder = work / f"rows-{rows}"
        sample = archive(rows, folder)
        for title, field in _comparisons(sample, folder):
            tables.heading(f"{title}: {sample}, {rows:,} purchases a year")
            results = compare(field, times if title.startswith(_CHECK) else 1, warm=False)
            tables.comparison(results)
            for result in results:
                by_name.setdefault(result.contestant.name, []).append((rows, result.usage))
    tables.heading("Growth with the rows (aim: ten times the rows, 10 or less times the CPU)")
    for name, by_rows in by_name.items():
        tables.growth_by_rows(name, by_rows)
    if peers:
        _generators(work, min(rounds.values()))


def _comparisons(sample: Sample, folder: Path) -> Iterator[tuple[str, list[Contestant]]]:
    published = archives.write_tables(sample, folder / "tables")
    yield (
        f"{_CHECK} ({_AIM})",
        [
            archives.our_check(sample),
            archives.plain_reader(sample),
            archives.frictionless(sample, published),
        ],
    )
    yield (
        "Import",
        [archives.our_import(sample, published, ending, folder) for ending in ("csv", "xlsx")],
    )
    yield "Build", [contestants.our_build(sample, folder)]


def paged_archive(folder: Path) -> Sample:
    """Write an archive whose months fill pages of 50 rows."""
    return archive(PAGES // YEARS * ROWS_A_PAGE, folder, block=ROWS_A_PAGE)


def _generators(work: Path, rounds: int) -> None:
    """Build an archive of 2,000 pages, as other generators do."""
    sample = paged_archive(work / "archive")
    pages = archives.write_pages(sample, work / "pages")
    found, absent = generators.present(pages, work)
    title = f"Build {PAGES:,} pages with tables of {ROWS_A_PAGE} rows (aim: at most 1.00)"
    tables.heading(f"{title}: {sample}")
    for reason in absent:
        print(reason)
    rendered = contestants.rendered_build(render(sample, work / "rendered-archive"), work)
    field = [contestants.our_build(sample, work), rendered, *found]
    tables.comparison(compare(field, rounds, warm=False))
