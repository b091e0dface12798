"""Read-only calls of git."""

from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.views.changes.git import (
    NO_GIT,
    NO_REPOSITORY,
    SHALLOW,
    NoCommitError,
    blobs,
    commit_of,
    extract_commit,
    fault_of,
)
from oit.views.changes.history import changes_of
from small_agency import SmallAgency
from views.changes.repository import Repository


@pytest.fixture
def repository(small_agency: SmallAgency) -> Repository:
    """The small agency under version control, with one commit."""
    made = Repository.make(small_agency.folder)
    made.commit("เริ่มต้น")
    return made


def test_commit_is_found_by_any_of_its_names(
    small_agency: SmallAgency, repository: Repository
) -> None:
    commit = repository.commit("ที่สอง")
    repository.git("tag", "-a", "v1", "-m", "ก")
    for name in ("HEAD", "main", "v1", commit, commit[:8]):
        assert commit_of(small_agency.data, name) == commit
    assert commit_of(small_agency.data, "HEAD~1") != commit


@pytest.mark.parametrize("name", ["nope", "--all", "HEAD:data", "", "HEAD~9"])
def test_name_that_is_no_commit_is_refused(
    small_agency: SmallAgency, repository: Repository, name: str
) -> None:
    assert repository.day == 1
    with pytest.raises(NoCommitError, match="has no commit"):
        commit_of(small_agency.data, name)


def test_inside_a_git_hook_the_folder_selects_the_repository(
    small_agency: SmallAgency, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = repository.commit("ที่สอง")
    monkeypatch.setenv("GIT_DIR", ".git")
    assert commit_of(small_agency.data, "HEAD") == commit


def test_folder_outside_a_repository_is_refused(small_agency: SmallAgency) -> None:
    with pytest.raises(NoCommitError, match="is not in a git repository"):
        commit_of(small_agency.data, "HEAD")


def test_data_and_documents_are_extracted_as_they_were(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    small_agency.write("docs/files/ก.csv", "ก")
    small_agency.write("other/x", "ก")
    commit = repository.commit("เอกสาร")
    small_agency.write("docs/files/ก.csv", "ข")
    data = extract_commit(small_agency.data, commit, tmp_path / "out")
    assert data == tmp_path / "out/data"
    assert (data.parent / "docs/files/ก.csv").read_text(encoding="utf-8") == "ก"
    assert (data / "2569/o01.yml").is_file()
    assert not (data.parent / "other").exists()
    assert (small_agency.folder / "docs/files/ก.csv").read_text(encoding="utf-8") == "ข"


def test_data_may_be_anywhere_in_the_repository(small_agency: SmallAgency, tmp_path: Path) -> None:
    commit = Repository.make(small_agency.folder.parent).commit("ทั้งหมด")
    data = extract_commit(small_agency.data, commit, tmp_path / "out")
    assert (data / "agency.yml").is_file()
    assert data == tmp_path / "out/agency/data"


def test_symbolic_links_are_left_out(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    (small_agency.data / "2569/o08.yml").symlink_to("/etc/passwd")
    (small_agency.data / "up").symlink_to("../..")
    data = extract_commit(small_agency.data, repository.commit("ลิงก์"), tmp_path / "out")
    assert not (data / "2569/o08.yml").is_symlink()
    assert not (data / "up").is_symlink()


def test_commit_without_the_folder_is_refused(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    commit = repository.commit("ที่สอง")
    small_agency.write("docs/index.md", "# ก")
    elsewhere = small_agency.folder / "new/data"
    elsewhere.mkdir(parents=True)
    with pytest.raises(NoCommitError, match="has no folder"):
        extract_commit(elsewhere, commit, tmp_path / "out")


def test_without_a_repository_nothing_is_extracted(
    small_agency: SmallAgency, tmp_path: Path
) -> None:
    with pytest.raises(NoCommitError, match="has no folder"):
        extract_commit(small_agency.data, "0" * 40, tmp_path / "out")


def test_contents_of_files_by_hash(small_agency: SmallAgency, repository: Repository) -> None:
    small_agency.write("data/a.yml", "a\n\nb")
    small_agency.write("data/b.yml", "")
    repository.commit("ไฟล์")
    a, b = (repository.git("rev-parse", f"HEAD:data/{name}.yml").strip() for name in "ab")
    unknown = "1" * 40
    assert blobs(small_agency.data, [a, unknown, b]) == {a: b"a\n\nb", b: b""}
    assert blobs(small_agency.data, []) == {}
    assert blobs(small_agency.folder.parent, [a]) == {}


def test_git_attributes_omit_nothing_and_run_nothing(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    attributes = "data/2569/* export-ignore\n*.yml filter=x\n"
    (small_agency.folder / ".gitattributes").write_text(attributes, encoding="utf-8")
    commit = repository.commit("ที่สอง")
    repository.git("config", "filter.x.smudge", f"touch {tmp_path}/run; cat")
    old = extract_commit(small_agency.data, commit, tmp_path / "out")
    item = "2569/o07.yml"
    assert (old / item).read_bytes() == (small_agency.data / item).read_bytes()
    assert not (tmp_path / "run").exists()


# What git cannot read is told as what it is


def test_a_whole_repository_has_no_fault(small_agency: SmallAgency, repository: Repository) -> None:
    assert repository.day == 1
    assert fault_of(small_agency.data) is None


def test_a_folder_without_git_is_no_fault_of_git(small_agency: SmallAgency) -> None:
    assert fault_of(small_agency.data) is NO_REPOSITORY


def test_missing_git_is_named(
    small_agency: SmallAgency, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repository.day == 1
    monkeypatch.setenv("PATH", "")
    assert fault_of(small_agency.data) is NO_GIT


def test_a_repository_of_another_user_is_named_with_what_to_run(
    small_agency: SmallAgency, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repository.day == 1
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    fault = fault_of(small_agency.data)
    assert fault is not None
    assert fault.th.endswith(f"--add safe.directory {small_agency.data.parent}")
    with pytest.raises(NoCommitError, match="another user owns it"):
        commit_of(small_agency.data, "HEAD")


def test_a_broken_repository_is_named_in_the_words_of_git(
    small_agency: SmallAgency, repository: Repository
) -> None:
    (repository.folder / ".git" / "config").write_text("[core\n", encoding="utf-8")
    fault = fault_of(small_agency.data)
    assert fault is not None
    assert "bad config" in fault.en


def test_a_shallow_clone_is_named(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("ล่าสุด")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{small_agency.folder}", str(clone))
    assert fault_of(clone / "data") is SHALLOW


def test_a_partial_clone_is_never_read_as_newly_complete(
    small_agency: SmallAgency, repository: Repository, tmp_path: Path
) -> None:
    before = repository.commit("ก่อน")
    small_agency.add("data/2569/o07.yml", "problems: ฝนตกชุก\n")
    repository.commit("หลัง")
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    source = f"file://{small_agency.folder}"
    repository.git("clone", "--quiet", "--filter=blob:none", source, str(clone))
    # The server is gone: what is not here cannot be fetched.
    Repository(clone).git("remote", "set-url", "origin", "file:///nowhere")
    with pytest.raises(NoCommitError, match="partial clone"):
        extract_commit(clone / "data", before, tmp_path / "out")
    assert changes_of(DataFolder(clone / "data", clone)) == {}
