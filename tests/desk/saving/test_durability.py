"""Nothing is lost: killed processes, full disks, two desks at once."""

import errno
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desk.saving.conftest import PEOPLE, SOMCHAI, SOMSRI, Office, copy
from oit.data.lock import changing, locked
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving import save as saving
from oit.desk.saving.draft import Draft, fresh, keep, kept, open_draft
from oit.desk.saving.save import Outcome, save
from oit.source import SourceFile, parse

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="forks processes")
SAVES = 200


def in_process(do: Callable[[], object]) -> int:
    """Do something in a process of its own; return its id."""
    process = os.fork()
    if process:
        return process
    try:
        do()
    except BaseException:  # noqa: BLE001 - the test's own process must not go on here
        os._exit(1)
    os._exit(0)


def type_numbers(
    office: Office,
    officer: Officer,
    numbers: range,
    is_kept: Callable[[int], object] = bool,
) -> None:
    """Type and save numbers one by one, as the form does: the draft first.

    Every tenth adds an entry. ``is_kept`` is called once the officer knows that her draft is kept.
    """
    for number in numbers:
        draft = open_draft(office.desk, officer, office.file)
        mine: Any = copy(draft.mine)
        mine["summary"] = str(number)
        if number % 10 == 0:
            mine["people"].append({"name": f"คนที่ {number}", "position": "พนักงาน"})
        draft = Draft(draft.base, mine, draft.version)
        keep(office.desk, officer, office.file, draft)
        is_kept(number)
        save(office.desk, officer, office.file, draft)


def add_entries(office: Office, officer: Officer, names: list[str]) -> None:
    for name in names:
        draft = fresh(office.file)
        mine: Any = copy(draft.mine)
        mine["people"].append({"name": name, "phone": "1"})
        save(office.desk, officer, office.file, Draft(draft.base, mine, draft.version))


def names_in(entries: Any) -> list[str]:
    return [str(entry["name"]) for entry in entries]


@pytest.mark.untraced
@needs_fork
def test_a_process_that_is_killed_while_it_saves_loses_nothing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Waiting for the disk takes most of the time, and guards against power failures only.
    monkeypatch.setattr(os, "fsync", bool)
    chance = random.Random(14)  # noqa: S311 - the moments of the kills
    told = tmp_path / "told"
    told.touch()
    kills = done = 0
    while done < SAVES:
        with told.open("a", encoding="utf-8") as record:

            def is_kept(number: int) -> None:
                record.write(f"{number}\n")
                record.flush()

            numbers = range(done + 1, SAVES + 1)
            process = in_process(partial(type_numbers, office, SOMSRI, numbers, is_kept))
            time.sleep(chance.uniform(0.02, 0.25))
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        kills += 1
        document: Any = parse(office.path.read_bytes(), SourceFile(""))
        assert not document.findings
        draft: Any = kept(office.desk, SOMSRI, office.file)
        latest = int(document.root.get("summary", 0))
        latest = max(latest, int(draft.mine["summary"])) if draft else latest
        # What the officer was told to be kept is in the file or in her draft.
        assert latest >= max(map(int, told.read_text(encoding="utf-8").split()), default=0)
        if draft:
            # Whoever opens the desk again saves the rest.
            outcome = save(office.desk, SOMSRI, office.file, draft)
            assert outcome == Outcome(outcome.draft, outcome.saved)
        root = office.file.root
        done = int(root.get("summary", 0))
        assert done == latest
        assert names_in(root["people"])[3:] == [f"คนที่ {n}" for n in range(10, done + 1, 10)]
        assert kept(office.desk, SOMSRI, office.file) is None
    assert kills >= 3
    assert office.text.startswith(PEOPLE[: PEOPLE.index("updated")])
    # What the killed processes left half-written is cleared away.
    assert [path.name for path in office.path.parent.iterdir()] == ["o02.yml"]


