"""Remembering what was found in other files, by their contents."""

import json
import os
import shutil
from pathlib import Path

import pytest

from oit import remarks
from oit.data import file_cache
from oit.data.file_cache import FOLDER, FileCache
from oit.remarks import VARIABLE

MODULES = ("pdf.py",)
NAME = "sizes.json"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    put(folder, "a.pdf", b"abc")
    return folder


def put(base: Path, name: str, content: bytes) -> Path:
    file = base / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def found(base: Path, name: str = "a.pdf", context: str = "") -> tuple[object, bool]:
    """Ask for the size of a file as a new process does; tell whether it had to be measured."""
    cache, file = FileCache(base, NAME, MODULES, context), base / "docs" / name
    known = cache.get(file)
    if known is None:
        cache.put(file, file.stat().st_size)
    cache.save()
    return cache.get(file), known is None


def test_a_file_is_measured_once(base: Path) -> None:
    assert [found(base), found(base)] == [(3, True), (3, False)]


def test_a_value_belongs_to_a_name_and_to_contents(base: Path) -> None:
    found(base)
    put(base, "other/a.pdf", b"abc")
    put(base, "b.pdf", b"abc")
    assert found(base, "other/a.pdf") == (3, False)
    assert found(base, "b.pdf") == (3, True)
    put(base, "a.pdf", b"xyz")
    assert found(base) == (3, True)


def test_a_fresh_clone_finds_what_a_workflow_restored(base: Path, tmp_path: Path) -> None:
    found(base)
    clone = tmp_path / "clone"
    shutil.copytree(base, clone)
    os.utime(clone / "docs/a.pdf", (1, 1))
    shutil.rmtree(base)
    assert found(clone) == (3, False)
    assert str(tmp_path) not in (clone / FOLDER / NAME).read_text(encoding="utf-8")


def test_a_file_that_stays_is_not_read_again(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(base)
    monkeypatch.setattr(file_cache, "file_digest", None)
    assert found(base) == (3, False)


def test_another_version_or_context_finds_nothing(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(base)
    assert found(base, context="other") == (3, True)
    found(base)
    file_cache._key_of.cache_clear()
    monkeypatch.setattr(file_cache, "__version__", "0.0.0")
    assert found(base) == (3, True)
    file_cache._key_of.cache_clear()


def test_the_cache_is_written_only_if_something_is_new(base: Path) -> None:
    found(base)
    os.utime(base / FOLDER / NAME, (1, 1))
    found(base)
    assert (base / FOLDER / NAME).stat().st_mtime == 1


def test_files_that_are_gone_are_forgotten(base: Path) -> None:
    found(base)
    (base / "docs/a.pdf").unlink()
    put(base, "b.pdf", b"abcd")
    found(base, "b.pdf")
    kept = json.loads((base / FOLDER / NAME).read_bytes())
    assert (list(kept["files"]), list(kept["values"].values())) == (["docs/b.pdf"], [4])


def test_a_file_that_cannot_be_read_has_no_value(base: Path) -> None:
    cache = FileCache(base, NAME, MODULES)
    cache.put(base / "docs/none.pdf", 1)
    assert cache.get(base / "docs/none.pdf") is None


def kept_with(**changed: object) -> bytes:
    key = json.dumps(changed | {"key": FileCache(Path("nowhere"), NAME, MODULES)._key})
    return key.encode()


BROKEN = [
    *(b"", b"{", b"[]", b"1", b"null", b'"key"', b"\xff", b"[" * 100_000),
    *(b'{"key": 1}', b'{"files": {}}'),
    *(kept_with(files=[], values={}), kept_with(files={}, values=[]), kept_with(files={})),
]


def test_a_broken_cache_is_ignored_with_a_remark(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in BROKEN:
        monkeypatch.delenv(VARIABLE, raising=False)
        (base / FOLDER).mkdir(parents=True, exist_ok=True)
        (base / FOLDER / NAME).write_bytes(content)
        assert found(base) == (3, True)
        assert found(base) == (3, False)
        assert capsys.readouterr().err == ""
        (base / FOLDER / NAME).write_bytes(content)
        monkeypatch.setattr(remarks, "_known", set())
        monkeypatch.setenv(VARIABLE, "en")
        assert found(base) == (3, True)
        assert "the cache .cache/oit/sizes.json was ignored: it " in capsys.readouterr().err


def test_what_is_no_file_or_too_large_is_ignored(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    cache = base / FOLDER / NAME
    cache.parent.mkdir(parents=True)
    large = put(base, "large", b"")
    os.truncate(large, file_cache._LARGEST + 1)
    for is_kept, make in (
        (True, lambda: os.mkfifo(cache)),  # nobody writes into it: reading would never end
        (True, lambda: cache.symlink_to("/dev/zero")),
        (True, lambda: large.rename(cache)),
        (False, cache.mkdir),
    ):
        monkeypatch.setattr(remarks, "_known", set())
        make()
        assert found(base) == (3, True)
        assert found(base) == (3, not is_kept)
        assert capsys.readouterr().err == (
            "the cache .cache/oit/sizes.json was ignored: it cannot be read\n"
        )
        if is_kept:
            cache.unlink()


def test_a_broken_entry_of_another_file_is_forgotten(base: Path) -> None:
    put(base, "b.pdf", b"abcd")
    broken: list[object] = [1, None, [], 1.5, {}, "ab", [3, 1, 1], [3, 1, 1, 7], [3, 1, 1, {}]]
    for entry in broken:
        content = kept_with(files={"docs/b.pdf": entry}, values={})
        (base / FOLDER).mkdir(parents=True, exist_ok=True)
        (base / FOLDER / NAME).write_bytes(content)
        assert found(base) == (3, True)
        assert [*json.loads((base / FOLDER / NAME).read_bytes())["files"]] == ["docs/a.pdf"]


def test_a_broken_entry_is_ignored(base: Path) -> None:
    for entry in (1, [], "ab", [3, 1, 1], [3, 1, 1, 7], {"size": 3}):
        content = kept_with(files={"docs/a.pdf": entry}, values={"7": 8})
        (base / FOLDER).mkdir(parents=True, exist_ok=True)
        (base / FOLDER / NAME).write_bytes(content)
        assert found(base) == (3, True)
        assert found(base) == (3, False)


def test_a_cache_that_cannot_be_written_is_ignored_with_a_remark(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache, file = FileCache(base, NAME, MODULES), base / "docs/a.pdf"
    (base / ".cache").write_text("a file in the place of the folder", encoding="utf-8")
    for language, words in (
        ("", ""),
        ("th", "ไม่ใช้แคช .cache/oit/sizes.json: เขียนไม่ได้ (Not a directory)\n"),
        ("en", ""),  # once is enough
    ):
        monkeypatch.setenv(VARIABLE, language)
        cache.put(file, 3)
        cache.save()
        assert cache.get(file) == 3
        assert capsys.readouterr().err.replace("File exists", "Not a directory") == words
