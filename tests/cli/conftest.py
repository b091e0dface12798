"""What the tests of the command line share."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from oit.cli.main import main


@dataclass(frozen=True)
class Answer:
    """The exit status of a call and its output."""

    status: int
    out: str
    err: str


Call = Callable[..., Answer]
"""Calls the command in this process."""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*arguments: str | Path) -> Answer:
        status = main([str(argument) for argument in arguments])
        return Answer(status, *capsys.readouterr())

    return run
