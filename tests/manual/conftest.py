"""What guides start from, made once for all of them."""

from pathlib import Path

import pytest

from commands import oit
from shared import Shared

AGENCY = ["--name", "เทศบาลตำบลของเรา", "--kind", "municipality", "--province", "อุบลราชธานี"]


@pytest.fixture(scope="session")
def given(shared: Shared) -> Path:
    """The folders that pages start from: a new repository, the program's folder."""
    return shared.made("given", _make)


def _make(folder: Path) -> None:
    made = oit("init", folder / "mytown" / "mytown", *AGENCY, "--year", "2569")
    assert made.returncode == 0, made.stderr
    # The program is already on the reader's PATH: activating does nothing.
    activate = folder / "oit-site" / "oit-site" / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.touch()
