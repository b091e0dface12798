"""What a folder contains."""

import inspect
import sys
from pathlib import Path

import pytest

from oit.data.listing import below


def test_everything_is_listed_folder_by_folder_in_the_order_of_the_names(tmp_path: Path) -> None:
    for name in ("b/a.pdf", "b/.hidden", "b.pdf", "a/deep/er.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    names = [name for name, _ in below(tmp_path)]
    assert names == ["a", "a/deep", "a/deep/er.pdf", "b", "b/.hidden", "b/a.pdf", "b.pdf"]


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/file").touch()
    (tmp_path / "around").symlink_to(tmp_path)
    (tmp_path / "dangling").symlink_to("nothing")
    names = {name: entry.is_symlink() for name, entry in below(tmp_path)}
    assert names == {"around": True, "dangling": True, "folder": False, "folder/file": False}


@pytest.mark.parametrize("name", ["missing", "file"])
def test_what_is_no_folder_is_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert below(tmp_path / name) == []


def test_folders_may_be_nested_more_deeply_than_python_calls_functions(tmp_path: Path) -> None:
    (tmp_path / "/".join("d" * 100)).mkdir(parents=True)
    most = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 60)
    try:
        assert len(below(tmp_path)) == 100
    finally:
        sys.setrecursionlimit(most)
