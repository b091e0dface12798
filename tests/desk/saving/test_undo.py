"""The last saves of a file, and undo."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from desk.saving.conftest import PEOPLE, SOMCHAI, SOMSRI, Office
from oit.desk.officer import Officer
from oit.desk.saving.audit import LOG, record
from oit.desk.saving.draft import keep, kept
from oit.desk.saving.save import save
from oit.desk.saving.saves import KEPT, save_of, saves_of
from oit.desk.saving.undo import undo

Edit = Callable[[Any], object]


def do(office: Office, change: Edit, officer: Officer = SOMSRI) -> None:
    save(office.desk, officer, office.file, office.typed(change))


def undo_latest(office: Office, back: int = 0) -> Any:
    return undo(office.desk, SOMCHAI, office.file, saves_of(office.desk, office.file)[back])


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree["people"][0].update(phone="1"),
        lambda tree: tree["people"].append({"name": "นายใหม่"}),
        lambda tree: tree["people"].reverse(),
        lambda tree: tree["people"].insert(0, tree["people"].pop()),
    ],
    ids=["a field", "an added entry", "the order", "a moved entry"],
)
def test_a_save_is_undone_and_done_again(office: Office, change: Edit) -> None:
    do(office, change)
    after = office.text
    assert undo_latest(office).saved
    assert office.text == PEOPLE
    assert undo_latest(office).saved
    assert office.text == after


def test_a_removed_entry_comes_back_where_it_was(office: Office) -> None:
    do(office, lambda tree: tree["people"].pop(1))
    undo_latest(office)
    assert office.file.root["people"][1] == {
        "name": "นายสอง ตัวอย่าง",
        "position": "ปลัดเทศบาล",
        "phone": "0 4500 0002",
    }


def test_what_was_saved_since_stays(office: Office) -> None:
    do(office, lambda tree: tree["people"][0].update(phone="1"))
    do(office, lambda tree: (tree.update(summary="ใหม่"), tree["people"].pop(1)))
    undo_latest(office, 1)
    assert "phone: 0 4500 0001" in office.text
    assert "summary: ใหม่" in office.text
    assert "นายสอง" not in office.text


def test_nothing_is_undone_before_conflicts_are_settled(office: Office) -> None:
    do(office, lambda tree: tree.update(owner="ก", summary="ข"))
    do(office, lambda tree: tree.update(owner="ค"))
    before = office.text
    outcome = undo_latest(office, 1)
    assert [conflict.path for conflict in outcome.conflicts] == [("owner",)]
    assert office.text == before
    done = saves_of(office.desk, office.file)[1]
    undo(office.desk, SOMCHAI, office.file, done, {("owner",): "theirs"})
    assert "owner: ค " in office.text
    assert "summary" not in office.file.root or not office.file.root["summary"]


def test_a_draft_outlasts_the_undo_of_somebody_else(office: Office) -> None:
    do(office, lambda tree: tree.update(owner="ก"))
    draft = office.typed(lambda tree: tree["people"][0].update(phone="9"))
    keep(office.desk, SOMCHAI, office.file, draft)
    undo_latest(office)
    assert kept(office.desk, SOMCHAI, office.file) == draft


def test_the_last_saves_are_kept(office: Office) -> None:
    for number in range(KEPT + 3):
        do(office, lambda tree, number=number: tree.update(summary=str(number)))  # type: ignore[misc]
    done = saves_of(office.desk, office.file)
    assert [save.number for save in done] == list(range(KEPT + 3, 3, -1))
    assert (done[0].who, done[0].kind, done[0].fields) == ("somsri", "save", ("summary",))
    assert save_of(office.desk, office.file, 1) is None
    # A broken record is as good as none.
    next((office.desk.state / "saves").glob("*/*23.json")).write_text("{", encoding="utf-8")
    assert saves_of(office.desk, office.file)[0].number == KEPT + 2


def test_the_log_names_fields_and_no_values(office: Office) -> None:
    do(office, lambda tree: (tree["people"][1].update(phone="08-1111"), tree.update(owner="ลับ")))
    undo_latest(office)
    record(office.desk, SOMSRI, "", ["documents"], "upload")
    text = (office.desk.state / LOG).read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [(line["who"], line["file"], line["kind"]) for line in lines] == [
        ("somsri", "2569/o02.yml", "save"),
        ("somchai", "2569/o02.yml", "undo"),
        ("somsri", "", "upload"),
    ]
    assert lines[0]["fields"] == ["owner", "people.phone"]
    assert not any(value in text for value in ("08-1111", "ลับ", "นายสอง"))


def test_a_line_that_was_cut_off_does_not_spoil_the_next(office: Office) -> None:
    log = office.desk.state_folder() / LOG
    log.write_text('{"when": "25', encoding="utf-8")
    record(office.desk, Officer("ก\nข"), "a", [])
    first, second = log.read_text(encoding="utf-8").splitlines()
    assert first == '{"when": "25'
    assert json.loads(second)["who"] == "ก\nข"
