"""The cache of scanned files saves time and changes nothing else."""

import json
from pathlib import Path

import pytest

from oit.bilingual import Bilingual
from oit.checks.personal.cache import Cache, Hit, Scanned
from oit.thai.identity_search import Kind, Why

SCANNED = Scanned(
    [Hit(Kind.MOBILE, Why.SHAPE, "page", "2", "0xxxxxxx78")], Bilingual("ยาวเกิน", "too long")
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"1")
    return file


def is_scanned(file: Path, context: str = "") -> bool:
    """Ask a cache for a file; tell whether it had to be scanned."""
    asked = []

    def scan(file: Path) -> Scanned:
        asked.append(file)
        return SCANNED

    cache = Cache(file.parent, context)
    assert cache.scan(file, scan) == SCANNED
    assert cache.scan(file, scan) == SCANNED
    cache.save()
    assert len(asked) <= 1
    return bool(asked)


def test_a_file_is_scanned_once(file: Path) -> None:
    assert is_scanned(file)
    assert not is_scanned(file)


def test_a_file_that_changes_is_scanned_again(file: Path) -> None:
    is_scanned(file)
    file.write_bytes(b"2")
    assert is_scanned(file)


def test_all_files_are_scanned_again_if_the_context_changes(file: Path) -> None:
    is_scanned(file)
    assert is_scanned(file, "another")


def test_a_broken_entry_is_scanned_again(file: Path) -> None:
    hit = ["mobile", "shape", "page", "2", "0xxxxxxx78"]
    path = file.parent / ".cache/oit/personal.json"
    is_scanned(file)
    kept = json.loads(path.read_bytes())
    broken: list[object] = [
        *(None, [], 1, "abc", {}, [[hit]], [[hit], None]),
        *([hit, None, False], [1, None, False], [[hit], None, 1], [[[hit]], None, False]),
        *([[hit], ["one language"], False], [[hit], "no", False], [[hit], [1, 2], False]),
        *([[["nothing known", *hit[1:]]], None, False], [[hit[:2]], None, False]),
        *([[["mobile", "shape", "no unit", "2", "0"]], None, False],),
        *([[["mobile", "shape", "page", 2, "0"]], None, False],),
    ]
    for value in broken:
        path.write_text(json.dumps({**kept, "values": dict.fromkeys(kept["values"], value)}))
        assert is_scanned(file), value
