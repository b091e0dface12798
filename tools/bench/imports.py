"""The import of tables of many rows: files of CSV and of Excel."""

from tools.bench import contestants, tables
from tools.bench.measure import compare
from tools.bench.purchases import archive, write_tables
from tools.bench.run import Run

_YEARS = 2
_AIM = 0.8


def imports(run: Run) -> None:
    """Import two years of purchases, and compare with the pinned commit."""
    rows = run.plan.rows[-1]
    samples = [archive(rows, run.folder("imported", t), t, years=_YEARS) for t in run.trees]
    # Both versions read the same files, as an office would bring them.
    written = write_tables(samples[0])
    for ending in ("csv", "xlsx"):
        title = f"Import of {rows * _YEARS:,} rows, {ending.upper()}"
        tables.heading(title)
        field = [contestants.imports(sample, written, ending) for sample in samples]
        results = tables.comparison(compare(field, min(3, run.plan.rounds)))
        run.ratio(f"{title} ÷ pinned commit", results[0], run.before(results), _AIM)
