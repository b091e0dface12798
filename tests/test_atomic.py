"""Files and folders are written completely or not at all."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oit import atomic
from oit.atomic import folder_beside, replace_folder, write_atomically

_WRITE_AND_WAIT = """
import sys, time
from pathlib import Path
from oit import atomic

with atomic.folder_beside(Path(sys.argv[1])) as work:
    (work / "new").mkdir()
    (work / "new" / "half").touch()
    if sys.argv[2] == "moved":
        Path(sys.argv[1]).rename(work / "old")
    print("ready", flush=True)
    time.sleep(60)
"""


def full_disk(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def publish(content: str, out: Path) -> None:
    """Put a folder with one file in the place of another."""
    with folder_beside(out) as work:
        write_atomically(work / "new" / "page", content)
        replace_folder(work / "new", out, work)


def fail_to_rename_new(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let every rename of the finished folder end in an error."""
    rename = Path.rename

    def renamed(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def writer(tmp_path: Path) -> Callable[[str], subprocess.Popen[str]]:
    """Start a process that writes ``site`` and stops half-way."""

    def start(stage: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", _WRITE_AND_WAIT, str(tmp_path / "site"), stage]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    return start


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_failed_write_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    write_atomically(path, "ก")
    path.chmod(0o600)
    write_atomically(path, "ข")
    assert path.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space left") as caught:
        write_atomically(path, "ค")
    assert caught.value.filename == str(path)
    assert names(tmp_path) == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "ข"


def test_the_leftover_of_a_killed_write_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".new-abc").write_text("half")
    write_atomically(tmp_path / "a.csv", "ก")
    assert names(tmp_path) == ["a.csv"]


def test_writers_at_the_same_time_do_not_clear_the_files_of_each_other(tmp_path: Path) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # seconds; makes threads stop in the middle of everything
    try:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda n: write_atomically(tmp_path / f"{n % 5}", "ก"), range(2000)))
    finally:
        sys.setswitchinterval(before)
    assert names(tmp_path) == ["0", "1", "2", "3", "4"]


def test_where_nothing_can_be_locked_only_old_leftovers_are_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_lock", lambda _: None)
    for name in (".new-of-another", ".new-old"):
        (tmp_path / name).write_text("half")
    os.utime(tmp_path / ".new-old", (0, 0))
    write_atomically(tmp_path / "a.csv", "ก")
    assert names(tmp_path) == [".new-of-another", "a.csv"]


def test_a_folder_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    publish("ก", tmp_path / "site")
    publish("ข", tmp_path / "site")
    assert names(tmp_path) == ["site"]
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "ข"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_old_folder_survives_a_refused_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    out = tmp_path / "site"
    publish("ก", out)
    fail_to_rename_new(monkeypatch, PermissionError(13, "Permission denied", str(out / "new")))
    if not can_exchange:
        monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
        with pytest.raises(PermissionError) as caught:
            publish("ข", out)
        assert caught.value.filename == str(out)
        assert (out / "page").read_text(encoding="utf-8") == "ก"
    else:
        publish("ข", out)
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_the_old_folder_survives_a_stop_between_the_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    out = tmp_path / "site"
    publish("ก", out)
    fail_to_rename_new(monkeypatch, stop())
    monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
    with pytest.raises(stop):
        publish("ข", out)
    assert (out / "page").read_text(encoding="utf-8") == "ก"


def test_a_folder_moved_away_by_a_killed_process_is_put_back(
    tmp_path: Path, writer: Callable[[str], subprocess.Popen[str]]
) -> None:
    out = tmp_path / "site"
    publish("ก", out)
    kill(writer("moved"))
    assert not out.exists()
    with folder_beside(out):
        assert (out / "page").read_text(encoding="utf-8") == "ก"
    assert names(tmp_path) == ["site"]


def test_the_leftovers_of_a_killed_process_are_cleared(
    tmp_path: Path, writer: Callable[[str], subprocess.Popen[str]]
) -> None:
    kill(writer("half"))
    assert len(names(tmp_path)) == 1
    publish("ก", tmp_path / "site")
    assert names(tmp_path) == ["site"]


def test_what_a_running_process_writes_is_left_alone(
    tmp_path: Path, writer: Callable[[str], subprocess.Popen[str]]
) -> None:
    running = writer("half")
    publish("ก", tmp_path / "site")
    assert [name.startswith(".site-") for name in names(tmp_path)] == [True, False]
    kill(running)


def test_a_link_that_looks_like_a_leftover_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").touch()
    (tmp_path / ".site-x").symlink_to(tmp_path / "mine")
    publish("ก", tmp_path / "site")
    assert names(tmp_path / "mine") == ["letter"]


def test_a_folder_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", full_disk)
    with pytest.raises(OSError, match="No space") as caught, folder_beside(tmp_path / "site"):
        pass
    assert caught.value.filename == str(tmp_path / "site")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what was opened")
def test_what_must_outlast_a_power_failure_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def sync(handle: int) -> None:
        is_folder = Path(f"/proc/self/fd/{handle}").is_dir()
        synced.append(is_folder)
        if is_folder:
            raise OSError(errno.EINVAL, "a network drive that cannot do it")

    monkeypatch.setattr(os, "fsync", sync)
    write_atomically(tmp_path / "page", "new")
    assert synced == []
    write_atomically(tmp_path / "page", "newer", durable=True)
    assert (tmp_path / "page").read_text(encoding="utf-8") == "newer"
    assert synced == [False, True]
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="page"):
        write_atomically(tmp_path / "page", "newest", durable=True)
    assert (tmp_path / "page").read_text(encoding="utf-8") == "newer"
    assert names(tmp_path) == ["page"]
