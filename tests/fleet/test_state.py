"""Records on the disk: read whole or not at all, since a run goes on from them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from oit.bilingual import Bilingual
from oit.fleet import state
from oit.fleet.record import Record, examined, failed, key_of
from oit.fleet.unread import UnreadError

KEY = key_of("folder:1", {"source": "a", "program": "1", "day": "2026-12-01", "year": None})
NEXT = key_of("folder:2", {"source": "a", "program": "1", "day": "2026-12-02", "year": None})
STATUS = {"year": 2569, "summary": {"complete": 1}, "items": [{"id": "O1", "status": "complete"}]}
OTHER = {"year": 2569, "summary": {"complete": 0}, "items": [{"id": "O1", "status": "missing"}]}
WHY = UnreadError("no-folder", Bilingual("ไม่พบ", "not found"), Bilingual("หา", "look"))

GOOD = examined("a1", NEXT, "examined", OTHER, examined("a1", KEY, "examined", STATUS, None))
FAILED = failed("a1", NEXT, WHY, examined("a1", KEY, "examined", STATUS, None))


@pytest.mark.parametrize("record", [GOOD, FAILED])
def test_a_record_is_read_as_it_was_written(record: Record, tmp_path: Path) -> None:
    assert state.write(tmp_path, record)
    assert state.read(tmp_path, "a1") == record
    assert not state.write(tmp_path, record)


def test_what_a_killed_run_left_is_cleared_once_and_not_with_each_record(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    state.prepare(folder)
    assert folder.is_dir()
    leftover = folder / ".new-x"
    leftover.touch()
    state.write(folder, GOOD)
    assert leftover.exists()
    state.prepare(folder)
    assert [path.name for path in folder.iterdir()] == ["a1.json"]


@pytest.mark.parametrize(
    ("record", "path", "value"),
    [
        (FAILED, ("failure",), {"x": 1}),
        (FAILED, ("failure", "tries"), "3"),
        (FAILED, ("failure", "since"), "yesterday"),
        (FAILED, ("failure", "since"), "2026-02-31"),
        (FAILED, ("failure", "tries"), 10**30),
        (FAILED, ("good",), [1]),
        (FAILED, ("good", "status", "items"), [1, 2]),
        (GOOD, ("key",), None),
        (GOOD, ("key", "day"), 5),
        (GOOD, ("status", "year"), "2569"),
        (GOOD, ("status", "summary"), {}),
        (GOOD, ("before", "items"), [["O1"]]),
        (GOOD, ("how",), "guessed"),
        (GOOD, ("how",), None),
        (GOOD, ("status",), None),
        (FAILED, ("failure",), None),
        (FAILED, ("good", "how"), "guessed"),
        (GOOD, ("fleet",), 2),
        (GOOD, ("id",), "a2"),
        (GOOD, ("more",), 1),
    ],
)
def test_a_record_that_is_broken_anywhere_is_none(
    record: Record, path: tuple[str, ...], value: Any, tmp_path: Path
) -> None:
    broken: Any = json.loads(json.dumps(record))
    within = broken
    for name in path[:-1]:
        within = within[name]
    within[path[-1]] = value
    (tmp_path / "a1.json").write_text(json.dumps(broken), encoding="utf-8")
    assert state.read(tmp_path, "a1") is None


@pytest.mark.parametrize("text", ["", "null", "[]", "{", "[" * 100_000])
def test_a_file_that_is_no_record_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "a1.json").write_text(text, encoding="utf-8")
    assert state.read(tmp_path, "a1") is None


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert state.read(tmp_path, "a1") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a1.json")
    assert state.read(tmp_path, "a1") is None


def test_a_huge_file_is_no_record(tmp_path: Path) -> None:
    with (tmp_path / "a1.json").open("wb") as file:
        file.truncate(state.LARGEST + 1)
    assert state.read(tmp_path, "a1") is None


def test_what_may_not_be_replaced_is_an_obstacle(tmp_path: Path) -> None:
    for name in ("a1", "a2"):
        state.write(tmp_path, GOOD | {"id": name})
    (tmp_path / "a2.json").write_text('{"fleet": 2, "more": 1}', encoding="utf-8")
    (tmp_path / "a3.json").mkdir()
    (tmp_path / "a4.json").write_text("half of it", encoding="utf-8")
    found = [why.en for why in state.obstacles(tmp_path, ["a1", "a2", "a3", "a4", "a5"])]
    assert [Path(why.split(": ")[0]).name for why in found] == ["a2.json", "a3.json"]
    assert "newer version" in found[0]
    assert "not a file" in found[1]


def test_the_day_of_a_clock_that_was_wrong_is_not_kept() -> None:
    assert FAILED["failure"]["since"] == "2026-12-02"
    assert failed("a1", KEY, WHY, FAILED)["failure"]["since"] == "2026-12-01"


def test_a_reason_is_short_and_commands_no_terminal() -> None:
    name = "\x1b[31m" + "ก" * 5_000
    why = UnreadError("unreadable", Bilingual(name, name), Bilingual("หา", "look"))
    reason = failed("a1", KEY, why, None)["failure"]["en"]
    assert reason.startswith("\\x1b[31mก")
    assert len(reason) < 500
