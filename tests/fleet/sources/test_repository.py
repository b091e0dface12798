"""A git repository: the newest commit, what a check reads of it, and nothing that leads out."""

import os
import stat
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from fleet.agencies import commit, git
from oit.fleet.sources import git as calls
from oit.fleet.sources import repository
from oit.fleet.sources.repository import fetched, head
from oit.fleet.unread import UnreadError
from small_agency import SmallAgency


@pytest.fixture
def agency(tmp_path: Path) -> SmallAgency:
    agency = SmallAgency.make(tmp_path / "agency")
    agency.write("docs/files/2569/a.txt", "เอกสาร")
    agency.write("private/secret.txt", "ไม่ต้องดึง")
    commit(agency.folder)
    return agency


def address(agency: SmallAgency) -> str:
    return f"{agency.folder}/.git"


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in found}


def failure(agency: SmallAgency, work: Path) -> str:
    with pytest.raises(UnreadError) as caught:
        fetched(address(agency), head(address(agency)), work)
    return caught.value.code


def test_the_newest_commit_is_known_before_anything_is_fetched(agency: SmallAgency) -> None:
    assert head(address(agency)) == git(agency.folder, "rev-parse", "HEAD")
    assert head(f"file://{address(agency)}") == head(address(agency))


def test_only_what_a_check_reads_is_kept(agency: SmallAgency, tmp_path: Path) -> None:
    agency.write("mkdocs.yml", "site_name: x\n")
    new = commit(agency.folder)
    tree = fetched(address(agency), new, tmp_path / "work").tree
    expected = {name for name in files(agency.folder) if name.startswith(("data/", "docs/"))}
    assert files(tree) == {*expected, "mkdocs.yml", "commit"}
    assert (tree / "docs/files/2569/a.txt").read_text(encoding="utf-8") == "เอกสาร"


def test_a_new_commit_takes_the_place_of_the_old_one(agency: SmallAgency, tmp_path: Path) -> None:
    work = tmp_path / "work"
    old = head(address(agency))
    tree = fetched(address(agency), old, work).tree
    (tree / "data/agency.yml").write_text("ของเดิม", encoding="utf-8")
    # What is there already is not fetched again.
    assert fetched(address(agency), old, work).tree == tree
    assert (tree / "data/agency.yml").read_text(encoding="utf-8") == "ของเดิม"
    (agency.data / "2569/o01.yml").unlink()
    agency.add("data/agency.yml", "district: ใหม่\n")
    fetched(address(agency), commit(agency.folder), work)
    assert "ใหม่" in (tree / "data/agency.yml").read_text(encoding="utf-8")
    assert not (tree / "data/2569/o01.yml").exists()


