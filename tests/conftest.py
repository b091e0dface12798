"""What the tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import commands
from browser import hostile
from shared import Shared
from small_agency import SmallAgency
from zensical_project import Project, build

# No test measures time, since a machine may be busy, and each run tries the same: what fails is
# what was changed. Whoever looks for more: pytest --hypothesis-profile chance.
settings.register_profile(
    "chance", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=False
)
settings.register_profile("same", settings.get_profile("chance"), derandomize=True, database=None)
settings.load_profile("same")

# The program speaks Thai unless a test asks for another language.
for name in commands.LANGUAGE:
    os.environ.pop(name, None)

TODAY = "2569-11-22"
"""The day on which the sample site is built."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden assessments anew."""
    parser.addoption("--write-golden", action="store_true", help="write tests/golden/expected")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """What the workers of pytest-xdist make once for all of them."""
    return Shared(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def sample_site(shared: Shared) -> Path:
    """The site of the sample data."""

    def make(folder: Path) -> None:
        built = commands.oit("build", "--out", folder / "site", "--today", TODAY)
        assert built.returncode == 0, built.stderr

    return shared.made("sample", make) / "site"


@pytest.fixture(scope="session")
def sample_project(shared: Shared) -> Project:
    """The sample as Zensical builds it."""
    data = commands.ROOT / "data"
    return Project(
        shared.made("zensical", lambda folder: build(data, folder / "out", TODAY)) / "out"
    )


@pytest.fixture(scope="session")
def hostile_project(shared: Shared) -> Project:
    """An agency whose data means harm, as Zensical builds it."""

    def make(folder: Path) -> None:
        build(hostile.write(folder), folder / "out", TODAY)

    return Project(shared.made("hostile-zensical", make) / "out")


@pytest.fixture
def small_agency(tmp_path: Path) -> SmallAgency:
    """A folder with the data of an agency that has to answer for six items."""
    return SmallAgency.make(tmp_path / "agency")
