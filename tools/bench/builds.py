"""Builds: the sample beside MkDocs alone, and many pages beside other generators."""

from tools.bench import contestants, generators, tables
from tools.bench.inputs import render, the_sample
from tools.bench.measure import compare
from tools.bench.purchases import ROWS_A_PAGE, paged_archive, write_pages
from tools.bench.run import Run
from tools.bench.trees import OURS


def build(run: Run) -> None:
    """Build the sample's site cold and warm, and compare with MkDocs alone."""
    warm, cold, *pinned = [
        the_sample(run.folder(name, tree), tree)
        for name, tree in [("warm", OURS), *(("cold", tree) for tree in run.trees)]
    ]
    ready = contestants.rendered_build(render(warm, run.work / "ready-made"))
    tables.heading(f"Build all years of the sample: {warm}")
    field = [contestants.build(warm, is_cold=False), contestants.build(cold), ready]
    field += [contestants.build(sample) for sample in pinned]
    results = compare(field, run.plan.rounds, warm=True)
    ours_warm, ours_cold, peer, *before = tables.comparison(results)
    run.ratio("Build of the sample, cold ÷ pages ready-made", ours_cold, peer, 1.15)
    run.ratio("Build of the sample, warm ÷ pages ready-made", ours_warm, peer, 1.0)
    if before:
        print(f"ours, cold ÷ the pinned commit: CPU {ours_cold.ratios(before[0])[1]:.2f}")


def pages(run: Run) -> None:
    """Build an archive of many pages, as other generators do."""
    count = run.plan.pages
    sample, *pinned = [paged_archive(count, run.folder("paged", tree), tree) for tree in run.trees]
    title = f"{count:,} pages × {ROWS_A_PAGE} rows"
    tables.heading(f"Build {title}: {sample}")
    found, absent = generators.present(write_pages(sample), run.work)
    for reason in absent:
        print(reason)
    rendered = contestants.rendered_build(render(sample, run.work / "ready-made-pages"))
    field = [contestants.build(sample), *map(contestants.build, pinned), rendered, *found]
    results = tables.comparison(compare(field, 1))
    ours, ready = results[0], results[len(run.trees)]
    run.ratio(f"Build of {title} ÷ pinned commit", ours, run.before(results), 0.6)
    run.peak(f"Build of {title}: memory", ours, 300)
    run.ratio(f"Build of {title} ÷ pages ready-made", ours, ready, 1.0)
