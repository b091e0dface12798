"""The record of sign-ins."""

import json
from pathlib import Path

import pytest

from oit.desk.guard import sign_ins


def test_full_files_are_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_ins, "_LARGEST", 100)
    for number in range(20):
        sign_ins.record(tmp_path, "refused", f"name {number}\n", "10.0.0.1")
    files = sorted(path.name for path in tmp_path.glob("sign-ins.log*"))
    assert files == ["sign-ins.log", *(f"sign-ins.log.{n}" for n in range(1, 6))]
    newest = (tmp_path / "sign-ins.log").read_text(encoding="utf-8").splitlines()
    assert json.loads(newest[-1])["who"] == "name 19\n"
    older = (tmp_path / "sign-ins.log.1").read_text(encoding="utf-8").splitlines()
    assert json.loads(older[0])["who"] == "name 16\n"


def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    sign_ins.record(tmp_path / "file", "signed in", "a", "b")
