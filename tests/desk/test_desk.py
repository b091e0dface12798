"""What the pages see of the files: always what they say now."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from given import ROOT
from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.intake.workbook.files import files_of

TODAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("repository")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    return Desk(DataFolder(root / "data", root), TODAY)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(assessment: Assessment) -> list[object]:
    """Return what an assessment says: tables are never equal."""
    items = [(r.item, r.owner, r.status, r.elements, r.findings) for r in assessment.items]
    return [*items, *assessment.general_findings]


def test_a_changed_file_is_seen_at_once_and_the_others_are_not_read_again(desk: Desk) -> None:
    before = {file.path: file for file in desk.files()}
    path = desk.folder.path / "2569/o07.yml"
    change(path, "summary:", "summary: เปลี่ยนแล้ว")
    after = {file.path: file for file in desk.files()}
    there = [p for p in after if after[p].digest]
    assert [p for p in there if after[p].document is not before[p].document] == [path]
    assert said(desk.assessment()) == said(examine(desk.folder, TODAY))
    assert list(after.values()) == files_of(desk.folder, desk.assessment())


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("2569/o02.yml", "name: ", "name: ตัวอย่าง "),
        ("2569/o07.yml", "summary:", "nonsense:"),
        ("2569/o11.yml", "rows: ", "rows: x"),
        ("2569/procurement.csv", "48000", "ไม่ทราบ"),
        ("2569/o13.yml", "updated: ", "updated: 31/12/2571 #"),
        ("2569/ita.yml", ": ", ": x"),
        ("agency.yml", "kind: municipality", "kind: province"),
    ],
)
def test_what_did_not_change_is_told_as_if_everything_had_been_assessed_again(
    desk: Desk, file: str, old: str, new: str
) -> None:
    path = desk.folder.path / file
    text = path.read_bytes()
    desk.assessment()
    change(path, old, new)
    assert said(desk.assessment()) == said(examine(desk.folder, TODAY))
    path.write_bytes(text)


def test_a_document_that_is_gone_is_missed_at_once(desk: Desk) -> None:
    known = said(desk.assessment())
    documents = desk.folder.docs / "files"
    documents.rename(desk.folder.docs / "others")
    assert said(desk.assessment()) == said(examine(desk.folder, TODAY))
    assert said(desk.assessment()) != known
    (desk.folder.docs / "others").rename(documents)
    assert said(desk.assessment()) == known


def test_a_file_that_is_removed_or_new_is_seen_at_once(desk: Desk) -> None:
    path = desk.folder.path / "2569/o08.yml"
    text = path.read_bytes()
    path.unlink()
    file = desk.file(2569, "o8")
    assert file is not None
    assert not file.digest
    assert not file.root
    path.write_bytes(text)
    file = desk.file(2569, "o8")
    assert file is not None
    assert file.root


def test_a_moment_keeps_what_it_has_seen_and_ends(desk: Desk) -> None:
    path = desk.folder.path / "agency.yml"
    with desk.one_moment():
        name = desk.assessment().agency.name
        change(path, name, f"{name}ใหม่")
        assert desk.assessment().agency.name == name
        assert desk.assessment(2569) is desk.assessment()
    assert desk.assessment().agency.name == f"{name}ใหม่"
