"""The command ``oit diff``."""

import pytest

from oit.cli.main import main
from small_agency import CHECKLIST, TODAY, SmallAgency
from views.changes.repository import Repository


@pytest.fixture
def repository(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The small agency under version control; the command is called in its folder."""
    made = Repository.make(small_agency.folder)
    made.commit("เริ่มต้น")
    monkeypatch.chdir(small_agency.folder)
    return made


def run(*arguments: str, lang: str = "th") -> int:
    """Call the command as ``oit`` does."""
    return main(["diff", "--today", TODAY.isoformat(), *arguments, "--lang", lang])


def test_the_files_as_they_are_beside_the_last_commit(
    small_agency: SmallAgency, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.complete()
    status = repository.git("status", "--porcelain")
    assert run() == 0
    out = capsys.readouterr().out
    assert "จาก คอมมิต HEAD (" in out
    assert ") เป็น ไฟล์ปัจจุบัน\nครบถ้วน 3 → 5 จาก 6 ข้อ (+2)\n" in out
    assert repository.git("status", "--porcelain") == status


def test_two_commits_whatever_is_in_the_folder(
    small_agency: SmallAgency, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.complete()
    commit = repository.commit("ครบ")
    (small_agency.data / "2569/o01.yml").write_text("not: [readable", encoding="utf-8")
    assert run("HEAD~1", commit[:7]) == 0
    assert f"เป็น คอมมิต {commit[:10]}\nครบถ้วน 3 → 5" in capsys.readouterr().out
    assert run(commit, "HEAD~1", "--format", "markdown") == 1
    assert "#### ถดถอย" in capsys.readouterr().out


def test_what_was_lost_changes_the_exit_status(
    small_agency: SmallAgency, repository: Repository
) -> None:
    assert repository.day == 1
    small_agency.write("data/2569/o07.yml", "year: 2568\nproblems: ไม่มี\n")
    assert run() == 1


def test_a_year_that_is_new_is_compared_with_nothing(
    small_agency: SmallAgency, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repository.day == 1
    small_agency.write(
        "data/checklists/small-2570.yml", CHECKLIST.replace("year: 2569", "year: 2570")
    )
    small_agency.write("data/2570/o01.yml", "address: ก\nphone: '1'\n")
    assert run() == 0
    out = capsys.readouterr().out
    assert "OIT ปีงบประมาณ 2570" in out
    assert "ก่อนหน้านี้ไม่มีข้อมูลของปีนี้" in out


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["nope"], "ไม่มีคอมมิต nope"),
        (["HEAD", "nope"], "ไม่มีคอมมิต nope"),
        (["HEAD", "--other-year", "2568"], "เทียบได้ทีละอย่าง"),
        (["--year", "2560"], "OIT400"),
        (["--other-year", "2560"], "OIT400"),
    ],
)
def test_what_cannot_be_compared_is_stated(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str], printed: str
) -> None:
    assert repository.day == 1
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert printed in captured.err
    assert captured.out == ""


def test_without_a_repository_it_says_so(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--data", str(small_agency.data), lang="en") == 2
    assert "is not in a git repository" in capsys.readouterr().err


@pytest.mark.parametrize(
    "order", [["--other-year", "2568"], ["--year", "2568", "--other-year", "2569"]]
)
def test_two_years_the_older_first_without_git(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str], order: list[str]
) -> None:
    checklist = CHECKLIST.replace("year: 2569", "year: 2568")
    small_agency.write("data/checklists/small-2568.yml", checklist)
    continuing = CHECKLIST.replace("id: O1\n", "id: O1\n    continues: [O1]\n")
    small_agency.write("data/checklists/small-2569.yml", continuing)
    small_agency.write("data/2568/o01.yml", "phone: '1'\n")
    assert run("--data", str(small_agency.data), *order) == 0
    out = capsys.readouterr().out
    assert "จาก ปีงบประมาณ 2568 เป็น ปีงบประมาณ 2569\nครบถ้วน 0 → 3 จาก 6 ข้อ (+3)" in out
    assert "O1 การติดต่อ (บางส่วน → ครบ)" in out
