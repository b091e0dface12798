"""Results as plain text."""

from collections.abc import Sequence

from tools.bench.measure import Result, Usage

_MB = 1_000_000


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'─' * len(text)}", flush=True)


def comparison(results: Sequence[Result]) -> None:
    """Print each contestant, and the ratios of the first to each of the others."""
    ours, *peers = results
    print(f"{'median':<55}{'wall s':>8}{'CPU s':>8}{'MB':>6}{'ours/its: wall':>17}{'CPU':>7}")
    print(_row(ours.contestant.name, ours.usage))
    for peer in peers:
        wall, cpu = ours.ratios(peer)
        print(f"{_row(peer.contestant.name, peer.usage)}{wall:>17.2f}{cpu:>7.2f}", flush=True)


def _row(name: str, usage: Usage) -> str:
    return f"{name:<55}{_numbers(usage)}"


def _numbers(usage: Usage) -> str:
    return f"{usage.wall:>8.2f}{usage.cpu:>8.2f}{usage.peak / _MB:>6.0f}"


def growth(name: str, by_size: Sequence[tuple[int, Usage]]) -> None:
    """Print the usage at each size, its share of one year, and the cost of one year more."""
    print(name)
    print(f"{'':<8}{'wall s':>8}{'CPU s':>8}{'MB':>6}{'CPU a year':>12}{'a year more':>13}")
    before: tuple[int, Usage] | None = None
    for size, usage in by_size:
        more = ""
        if before:
            more = f"{(usage.cpu - before[1].cpu) / (size - before[0]):.3f}"
        print(f"{f'  {size} ×':<8}{_numbers(usage)}{usage.cpu / size:>12.3f}{more:>13}")
        before = size, usage
    (least, first), (most, last) = by_size[0], by_size[-1]
    times = most / least
    share = last.cpu / first.cpu / times
    print(f"  CPU of {most} × over {least} ×, divided by {times:g}: {share:.2f}", flush=True)


def growth_by_rows(name: str, by_rows: Sequence[tuple[int, Usage]]) -> None:
    """Print the usage at each number of rows, and its ratio to the number before."""
    print(name)
    print(f"{'rows a year':>13}{'wall s':>8}{'CPU s':>8}{'MB':>6}{'rows':>9}{'CPU':>8}")
    before: tuple[int, Usage] | None = None
    for rows, usage in by_rows:
        times = ""
        if before:
            times = f"{rows / before[0]:>7.0f} ×{usage.cpu / before[1].cpu:>6.1f} ×"
        print(f"{rows:>13,}{_numbers(usage)}{times}", flush=True)
        before = rows, usage
