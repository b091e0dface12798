"""Mistakes as officers make them: every folder in ``cases/`` is a test.

A case has ``data/`` (and ``docs/``), ``options.txt`` with the options of ``oit check``, and
``expected.txt`` with a line for each finding, then the exit status.
"""

import json
from pathlib import Path

import pytest

from given import ROOT
from oit.cli.main import main

CASES = sorted((ROOT / "tests/cases").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(case)
    options = Path("options.txt").read_text(encoding="utf-8").split()
    status = main(["check", "--format", "json", *options])
    found = [
        f"{finding['file']}:{finding['line']}:{finding['column']} {finding['code']}"
        for finding in json.loads(capsys.readouterr().out)["findings"]
    ]
    expected = Path("expected.txt").read_text(encoding="utf-8").splitlines()
    assert [*found, f"exit {status}"] == expected
