"""What the tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import commands
from browser import hostile
from small_agency import SmallAgency
from zensical_project import Project, build

# No test measures time: a machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# The program speaks Thai unless a test asks for another language.
for name in commands.LANGUAGE:
    os.environ.pop(name, None)

TODAY = "2569-11-22"
"""The day on which the sample site is built."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden assessments anew."""
    parser.addoption("--write-golden", action="store_true", help="write tests/golden/expected")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the sample data, once for each of pytest-xdist's workers."""
    site = tmp_path_factory.mktemp("sample") / "site"
    built = commands.oit("build", "--out", site, "--today", TODAY)
    assert built.returncode == 0, built.stderr
    return site


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample as Zensical builds it."""
    return build(commands.ROOT / "data", tmp_path_factory.mktemp("zensical") / "out", TODAY)


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An agency whose data means harm, as Zensical builds it."""
    folder = tmp_path_factory.mktemp("hostile-zensical")
    return build(hostile.write(folder), folder / "out", TODAY)


@pytest.fixture
def small_agency(tmp_path: Path) -> SmallAgency:
    """A folder with the data of an agency that has to answer for six items."""
    return SmallAgency.make(tmp_path / "agency")
