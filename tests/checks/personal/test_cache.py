"""The cache of scanned files saves time and changes nothing else."""

import json
import os
from pathlib import Path

import pytest

from oit.bilingual import Bilingual
from oit.checks.personal.cache import Cache, Hit, Scanned
from oit.thai.identity_search import Kind, Why

SCANNED = Scanned(
    [Hit(Kind.MOBILE, Why.SHAPE, "page", "2", "0xxxxxxx78")], Bilingual("ยาวเกิน", "too long")
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "oit" / "personal.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"1")
    return file


def is_scanned(path: Path, file: Path, context: str = "") -> bool:
    """Ask a cache for a file; tell whether it had to be scanned."""
    asked = []

    def scan(file: Path) -> Scanned:
        asked.append(file)
        return SCANNED

    cache = Cache(path, context)
    assert cache.scan(file, scan) == SCANNED
    assert cache.scan(file, scan) == SCANNED
    cache.save()
    assert len(asked) <= 1
    return bool(asked)


def test_a_file_is_scanned_once(path: Path, file: Path) -> None:
    assert is_scanned(path, file)
    assert not is_scanned(path, file)


def test_a_file_that_changes_is_scanned_again(path: Path, file: Path) -> None:
    is_scanned(path, file)
    file.write_bytes(b"12")
    assert is_scanned(path, file)
    os.utime(file, (1, 1))
    assert is_scanned(path, file)


def test_all_files_are_scanned_again_if_the_context_changes(path: Path, file: Path) -> None:
    is_scanned(path, file)
    assert is_scanned(path, file, "another")


def test_the_cache_is_not_written_if_nothing_is_new(path: Path, file: Path) -> None:
    is_scanned(path, file)
    os.utime(path, (1, 1))
    is_scanned(path, file)
    assert path.stat().st_mtime == 1


def test_missing_files_are_dropped(path: Path, file: Path, tmp_path: Path) -> None:
    is_scanned(path, file)
    file.unlink()
    other = tmp_path / "b.pdf"
    other.touch()
    is_scanned(path, other)
    assert list(json.loads(path.read_bytes())["files"]) == [str(other)]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"1", b'{"key": 1}', b"\xff", b'{"files": {}}']
)
def test_a_broken_cache_is_no_fault(path: Path, file: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert is_scanned(path, file)
    assert not is_scanned(path, file)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        1,
        ["STATE", [["nothing known", "shape", "page", "2", "0"]], None],
        ["STATE", [["mobile", "shape"]], None],
        ["STATE", 1, None],
        ["STATE", [], ["one language"]],
    ],
)
def test_a_broken_entry_is_no_fault(path: Path, file: Path, kept: object) -> None:
    is_scanned(path, file)
    known = json.loads(path.read_bytes())
    [[state, _]] = known["files"].values()
    known["files"] = {str(file): [state, kept[1:]] if isinstance(kept, list) and kept else kept}
    path.write_text(json.dumps(known))
    assert is_scanned(path, file)


def test_files_that_are_not_a_mapping_are_no_fault(path: Path, file: Path) -> None:
    is_scanned(path, file)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "files": 1}))
    assert is_scanned(path, file)


def test_a_cache_that_cannot_be_written_is_no_fault(path: Path, file: Path) -> None:
    path.parent.parent.write_text("a file where the folder should be")
    assert is_scanned(path, file)
    assert is_scanned(path, file)
