"""Sites that Zensical built, each once, and a browser to look at them."""

from pathlib import Path
from typing import NamedTuple

import pytest

import commands
from browser import hostile
from browser.conftest import browser, new_page
from conftest import TODAY
from small_agency import SmallAgency

__all__ = ["browser", "new_page"]


class Project(NamedTuple):
    """What ``oit generate --for zensical`` wrote, and what Zensical made of it."""

    folder: Path
    said: str

    @property
    def docs(self) -> Path:
        """The pages as Markdown, and the files."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"


def build(data: Path, folder: Path) -> Project:
    """Do what the guide says."""
    written = commands.oit("generate", folder, "--data", data, "--for=zensical", "--today", TODAY)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", "")
    built = commands.python("zensical", "build", "--strict", cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return Project(folder, built.stdout + built.stderr)


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample."""
    return build(commands.ROOT / "data", tmp_path_factory.mktemp("zensical") / "out")


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An agency whose data means harm."""
    folder = tmp_path_factory.mktemp("hostile-zensical")
    return build(hostile.write(folder), folder / "out")


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency that has written pages of its own."""
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n\n[ผลงาน](oit/2569/o7.md)\n")
    small_agency.write("docs/files/a.txt", "ก")
    return small_agency
