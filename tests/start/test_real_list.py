"""``oit upgrade``: data under a provisional list is moved to the real one."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from oit.assess.assessment import ItemStatus
from oit.atomic import replace_folder
from oit.data import checklist
from oit.data.checklist import OWN_FOLDER
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.codes import provisional_list
from oit.start import real_list
from start.newcomer import Newcomer

REAL = """\
checklist: general
year: 2570
title: แบบวัดจริงที่สมมติขึ้น ปีงบประมาณ พ.ศ. 2570
source: การทดสอบ
indicators:
  - {id: "9", title: การเปิดเผยข้อมูล}
items:
  - id: O1
    title: เรื่องใหม่ที่ปีก่อนไม่มี
    indicator: "9"
    form: document
    elements: [{id: entries, text: รายการ, rule: present, field: entries}]
  - id: O2
    title: ข่าวและประกาศ
    indicator: "9"
    form: news
    continues: [O4]
    elements: [{id: stories, text: ข่าว, rule: present, field: news}]
  - id: O4
    title: ช่องทางติดต่อ
    indicator: "9"
    form: contact
    continues: [O3]
    elements:
      - {id: where, text: ที่อยู่, rule: present, field: address}
      - {id: call, text: โทรศัพท์, rule: present, field: phone}
  - id: O5
    title: คู่มือทั้งสองแบบ
    indicator: "9"
    form: staff_manual
    continues: [O8, O9]
    elements: [{id: manuals, text: คู่มือ, rule: present, field: manuals}]
  - id: O6
    title: มาตรการ
    indicator: "9"
    form: ita_development
    file: ita.yml
    continues: [O25]
    elements: [{id: measures, text: มาตรการ, rule: present, field: measures}]
"""
CONTACT = """\
owner: สำนักปลัด
updated: 2569-11-15   # ตรวจแล้ว
address: เลขที่ 5 หมู่ที่ 1
documents:
  - title: แผ่นพับ
    file: files/2570/leaflet.pdf
    shows: {phone: 1, map: 2}
"""


@pytest.fixture
def provisional(newcomer: Newcomer) -> Newcomer:
    """Give the repository of an agency that began 2570 before its list was published."""
    newcomer.init(year="2570")
    header = newcomer.read("2570/o03.yml").split("\n\n")[0]
    newcomer.write("2570/o03.yml", f"{header}\n\n{CONTACT}")
    newcomer.write("2570/o04.yml", "news:\n  - {title: ประชุมสภา}\n")
    newcomer.write("2570/o07.yml", "problems: ไม่มี\n")
    newcomer.write("2570/o08.yml", "manuals:\n  - {title: คู่มือรับเรื่อง}\n")
    newcomer.write("2570/o09.yml", "services:\n  - {name: ขอใบอนุญาต}\n")
    newcomer.write("2570/ita.yml", "measures:\n  - {name: ปรับแบบคำขอ}\n")
    newcomer.write("2571/o03.yml", "## คัดลอกจากไฟล์ 2570/o03.yml\n\naddress: ก\n")
    return newcomer


@pytest.fixture
def with_real_list(provisional: Newcomer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program bring the real list, as its next version would."""
    del provisional
    folder = tmp_path / "program/checklists"
    shutil.copytree(OWN_FOLDER, folder)
    (folder / "general-2570.yml").write_text(REAL, encoding="utf-8")
    monkeypatch.setattr(checklist, "OWN_FOLDER", folder)


def files(newcomer: Newcomer) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in newcomer.site.rglob("*") if p.is_file()}


def test_the_year_is_said_to_be_provisional_in_one_sentence(newcomer: Newcomer) -> None:
    said = newcomer.init(year="2570").out
    sentence = newcomer.check().checklist.provisional or ""
    assert "แบบวัดปี 2570 ยังไม่ประกาศ จึงใช้ของปี 2569 ไปก่อน" in sentence
    assert "ป.ป.ช." in sentence
    assert said.count(sentence) == 1
    assert newcomer.on_data("check").out.count(sentence) == 1
    assert newcomer.on_data("score").out.count(sentence) == 1
    assert "may change thoroughly" in newcomer.on_data("score", lang="en").out
    (warning,) = newcomer.check().general_findings
    assert warning.code is provisional_list.CODE
    assert re.fullmatch(r".*data/checklists/general-2570\.yml", warning.place.file)


def test_a_new_year_says_the_same(newcomer: Newcomer) -> None:
    newcomer.init()
    said = newcomer.on_data("new-year", "2570").out
    assert said.count(newcomer.check(2570).checklist.provisional or "?") == 1


