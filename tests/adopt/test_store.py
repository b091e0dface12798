"""What was fetched is kept, and what is broken is fetched again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from adopt.conftest import Clock
from oit.adopt import store as module
from oit.adopt.store import Known, Store
from oit.remarks import VARIABLE

ADDRESS = "https://www.tumbon.go.th/../../แผน.pdf"
DAY = 24 * 3600


def put(store: Store, address: str = ADDRESS, body: bytes = b"%PDF-1.4") -> Known:
    with store.receiving() as received:
        received.receive(iter([b"an earlier answer"]))
        received.receive(iter([body[:3], body[3:]]))
        return store.keep(received, address, address, charset="", etag="", last_modified="")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def test_what_is_kept_is_found_again(folder: Path, clock: Clock) -> None:
    known = put(Store(folder, ["a"], clock.now))
    again = Store(folder, ["a"], clock.now)
    assert again.fresh(ADDRESS) == again.known(ADDRESS) == known
    assert again.path(known).read_bytes() == b"%PDF-1.4"
    assert again.known("https://www.tumbon.go.th/") is None


def test_names_are_digests(folder: Path, clock: Clock) -> None:
    put(Store(folder, ["../x"], clock.now))
    names = {path.name for path in folder.iterdir()}
    assert all(
        set(Path(name).stem.removeprefix("run-")) <= set("0123456789abcdef") for name in names
    )
    assert {path.name for path in folder.parent.iterdir()} == {"kept"}


def test_another_run_asks_again(folder: Path, clock: Clock) -> None:
    store = Store(folder, ["a"], clock.now)
    put(store)
    clock.time += 1
    assert Store(folder, ["b"], clock.now).fresh(ADDRESS) is None
    store.finish()
    assert Store(folder, ["a"], clock.now).fresh(ADDRESS) is None
    assert Store(folder, ["a"], clock.now).known(ADDRESS)


def test_a_run_that_was_stopped_days_ago_asks_again(folder: Path, clock: Clock) -> None:
    put(Store(folder, ["a"], clock.now))
    clock.time += 2 * DAY
    assert Store(folder, ["a"], clock.now).fresh(ADDRESS) is None


def test_what_has_not_changed_is_confirmed(folder: Path, clock: Clock) -> None:
    known = put(Store(folder, ["a"], clock.now))
    clock.time += 1
    store = Store(folder, ["b"], clock.now)
    assert store.confirm(known).checked == clock.time
    assert store.fresh(ADDRESS)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "\xff",
     '{"digest": "../../../etc/passwd"}', '{"size": "many"}', '{"etag": 1}', '{"checked": null}',
     '{"address": "https://other.go.th/"}', '{"odd": 1}'],
)  # fmt: skip
def test_what_is_broken_is_ignored(
    folder: Path,
    clock: Clock,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    put(Store(folder, ["a"], clock.now))
    [file] = [path for path in folder.glob("*.json") if not path.name.startswith("run-")]
    if text.startswith("{"):
        text = (
            json.dumps(json.loads(file.read_bytes()) | json.loads(text)) if text != "{}" else text
        )
    file.write_text(text, encoding="latin-1")
    store = Store(folder, ["a"], clock.now)
    assert store.known(ADDRESS) is None
    assert f"{file} was not used" in capsys.readouterr().err
    assert put(store) == store.known(ADDRESS)


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.5"])
def test_contents_that_were_damaged_are_ignored(folder: Path, clock: Clock, damage: bytes) -> None:
    store = Store(folder, ["a"], clock.now)
    known = put(store)
    store.path(known).write_bytes(damage)
    assert store.known(ADDRESS) is None
    store.path(known).unlink()
    assert store.known(ADDRESS) is None


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"started": "x"}', '{"started": 9e99}'])
def test_a_broken_note_of_the_run_begins_another(folder: Path, clock: Clock, text: str) -> None:
    store = Store(folder, ["a"], clock.now)
    put(store)
    clock.time += 1
    [run] = folder.glob("run-*")
    run.write_text(text)
    assert Store(folder, ["a"], clock.now).started == clock.time


def test_a_run_that_fails_leaves_nothing_half(folder: Path, clock: Clock) -> None:
    store = Store(folder, ["a"], clock.now)

    def stopped() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), store.receiving() as received:
        received.receive(stopped())
    assert [*folder.iterdir()] == []


def test_a_run_that_fetches_nothing_writes_nothing(folder: Path, clock: Clock) -> None:
    Store(folder, ["a"], clock.now).finish()
    assert not folder.exists()


def test_what_a_killed_run_left_is_removed(folder: Path, clock: Clock) -> None:
    (folder / ".receiving-killed").mkdir(parents=True)
    (folder / ".receiving-killed" / "contents").write_bytes(b"half")
    put(Store(folder, ["a"], clock.now))
    assert not [*folder.glob(".receiving-*")]


def test_what_is_old_or_of_no_address_is_removed(folder: Path, clock: Clock) -> None:
    store = Store(folder, ["a"], clock.now)
    old, new = put(store, "https://a.go.th/old", b"old"), put(store, "https://a.go.th/new", b"new")
    (folder / ("0" * 64)).write_bytes(b"nobody's")
    (folder / "note.txt").write_bytes(b"somebody's")
    clock.time += 20 * DAY
    store.confirm(new)
    clock.time += 20 * DAY
    store = Store(folder, ["a"], clock.now)
    assert not store.path(old).exists()
    assert not (folder / ("0" * 64)).exists()
    assert store.known("https://a.go.th/old") is None
    assert store.known("https://a.go.th/new")
    assert (folder / "note.txt").exists()


def test_what_is_too_much_is_removed(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LARGEST", 5)
    store = Store(folder, ["a"], clock.now)
    for body in (b"one", b"two"):
        put(store, f"https://a.go.th/{body.decode()}", body)
        clock.time += 1
    store = Store(folder, ["a"], clock.now)
    assert store.known("https://a.go.th/one") is None
    assert store.known("https://a.go.th/two")
