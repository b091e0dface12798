"""A small agency at the desk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from oit.desk.desk import Desk
from oit.intake.workbook.files import ItemFile
from sent_files import desk_with_report


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_report(tmp_path / "agency")


@pytest.fixture
def item(desk: Desk) -> Callable[[], ItemFile]:
    """Return the file of O7 as it is now."""

    def now() -> ItemFile:
        file = desk.file(2569, "o7")
        assert file
        return file

    return now