def test_what_to_do_with_the_file_is_a_comment_and_not_in_the_published_note(
    newcomer: Newcomer,
) -> None:
    newcomer.init(year="2570")
    text = newcomer.read("checklists/general-2570.yml")
    assert "provisional" in text.splitlines()[0]
    assert "oit upgrade" in text.splitlines()[1]
    assert "oit upgrade" not in (newcomer.check().checklist.note or "")


def test_the_list_of_a_known_year_is_not_provisional(newcomer: Newcomer) -> None:
    assert "ยังไม่ประกาศ" not in newcomer.init().out
    assert newcomer.check().checklist.caution is None


def test_without_a_real_list_nothing_is_moved(provisional: Newcomer) -> None:
    before = files(provisional)
    assert provisional.on_data("upgrade").status == 0
    assert files(provisional) == before


def test_whoever_checks_one_item_learns_that_the_list_is_provisional(provisional: Newcomer) -> None:
    assessment = provisional.check(2570)
    narrowed = assessment.only(item=assessment.items[0].item.slug)
    assert "OIT236" in {finding.code.id for finding in narrowed.findings}


@pytest.mark.usefixtures("with_real_list")
def test_a_check_says_that_the_real_list_is_there(provisional: Newcomer) -> None:
    (warning,) = (f for f in provisional.check(2570).findings if f.code.id == "OIT236")
    assert "oit upgrade --dry-run" in warning.hint()


@pytest.mark.usefixtures("with_real_list")
def test_a_dry_run_tells_what_moves_and_writes_nothing(provisional: Newcomer) -> None:
    before = files(provisional)
    told = provisional.on_data("upgrade", "--dry-run")
    assert files(provisional) == before
    assert told.status == 1
    assert "O3 → O4 ช่องทางติดต่อ (data/2570/o04.yml)" in told.out
    # Apart from the last line, the call itself tells the same.
    assert provisional.on_data("upgrade").out.split("\n")[:-2] == told.out.split("\n")[:-2]


@pytest.mark.usefixtures("with_real_list")
def test_each_file_goes_to_the_item_that_continues_its_own(provisional: Newcomer) -> None:
    told = provisional.on_data("upgrade")
    assert told.status == 1
    names = sorted(path.name for path in (provisional.data / "2570").iterdir())
    assert names == ["ita.yml", "o01.yml", "o02.yml", "o04.yml", "o05.yml", "unplaced"]
    text = provisional.read("2570/o04.yml")
    assert "## O4 ช่องทางติดต่อ (แบบวัดปี 2570)" in text
    assert "O3 ข้อมูลการติดต่อ" not in text
    # The rest of the file is as its officer wrote it.
    assert text.endswith(CONTACT.replace("{phone: 1, map: 2}", "{call: 1}"))
    assert "ประชุมสภา" in provisional.read("2570/o02.yml")
    assert provisional.read("2571/o03.yml").startswith("## คัดลอกจากไฟล์ 2570/o04.yml")
    assert not (provisional.data / "checklists/general-2570.yml").exists()
    assert "เลขข้อและที่อยู่ของปี 2570" in told.out


@pytest.mark.usefixtures("with_real_list")
def test_what_has_no_successor_is_kept_and_named(provisional: Newcomer) -> None:
    told = provisional.on_data("upgrade").out
    kept = {path.name for path in (provisional.data / "2570/unplaced").iterdir()}
    # Empty files of items that are gone are not kept.
    assert kept == {"o07.yml", "o09.yml"}
    assert provisional.read("2570/unplaced/o07.yml") == "problems: ไม่มี\n"
    assert "แบบวัดจริงไม่มีข้อนี้แล้ว เก็บไว้ที่ data/2570/unplaced/o07.yml" in told
    # O8 and O9 became one item, of the form of O8.
    assert "คู่มือรับเรื่อง" in provisional.read("2570/o05.yml")
    assert "รวมหรือเปลี่ยนเป็น O5 คู่มือทั้งสองแบบ ให้ย้ายเนื้อหาเอง" in told
    # An element that the real item lacks cannot be shown by a document.
    assert "O4: แบบวัดจริงไม่มีองค์ประกอบ map" in told


@pytest.mark.usefixtures("with_real_list")
def test_afterwards_the_data_is_held_against_the_real_list(provisional: Newcomer) -> None:
    provisional.on_data("upgrade")
    assessment = provisional.check(2570)
    assert assessment.checklist.title.startswith("แบบวัดจริง")
    statuses = {result.item.id: result.status for result in assessment.items}
    assert statuses["O1"] is ItemStatus.MISSING
    assert statuses["O2"] is statuses["O6"] is ItemStatus.COMPLETE
    found = {finding.code.id for finding in assessment.findings}
    assert found.isdisjoint({"OIT110", "OIT221", "OIT236"})
    before = files(provisional)
    assert provisional.on_data("upgrade").status == 0
    assert files(provisional) == before


