"""What guides take for given, made once."""

from pathlib import Path

import pytest

from commands import oit

AGENCY = ["--name", "เทศบาลตำบลของเรา", "--kind", "municipality", "--province", "อุบลราชธานี"]


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what pages begin with, by its name: a new repository, the program's folder."""
    folder = tmp_path_factory.mktemp("given")
    made = oit("init", folder / "mytown" / "mytown", *AGENCY, "--year", "2569")
    assert made.returncode == 0, made.stderr
    # Who follows a page has the program in reach already: there is nothing to be activated.
    activate = folder / "oit-site" / "oit-site" / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.touch()
    return folder
