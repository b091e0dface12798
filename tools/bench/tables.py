"""Results as plain text."""

from collections.abc import Mapping, Sequence

from tools.bench.measure import Result, Usage

_MB = 1_000_000


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'─' * len(text)}", flush=True)


def comparison(results: Sequence[Result]) -> Sequence[Result]:
    """Print each contestant, and the ratios of the first to each of the others; return them."""
    ours, *peers = results
    print(f"{'median':<55}{'wall s':>8}{'CPU s':>8}{'MB':>6}{'ours/its: wall':>17}{'CPU':>7}")
    print(_row(ours.contestant.name, ours.usage))
    for peer in peers:
        wall, cpu = ours.ratios(peer)
        print(f"{_row(peer.contestant.name, peer.usage)}{wall:>17.2f}{cpu:>7.2f}", flush=True)
    return results


def _row(name: str, usage: Usage) -> str:
    return f"{name:<55}{_numbers(usage)}"


def _numbers(usage: Usage) -> str:
    return f"{usage.wall:>8.2f}{usage.cpu:>8.2f}{usage.peak / _MB:>6.0f}"


def growth(kind: str, by_name: Mapping[str, Sequence[tuple[int, Usage]]]) -> None:
    """Print what each contestant uses at each size, and its ratio to the size before."""
    for name, by_size in by_name.items():
        print(name)
        print(f"{kind:>13}{'wall s':>8}{'CPU s':>8}{'MB':>6}{kind:>11}{'CPU':>8}")
        before: tuple[int, Usage] | None = None
        for size, usage in by_size:
            times = ""
            if before:
                times = f"{size / before[0]:>9.1f} ×{usage.cpu / before[1].cpu:>6.1f} ×"
            print(f"{size:>13,}{_numbers(usage)}{times}", flush=True)
            before = size, usage
