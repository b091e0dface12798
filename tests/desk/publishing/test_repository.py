"""Commits of the data and the documents, and sending them on: what git says, in words."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from oit.desk.publishing import repository as module
from oit.desk.publishing.job import StoppedError
from oit.desk.publishing.repository import (
    Author,
    Done,
    Repository,
    explained,
    is_behind,
    repository_of,
)
from oit.views.changes.git import NO_REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="hooks are scripts of a shell")
SOMSRI = Author("somsri", "saraban@lek.example")


class Office:
    """A clone with data and documents, and the repository that it was cloned from."""

    def __init__(self, folder: Path) -> None:
        self.remote, self.root = folder / "remote.git", folder / "office"
        self.call(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        self.call(folder, "clone", "--quiet", str(self.remote), str(self.root))
        self.git("switch", "--quiet", "--create", "main")
        self.write("data/2569/o01.yml", "owner: ก\n")
        self.write("docs/about.md", "# ก\n")
        self.write("mkdocs.yml", "site_name: ก\n")
        self.configure("someone", "someone@lek.example")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message=เริ่ม")
        self.git("push", "--quiet", "--set-upstream", "origin", "main")

    @property
    def repository(self) -> Repository:
        data = self.root / "data"
        found = repository_of(data, [data, self.root / "docs"])
        assert isinstance(found, Repository)
        return found

    def configure(self, name: str, email: str) -> None:
        self.git("config", "user.name", name)
        self.git("config", "user.email", email)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> str:
        return self.call(self.root, *arguments)

    def others_push(self, path: str, text: str) -> None:
        """Let somebody else push a change first."""
        folder = self.root.parent / "others"
        if not folder.exists():
            self.call(self.root.parent, "clone", "--quiet", str(self.remote), str(folder))
        self.call(folder, "pull", "--quiet", "--rebase")
        (folder / path).write_text(text, encoding="utf-8")
        name = ("-c", "user.name=others", "-c", "user.email=others@lek.example")
        self.call(folder, "add", ".")
        self.call(folder, *name, "commit", "--quiet", "--message=ก่อน")
        self.call(folder, "push", "--quiet")

    def hook(self, name: str, script: str) -> None:
        file = self.root / ".git/hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    @staticmethod
    def call(folder: Path, *arguments: str) -> str:
        known = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env={**os.environ, **known},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    # The settings of whoever runs the tests.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return Office(tmp_path)


def test_changed_files_are_those_of_the_data_and_the_documents(office: Office) -> None:
    assert office.repository.changed() == []
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.write("docs/files/2569/แผน ที่.pdf", "ก")
    office.write("mkdocs.yml", "site_name: ข\n")
    office.write("data/2569/.new-abc", "ไฟล์ที่กำลังเขียน")
    (office.root / "docs/about.md").unlink()
    found = {entry.path: entry.verb.en for entry in office.repository.changed()}
    assert found == {
        "data/2569/o01.yml": "changed",
        "docs/files/2569/แผน ที่.pdf": "added",
        "docs/about.md": "removed",
    }


def test_commit_has_these_files_only_and_the_officers_name(office: Office) -> None:
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.write("docs/files/2569/แผน ที่.pdf", "ก")
    (office.root / "docs/about.md").unlink()
    office.write("staged.txt", "ของผู้ดูแลระบบ")
    office.write("mkdocs.yml", "site_name: ข\n")
    office.git("add", "staged.txt", "mkdocs.yml")
    commit = office.repository.commit(SOMSRI, "ปรับปรุง O1\n\n- แก้ O1")
    assert commit == office.git("rev-parse", "HEAD").strip()
    named = office.git("show", "--name-only", "--format=%an <%ae>|%cn|%s", "-z", "HEAD")
    head, *files = named.replace("\n", "\0").split("\0")
    assert head == "somsri <saraban@lek.example>|someone|ปรับปรุง O1"
    assert {*filter(None, files)} == {
        "data/2569/o01.yml",
        "docs/files/2569/แผน ที่.pdf",
        "docs/about.md",
    }
    assert office.git("diff", "--cached", "--name-only").split() == ["mkdocs.yml", "staged.txt"]


def test_first_commit_of_a_repository(tmp_path: Path, office: Office) -> None:
    office.call(tmp_path, "init", "--quiet", "new")
    (tmp_path / "new/data").mkdir()
    (tmp_path / "new/data/agency.yml").write_text("name: ก\n", encoding="utf-8")
    (tmp_path / "new/docs").mkdir()
    found = repository_of(tmp_path / "new/data", [tmp_path / "new/data", tmp_path / "new/docs"])
    assert isinstance(found, Repository)
    assert found.head() == ""
    assert found.commit(SOMSRI, "เริ่ม") == found.head() != ""


def test_data_may_be_in_a_folder_of_the_repository(office: Office) -> None:
    office.write("site/data/agency.yml", "name: ก\n")
    office.write("site/docs/x.md", "# ก\n")
    data = office.root / "site/data"
    found = repository_of(data, [data, data.parent / "docs"])
    assert isinstance(found, Repository)
    found.commit(SOMSRI, "เพิ่ม")
    names = office.git("show", "--name-only", "--format=", "HEAD").split()
    assert names == ["site/data/agency.yml", "site/docs/x.md"]
    assert found.contents(["site/data/agency.yml", "missing"]) == {
        "site/data/agency.yml": "name: ก\n".encode()
    }


def test_without_an_identity_the_officer_is_committer_too(office: Office) -> None:
    office.git("config", "--unset", "user.name")
    office.git("config", "user.useConfigOnly", "true")
    office.write("data/2569/o01.yml", "owner: ข\n")
    assert office.repository.identity() is None
    office.repository.commit(SOMSRI, "ปรับปรุง")
    assert office.git("show", "-s", "--format=%cn", "HEAD").strip() == "somsri"


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("สมศรี <b>", "สมศรี b"),
        ("a\nCo-authored-by: x", "a Co-authored-by: x"),
        ("\x00", "oit desk"),
        ("", "oit desk"),
        ("...", "oit desk"),
        ("--amend", "--amend"),
    ],
)
def test_accounts_may_be_called_anything(office: Office, name: str, author: str) -> None:
    office.write("data/2569/o01.yml", f"owner: {name!r}x\n")
    office.repository.commit(Author.of(name, "a b@<x>"), "--amend ปรับปรุง")
    assert office.git("show", "-s", "--format=%an|%ae|%s", "HEAD").strip() == (
        f"{author}|ab@x|--amend ปรับปรุง"
    )


def test_failing_hook_is_told(office: Office) -> None:
    office.hook("pre-commit", "echo 'ต้องมีผู้ตรวจ' >&2; exit 1")
    office.write("data/2569/o01.yml", "owner: ข\n")
    with pytest.raises(StoppedError) as stopped:
        office.repository.commit(SOMSRI, "ปรับปรุง")
    assert "hook" in stopped.value.line.text
    assert "ต้องมีผู้ตรวจ" in stopped.value.line.details
    assert office.repository.changed(), "nothing is lost"


def test_hook_that_never_ends_is_ended(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 1)
    office.hook("pre-commit", "sleep 60 & wait")
    office.write("data/2569/o01.yml", "owner: ข\n")
    with pytest.raises(StoppedError, match="ไม่เสร็จภายในเวลา"):
        office.repository.commit(SOMSRI, "ปรับปรุง")


def test_merge_under_way_is_told(office: Office) -> None:
    office.write("data/2569/o01.yml", "owner: ข\n")
    (office.root / ".git/MERGE_HEAD").write_text(office.git("rev-parse", "HEAD"))
    with pytest.raises(StoppedError, match="ค้างอยู่"):
        office.repository.commit(SOMSRI, "ปรับปรุง")


def test_detached_head_is_told(office: Office) -> None:
    office.git("checkout", "--quiet", "--detach")
    assert office.repository.upstream() is None
    with pytest.raises(StoppedError, match="detached HEAD"):
        office.repository.commit(SOMSRI, "ปรับปรุง")


def test_repository_inside_the_documents_is_told(office: Office) -> None:
    office.call(office.root, "init", "--quiet", "docs/inner")
    office.write("docs/inner/x.md", "# ก")
    with pytest.raises(StoppedError, match="docs/inner/"):
        office.repository.commit(SOMSRI, "ปรับปรุง")


def test_another_git_at_work_is_told(office: Office) -> None:
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.write(".git/index.lock", "")
    with pytest.raises(StoppedError, match="git อื่นกำลังทำงาน"):
        office.repository.commit(SOMSRI, "ปรับปรุง")


def test_variables_of_git_do_not_lead_elsewhere(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = office.repository
    office.write("data/2569/o01.yml", "owner: ข\n")
    monkeypatch.setenv("GIT_DIR", str(office.remote))
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "others")
    assert [entry.path for entry in repository.changed()] == ["data/2569/o01.yml"]


def test_no_repository(tmp_path: Path) -> None:
    assert repository_of(tmp_path, [tmp_path]) == NO_REPOSITORY


def test_sent_to_the_upstream(office: Office) -> None:
    office.write("data/2569/o01.yml", "owner: ข\n")
    commit = office.repository.commit(SOMSRI, "ปรับปรุง")
    assert office.repository.unsent() == 1
    upstream = office.repository.upstream()
    assert upstream == ("origin", "refs/heads/main", True)
    assert office.repository.send(upstream).is_good
    assert office.repository.unsent() == 0
    assert office.call(office.remote, "rev-parse", "main").strip() == commit


def test_only_remote_becomes_the_upstream(office: Office) -> None:
    office.git("switch", "--quiet", "--create", "new")
    upstream = office.repository.upstream()
    assert upstream == ("origin", "refs/heads/new", False)
    assert office.repository.send(upstream).is_good
    assert office.repository.upstream() == ("origin", "refs/heads/new", True)
    office.git("remote", "add", "second", str(office.remote))
    office.git("switch", "--quiet", "--create", "newer")
    assert office.repository.upstream() is None, "nobody says which"


def test_others_came_first_with_other_files(office: Office) -> None:
    office.others_push("data/2569/o02.yml", "owner: ค\n")
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.repository.commit(SOMSRI, "ปรับปรุง")
    upstream = office.repository.upstream()
    assert upstream
    sent = office.repository.send(upstream)
    assert is_behind(sent)
    office.write("mkdocs.yml", "site_name: ยังไม่เสร็จ\n")
    assert office.repository.merge(upstream, SOMSRI) == ("data/2569/o02.yml",)
    assert (office.root / "data/2569/o02.yml").read_text(encoding="utf-8") == "owner: ค\n"
    assert (office.root / "mkdocs.yml").read_text(encoding="utf-8").endswith("ยังไม่เสร็จ\n")
    assert office.repository.send(upstream).is_good


@pytest.mark.parametrize("is_committed", [True, False])
def test_others_came_first_with_the_same_file(office: Office, is_committed: bool) -> None:
    office.others_push("data/2569/o01.yml", "owner: ค\n")
    office.write("data/2569/o02.yml", "owner: ข\n")
    if is_committed:
        office.write("data/2569/o01.yml", "owner: ข\n")
    office.repository.commit(SOMSRI, "ปรับปรุง")
    office.write("data/2569/o01.yml", "owner: ข\n")
    upstream, head = office.repository.upstream(), office.repository.head()
    assert upstream
    with pytest.raises(StoppedError, match="ไฟล์เดียวกัน") as stopped:
        office.repository.merge(upstream, SOMSRI)
    assert stopped.value.line.details == ("data/2569/o01.yml",)
    assert office.repository.head() == head
    assert (office.root / "data/2569/o01.yml").read_text(encoding="utf-8") == "owner: ข\n"


def test_merge_that_git_refuses_leaves_everything_as_it_was(office: Office) -> None:
    office.others_push("data/2569/o02.yml", "owner: ค\n")
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.repository.commit(SOMSRI, "ปรับปรุง")
    office.write("staged.txt", "ก")
    office.git("add", "staged.txt")
    upstream, head = office.repository.upstream(), office.repository.head()
    assert upstream
    with pytest.raises(StoppedError, match="git pull"):
        office.repository.merge(upstream, SOMSRI)
    assert office.repository.head() == head
    assert not (office.root / "data/2569/o02.yml").exists()


class _Locked(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="git"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Log nothing."""


