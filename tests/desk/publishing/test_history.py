"""Who changed what of an item, and when, in words for the staff."""

import json
from datetime import UTC, datetime

import pytest

from oit.desk.desk import Desk
from oit.desk.publishing.history import A_PAGE, Committed, ItemHistory, history
from oit.desk.publishing.saved import saves
from oit.intake.workbook.files import ItemFile
from oit.views.changes.git import NO_REPOSITORY
from small_agency import SmallAgency
from views.changes.repository import Repository

FILE = "data/2569/o07.yml"


def item(desk: Desk, slug: str = "o7") -> ItemFile:
    found = desk.file(2569, slug)
    assert found is not None
    return found


def latest(found: ItemHistory) -> Committed:
    return found.commits[0]


def saved(desk: Desk, *lines: object) -> None:
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    (desk.state_folder() / "saves.log").write_text("".join(f"{t}\n" for t in texts))


def test_commits_tell_the_day_the_author_and_the_values(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add(FILE, "problems: ขาดคน\n")
    repository.commit("ข้อความของคอมมิตไม่แสดง")
    small_agency.add(FILE, "# หมายเหตุ\n")
    repository.commit("หมายเหตุ")
    small_agency.write("data/2569/o01.yml", "owner: ก\n")
    repository.commit("ข้ออื่น")
    found = history(desk, item(desk))
    comment, change, first = found.commits
    assert (comment.changes, comment.is_first) == ((), False)
    assert change.moment.date().isoformat() == "2026-03-02"
    assert change.author == "ผู้แก้"
    assert change.changes == (("ปัญหา/อุปสรรค", "", "ขาดคน"),)
    assert first.is_first
    assert [c.where for c in first.changes][:2] == ["ผู้รับผิดชอบ", "ปรับปรุงล่าสุด"]
    assert (found.has_more, found.fault, found.saved) == (False, None, ())


def test_what_became_complete_or_got_worse(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add(FILE, "problems: ขาดคนและงบประมาณ\nrecommendations: ควรเพิ่มคน\n")
    repository.commit("ครบ")
    small_agency.write(FILE, "owner: กองคลัง\n")
    repository.commit("ลบ")
    worse, complete, _ = history(desk, item(desk)).commits
    assert [section.title for section in complete.sections][:1] == ["ครบถ้วนแล้ว (1)"]
    assert complete.sections[0].lines == ["O7 รายงานผลการดำเนินงาน (บางส่วน → ครบ)"]
    assert [section.title for section in worse.sections][:1] == ["ถดถอย (1)"]


def test_rows_of_the_table_are_counted(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add_items_in_part()
    small_agency.write("data/2569/o22.yml", "owner: ก\nrows: procurement.csv\n")
    small_agency.write("data/2569/procurement.csv", "month,name\n2568-10,ก\n")
    repository.commit("ตาราง")
    small_agency.add("data/2569/procurement.csv", "2568-11,ข\n2568-12,ค\n")
    repository.commit("แถวใหม่")
    found = history(desk, item(desk, "o22"))
    assert latest(found).changes == (("รายการในตาราง procurement.csv", "1 แถว", "3 แถว"),)


def test_version_that_cannot_be_read(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.write(FILE, "a: [\n")
    repository.commit("เสีย")
    assert latest(history(desk, item(desk))).changes[0].where == "อ่านไฟล์ในรุ่นนี้ไม่ได้"


def test_many_commits_are_shown_page_by_page(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    for number in range(A_PAGE + 2):
        small_agency.add(FILE, f"# {number}\n")
        repository.commit(f"ครั้งที่ {number}")
    found = history(desk, item(desk))
    assert (len(found.commits), found.has_more) == (A_PAGE, True)
    rest = history(desk, item(desk), A_PAGE)
    assert (len(rest.commits), rest.has_more) == (3, False)
    assert rest.commits[-1].is_first


def test_saves_after_the_last_commit(
    desk: Desk, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add(FILE, "problems: ขาดคน\n")
    repository.commit("แก้")
    fields = ["problems", "projects.name", "unknown"]
    line = {"who": "somsri", "file": "2569/o07.yml", "fields": fields, "kind": "save"}
    saved(
        desk,
        {**line, "when": "2026-03-01T10:00:00+07:00"},
        {**line, "when": "2026-03-05T10:00:00+07:00"},
        {**line, "when": "2026-03-05T11:00:00+07:00", "file": "2569/o01.yml"},
        "ไม่ใช่ JSON",
        {"when": "เมื่อวาน"},
        [],
    )
    (own,) = history(desk, item(desk)).saved
    assert (own.who, own.fields) == (
        "somsri",
        ("ปัญหา/อุปสรรค", "ผลการดำเนินการรายโครงการ/กิจกรรม › โครงการ/กิจกรรม", "unknown"),
    )
    assert own.moment == datetime(2026, 3, 5, 3, tzinfo=UTC)
    assert len([*saves(desk)]) == 3


def test_without_git_saves_are_told(small_agency: SmallAgency, desk: Desk) -> None:
    (small_agency.folder / ".git").rename(small_agency.folder / ".gone")
    saved(
        desk,
        {
            "when": "2026-03-05T10:00:00+07:00",
            "who": "",
            "file": "2569/o07.yml",
            "fields": [],
            "kind": "save",
        },
    )
    found = history(desk, item(desk))
    assert found.fault == NO_REPOSITORY
    assert (found.commits, len(found.saved)) == ((), 1)


def test_broken_repository_is_told(small_agency: SmallAgency, desk: Desk) -> None:
    (small_agency.folder / ".git/HEAD").write_text("?")
    found = history(desk, item(desk))
    assert found.fault
    assert "git" in found.fault.th
    assert found.commits == ()


@pytest.mark.parametrize("slug", ["agency", "o8"])
def test_agency_and_an_item_without_a_file(desk: Desk, slug: str) -> None:
    found = history(desk, item(desk, slug))
    assert len(found.commits) == (slug == "agency")
