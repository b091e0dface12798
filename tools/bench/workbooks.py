"""A table as an Excel workbook: our writer beside XlsxWriter alone."""

import json
from statistics import median

from tools.bench import tables
from tools.bench.measure import output_of
from tools.bench.purchases import archive
from tools.bench.run import Run

_ROUNDS = 3


def xlsx(run: Run) -> None:
    """Write the same cells by our writer and by XlsxWriter, in turns in one process."""
    rows = run.plan.rows[-1]
    tables.heading(f"XLSX of {rows:,} rows, in one process that has loaded them")
    print(f"{'median CPU s':<24}{'ours':>8}{'XlsxWriter':>12}{'ours/its':>10}")
    ratio = 0.0
    for tree in reversed(run.trees):
        sample = archive(rows, run.folder("workbook", tree), tree, years=1)
        command = tree.child("workbooks", sample.data, str(_ROUNDS))
        turns = json.loads(output_of(command, sample.environment))
        ratio = median(ours / plain for ours, plain in turns)
        ours, plain = (median(times) for times in zip(*turns, strict=True))
        print(f"{f'oit{tree.suffix}':<24}{ours:>8.2f}{plain:>12.2f}{ratio:>10.2f}", flush=True)
    run.found(f"XLSX of {rows:,} rows ÷ plain XlsxWriter", ratio, 0.25)
