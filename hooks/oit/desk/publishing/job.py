"""Work that takes longer than a page may: it goes on if the window is closed, one at a time.

What it does is written down after every step, so that any page can show it. A lock that the
operating system releases tells whether the process that does the work is still there.
"""

import json
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Thread
from time import sleep

from oit.atomic import write_atomically
from oit.clock import BANGKOK
from oit.data.lock import take

_TRIES, _PAUSE = 5, 0.02


class JobState(StrEnum):
    """How far a job is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The program ended in the middle of it."""


@dataclass(frozen=True)
class Line:
    """What came of a step."""

    text: str
    is_good: bool = True
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What is known of a job."""

    kind: str
    by: str
    """The account of whoever started it."""
    started: str
    state: JobState = JobState.RUNNING
    step: str = ""
    """What it does now, or did when it ended."""
    lines: tuple[Line, ...] = ()
    ended: str = ""

    @property
    def moment(self) -> datetime:
        """When it ended, or else began."""
        return datetime.fromisoformat(self.ended or self.started)


class StoppedError(Exception):
    """The work cannot go on; says why in words for the officer."""

    def __init__(self, text: str, details: Iterable[str] = ()) -> None:
        super().__init__(text)
        self.line = Line(text, is_good=False, details=tuple(details))


@dataclass
class Progress:
    """Lets the work tell how far it is."""

    file: Path
    report: Report

    def step(self, text: str) -> None:
        """Say what is done now."""
        self._write(replace(self.report, step=text))

    def add(self, text: str, *, is_good: bool = True, details: tuple[str, ...] = ()) -> None:
        """Say what came of a step."""
        lines = (*self.report.lines, Line(text, is_good, details))
        self._write(replace(self.report, lines=lines))

    def end(self, state: JobState) -> None:
        """Say how the job ended."""
        self._write(replace(self.report, state=state, ended=_now()))

    def _write(self, report: Report) -> None:
        self.report = report
        write_atomically(self.file, json.dumps(asdict(self.report), ensure_ascii=False))


Work = Callable[[Progress], None]
"""Does the work; ends early with a ``StoppedError``."""


@dataclass(frozen=True)
class Job:
    """The place of a job: at most one runs in a folder, whichever process started it."""

    folder: Path

    def start(self, kind: str, by: str, work: Work) -> bool:
        """Begin work in the background; return whether it was begun: not if another goes on.

        Raises:
            OSError: the report cannot be written.
        """
        handle = self._lock()
        if handle is None:
            return False
        progress = Progress(self._report, Report(kind, by, _now()))
        try:
            progress.step("")
        except OSError:
            os.close(handle)
            raise
        Thread(target=_run, args=(work, progress, handle), daemon=True).start()
        return True

    @property
    def report(self) -> Report | None:
        """What is known of the last job; ``None`` if there was none."""
        known = self._read()
        if known is None or known.state is not JobState.RUNNING:
            return known
        with self._claimed() as is_free:
            # It may have ended between the two questions.
            known = self._read() or known
            if is_free and known.state is JobState.RUNNING:
                return replace(known, state=JobState.INTERRUPTED)
        return known

    @property
    def is_running(self) -> bool:
        """Whether a job goes on."""
        return self.report is not None and self.report.state is JobState.RUNNING

    @property
    def _report(self) -> Path:
        return self.folder / "job.json"

    def _read(self) -> Report | None:
        try:
            known = json.loads(self._report.read_bytes())
            lines = tuple(
                Line(line["text"], line["is_good"], tuple(line["details"]))
                for line in known["lines"]
            )
            report = Report(**{**known, "lines": lines, "state": JobState(known["state"])})
            datetime.fromisoformat(report.ended or report.started)  # raises if it is damaged
            return report
        except (OSError, ValueError, LookupError, TypeError):
            return None

    @contextmanager
    def _claimed(self) -> Iterator[bool]:
        """Tell whether no job goes on; meanwhile none can begin."""
        handle = self._lock(tries=1)
        try:
            yield handle is not None
        finally:
            if handle is not None:
                os.close(handle)

    def _lock(self, tries: int = _TRIES) -> int | None:
        """Return the handle of the lock; ``None`` if a job holds it."""
        # A page that asks for the report holds the lock for a moment.
        for left in reversed(range(tries)):
            handle = os.open(self.folder / "job.lock", os.O_RDWR | os.O_CREAT, 0o600)
            if _locked(handle):
                return handle
            os.close(handle)
            if left:
                sleep(_PAUSE)
        return None


def _locked(handle: int) -> bool:
    try:
        take(handle)
    except OSError:
        return False
    return True


def _run(work: Work, progress: Progress, handle: int) -> None:
    try:
        state = _worked(work, progress)
        with suppress(OSError):  # a full disk: the job is then told as not finished
            progress.end(state)
    finally:
        os.close(handle)


def _worked(work: Work, progress: Progress) -> JobState:
    try:
        work(progress)
    except StoppedError as stopped:
        return _failed(progress, stopped.line)
    except OSError as error:
        name = f" ({error.filename})" if error.filename else ""
        reason = error.strerror or type(error).__name__
        return _failed(progress, Line(f"อ่านหรือเขียนไฟล์ไม่ได้: {reason}{name}", is_good=False))
    except Exception:  # noqa: BLE001 - whatever happens, the page must say that it is over
        file = progress.file.with_name("error.txt")
        with suppress(OSError):
            write_atomically(file, traceback.format_exc())
        text = f"โปรแกรมผิดพลาดโดยไม่คาดไว้ แจ้งผู้ดูแลระบบ รายละเอียดอยู่ในไฟล์ {file}"
        return _failed(progress, Line(text, is_good=False))
    return JobState.DONE


def _failed(progress: Progress, line: Line) -> JobState:
    with suppress(OSError):
        progress.add(line.text, is_good=False, details=line.details)
    return JobState.FAILED


def _now() -> str:
    return datetime.now(BANGKOK).isoformat(timespec="seconds")
