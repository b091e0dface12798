"""Gives tests somebody who starts a site of their own."""

from pathlib import Path

import pytest

from start.newcomer import Newcomer


@pytest.fixture
def newcomer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newcomer:
    return Newcomer(tmp_path, capsys)
