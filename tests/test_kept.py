"""What is slow to make is made once and kept, but never trusted."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oit import kept as module
from oit.kept import kept, kept_file
from oit.remarks import VARIABLE

OF = (b"a", b"b")


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def making(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def never() -> bytes:
    pytest.fail("was made again")


def test_it_is_made_once() -> None:
    file = kept_file("csv", OF, making(b"made"))
    assert file.suffix == ".csv"
    assert file.read_bytes() == b"made"
    assert kept_file("csv", OF, never) == file
    assert kept("csv", OF, never) == b"made"


@pytest.mark.parametrize(
    ("kind", "made_of"), [("csv", (b"a", b"c")), ("csv", (b"ab", b"")), ("xlsx", OF)]
)
def test_of_anything_else_it_is_made_again(kind: str, made_of: tuple[bytes, ...]) -> None:
    kept("csv", OF, making(b"first"))
    assert kept(kind, made_of, making(b"second")) == b"second"
    assert kept("csv", OF, never) == b"first"


@pytest.mark.parametrize("broken", [b"", b"mad", b"made up"])
def test_a_broken_file_is_made_again(
    broken: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kept_file("csv", OF, making(b"made"))
    file.write_bytes(broken)
    monkeypatch.setenv(VARIABLE, "en")
    assert kept_file("csv", OF, making(b"made")).read_bytes() == b"made"
    assert capsys.readouterr().err == f"{file} was not used: it is incomplete or was changed\n"
    assert kept("csv", OF, never) == b"made"


@pytest.mark.parametrize("others", [{}, {"0" * 32 + ".csv": b"0"}, {"x.csv": b"", "y": b""}])
def test_other_files_in_its_folder_are_no_obstacle(others: dict[str, bytes]) -> None:
    folder = kept_file("csv", OF, making(b"made")).parent
    for name, content in others.items():
        (folder / name).write_bytes(content)
    assert kept("csv", OF, making(b"made")) == b"made"


def test_without_a_place_to_keep_it_is_in_a_temporary_file(
    caches: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (caches / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches / "file"))
    assert kept("csv", OF, making(b"made")) == b"made"
    assert not capsys.readouterr().err
    monkeypatch.setenv(VARIABLE, "en")
    file = kept_file("csv", OF, making(b"made"))
    assert file.read_bytes() == b"made"
    assert "it cannot be written (Not a directory)" in capsys.readouterr().err


def test_nothing_is_kept_of_what_fails(caches: Path) -> None:
    def failing() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept("csv", OF, failing)
    assert not [*caches.rglob("*.csv")]


def test_two_at_once_keep_one_file(caches: Path) -> None:
    def slowly() -> bytes:
        time.sleep(0.05)
        return b"made"

    with ThreadPoolExecutor() as pool:
        files = [pool.submit(kept_file, "csv", OF, slowly) for _ in range(8)]
        assert {file.result().read_bytes() for file in files} == {b"made"}
    assert len([*caches.rglob("*.csv")]) == 1


def test_what_nobody_asked_for_in_a_long_time_is_removed() -> None:
    old, used = (kept_file("csv", (part,), making(part)) for part in OF)
    for file in (old, used):
        os.utime(file, (0, time.time() - 91 * 24 * 60 * 60))
    assert kept_file("csv", (b"b",), never) == used
    module._forget.cache_clear()
    kept("csv", (b"new",), making(b"new"))
    assert not old.parent.exists()
    assert used.read_bytes() == b"b"


def test_what_is_no_file_is_replaced() -> None:
    file = kept_file("csv", OF, making(b"made"))
    file.unlink()
    os.mkfifo(file)  # nobody writes into it: reading would never end
    assert kept("csv", OF, making(b"made")) == b"made"
    assert kept_file("csv", OF, never).is_file()


@pytest.mark.parametrize(("caches", "home"), [("caches", "~"), ("", "~"), ("", "")])
def test_nothing_is_kept_below_the_current_folder(
    caches: str, home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", caches)
    monkeypatch.setenv("HOME", home)
    assert kept_file("csv", OF, making(b"made")).is_absolute()
    assert list(tmp_path.iterdir()) == []
