"""An office at its desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.sheets.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "desk") as opened:
        yield opened
