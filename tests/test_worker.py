"""The process that reads strangers' files."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import readers
from oit import worker
from oit.worker import UnreadableError

TESTS = Path(__file__).parent
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot do this")


@pytest.fixture(autouse=True)
def own_worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start a worker that can import the readers of these tests, and end it after the test."""
    own = worker.Workers(2)
    monkeypatch.setattr(worker, "_worker", own)
    monkeypatch.setenv("PYTHONPATH", str(TESTS))
    yield
    own.stop()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ก.xlsx"
    path.write_text("สวัสดี", encoding="utf-8")
    return path


def failure(reader: Callable[..., Any], file: Path, *arguments: Any) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        worker.read(reader, file, *arguments)
    return caught.value


def test_a_reader_gets_the_file_and_the_arguments(file: Path) -> None:
    assert worker.read(readers.contents, file) == "สวัสดี"
    assert worker.read(readers.contents, file, "ครับ") == "สวัสดีครับ"


def test_a_relative_path_is_that_of_the_caller(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.read(readers.process, file)
    monkeypatch.chdir(file.parent)
    assert worker.read(readers.contents, Path(file.name)) == "สวัสดี"


def test_one_process_reads_all_files(file: Path) -> None:
    first = worker.read(readers.process, file)
    assert first != os.getpid()
    assert worker.read(readers.process, file) == first


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (readers.abort, "crashed"),
        (readers.damaged, "damaged"),
        (readers.panic, "damaged"),
        (readers.no_plain_data, "damaged"),
    ],
)
def test_a_process_that_fails_is_replaced(
    file: Path, reader: Callable[..., Any], reason: str
) -> None:
    first = worker.read(readers.process, file)
    assert reason in failure(reader, file).reason.en
    assert worker.read(readers.process, file) != first


def test_a_developer_sees_why_a_reader_failed(file: Path) -> None:
    assert "IndexError: ก.xlsx" in failure(readers.damaged, file).__notes__[0]


def test_a_missing_file_is_for_the_reader_to_report(tmp_path: Path) -> None:
    assert "FileNotFoundError" in failure(readers.contents, tmp_path / "none").__notes__[0]


def test_a_process_that_ended_meanwhile_is_replaced(file: Path) -> None:
    process = worker.read(readers.process, file)
    os.kill(process, 9)
    os.waitpid(process, os.WNOHANG) if sys.platform != "win32" else None
    assert worker.read(readers.contents, file) == "สวัสดี"


def test_a_file_does_not_fail_because_of_those_before_it(file: Path) -> None:
    assert worker.read(readers.abort_after_another_file, file) == file.name
    assert worker.read(readers.abort_after_another_file, file) == file.name


def test_a_reader_that_does_not_end_is_stopped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS", 0.5)
    assert "longer than 60 seconds" in failure(readers.loop, file).reason.en
    monkeypatch.undo()
    with pytest.raises(worker.UnreadableError):
        worker.read(readers.loop, file, seconds=0.5)


@pytest.mark.skipif(sys.platform != "linux", reason="others cannot limit memory")
def test_a_file_that_takes_long_does_not_stop_those_of_others(file: Path) -> None:
    def take_long() -> None:
        worker.read(readers.wait_for, file, "sign")

    first = worker.read(readers.process, file)
    slow = Thread(target=take_long)
    slow.start()
    while len(worker._worker._free) > 1:
        time.sleep(0.01)
    assert worker.read(readers.process, file) != first
    assert slow.is_alive()
    file.with_name("sign").touch()
    slow.join()


def test_memory_is_limited_by_the_size_of_the_file(file: Path) -> None:
    assert worker.read(readers.allocate, file, 200_000_000) == 200_000_000
    assert "memory" in failure(readers.allocate, file, 800_000_000).reason.en
    with file.open("ab") as stream:
        stream.truncate(20_000_000)
    assert worker.read(readers.allocate, file, 800_000_000) == 800_000_000
    assert "memory" in failure(readers.allocate, file, worker.MOST_MEMORY).reason.en


def test_messages_of_libraries_reach_nobody(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert worker.read(readers.shout, file) == file.name
    assert capfd.readouterr() == ("", "")


def test_no_module_of_the_current_folder_is_imported(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file.parent / "calendar.py").write_text("raise SystemExit")
    monkeypatch.chdir(file.parent)
    assert Path(worker.read(readers.own_modules, file)).parent != file.parent


def test_an_answer_that_was_not_waited_for_is_not_mistaken_for_the_next(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(worker, "_receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            worker.read(readers.process, file)
    assert worker.read(readers.contents, file) == "สวัสดี"


def test_a_process_that_cannot_start_is_a_reason(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(file.with_name("no-python")))
    assert "cannot start" in failure(readers.contents, file).reason.en


@on_posix
def test_it_ends_with_its_parent(file: Path) -> None:
    pipe = file.with_suffix(".pipe")
    os.mkfifo(pipe)
    program = (
        "import readers; from pathlib import Path; from oit import worker;"
        f"worker.read(readers.loop_with_a_pipe, Path({str(file)!r}))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    with pipe.open("rb") as end:
        parent.kill()
        parent.wait()
        assert end.read() == b""