@needs_fork
def test_two_desks_save_at_once(office: Office) -> None:
    officers = [Officer("ก"), Officer("ข")]
    processes = [
        in_process(partial(add_entries, office, who, [f"{who.name}{n}" for n in range(15)]))
        for who in officers
    ]
    assert [os.waitpid(process, 0)[1] for process in processes] == [0, 0]
    names = names_in(office.file.root["people"])
    assert sorted(names[3:]) == sorted(f"{who.name}{n}" for who in officers for n in range(15))
    for who in officers:
        mine = [name for name in names if name.startswith(who.name)]
        assert mine == [f"{who.name}{n}" for n in range(15)]


def test_two_officers_save_at_once_in_threads(office: Office) -> None:
    with ThreadPoolExecutor(2) as pool:
        for who in ("ก", "ข"):
            pool.submit(add_entries, office, Officer(who), [f"{who}{n}" for n in range(15)])
    names = names_in(office.file.root["people"])
    assert sorted(names[3:]) == sorted(f"{who}{n}" for who in "กข" for n in range(15))


@needs_fork
def test_the_lock_of_a_killed_process_is_free(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = office.desk.state_folder() / "lock"
    ready = os.pipe()

    def hold() -> None:
        with locked(lock):
            os.write(ready[1], b"x")
            time.sleep(60)

    process = in_process(hold)
    os.read(ready[0], 1)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    monkeypatch.setattr("oit.data.lock._WAIT", 0)
    with locked(lock):  # at the first try
        assert lock.exists()


def test_imports_wait_for_the_desk(office: Office) -> None:
    folder = office.desk.folder
    with changing(folder):  # nobody uses a desk here
        assert not office.desk.state.exists()
    office.desk.state_folder()
    order: list[str] = []

    def import_table() -> None:
        with changing(folder):
            order.append("import")

    with ThreadPoolExecutor(1) as pool, locked(office.desk.state / "lock"):
        pool.submit(import_table)
        time.sleep(0.05)
        order.append("save")
    assert order == ["save", "import"]


def test_somebody_who_holds_the_lock_for_too_long(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.data.lock._WAIT", 0.02)
    lock = office.desk.state_folder() / "lock"
    with locked(lock), pytest.raises(OSError, match="busy"), locked(lock):
        pass


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_file_that_cannot_be_written(
    office: Office, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    draft = office.typed(lambda tree: tree.update(summary="ใหม่"))
    keep(office.desk, SOMSRI, office.file, draft)

    def full(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(saving, "write_atomically", full)
    with pytest.raises(OSError, match=str(office.path)):
        save(office.desk, SOMSRI, office.file, draft)
    assert office.text == PEOPLE
    assert open_draft(office.desk, SOMSRI, office.file) == draft


@needs_fork
def test_a_disk_that_is_full_in_the_middle(office: Office) -> None:
    resource = pytest.importorskip("resource")
    draft = office.typed(lambda tree: tree.update(summary="ก" * 2000))
    keep(office.desk, SOMCHAI, office.file, draft)

    def write() -> None:
        # Files of this process end after 3,000 bytes, as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
        try:
            save(office.desk, SOMCHAI, office.file, draft)
        except OSError:
            os._exit(7)

    assert os.waitstatus_to_exitcode(os.waitpid(in_process(write), 0)[1]) == 7
    assert office.text == PEOPLE
    assert [path.name for path in office.path.parent.iterdir()] == ["o02.yml"]
    assert open_draft(office.desk, SOMCHAI, office.file) == draft


def test_a_save_counts_although_nothing_else_can_be_written(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(saving, "remember", full)
    monkeypatch.setattr(saving, "keep", full)
    draft = office.typed(lambda tree: tree.update(summary="ใหม่"))
    assert save(office.desk, SOMSRI, office.file, draft).saved
    assert "summary: ใหม่" in office.text


def test_the_folder_of_the_desk_is_nobody_elses(office: Office) -> None:
    keep(office.desk, SOMSRI, office.file, office.typed(lambda tree: tree.update(summary="ก")))
    assert (office.desk.state / ".gitignore").read_text(encoding="utf-8") == "*\n"
    if sys.platform != "win32":
        assert office.desk.state.stat().st_mode & 0o777 == 0o700
    assert Desk(office.desk.folder).state == office.desk.state
