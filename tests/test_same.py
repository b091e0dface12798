"""``tools/same.py`` on saved manifests: the difference in words, and the exit status."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from commands import ROOT

OLD = {"check/a": "missing\n", "check/b": "complete\n", "help/check": "usage: oit check\n"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return save(tmp_path / "old.json", OLD)


def save(path: Path, outputs: dict[str, str]) -> Path:
    digests = {name: sha256(text.encode()).hexdigest() for name, text in outputs.items()}
    path.write_text(json.dumps({"inputs": "the same", "outputs": digests}), encoding="utf-8")
    texts = path.with_suffix(".files") / "texts"
    texts.mkdir(parents=True)
    for name, text in outputs.items():
        (texts / digests[name]).write_text(text, encoding="utf-8")
    return path


def same(*arguments: str | Path) -> tuple[int, str]:
    command = [sys.executable, ROOT / "tools/same.py", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_equal_outputs_are_the_same(old: Path, tmp_path: Path) -> None:
    assert same(old, save(tmp_path / "new.json", OLD)) == (0, "same: 3 outputs\n")


DIFFERENCE = """\
only in OLD: 1 (help 1)
  help/check
only in NEW: 1 (check 1)
  check/c
differs: 1 (check 1)
  check/a

--- OLD/check/a
+++ NEW/check/a
@@ -1 +1 @@
-missing
+partial
different: 3 outputs
"""


def test_the_difference_is_grouped_and_shown(old: Path, tmp_path: Path) -> None:
    outputs = {"check/a": "partial\n", "check/b": OLD["check/b"], "check/c": ""}
    assert same(old, save(tmp_path / "new.json", outputs), "--show", "1") == (1, DIFFERENCE)


def test_groups_can_be_left_out(old: Path, tmp_path: Path) -> None:
    new = save(tmp_path / "new.json", {**OLD, "help/check": "Usage: oit check\n"})
    assert same(old, new)[0] == 1
    assert same(old, new, "--except", "help/") == (0, "same: 2 outputs (1 left out)\n")


def test_an_unknown_version_is_refused(old: Path) -> None:
    assert same(old, "no-such-revision")[0] == 2
    assert same(ROOT / "data", old)[0] == 2
    assert same(old, ROOT / "pyproject.toml")[0] == 2
    assert same(old)[0] == 2
