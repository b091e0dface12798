"""What was found in files is remembered, and changes nothing but the time it takes."""

import json
import os
from pathlib import Path

import pytest

from oit.bilingual import Bilingual
from oit.checks.personal.cache import Cache, Hit, Looked
from oit.thai.identity_search import Kind, Why

LOOKED = Looked(
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


def is_looked_through(path: Path, file: Path, context: str = "") -> bool:
    """Ask a cache for a file; tell whether it had to be looked through."""
    asked = []

    def look_through(file: Path) -> Looked:
        asked.append(file)
        return LOOKED

    cache = Cache(path, context)
    assert cache.look(file, look_through) == LOOKED
    assert cache.look(file, look_through) == LOOKED
    cache.save()
    assert len(asked) <= 1
    return bool(asked)


def test_a_file_is_looked_through_once(path: Path, file: Path) -> None:
    assert is_looked_through(path, file)
    assert not is_looked_through(path, file)


def test_a_file_that_changes_is_looked_through_again(path: Path, file: Path) -> None:
    is_looked_through(path, file)
    file.write_bytes(b"12")
    assert is_looked_through(path, file)
    os.utime(file, (1, 1))
    assert is_looked_through(path, file)


def test_all_files_are_where_something_else_changes(path: Path, file: Path) -> None:
    is_looked_through(path, file)
    assert is_looked_through(path, file, "another")


def test_the_time_of_writing_stays_where_nothing_is_new(path: Path, file: Path) -> None:
    is_looked_through(path, file)
    os.utime(path, (1, 1))
    is_looked_through(path, file)
    assert path.stat().st_mtime == 1


def test_files_that_are_gone_are_forgotten(path: Path, file: Path, tmp_path: Path) -> None:
    is_looked_through(path, file)
    file.unlink()
    other = tmp_path / "b.pdf"
    other.touch()
    is_looked_through(path, other)
    assert list(json.loads(path.read_bytes())["files"]) == [str(other)]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"1", b'{"key": 1}', b"\xff", b'{"files": {}}']
)
def test_a_broken_cache_is_no_fault(path: Path, file: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert is_looked_through(path, file)
    assert not is_looked_through(path, file)


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
    is_looked_through(path, file)
    known = json.loads(path.read_bytes())
    [[state, *_]] = known["files"].values()
    known["files"] = {str(file): [state, *kept[1:]] if isinstance(kept, list) and kept else kept}
    path.write_text(json.dumps(known))
    assert is_looked_through(path, file)


def test_files_that_are_no_list_are_no_fault(path: Path, file: Path) -> None:
    is_looked_through(path, file)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "files": 1}))
    assert is_looked_through(path, file)


def test_a_cache_that_cannot_be_written_is_no_fault(path: Path, file: Path) -> None:
    path.parent.parent.write_text("a file where the folder should be")
    assert is_looked_through(path, file)
    assert is_looked_through(path, file)
