"""Publication: what is told before it, what it does, and what it says afterwards."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from oit.desk.desk import Desk
from oit.desk.officer import ALONE, Officer
from oit.desk.publishing.job import Line, Progress, Report, StoppedError, Work
from oit.desk.publishing.publish import Way, plan, publication, verification, zip_of
from oit.findings.codes import unknown_field
from oit.views.changes.git import NO_REPOSITORY
from small_agency import SmallAgency
from views.changes.repository import Repository

SOMSRI = Officer("สมศรี")
FILE = "data/2569/o07.yml"


def done(work: Work, folder: Path) -> list[Line]:
    """Do the work, and return what came of it."""
    progress = Progress(folder / "job.json", Report("publish", "", ""))
    try:
        work(progress)
    except StoppedError as stopped:
        return [*progress.report.lines, stopped.line]
    return [*progress.report.lines]


@pytest.fixture
def remote(repository: Repository, tmp_path: Path) -> Path:
    """Where the repository is pushed to."""
    folder = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    repository.git("remote", "add", "origin", str(folder))
    repository.git("push", "--quiet", "--set-upstream", "origin", "main")
    return folder


@pytest.mark.parametrize(
    ("setting", "way"),
    [("", Way.ZIP), ("push", Way.PUSH), ("zip", Way.ZIP), ("folder", Way.FOLDER)],
)
def test_way_is_what_the_agency_says(
    desk: Desk, small_agency: SmallAgency, setting: str, way: Way
) -> None:
    small_agency.add("data/agency.yml", f"publish: {setting}\n")
    assert plan(desk).way is way


def test_way_with_a_remote_is_push_unless_the_agency_says_otherwise(
    desk: Desk, small_agency: SmallAgency, remote: Path
) -> None:
    assert remote.is_dir()
    assert (plan(desk).way, plan(desk).obstacle) == (Way.PUSH, "")
    small_agency.add("data/agency.yml", "publish: zip\n")
    assert plan(desk).way is Way.ZIP


def test_plan_tells_items_fields_and_documents(desk: Desk, small_agency: SmallAgency) -> None:
    small_agency.add(FILE, "problems: ขาดคน\n")
    small_agency.write("data/2569/o08.yml", "owner: ก\n")
    small_agency.write("docs/files/2569/แผน.txt", "ก")
    planned = plan(desk)
    files = [(f.verb.th, f.title, f.path, f.address, f.fields) for f in planned.files]
    report = "O7 รายงานผลการดำเนินงาน"
    assert files == [
        ("แก้", report, FILE, "/2569/o7/", ("ปัญหา/อุปสรรค",)),
        ("เพิ่ม", "O8 ข้อมูลทั่วไป", "data/2569/o08.yml", "/2569/o8/", ("ผู้รับผิดชอบ",)),
        ("เพิ่ม", "", "docs/files/2569/แผน.txt", "", ()),
    ]
    assert planned.incomplete == 2
    assert planned.errors == ()


def test_errors_stop_it_before_anything_is_committed(
    desk: Desk, small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    head = repository.git("rev-parse", "HEAD")
    small_agency.add(FILE, "wrong: 1\n")
    assert [error.code for error in plan(desk).errors] == [unknown_field.CODE]
    (line,) = done(publication(desk, SOMSRI), tmp_path)
    assert not line.is_good
    assert "OIT205" in line.details[0]
    assert repository.git("rev-parse", "HEAD") == head


def test_pushed_in_the_officers_name(
    desk: Desk, small_agency: SmallAgency, repository: Repository, remote: Path, tmp_path: Path
) -> None:
    small_agency.add(FILE, "problems: ขาดคน\n")
    lines = done(publication(desk, SOMSRI), tmp_path)
    assert [line.is_good for line in lines] == [True, True]
    shown = ["git", "-C", str(remote), "log", "-1", "--format=%an|%ae|%B", "main"]
    commit = subprocess.run(shown, check=True, capture_output=True, encoding="utf-8").stdout
    assert commit.strip() == (
        "สมศรี|desk@desk.invalid|ปรับปรุงข้อมูล O7\n\n- แก้ O7 รายงานผลการดำเนินงาน: ปัญหา/อุปสรรค"
    )
    assert repository.git("status", "--porcelain") == ""
    again = done(publication(desk, SOMSRI), tmp_path)
    assert again[0].text == "ไม่มีอะไรเปลี่ยนจากรุ่นที่เก็บไว้"


def test_whoever_works_alone_has_the_name_that_git_knows(
    desk: Desk, small_agency: SmallAgency, repository: Repository, remote: Path, tmp_path: Path
) -> None:
    assert remote.is_dir()
    small_agency.add(FILE, "problems: ขาดคน\n")
    repository.git("config", "user.name", "วิชัย")
    repository.git("config", "user.email", "wichai@lek.example")
    done(publication(desk, ALONE), tmp_path)
    assert repository.git("show", "-s", "--format=%an|%ae").strip() == "วิชัย|wichai@lek.example"


def test_commits_that_others_pushed_first_are_taken_over(
    desk: Desk, small_agency: SmallAgency, repository: Repository, remote: Path, tmp_path: Path
) -> None:
    assert remote.is_dir()
    small_agency.write("data/2569/o08.yml", "owner: ก\n")
    repository.commit("ของผู้อื่น")
    repository.git("push", "--quiet")
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    small_agency.add(FILE, "problems: ขาดคน\n")
    lines = done(publication(desk, SOMSRI), tmp_path)
    assert [line.is_good for line in lines] == [True, True, True]
    assert lines[1].details == ("data/2569/o08.yml",)
    assert repository.git("rev-parse", "HEAD") == repository.git("rev-parse", "@{upstream}")


def test_zip_holds_the_verified_site(
    desk: Desk, small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    small_agency.add(FILE, "problems: ขาดคน\n")
    committed, verified, packed = done(publication(desk, SOMSRI), tmp_path)
    assert "เก็บรุ่น" in committed.text
    assert "ตรงกับข้อมูลทั้งหมด" in verified.text
    assert "ZIP" in packed.text
    with ZipFile(zip_of(desk)) as archive:
        names = archive.namelist()
    assert "oit/2569/o7/index.html" in names
    assert not any(".oit" in name or "desk" in name for name in names)
    assert repository.git("status", "--porcelain") == ""
    assert (desk.state / ".gitignore").read_text() == "*\n"
    if sys.platform != "win32":
        assert desk.state.stat().st_mode & 0o777 == 0o700


def test_folder_is_replaced_as_a_whole_without_git(
    desk: Desk, small_agency: SmallAgency, tmp_path: Path
) -> None:
    (small_agency.folder / ".git").rename(small_agency.folder / ".gone")
    small_agency.add("data/agency.yml", "publish: folder\n")
    assert "--publish-to" in plan(desk).obstacle
    desk.publish_to = tmp_path / "public"
    desk.publish_to.mkdir()
    (desk.publish_to / "other.html").write_text("ของผู้อื่น")
    assert "ไม่เขียนทับ" in plan(desk).obstacle
    assert "ไม่เขียนทับ" in done(publication(desk, SOMSRI), tmp_path)[0].text
    (desk.publish_to / "other.html").unlink()
    assert (plan(desk).obstacle, plan(desk).no_history) == ("", NO_REPOSITORY)
    lines = done(publication(desk, SOMSRI), tmp_path)
    assert [line.is_good for line in lines] == [True, True, True]
    assert (desk.publish_to / "oit/2569/o7/index.html").is_file()
    with served(desk.publish_to) as address:
        small_agency.add("data/agency.yml", f"site_url: {address}\n")
        (line,) = done(verification(desk), tmp_path)
        assert not line.is_good, "agency.yml has changed since"
        assert "ตรวจอีกครั้ง" in line.text


def test_pushing_without_git_or_a_remote_is_told(
    desk: Desk, small_agency: SmallAgency, tmp_path: Path
) -> None:
    small_agency.add("data/agency.yml", "publish: push\n")
    assert "git remote" in plan(desk).obstacle
    (small_agency.folder / ".git").rename(small_agency.folder / ".gone")
    assert NO_REPOSITORY.th in plan(desk).obstacle
    (line,) = done(publication(desk, SOMSRI), tmp_path)
    assert NO_REPOSITORY.th in line.text


def test_published_site_that_does_not_answer(
    desk: Desk, small_agency: SmallAgency, tmp_path: Path
) -> None:
    (line,) = done(verification(desk), tmp_path)
    assert "site_url" in line.text
    small_agency.add("data/agency.yml", "site_url: http://127.0.0.1:9/\n")
    (line,) = done(verification(desk), tmp_path)
    assert "ลองใหม่ภายหลัง" in line.text


@contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
