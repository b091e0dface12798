"""The versions of the program that are compared: this one, and an earlier commit."""

import io
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.measure import CHILDREN, ROOT, output_of

PINNED = "52382b0674fad6f5775af1073c49d89e723da7e0"
"""The commit that the aims compare with."""


@dataclass(frozen=True)
class Tree:
    """A version of the program, with its own sample and checklists."""

    root: Path
    suffix: str = ""
    """What its contestants' names end with."""

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables with which the same Python runs this version."""
        return {"PYTHONPATH": str(self.root / "hooks")}

    def command(self, *arguments: str | Path) -> list[str | Path]:
        """Return a command of ``oit``."""
        return [sys.executable, "-m", "oit", *arguments]

    def child(self, name: str, *arguments: str | Path) -> list[str | Path]:
        """Return the command that runs a script of ``children/``.

        A version's own script comes first, because it knows the names of its modules.
        """
        own = self.root / f"tools/bench/children/{name}.py"
        return [sys.executable, own if own.is_file() else CHILDREN / f"{name}.py", *arguments]

    def compile(self) -> None:
        """Write bytecode for everything of ours, so that no measured process does."""
        folders = [self.root / "hooks", self.root / "tools"]
        output_of([sys.executable, "-m", "compileall", "-q", *folders])


OURS = Tree(ROOT)


def pinned() -> Tree | None:
    """Return the pinned commit from ``.cache/bench``, where it is extracted once.

    ``None`` if the history does not contain it and the origin does not give it.
    """
    home = ROOT / ".cache/bench" / PINNED
    if not home.is_dir():
        archive = _archive() or (_fetch() and _archive())
        if not archive:
            return None
        new = home.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(new, filter="data")
        new.rename(home)
    return Tree(home, f", {PINNED[:7]}")


def _archive() -> bytes:
    return _git("archive", "--format=tar", PINNED)


def _fetch() -> bool:
    """Fetch the commit if this clone has only a part of the history."""
    _git("fetch", "--quiet", "--depth", "1", "origin", PINNED)
    return bool(_git("rev-parse", "--verify", "--quiet", f"{PINNED}^{{commit}}"))


def _git(*arguments: str) -> bytes:
    """Return the output of git; nothing if it fails."""
    try:
        done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, check=False)  # noqa: S607 - git is found as users find it
    except OSError:
        return b""
    return b"" if done.returncode else done.stdout
