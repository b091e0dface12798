"""A site that is served while it is written: from saving a value to the reload."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.bench import tables
from tools.bench.aims import MEGABYTES
from tools.bench.inputs import Sample, the_sample
from tools.bench.measure import Failed, output_of
from tools.bench.purchases import TABLE, archive
from tools.bench.run import Run
from tools.bench.servers import Server, can_watch, served
from tools.bench.trees import OURS, Tree

_EPOCH = re.compile(r"livereload\((\d+), ")
_ROWS = 2_000
_FIRST = 10
"""After so many rebuilds everything is loaded, and memory should stay as it is."""
_MOST_MEGABYTES = 10


@dataclass(frozen=True)
class _Edit:
    """A value that changes at each save, and the address where a reader sees it."""

    file: str
    start: str
    """What stands before the value."""
    shown: str


_TEXT = _Edit("2569/o10.yml", "\nsummary: ", "oit/2569/o10/")
_CELL = _Edit(f"2568/{TABLE}", "เสริมเหล็ก ", "data/2568/procurement.csv")


class _Site:
    """A site in a serving process, one of whose values is saved again and again."""

    def __init__(self, server: Server, sample: Sample, edit: _Edit) -> None:
        self.server = server
        self._edit = edit
        self._file = sample.data / edit.file
        self._text = self._file.read_text(encoding="utf-8")
        found = _EPOCH.search(server.get(""))
        if not found:
            raise Failed("the served pages do not reload themselves")
        self._epoch = int(found[1])
        self._number = 0

    def save(self) -> float:
        """Change the value and wait for the reload; return the seconds of CPU time."""
        self._number += 1
        mark = f"ครั้งที่ {self._number} "
        start = self._edit.start
        before = self.server.cpu()
        text = self._text.replace(start, start + mark, 1)
        self._file.write_text(text, encoding="utf-8")
        self._wait()
        taken = self.server.cpu() - before
        if mark not in self.server.get(self._edit.shown):
            raise Failed(f"the saved value is not served at {self._edit.shown}")
        return taken

    def _wait(self) -> None:
        built = self._epoch
        for _ in range(10):
            # The server answers when it has built again, at the latest after a minute.
            built = int(self.server.get(f"livereload/{self._epoch}/1"))
            if built > self._epoch:
                self._epoch = built
                return
        raise Failed(f"{self._file} was saved, and nothing was built")


def serve(run: Run) -> None:
    """Save values while a site is served: what it costs, and the memory after many rebuilds."""
    title = "Save → reload of the sample ÷ full rebuild"
    tables.heading(title)
    _compare(run, title, 0.4, [the_sample(*place) for place in _places(run, "served")], _TEXT)
    if run.plan.rows[-1] > _ROWS:
        title = f"Save → reload of {_ROWS:,} rows × 10 years ÷ full rebuild"
        tables.heading(title)
        samples = [archive(_ROWS, *place) for place in _places(run, "served-rows")]
        _compare(run, title, 0.25, samples, _CELL)
    _memory(run)


def _places(run: Run, name: str) -> list[tuple[Path, Tree]]:
    """Return a folder and a version for each of the processes that are compared."""
    pinned = [(run.folder(name, tree), tree) for tree in run.trees[1:]]
    return [(run.folder(name, OURS), OURS), (run.folder(f"{name}-clean", OURS), OURS), *pinned]


def _compare(run: Run, what: str, aim: float, samples: list[Sample], edit: _Edit) -> None:
    """Save the same values in three serving processes, which take turns.

    Args:
        run: the run.
        what: what is compared.
        aim: the ratio to a full rebuild.
        samples: two of ours, of which the second is always built completely, and a pinned one.
        edit: the value.
    """
    if not can_watch():
        print("not measured: this system does not say what processes use")
        run.found(what, None, aim)
        return
    with ExitStack() as stack:
        sites = [
            stack.enter_context(_served(sample, edit, is_clean=number == 1))
            for number, sample in enumerate(samples)
        ]
        for site in sites:
            site.save()
        rounds = [[site.save() for site in sites] for _ in range(run.plan.edits)]
    names = ["oit serve", "  everything built again", "the pinned commit"]
    print(f"{'median of each save':<32}{'CPU s':>8}{'ours/its':>10}")
    for name, times in zip(names, zip(*rounds, strict=True), strict=False):
        ratio = median(turn[0] / time for turn, time in zip(rounds, times, strict=True))
        print(f"{name:<32}{median(times):>8.2f}{ratio:>10.2f}", flush=True)
    run.found(what, median(turn[0] / turn[1] for turn in rounds), aim)


def _memory(run: Run) -> None:
    """Read the memory of a server after more and more rebuilds."""
    rebuilds = run.plan.rebuilds
    what = f"Memory that {rebuilds} rebuilds add while serving"
    tables.heading(what)
    if not can_watch():
        run.found(what, None, _MOST_MEGABYTES, MEGABYTES)
        return
    with _served(the_sample(run.folder("remembered", OURS)), _TEXT) as site:
        sizes = []
        for _ in range(rebuilds):
            site.save()
            sizes.append(site.server.memory() / 1_000_000)
    first = min(_FIRST, rebuilds // 2)
    for number in sorted({1, first, rebuilds // 2, rebuilds}):
        print(f"{number:>4} rebuilds{sizes[number - 1]:>8.0f} MB")
    run.found(what, sizes[-1] - sizes[first - 1], _MOST_MEGABYTES, MEGABYTES)


@contextmanager
def _served(sample: Sample, edit: _Edit, *, is_clean: bool = False) -> Iterator[_Site]:
    command, more = _command(sample, is_clean=is_clean)
    with served(command, sample.folder, *more, environment=sample.environment) as server:
        yield _Site(server, sample, edit)


def _command(sample: Sample, *, is_clean: bool) -> tuple[list[str | Path], list[str]]:
    """Return the command that serves a site, up to its port, and the arguments after it."""
    tree = sample.tree
    if not (tree.root / "hooks/oit/cli/commands/serve.py").is_file():
        return tree.child("mkdocs_serve", sample.settings), []
    more = ["--data", str(sample.data)]
    known = output_of(tree.command("serve", "--help"), tree.environment)
    if is_clean and "--clean" in known:
        more.append("--clean")
    return tree.command("serve", "--port"), more
