"""Remembering how many pages documents have."""

from pathlib import Path

import pytest

from oit.bilingual import Bilingual
from oit.data import page_counts
from oit.data.folder import DataFolder
from oit.data.page_counts import PageCounts


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Count the bytes of a file as its pages, and note each counting."""
    calls: list[Path] = []

    def count(file: Path) -> int | Bilingual:
        calls.append(file)
        return len(file.read_bytes()) or Bilingual("ว่าง", "empty")

    monkeypatch.setattr(page_counts, "page_count", count)
    return calls


def pages(file: Path) -> int | Bilingual:
    """Return the pages as a new process does, and save them."""
    counts = PageCounts(DataFolder(file.parent / "data", file.parent))
    found = counts.of(file)
    counts.save()
    return found


def test_a_file_is_counted_once(tmp_path: Path, counted: list[Path]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    assert [pages(file), pages(file)] == [3, 3]
    assert counted == [file]


def test_a_reason_is_not_remembered(tmp_path: Path, counted: list[Path]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"")
    assert [pages(file), pages(file)] == [("ว่าง", "empty")] * 2
    assert counted == [file, file]


def test_what_is_no_number_of_pages_is_counted_again(tmp_path: Path, counted: list[Path]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    counts = PageCounts(DataFolder(tmp_path / "data", tmp_path))
    broken: list[object] = [0, -1, True, 2.0, "2", [2]]
    for value in broken:
        counts._cache.put(file, value)
        assert counts.of(file) == 3
    assert len(counted) == len(broken)
