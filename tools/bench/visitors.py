"""Visitors with a slow phone: the first query, the keys after it, and the filter of a table.

Chromium slows the main thread of a page down, but not its workers. So the search worker runs in
the page here, by ``in_page.js``, where it is slowed down too. Of several rounds the quickest
counts: other work on the machine can only add to it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench import contestants, tables
from tools.bench.aims import MILLISECONDS
from tools.bench.inputs import Sample, copies
from tools.bench.measure import Failed
from tools.bench.purchases import archive
from tools.bench.run import Run
from tools.bench.servers import files_served

SLOWER = 6
"""How many times slower than this machine the phone's processor is."""
_QUERY = "เบี้ยยังชีพ"
_KEYS = ("ก", "ง", "น", "1", "o", "งบ", "งบป", "งบปร", "จัดซื้อจัดจ้าง", "ทุจริต")
"""Single letters are everywhere and take the longest."""
_FILTER = "สายที่ 7"
_QUIET = 500
"""Milliseconds between keys, in which late results arrive."""
_IN_PAGE = Path(__file__).with_name("in_page.js")
_MANY_YEARS = 10

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Measure = Callable[["Page", str], dict[str, float]]


def search(run: Run) -> None:
    """Search sites of one year and of 300 items."""
    for years, first, aim in ((1, 250, 500), (_MANY_YEARS, 800, 500)):
        if years > max(run.plan.years):
            continue
        samples = [copies(years, run.folder(f"searched-{years}", t), t) for t in run.trees]
        items = len(list(samples[0].data.glob("*/o*.yml")))
        tables.heading(f"Search {items} items, processor {SLOWER} times slower")
        times = _compare(run, samples, _searched)
        name = f"of {items} items"
        run.found(f"First query {name}", times[_QUERY], first, MILLISECONDS)
        keys = [taken for key, taken in times.items() if key != _QUERY]
        run.found(f"Slowest key {name}", max(keys), aim, MILLISECONDS)


def table_filter(run: Run) -> None:
    """Type the first key into the filter of a long table."""
    rows = run.plan.rows[-1]
    samples = [archive(rows, run.folder("filtered", tree), tree, years=1) for tree in run.trees]
    tables.heading(f"Filter a table of {rows:,} rows, processor {SLOWER} times slower")
    times = _compare(run, samples, _filtered)
    run.found(f"First key in the filter of {rows:,} rows", times[_FILTER], 1_000, MILLISECONDS)


def _compare(run: Run, samples: Sequence[Sample], measure: Measure) -> dict[str, float]:
    """Visit the sites in turns; print the quickest times of each and return ours."""
    for sample in samples:
        contestants.build(sample).run()
    quickest: list[dict[str, float]] = [{} for _ in samples]
    with _chromium() as chromium:
        for _ in range(run.plan.rounds):
            for sample, best in zip(samples, quickest, strict=True):
                for key, taken in _visit(chromium, sample.folder / "site", measure).items():
                    best[key] = min(taken, best.get(key, taken))
    names = [f"oit{sample.tree.suffix}" for sample in samples]
    print(f"{'quickest of the rounds, ms':<30}" + "".join(f"{name:>16}" for name in names))
    for key in quickest[0]:
        print(f"{key:<30}" + "".join(f"{times[key]:>16,.0f}" for times in quickest), flush=True)
    return quickest[0]


def _visit(chromium: "Browser", site: Path, measure: Measure) -> dict[str, float]:
    # The policy of the pages does not allow a worker's code to run in them.
    with (
        files_served(site) as server,
        chromium.new_context(bypass_csp=True, viewport={"width": 390, "height": 844}) as context,
    ):
        page = context.new_page()
        page.add_init_script(path=_IN_PAGE)
        return measure(page, server.address)


def _searched(page: "Page", address: str) -> dict[str, float]:
    page.goto(f"{address}/", wait_until="networkidle")
    _slow_down(page)
    times = {}
    for query in (_QUERY, *_KEYS):
        times[query] = float(page.evaluate("query => bench.search(query)", query))
        page.wait_for_timeout(_QUIET)
    return times


def _filtered(page: "Page", address: str) -> dict[str, float]:
    page.goto(f"{address}/data/2568/procurement/", wait_until="networkidle")
    _slow_down(page)
    return {_FILTER: float(page.evaluate("words => bench.filter(words)", _FILTER))}


def _slow_down(page: "Page") -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


@contextmanager
def _chromium() -> Iterator["Browser"]:
    # Linux counts the memory of the process that starts another one as the other one's first.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415
    from tools import browser  # noqa: PLC0415

    named = os.environ.get("OIT_CHROMIUM")
    path = named or next((path for path in browser.candidates() if browser.works(path)), None)
    if path is None:
        raise Failed(browser.HELP)
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        try:
            yield chromium
        finally:
            chromium.close()
