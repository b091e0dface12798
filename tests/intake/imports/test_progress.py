"""The bar that long work shows to people."""

import sys

import pytest

from oit.intake.imports import progress
from oit.intake.imports.progress import Progress


@pytest.mark.parametrize(
    ("is_terminal", "after", "shows"), [(True, -1, True), (True, 99, False), (False, -1, False)]
)
def test_it_shows_on_a_terminal_when_work_is_long(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    is_terminal: bool,
    after: float,
    shows: bool,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    monkeypatch.setattr(progress, "_SHOWN_AFTER", after)
    bar = Progress(1000, "อ่าน")
    for _ in range(1000):
        bar.step()
    bar.close()
    said = capsys.readouterr().err
    assert (" 50%" in said and "100%" in said and said.endswith(" \r")) == shows
    assert bool(said) == shows