@contextmanager
def locked_server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Locked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/x.git"
    finally:
        server.shutdown()
        server.server_close()


def test_password_is_never_waited_for(office: Office) -> None:
    upstream = office.repository.upstream()
    assert upstream
    with locked_server() as address:
        office.git("remote", "set-url", "origin", address)
        assert "สิทธิ์" in explained(office.repository.send(upstream)).line.text


def test_no_network_is_told(office: Office) -> None:
    upstream = office.repository.upstream()
    assert upstream
    office.git("remote", "set-url", "origin", "http://127.0.0.1:9/x.git")
    assert "อินเทอร์เน็ต" in explained(office.repository.send(upstream)).line.text
    office.git("remote", "set-url", "origin", str(office.root / "missing.git"))
    assert "ไม่พบที่เก็บปลายทาง" in explained(office.repository.send(upstream)).line.text


def test_remote_that_refuses_is_told(office: Office) -> None:
    hook = office.remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'ปิดรับ' >&2; exit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    office.write("data/2569/o01.yml", "owner: ข\n")
    office.repository.commit(SOMSRI, "ปรับปรุง")
    upstream = office.repository.upstream()
    assert upstream
    line = explained(office.repository.send(upstream)).line
    assert "ปลายทางไม่รับตามเงื่อนไข" in line.text
    assert any("ปิดรับ" in detail for detail in line.details)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("fatal: could not read Username for 'https://x': terminal prompts disabled", "สิทธิ์"),
        ("git@x: Permission denied (publickey).", "สิทธิ์"),
        ("Host key verification failed.", "สิทธิ์"),
        ("fatal: unable to access 'https://x/': Could not resolve host: x", "อินเทอร์เน็ต"),
        ("ssh: connect to host x port 22: No route to host", "อินเทอร์เน็ต"),
        ("remote: error: GH006: Protected branch update failed", "เงื่อนไข"),
        ("fatal: out of memory", "รายละเอียด"),
    ],
)
def test_what_git_says_in_words(said: str, word: str) -> None:
    assert word in explained(Done(128, b"", said)).line.text


def test_silence_is_told() -> None:
    assert "ไม่ตอบภายในเวลา" in explained(Done(None, b"", "")).line.text
