"""What a save would spoil is known before anything is written."""

from pathlib import Path

import pytest

from oit.admin.trial import spoilt
from oit.data.folder import DataFolder
from small_agency import PARTIAL, SmallAgency

BAD_DATE = "owner: กองคลัง\nupdated: 32 ม.ค. 2569\n"


def codes(folder: DataFolder, path: str, text: str) -> list[str]:
    errors = spoilt(folder, {folder.path.absolute() / path: text.encode()})
    return [error.code.id for error in errors]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("2569/o07.yml", BAD_DATE, ["OIT208"], id="no such day"),
        pytest.param("2569/o07.yml", PARTIAL + "nothing_to_report: ก\n", ["OIT214"], id="both"),
        pytest.param("2569/o08.yml", "owner: ก\nowner: ข\n", ["OIT104"], id="a new file"),
        pytest.param("2569/ita.yml", "year: x\n", ["OIT208"], id="the cycle"),
        pytest.param("agency.yml", "name: ก\nkind: other\nchecklist: x\n", ["OIT401"], id="list"),
        pytest.param("2569/o07.yml", "owner: กองคลัง\n", [], id="gaps are no errors"),
    ],
)
def test_only_errors_are_reported(
    folder: DataFolder, path: str, text: str, expected: list[str]
) -> None:
    before = {file: file.read_bytes() for file in folder.path.rglob("*.yml")}

    assert codes(folder, path, text) == expected
    assert {file: file.read_bytes() for file in folder.path.rglob("*.yml")} == before


def test_existing_errors_do_not_block_a_save(folder: DataFolder, small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/o07.yml", BAD_DATE)

    assert codes(folder, "2569/o07.yml", BAD_DATE.replace("กองคลัง", "กองช่าง")) == []
    assert codes(folder, "2569/o07.yml", f"{BAD_DATE}year: x\n") == ["OIT208"]
    assert codes(folder, "2569/o02.yml", BAD_DATE) == ["OIT208"]


def test_errors_revealed_in_other_files_do_not_block_a_fix(
    folder: DataFolder, small_agency: SmallAgency
) -> None:
    sound = small_agency.data.joinpath("agency.yml").read_text(encoding="utf-8")
    small_agency.write("data/agency.yml", sound.replace("small", "smal"))
    small_agency.write("data/2569/o07.yml", BAD_DATE)

    assert codes(folder, "agency.yml", sound) == []


def test_documents_are_looked_for_where_they_are(folder: DataFolder, document: Path) -> None:
    document.write_bytes(b"%PDF-1.7")
    text = "documents:\n  - {title: ก, file: files/2569/a.pdf}\n"

    assert codes(folder, "2569/o08.yml", text) == []
    document.unlink()
    assert codes(folder, "2569/o08.yml", text) == ["OIT301"]
