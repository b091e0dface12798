"""The make commands at the start of guides."""

import subprocess

import pytest

from commands import ROOT, clean_environment
from manual.guides import blocks
from manual.runner import unix

COMMANDS = {
    "make site": ".venv/bin/oit build",
    "make check": ".venv/bin/oit check",
    "make serve": ".venv/bin/oit serve",
    "make test": ".venv/bin/pytest",
    "make bench": ".venv/bin/python -m tools.bench",
    "make format": ".venv/bin/ruff format",
    "make manual": ".venv/bin/mkdocs build",
}
"""What each runs: a command that other tests run, or the one that runs these tests."""


@unix
@pytest.mark.parametrize(("command", "runs"), COMMANDS.items(), ids=COMMANDS)
def test_make_runs_what_the_tests_run(command: str, runs: str) -> None:
    done = subprocess.run(
        [*command.split(), "--dry-run"],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert runs in done.stdout


@pytest.mark.parametrize("name", ["README.md", "README.th.md", "manual/developer/index.md"])
def test_a_guide_starts_with_these_commands(name: str) -> None:
    first = next(b for b in blocks((ROOT / name).read_text(encoding="utf-8")) if b.language == "sh")
    assert {line.partition("#")[0].strip() for line in first.lines} <= set(COMMANDS)
