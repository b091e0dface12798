"""No command overwrites a file of the user's unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from oit.cli.main import main
from small_agency import AGENCY, SmallAgency

COMMANDS = {
    "answers": ["answers", "--out", "mine.csv"],
    "workbook": ["workbook", "export", "--out", "."],
    "pack": ["pack", "--out", "mine.zip"],
}


@pytest.fixture
def agency(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> SmallAgency:
    """An agency; commands are called in its folder."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: https://www.lek.example/\n")
    monkeypatch.chdir(small_agency.folder)
    return small_agency


@pytest.fixture
def run(agency: SmallAgency) -> Callable[..., int]:
    del agency
    return lambda *arguments: main([*arguments])


@pytest.mark.parametrize("name", ["answers", "workbook"])
def test_a_file_with_other_contents_is_kept_unless_asked_for(
    agency: SmallAgency, run: Callable[..., int], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(*COMMANDS[name]) == 0
    written = {path: path.read_bytes() for path in agency.folder.iterdir() if path.is_file()}
    first = next(path for path in written if path.suffix in {".csv", ".xlsx"})
    first.write_bytes(b"mine")
    capsys.readouterr()
    assert run(*COMMANDS[name]) == 2
    assert capsys.readouterr().err.startswith(f"มี {first.name} อยู่แล้ว")
    assert first.read_bytes() == b"mine"
    assert run(*COMMANDS[name], "--force") == 0
    assert first.read_bytes() == written[first]


@pytest.mark.parametrize("name", ["answers", "workbook"])
def test_the_same_file_again_loses_nothing(run: Callable[..., int], name: str) -> None:
    assert run(*COMMANDS[name]) == 0
    assert run(*COMMANDS[name]) == 0


def test_all_workbooks_are_written_or_none(agency: SmallAgency, run: Callable[..., int]) -> None:
    assert run(*COMMANDS["workbook"]) == 0
    books = sorted(agency.folder.glob("*.xlsx"))
    for book in books[1:]:
        book.unlink()
    books[0].write_bytes(b"filled")
    assert run(*COMMANDS["workbook"]) == 2
    assert sorted(agency.folder.glob("*.xlsx")) == books[:1]


def test_a_pack_replaces_only_a_pack(agency: SmallAgency, run: Callable[..., int]) -> None:
    (agency.folder / "site").mkdir()
    (agency.folder / "mine.zip").write_bytes(b"mine")
    assert run(*COMMANDS["pack"]) == 2
    assert (agency.folder / "mine.zip").read_bytes() == b"mine"


def test_a_folder_in_the_place_of_the_file_is_refused(
    agency: SmallAgency, run: Callable[..., int]
) -> None:
    (agency.folder / "mine.csv").mkdir()
    assert run(*COMMANDS["answers"]) == 2
    assert list(Path("mine.csv").iterdir()) == []
