"""An office with a data folder for tests."""

from pathlib import Path

import pytest

from intake.imports.office import HEADER, Office


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "agency.yml").write_text(
        "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\n", encoding="utf-8"
    )
    return Office(tmp_path, capsys)


@pytest.fixture
def header() -> list[str]:
    return list(HEADER)
