"""Ten years of purchases: does the time grow with the rows, and how far is it from the least?"""

from collections.abc import Iterator
from pathlib import Path

from tools.bench import archives, contestants, generators, tables
from tools.bench.inputs import Sample
from tools.bench.measure import Contestant, Usage, compare
from tools.bench.purchases import YEARS, archive

ROWS_A_PAGE, PAGES = 50, 2000
# The rest takes a minute a run and is compared with nothing: one run will do.
_CHECK = "Check"
_AIM = "aims: 3.00 of csv.reader and start-up, 0.10 of frictionless, 500 MB"


def show(rounds: dict[int, int], work: Path, *, peers: bool) -> None:
    """Check, import and build tables of so many rows a year, each size so many rounds.

    Args:
        rounds: how many rounds for so many rows.
        work: a folder to write in.
        peers: with an archive that other generators build too.
    """
    by_name: dict[str, list[tuple[int, Usage]]] = {}
    for rows, times in rounds.items():
        folder = work / f"rows-{rows}"
        sample = archive(rows, folder)
        for title, field in _work_on(sample, folder):
            tables.heading(f"{title}: {sample}, {rows:,} purchases a year")
            results = compare(field, times if title.startswith(_CHECK) else 1, warm=False)
            tables.comparison(results)
            for result in results:
                by_name.setdefault(result.contestant.name, []).append((rows, result.usage))
    tables.heading("Growth with the rows (aim: ten times the rows, 10 or less times the CPU)")
    for name, by_rows in by_name.items():
        tables.steps(name, by_rows)
    if peers:
        _generators(work, min(rounds.values()))


def _work_on(sample: Sample, folder: Path) -> Iterator[tuple[str, list[Contestant]]]:
    given_out = archives.write_tables(sample, folder / "tables")
    yield (
        f"{_CHECK} ({_AIM})",
        [
            archives.our_check(sample),
            *archives.plain_readers(sample),
            archives.frictionless(sample, given_out),
        ],
    )
    yield (
        "Import",
        [archives.our_import(sample, given_out, ending, folder) for ending in ("csv", "xlsx")],
    )
    yield "Build", [contestants.our_build(sample, folder)]


def paged_archive(folder: Path) -> Sample:
    """Write an archive whose months fill pages of 50 rows."""
    return archive(PAGES // YEARS * ROWS_A_PAGE, folder, block=ROWS_A_PAGE)


def _generators(work: Path, rounds: int) -> None:
    """Build an archive of 2,000 pages, beside other generators."""
    sample = paged_archive(work / "archive")
    pages = archives.write_pages(sample, work / "pages")
    found, absent = generators.present(pages, work)
    title = f"Build {PAGES:,} pages with tables of {ROWS_A_PAGE} rows (aim: 1.00 or less)"
    tables.heading(f"{title}: {sample}")
    for reason in absent:
        print(reason)
    tables.comparison(compare([contestants.our_build(sample, work), *found], rounds, warm=False))
