"""One run of the bench: how much is measured, where, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.bench.aims import MEGABYTES, RATIO, Figure
from tools.bench.measure import Result
from tools.bench.trees import OURS, Tree


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    rounds: int
    """The rounds of what takes a second or two."""
    years: tuple[int, ...]
    """The numbers of copies of the complete year."""
    rows: tuple[int, ...]
    """The numbers of purchases a year, for ten years."""
    items: tuple[int, ...]
    """The numbers of items in one year."""
    agencies: int
    """How many agencies one process checks."""
    fleet: int
    """How many agencies a fleet has."""
    nation: int
    """How many agencies the tables of a nation have."""
    edits: int
    """How many values are saved while a site is served."""
    rebuilds: int
    """After how many rebuilds the memory of a server is read."""
    officers: int
    """How many officers work at the desk at once."""
    seconds: int
    """How long they work."""
    pages: int
    """The number of pages that other generators build too."""


FULL = Plan(
    rounds=5,
    years=(1, 3, 10, 30),
    rows=(200, 2_000, 20_000),
    items=(10, 30, 100, 300),
    agencies=1_000,
    fleet=300,
    nation=8_300,
    edits=5,
    rebuilds=60,
    officers=20,
    seconds=30,
    pages=2_000,
)
QUICK = Plan(
    rounds=1,
    years=(1, 2),
    rows=(50, 500),
    items=(10, 30),
    agencies=20,
    fleet=30,
    nation=300,
    edits=1,
    rebuilds=4,
    officers=5,
    seconds=5,
    pages=60,
)


@dataclass
class Run:
    """What all sections share."""

    plan: Plan
    work: Path
    """A folder to write in."""
    pinned: Tree | None
    """The commit that the aims compare with, if it is available."""
    figures: list[Figure] = field(default_factory=list)

    @property
    def trees(self) -> list[Tree]:
        """This version, and the pinned one if it is available."""
        return [OURS, *filter(None, [self.pinned])]

    def folder(self, name: str, tree: Tree) -> Path:
        """Return the path of a folder for the inputs of one version."""
        return self.work / ("pinned" if tree is self.pinned else "ours") / name

    def before(self, results: Sequence[Result]) -> Result | None:
        """Return the result of the pinned commit, which is the second if it is available."""
        return results[1] if self.pinned else None

    def found(self, what: str, value: float | None, aim: float, unit: str = RATIO) -> None:
        """Note a figure for the table of aims."""
        self.figures.append(Figure(what, value, aim, unit))

    def ratio(self, what: str, ours: Result, peer: Result | None, aim: float) -> None:
        """Note the ratio of our CPU time to a peer's, if the peer is available."""
        self.found(what, ours.ratios(peer)[1] if peer else None, aim)

    def peak(self, what: str, ours: Result, aim: float) -> None:
        """Note our memory at its peak."""
        self.found(what, ours.usage.peak / 1_000_000, aim, MEGABYTES)
