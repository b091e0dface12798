"""What a file said when a form was opened."""

import os
import time
from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.saving.opened import remember, tree_of
from oit.forms import FORMS
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, read


def _opened(desk: Desk, text: str, digest: str) -> ItemFile:
    path = desk.folder.path / "o01.yml"
    path.write_text(text, encoding="utf-8", newline="")
    document = read(path, desk.folder.path, "o01.yml")
    return ItemFile(path, "2569/o01.yml", FORMS["contact"], (), document, digest, (), "เล็ก")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "data").mkdir()
    return Desk(DataFolder(tmp_path / "data", tmp_path))


def test_a_version_is_known_after_it_changed(desk: Desk) -> None:
    remember(desk, _opened(desk, "phone: 'ก'\r\nchannels:\r\n- name: ข\r\n", "a" * 64))
    _opened(desk, "phone: ค\n", "b" * 64)
    assert tree_of(desk, "a" * 64) == {"phone": "ก", "channels": [{"@was": "0", "name": "ข"}]}


def test_a_file_that_does_not_exist_says_nothing(desk: Desk) -> None:
    empty = ItemFile(desk.folder.path, "x", FORMS["contact"], (), SourceFile(""), "", (), "")
    remember(desk, empty)
    assert not desk.state.exists()
    assert tree_of(desk, "") == {}


@pytest.mark.parametrize("version", ["c" * 64, "../../data/o01.yml", "x", "ก" * 64, "/" * 64])
def test_nothing_else_is_read(desk: Desk, version: str) -> None:
    assert tree_of(desk, version) is None


def test_versions_are_forgotten_after_some_weeks(desk: Desk) -> None:
    remember(desk, _opened(desk, "phone: ก\n", "a" * 64))
    long_ago = time.time() - 40 * 24 * 60 * 60
    os.utime(desk.state / "opened" / ("a" * 64), (long_ago, long_ago))
    remember(desk, _opened(desk, "phone: ข\n", "b" * 64))
    assert tree_of(desk, "a" * 64) is None
    assert tree_of(desk, "b" * 64) == {"phone": "ข"}


def test_a_full_disk_keeps_nobody_from_reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("oit.desk.saving.opened.write_atomically", full)
    remember(desk, _opened(desk, "phone: ก\n", "a" * 64))
    assert tree_of(desk, "a" * 64) is None
