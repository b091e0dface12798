"""Work in the background: told step by step, one at a time, and what became of it in the end."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest

from commands import ROOT
from oit.desk.publishing.job import Job, JobState, Line, Progress, Report, StoppedError, Work

PATIENCE = 60
"""Seconds that a job may take on a busy machine."""


def ended(job: Job) -> Report:
    """Wait for the end of a job."""
    limit = monotonic() + PATIENCE
    while job.is_running:
        assert monotonic() < limit
        sleep(0.01)
    report = job.report
    assert report is not None
    return report


def run(folder: Path, work: Work) -> Report:
    job = Job(folder)
    assert job.start("publish", "somsri", work)
    return ended(job)


def test_nothing_is_known_before_the_first_job(tmp_path: Path) -> None:
    assert Job(tmp_path).report is None
    assert not Job(tmp_path).is_running


def test_steps_are_told_while_it_runs_and_results_after_it(tmp_path: Path) -> None:
    begun, go_on = Event(), Event()

    def work(progress: Progress) -> None:
        progress.step("สร้าง")
        progress.add("ตรวจแล้ว", details=("ก", "ข"))
        begun.set()
        assert go_on.wait(PATIENCE)

    job = Job(tmp_path)
    assert job.start("publish", "somsri", work)
    assert begun.wait(PATIENCE)
    report = job.report
    assert report is not None
    assert (report.state, report.step, report.by) == (JobState.RUNNING, "สร้าง", "somsri")
    assert not Job(tmp_path).start("publish", "somchai", work), "one at a time"
    go_on.set()
    report = ended(job)
    assert report.state is JobState.DONE
    assert report.lines == (Line("ตรวจแล้ว", details=("ก", "ข")),)
    assert report.moment.utcoffset() is not None


def test_another_can_begin_after_the_end(tmp_path: Path) -> None:
    assert run(tmp_path, lambda progress: progress.add("หนึ่ง")).lines[0].text == "หนึ่ง"
    assert run(tmp_path, lambda progress: progress.add("สอง")).lines[0].text == "สอง"


def test_work_that_cannot_go_on_says_why(tmp_path: Path) -> None:
    def stopped(progress: Progress) -> None:
        progress.add("เก็บรุ่นแล้ว")
        raise StoppedError("ส่งไม่ได้", ["เหตุผล"])

    report = run(tmp_path, stopped)
    assert report.state is JobState.FAILED
    assert report.lines == (
        Line("เก็บรุ่นแล้ว"),
        Line("ส่งไม่ได้", is_good=False, details=("เหตุผล",)),
    )


def test_full_disk_is_told_in_words(tmp_path: Path) -> None:
    def full(_: Progress) -> None:
        raise OSError(28, "No space left on device", "site.zip")

    report = run(tmp_path, full)
    assert report.state is JobState.FAILED
    assert "No space left on device (site.zip)" in report.lines[0].text


def test_fault_of_the_program_is_kept_in_a_file_and_not_shown(tmp_path: Path) -> None:
    def faulty(_: Progress) -> None:
        raise ZeroDivisionError("ความลับ")

    report = run(tmp_path, faulty)
    assert report.state is JobState.FAILED
    assert "ความลับ" not in report.lines[0].text
    assert "ZeroDivisionError" in (tmp_path / "error.txt").read_text(encoding="utf-8")


KILLED = """
import sys
from pathlib import Path
from threading import Event
from oit.desk.publishing.job import Job

def work(progress):
    progress.step("ส่ง")
    print("begun", flush=True)
    Event().wait()

Job(Path(sys.argv[1])).start("publish", "", work)
Event().wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_killed_program_is_told_as_not_finished(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT / "hooks") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        assert Job(tmp_path).is_running, "although another process does it"
        assert not Job(tmp_path).start("publish", "", lambda _: None)
        process.send_signal(signal.SIGKILL)
    report = Job(tmp_path).report
    assert report is not None
    assert (report.state, report.step) == (JobState.INTERRUPTED, "ส่ง")
    assert run(tmp_path, lambda _: None).state is JobState.DONE, "no lock is left"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"state": "running"}', "\xff"])
def test_damaged_report_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "job.json").write_text(text, encoding="latin-1")
    assert Job(tmp_path).report is None
    assert run(tmp_path, lambda _: None).state is JobState.DONE
