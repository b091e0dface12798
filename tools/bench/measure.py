"""Run commands and measure whole processes from outside."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
CHILDREN = Path(__file__).parent / "children"

# Linux counts the peak of memory in KiB, macOS in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024

# GITHUB_ACTIONS adds annotations to a check; without bytecode every start would compile anew.
_UNSET = {"GITHUB_ACTIONS", "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT: Mapping[str, str] = {
    **{name: value for name, value in os.environ.items() if name not in _UNSET},
    "PYTHONPATH": str(ROOT / "hooks"),
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1775044800",  # 1 April 2026: the same findings on every day
    "NO_MKDOCS_2_WARNING": "1",
}


class Failed(Exception):
    """A command that is measured did not succeed."""


@dataclass(frozen=True)
class Usage:
    """What one run used."""

    wall: float
    cpu: float
    """User and system seconds of all its processes."""
    peak: int
    """The largest memory of one of its processes, in bytes."""


@dataclass(frozen=True)
class Contestant:
    """A way to do a piece of work."""

    name: str
    commands: Sequence[Sequence[str | Path]]
    """They run one after the other and are measured together."""
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT
    """The working directory of the commands."""
    makes: Sequence[Path] = ()
    """Its output, which is removed before each run; of a cold run, what it keeps too."""
    prepare: Callable[[], object] | None = None
    """Is called before each run, and not measured."""
    may_lack: bool = False
    """It checks data that may be incomplete: an exit status of 1 is a success too."""

    def run(self) -> Usage:
        """Run the commands once."""
        for folder in self.makes:
            shutil.rmtree(folder, ignore_errors=True)
        if self.prepare:
            self.prepare()
        parts = [self._run(command) for command in self.commands]
        return Usage(
            sum(part.wall for part in parts),
            sum(part.cpu for part in parts),
            max(part.peak for part in parts),
        )

    def _run(self, command: Sequence[str | Path]) -> Usage:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
            start = time.perf_counter()
            process = subprocess.Popen(
                command,
                env={**ENVIRONMENT, **self.environment},
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            log.seek(0)
            output = log.read()
            # A crash ends with status 1 too.
            is_lack = self.may_lack and process.returncode == 1 and "Traceback" not in output
            if process.returncode != 0 and not is_lack:
                raise Failed(_failure(command, output))
        return Usage(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT)


def output_of(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> str:
    """Run a command that is not measured; return what it printed."""
    done = subprocess.run(
        command,
        env={**ENVIRONMENT, **(environment or {})},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(_failure(command, done.stderr))
    return done.stdout


def _failure(command: Sequence[str | Path], output: str) -> str:
    return f"{' '.join(map(str, command))[:300]}\n{output[-2000:]}"


@dataclass
class Result:
    """What a contestant used in each of its rounds."""

    contestant: Contestant
    rounds: list[Usage] = field(default_factory=list)

    @property
    def usage(self) -> Usage:
        """The medians."""
        return Usage(
            median(usage.wall for usage in self.rounds),
            median(usage.cpu for usage in self.rounds),
            int(median(usage.peak for usage in self.rounds)),
        )

    def ratios(self, peer: "Result") -> tuple[float, float]:
        """Return the medians over the rounds of our wall and CPU time to a peer's."""
        pairs = list(zip(self.rounds, peer.rounds, strict=True))
        return (
            median(ours.wall / theirs.wall for ours, theirs in pairs),
            median(ours.cpu / theirs.cpu for ours, theirs in pairs),
        )


def compare(contestants: Sequence[Contestant], rounds: int, *, warm: bool = False) -> list[Result]:
    """Let contestants take turns; ``warm`` lets each run once before, unmeasured."""
    results = [Result(contestant) for contestant in contestants]
    if warm:
        for contestant in contestants:
            contestant.run()
    for _ in range(rounds):
        for result in results:
            result.rounds.append(result.contestant.run())
    return results
