"""The days on which data changed, and what changed; nothing of what commit messages say."""

from datetime import date
from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.views.changes.history import BEGUN, IN_TABLE, MOST, Day, Revision, changes_of, changes_to
from oit.views.pages.site import make_site
from small_agency import SmallAgency
from views.changes.repository import Repository

FILE = "data/2569/o01.yml"


@pytest.fixture
def repository(small_agency: SmallAgency) -> Repository:
    """The small agency under version control, with one commit."""
    made = Repository.make(small_agency.folder)
    made.commit("เริ่มต้น")
    return made


def history(agency: SmallAgency) -> dict[str, list[Revision]]:
    return changes_of(DataFolder(agency.data, agency.folder))


def test_each_file_has_its_changes_the_latest_first(
    small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.write(FILE, "owner: กองช่าง\naddress: 99 หมู่ 2\nphone: 0 4500 0009\n")
    repository.commit("แก้เบอร์โทรศัพท์")
    found = history(small_agency)
    assert found[FILE] == [
        Revision(date(2026, 3, 2), ("owner", "phone", "updated")),
        Revision(date(2026, 3, 1), ("owner", "updated", "address", "phone"), is_first=True),
    ]
    assert [change.is_first for change in found["data/2569/o02.yml"]] == [True]


def test_commit_without_data_files_is_no_change(
    small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.write("docs/index.md", "# ก")
    repository.commit("แก้หน้าแรก")
    repository.commit("ไม่มีไฟล์")
    days = {change.day for changes in history(small_agency).values() for change in changes}
    assert days == {date(2026, 3, 1)}


def test_merge_is_no_change_but_the_merged_commits_are(
    small_agency: SmallAgency, repository: Repository
) -> None:
    repository.git("switch", "--quiet", "-c", "side")
    small_agency.add(FILE, "summary: ใหม่\n")
    repository.commit("แก้ในกิ่ง")
    repository.git("switch", "--quiet", "main")
    small_agency.write("docs/index.md", "# ก")
    repository.commit("แก้หน้าแรก")
    repository.git("merge", "--quiet", "-m", "รวม", "side")
    assert [change.fields for change in history(small_agency)[FILE]][:-1] == [("summary",)]


def test_file_names_may_contain_anything(small_agency: SmallAgency, repository: Repository) -> None:
    small_agency.write("data/2569/ตาราง \n ก.csv", "ก")
    small_agency.write("data/:100644.csv", "ก")
    repository.commit("ตาราง")
    # Named as in findings.
    assert {r"data/2569/ตาราง \n ก.csv", "data/:100644.csv"} <= history(small_agency).keys()


def test_only_the_latest_changes_are_kept(
    small_agency: SmallAgency, repository: Repository
) -> None:
    for number in range(MOST + 3):
        small_agency.add(FILE, f"# {number}\n")
        repository.commit(f"ครั้งที่ {number}")
    kept = [change.day.day for change in history(small_agency)[FILE]]
    assert kept == [*range(MOST + 4, 4, -1)]


def test_unreadable_version_counts_as_having_no_fields(
    small_agency: SmallAgency, repository: Repository
) -> None:
    before = (small_agency.folder / FILE).read_text(encoding="utf-8")
    small_agency.write(FILE, "owner: [\n")
    repository.commit("พัง")
    small_agency.write(FILE, before)
    repository.commit("แก้แล้ว")
    (small_agency.folder / FILE).unlink()
    repository.commit("ลบ")
    every = ("owner", "updated", "address", "phone")
    assert [change.fields for change in history(small_agency)[FILE]] == [every] * 4


def test_uncommitted_changes_are_ignored(small_agency: SmallAgency, repository: Repository) -> None:
    before = history(small_agency)
    assert repository.day == 1
    small_agency.add(FILE, "# ก\n")
    small_agency.write("data/2569/o08.yml", "owner: ก\n")
    assert history(small_agency) == before


def test_without_a_repository_there_is_no_history(small_agency: SmallAgency) -> None:
    assert history(small_agency) == {}


def test_without_a_commit_there_is_no_history(small_agency: SmallAgency) -> None:
    Repository.make(small_agency.folder)
    assert history(small_agency) == {}


def test_without_git_there_is_no_history(
    small_agency: SmallAgency, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repository.folder == small_agency.folder
    monkeypatch.setenv("PATH", "")
    assert history(small_agency) == {}


def test_shallow_clone_has_no_history(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("ล่าสุด")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{small_agency.folder}", str(clone))
    assert changes_of(DataFolder(clone / "data", clone)) == {}


def _listing_purchases(checklist: str) -> str:
    return checklist.replace("form: news", "form: procurement_list").replace(
        "field: news", "field: purchases"
    )


def test_changes_of_an_item_are_those_of_its_file_and_its_table_by_day(
    small_agency: SmallAgency, repository: Repository
) -> None:
    checklist = "data/checklists/small-2569.yml"
    text = (small_agency.folder / checklist).read_text(encoding="utf-8")
    small_agency.write(checklist, _listing_purchases(text))
    small_agency.write("data/2569/o02.yml", "rows: procurement.csv\n")
    small_agency.write("data/2569/procurement.csv", "name\nซื้อน้ำมัน\n")
    repository.commit("เพิ่มตาราง")
    small_agency.add("data/2569/procurement.csv", "ซื้อกระดาษ\n")
    repository.commit("เพิ่มรายการ")
    (item,) = small_agency.assess().only(item="o2").items
    assert changes_to(item.record, history(small_agency)) == [
        Day(date(2026, 3, 3), [IN_TABLE]),
        # ``news`` is not listed: this form has no such field.
        Day(date(2026, 3, 2), ["ผู้รับผิดชอบ", "ไฟล์ตาราง", IN_TABLE]),
        Day(date(2026, 3, 1), [BEGUN]),
    ]
    assert changes_to(None, history(small_agency)) == []


def test_commits_of_a_day_are_merged_and_comments_are_ignored(
    small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add(FILE, "summary: ก\n")
    repository.commit("หนึ่ง")
    repository.day -= 1
    small_agency.add(FILE, "email: a@lek.example\n")
    repository.commit("สอง")
    small_agency.add(FILE, "# ถามคุณสมชาย 08 1234 5678\n")
    repository.commit("สาม")
    (item,) = small_agency.assess().only(item="o1").items
    assert changes_to(item.record, history(small_agency)) == [
        Day(date(2026, 3, 2), ["E-mail", "คำอธิบาย"]),
        Day(date(2026, 3, 1), [BEGUN]),
    ]


def test_page_of_an_item_shows_changes_but_no_commit_messages(
    small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add(FILE, "summary: ก\n")
    repository.commit("นายสมชายขอให้แก้ด่วน <script>")
    site = make_site([small_agency.assess()], history(small_agency))
    page = site.pages["oit/2569/o1.md"].html
    assert "<summary>ประวัติการแก้ไข</summary>" in page
    assert '<time datetime="2026-03-02">2 มีนาคม 2569</time>: คำอธิบาย</li>' in page
    assert "สมชาย" not in page
    assert "ผู้แก้" not in page
    assert "ประวัติการแก้ไข" not in site.pages["oit/2569/o8.md"].html
    assert "ประวัติการแก้ไข" not in make_site([small_agency.assess()]).pages["oit/2569/o1.md"].html


def test_commit_with_a_date_beyond_the_calendar_is_left_out(
    small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.write(FILE, "owner: กองช่าง\n")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "-m", "x", "--date=@253402300800 +0000")
    assert [change.is_first for change in history(small_agency)[FILE]] == [True]


@pytest.mark.parametrize(
    ("name", "value"),
    [("log.showRoot", "false"), ("diff.orderFile", "/nope"), ("i18n.logOutputEncoding", "UTF-16")],
)
def test_git_settings_of_the_user_change_nothing(
    small_agency: SmallAgency, repository: Repository, name: str, value: str
) -> None:
    before = history(small_agency)
    repository.git("config", name, value)
    assert history(small_agency) == before != {}
