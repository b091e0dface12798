"""What ``oit generate --for zensical`` writes, and what Zensical makes of it."""

from pathlib import Path
from typing import NamedTuple

import commands


class Project(NamedTuple):
    """A project, built."""

    folder: Path

    @property
    def docs(self) -> Path:
        """The pages as Markdown, and the files."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"


def build(data: Path, folder: Path, today: str) -> None:
    """Do what the guide says."""
    written = commands.oit("generate", folder, "--data", data, "--for=zensical", "--today", today)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", "")
    built = commands.python("zensical", "build", "--strict", cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
