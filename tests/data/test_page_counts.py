"""Remembering how many pages documents have."""

import os
from pathlib import Path

import pytest

from oit.bilingual import Bilingual
from oit.data import page_counts
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


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "oit" / "pages.json"


def put(tmp_path: Path, content: bytes, at: int = 1) -> Path:
    """Write a document, changed at a time."""
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    os.utime(file, ns=(at, at))
    return file


def pages(cache: Path, file: Path) -> int | Bilingual:
    """Return the pages as a new process does, and save them."""
    counts = PageCounts(cache)
    found = counts.of(file)
    counts.save()
    return found


def test_a_file_is_counted_once(tmp_path: Path, cache: Path, counted: list[Path]) -> None:
    file = put(tmp_path, b"abc")
    assert [pages(cache, file), pages(cache, file)] == [3, 3]
    assert counted == [file]


@pytest.mark.parametrize(("content", "at"), [(b"abcd", 1), (b"xyz", 2)])
def test_a_changed_file_is_counted_again(
    tmp_path: Path, cache: Path, counted: list[Path], content: bytes, at: int
) -> None:
    pages(cache, put(tmp_path, b"abc"))
    file = put(tmp_path, content, at)
    assert pages(cache, file) == len(content)
    assert counted == [file, file]


def test_a_reason_is_not_remembered(tmp_path: Path, cache: Path, counted: list[Path]) -> None:
    file = put(tmp_path, b"")
    assert [pages(cache, file), pages(cache, file)] == [("ว่าง", "empty")] * 2
    assert counted == [file, file]
    assert not cache.exists()


def test_files_that_are_gone_are_forgotten(
    tmp_path: Path, cache: Path, counted: list[Path]
) -> None:
    file = put(tmp_path, b"abc")
    pages(cache, file)
    other = file.rename(tmp_path / "b.pdf")
    pages(cache, other)
    assert str(file) not in cache.read_text(encoding="utf-8")
    assert counted == [file, other]


@pytest.mark.parametrize(
    "text",
    [
        *("", "[1]", "null", '{"FILE": 1}'),
        *(f'{{"key": "", "files": {{"FILE": {entry}}}}}' for entry in ("1", "[]", '"ab"')),
    ],
)
def test_a_broken_cache_is_ignored(
    tmp_path: Path, cache: Path, counted: list[Path], text: str
) -> None:
    file = put(tmp_path, b"abc")
    cache.parent.mkdir(parents=True)
    cache.write_text(text.replace("FILE", file.as_posix()), encoding="utf-8")
    assert pages(cache, file) == 3
    assert counted == [file]


def test_a_cache_that_cannot_be_written_is_ignored(
    tmp_path: Path, cache: Path, counted: list[Path]
) -> None:
    file = put(tmp_path, b"abc")
    (tmp_path / ".cache").write_text("a file in the place of the folder", encoding="utf-8")
    assert pages(cache, file) == 3
    assert counted == [file]