def test_links_do_not_leave_a_repository(agency: SmallAgency, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("ลับ", encoding="utf-8")
    (agency.data / "2569/o08.yml").symlink_to(secret)
    (agency.folder / "docs/files/link").symlink_to(tmp_path)
    tree = fetched(address(agency), commit(agency.folder), tmp_path / "work").tree
    assert not [name for name in files(tree) if (tree / name).is_symlink()]
    assert "docs/files/link" not in files(tree)


def test_a_data_folder_that_is_a_link_is_no_data(agency: SmallAgency, tmp_path: Path) -> None:
    agency.data.rename(tmp_path / "outside")
    agency.data.symlink_to(tmp_path / "outside")
    commit(agency.folder)
    assert failure(agency, tmp_path / "work") == "no-data"


def test_nothing_of_a_repository_is_run(agency: SmallAgency, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    agency.write(".gitattributes", "* filter=own\n")
    git(agency.folder, "config", "filter.own.smudge", f"touch {ran}")
    commit(agency.folder)
    for name in ("post-checkout", "post-merge", "reference-transaction", "post-upload-pack"):
        hook = agency.folder / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="ascii")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    fetched(address(agency), head(address(agency)), tmp_path / "work")
    assert not ran.exists()


def test_submodules_are_not_followed(agency: SmallAgency, tmp_path: Path) -> None:
    other = SmallAgency.make(tmp_path / "other")
    commit(other.folder)
    allowed = ("-c", "protocol.file.allow=always")
    git(agency.folder, *allowed, "submodule", "--quiet", "add", str(other.folder), "docs/other")
    tree = fetched(address(agency), commit(agency.folder), tmp_path / "work").tree
    assert not (tree / "docs/other").exists()


def test_what_a_killed_run_left_is_fetched_again(agency: SmallAgency, tmp_path: Path) -> None:
    work = tmp_path / "work"
    fetched(address(agency), head(address(agency)), work)
    (work / "repository/shallow.lock").touch()
    (work / "repository/HEAD").unlink()
    (work / "tree/commit").unlink()
    tree = fetched(address(agency), head(address(agency)), work).tree
    assert "data/agency.yml" in files(tree)


def test_a_repository_that_is_too_large(
    agency: SmallAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(repository, "MOST_FILES", 3)
        assert failure(agency, tmp_path / "a") == "too-large"
    with monkeypatch.context() as patch:
        patch.setattr(calls, "LARGEST", 10)
        assert failure(agency, tmp_path / "b") == "too-large"
    monkeypatch.setattr(calls, "LARGEST_ANSWER", 10)
    assert failure_of_head(agency) == "too-large"


def failure_of_head(agency: SmallAgency) -> str:
    with pytest.raises(UnreadError) as caught:
        head(address(agency))
    return caught.value.code


@pytest.mark.parametrize("line", ["exec sleep 60", "trap '' TERM; while :; do :; done"])
def test_a_call_that_does_not_end_is_ended(
    agency: SmallAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    git_that_hangs(tmp_path, monkeypatch, line)
    monkeypatch.setattr(calls, "SECONDS", 0.1)
    monkeypatch.setattr(calls, "_FAREWELL", 0.1)
    assert failure_of_head(agency) == "too-slow"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("fatal: could not read Username for 'https://x': terminal prompts disabled", "no-access"),
        ("git@x: Permission denied (publickey).", "no-access"),
        ("fatal: unable to update url base from redirection:", "moved"),
        ("fatal: repository 'https://x/' not found", "not-found"),
        ("fatal: https://x.git/info/refs not valid: is this a git repository?", "not-found"),
        ("fatal: something else", "unreachable"),
    ],
)
def test_what_git_says_is_explained(
    agency: SmallAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: str
) -> None:
    git_that_hangs(tmp_path, monkeypatch, f'echo "{said}" >&2; exit 128')
    assert failure_of_head(agency) == code


def git_that_hangs(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """Put another program in the place of git."""
    program = folder / "bin/git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)


def test_without_git(agency: SmallAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert failure_of_head(agency) == "no-git"


def test_a_commit_that_was_added_since_it_was_asked_is_fetched(
    agency: SmallAgency, tmp_path: Path
) -> None:
    old = head(address(agency))
    new = commit(agency.folder)
    assert fetched(address(agency), old, tmp_path / "work").commit == new


def test_a_server_that_refuses_costs_nothing_of_what_was_fetched(
    agency: SmallAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    old = fetched(address(agency), head(address(agency)), work)
    git_that_hangs(tmp_path, monkeypatch, 'echo "Permission denied" >&2; exit 128')
    with pytest.raises(UnreadError) as caught:
        fetched(address(agency), "0" * 40, work)
    assert caught.value.code == "no-access"
    assert (work / "repository/HEAD").is_file()
    assert (old.tree / "data/agency.yml").is_file()


@pytest.mark.parametrize(
    ("where", "found", "code"),
    [
        ("https://git.local/x.git", [], "private-network"),
        ("git@10.0.0.1:x.git", [], "private-network"),
        ("https://git.a.go.th/x.git", ["10.0.0.1"], "private-network"),
        ("ssh://git@git.a.go.th/x", ["192.0.2.1", "8.8.8.8"], "private-network"),
    ],
)
def test_no_repository_in_a_private_network(
    where: str, found: list[str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "of_machine", lambda *_: None)
    monkeypatch.setattr(repository, "look_up", lambda *_: found)
    with pytest.raises(UnreadError) as caught:
        head(where)
    assert caught.value.code == code


def test_a_host_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object) -> list[str]:
        raise OSError

    monkeypatch.setattr(repository, "of_machine", lambda *_: None)
    monkeypatch.setattr(repository, "look_up", look_up)
    with pytest.raises(UnreadError) as caught:
        head("https://git.a.go.th/x.git")
    assert caught.value.code == "unreachable"


class Refusing(BaseHTTPRequestHandler):
    """A server that lets nobody read its repositories."""

    def do_GET(self) -> None:
        status = int(self.path.split("/")[1])
        self.send_response(status)
        self.send_header("Location", "/404/x.git/info/refs")
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_a_server_that_is_asked_over_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    # Git asks what was looked up here, whatever the host's name means elsewhere.
    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    monkeypatch.setattr(repository, "of_machine", lambda *_: None)
    monkeypatch.setattr(repository, "look_up", lambda *_: ["127.0.0.1"])
    monkeypatch.setattr(repository, "is_public", lambda _: True)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    found = {}
    for status in (401, 302, 404):
        with pytest.raises(UnreadError) as caught:
            head(f"http://git.a.go.th:{server.server_address[1]}/{status}/x.git")
        found[status] = caught.value.code
    server.shutdown()
    server.server_close()
    assert found == {401: "no-access", 302: "moved", 404: "not-found"}


def test_a_path_may_look_like_an_address(agency: SmallAgency, tmp_path: Path) -> None:
    odd = tmp_path / "me@host.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(agency.folder), str(odd))
    assert head(str(odd)) == head(address(agency))