@pytest.mark.usefixtures("with_real_list")
def test_after_answers_were_submitted_nothing_is_moved(provisional: Newcomer) -> None:
    provisional.write("2570/submitted.yml", "submitted: 2570-04-01\n")
    before = files(provisional)
    told = provisional.on_data("upgrade")
    assert told.status == 1
    assert "submitted.yml: ส่งคำตอบตามแบบวัดชั่วคราวแล้ว" in told.out
    assert files(provisional) == before


@pytest.mark.usefixtures("with_real_list")
def test_after_assessors_reviewed_its_items_nothing_is_moved(provisional: Newcomer) -> None:
    provisional.write("2570/review.yml", "items: [{item: O4, score: 0}]\n")
    before = files(provisional)
    told = provisional.on_data("upgrade")
    assert told.status == 1
    assert "review.yml: ผู้ประเมินตรวจตามแบบวัดชั่วคราวแล้ว" in told.out
    assert files(provisional) == before


@pytest.mark.usefixtures("with_real_list")
def test_a_list_that_the_agency_made_its_own_stays(provisional: Newcomer) -> None:
    path = "checklists/general-2570.yml"
    text = re.sub(r"^provisional: .*\n(  .*\n)*", "", provisional.read(path), flags=re.MULTILINE)
    provisional.write(path, text)
    before = files(provisional)
    assert provisional.on_data("upgrade").status == 0
    assert files(provisional) == before
    assert all(finding.code.id != "OIT236" for finding in provisional.check(2570).findings)


@pytest.mark.usefixtures("with_real_list")
def test_a_file_that_cannot_be_read_is_moved_as_it_is(provisional: Newcomer) -> None:
    broken = "news: [ข่าว".encode("cp874")
    (provisional.data / "2570/o04.yml").write_bytes(broken)
    (provisional.data / "2570/o07.yml").write_bytes(broken)
    provisional.write("2570/o03.yml", "address: [\n")
    provisional.on_data("upgrade")
    assert (provisional.data / "2570/o02.yml").read_bytes() == broken
    assert (provisional.data / "2570/unplaced/o07.yml").read_bytes() == broken
    assert provisional.read("2570/o04.yml").endswith("address: [\n")


@pytest.mark.usefixtures("with_real_list")
def test_a_call_that_was_killed_is_finished_by_the_next(
    provisional: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*arguments: Path) -> None:
        replace_folder(*arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(real_list, "replace_folder", killed)
        with pytest.raises(KeyboardInterrupt):
            real_list.carry_out(next(the_moves(provisional)), DataFolder(provisional.data))
    moved = {p.name: p.read_bytes() for p in (provisional.data / "2570").glob("*.yml")}
    told = provisional.on_data("upgrade")
    assert "ย้ายข้อมูลของปี 2570 ไว้แล้ว" in told.out
    # A second move would take the new numbers for the old ones.
    assert {p.name: p.read_bytes() for p in (provisional.data / "2570").glob("*.yml")} == moved
    assert not (provisional.data / "checklists/general-2570.yml").exists()
    assert not [*(provisional.data / "2570").glob(".*")]
    assert provisional.read("2571/o03.yml").startswith("## คัดลอกจากไฟล์ 2570/o04.yml")
    assert provisional.on_data("upgrade").status == 0


@pytest.mark.usefixtures("with_real_list")
def test_files_that_are_no_items_of_the_provisional_list_are_kept(provisional: Newcomer) -> None:
    path = checklist.OWN_FOLDER / "general-2570.yml"
    text = path.read_text(encoding="utf-8").replace("- id: O1\n", "- id: O27\n")
    path.write_text(text.replace("- id: O2\n", "- id: O28\n"), encoding="utf-8")
    provisional.write("2570/o27.yml", "entries: [{title: เตรียมไว้แล้ว}]\n")
    provisional.write("2570/o28.yml", "news: [{title: เขียนไว้ก่อน}]\n")
    provisional.write("2570/unplaced/o07.yml", "problems: เดิม\n")
    told = provisional.on_data("upgrade").out
    # It was prepared for the real list.
    assert "เตรียมไว้แล้ว" in provisional.read("2570/o27.yml")
    assert "ประชุมสภา" in provisional.read("2570/o28.yml")
    assert "เขียนไว้ก่อน" in provisional.read("2570/unplaced/o28.yml")
    assert "data/2570/unplaced/o28.yml" in told
    assert provisional.read("2570/unplaced/o07.yml") == "problems: เดิม\n"
    assert provisional.read("2570/unplaced/o07-2.yml") == "problems: ไม่มี\n"


def the_moves(newcomer: Newcomer) -> Iterator[real_list.Move]:
    folder = DataFolder(newcomer.data, newcomer.site)
    agency, _ = read_agency(folder)
    assert agency is not None
    return real_list.moves(folder, agency)
