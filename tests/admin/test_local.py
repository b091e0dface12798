"""The folder on this machine: the data and the documents, and nothing else."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from oit.admin.local import ChangedError, RefusedError, Repository
from oit.data.folder import DataFolder
from oit.views.pages.editor.fault import SpoiltError
from small_agency import PARTIAL, SmallAgency


@pytest.fixture
def repository(folder: DataFolder) -> Repository:
    return Repository(folder)


def asset(path: str) -> dict[str, str]:
    return {"path": path, "content": b64encode(b"%PDF").decode(), "encoding": "base64"}


def test_files_are_returned_unchanged(repository: Repository) -> None:
    asked = {"files": [{"path": "data/2569/o07.yml"}, {"path": "data/2569/o08.yml"}]}

    entries: Any = repository.answer("entriesByFiles", asked)

    there, missing = entries
    assert there["data"] == PARTIAL
    assert (missing["data"], missing["file"]["path"]) == (None, "data/2569/o08.yml")
    assert repository.answer("getEntry", {"path": "data/2569/o07.yml"}) == there


def test_an_item_is_saved_with_its_documents(
    repository: Repository, small_agency: SmallAgency
) -> None:
    saved = {"path": "data/2569/o08.yml", "raw": "owner: กองคลัง\r\n"}
    asked = {"dataFiles": [saved], "assets": [asset("docs/files/2569/ก.pdf")]}

    repository.answer("persistEntry", asked)

    assert (small_agency.data / "2569/o08.yml").read_bytes().decode() == "owner: กองคลัง\r\n"
    documents = small_agency.folder / "docs/files/2569"
    assert [path.name for path in documents.iterdir()] == ["ก.pdf"]


def test_changes_that_break_the_site_are_not_saved(
    repository: Repository, small_agency: SmallAgency, document: Path
) -> None:
    saved = {"path": "data/2569/o07.yml", "raw": "updated: 31 ก.พ. 2569\n"}
    assets = [asset("docs/files/2569/a.pdf"), asset("docs/files/2569/b.pdf")]
    content = document.read_bytes()
    assert {document.name} & {"a.pdf", "b.pdf"}  # one is replaced, the other is new
    document.write_bytes(kept := content + b" of the agency")

    with pytest.raises(SpoiltError, match="OIT208") as caught:
        repository.answer("persistEntry", {"dataFiles": [saved], "assets": assets})

    message, hint = str(caught.value).splitlines()
    assert "31 ก.พ. 2569" in message
    assert hint.startswith("→ เขียนวันที่ที่มีจริง เช่น 2569-01-15")
    assert (small_agency.data / "2569/o07.yml").read_text(encoding="utf-8") == PARTIAL
    assert [*document.parent.iterdir()] == [document]
    assert document.read_bytes() == kept


def test_documents_are_listed_added_and_deleted(repository: Repository, document: Path) -> None:
    (document.parent / ".hidden").write_text("", encoding="utf-8")
    listed: Any = repository.answer("getMedia", {"mediaFolder": "docs/files"})
    added: Any = repository.answer("persistMedia", {"asset": asset("docs/files/2569/b.pdf")})
    one: Any = repository.answer("getMediaFile", {"path": "docs/files/2569/b.pdf"})

    assert [(file["path"], file["content"]) for file in listed] == [("docs/files/2569/a.pdf", "")]
    assert added == one
    assert one["content"] == b64encode(b"%PDF").decode()
    repository.answer("deleteFiles", {"paths": ["docs/files/2569/a.pdf"]})
    assert not document.exists()
    assert repository.answer("getMedia", {"mediaFolder": "docs/files/2570"}) == []


def test_other_requests_of_the_editor_are_answered(repository: Repository) -> None:
    assert repository.answer("getDeployPreview", {}) is None
    assert repository.answer("getNotes", {}) == {"notes": []}


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("getEntry", {"path": "mkdocs.yml"}),
        ("getEntry", {"path": "data/../mkdocs.yml"}),
        ("getEntry", {"path": "data/procurement.csv"}),
        ("getEntry", {"path": "/etc/passwd"}),
        ("getEntry", {"path": "data\\2569\\o07.yml"}),
        ("getEntry", {"path": "data/.hidden.yml"}),
        ("getEntry", {"path": "docs/index.md"}),
        ("getEntry", {"path": "data/link.yml"}),
        ("getEntry", {"path": 7}),
        ("getEntry", {}),
        ("persistEntry", {"dataFiles": [], "assets": [asset("data/2569/o07.yml")]}),
        ("persistEntry", {"dataFiles": [{"path": "data/a.yml", "raw": 1}], "assets": []}),
        ("persistMedia", {"asset": {**asset("docs/files/a.pdf"), "content": "?"}}),
        ("deleteFiles", {"paths": ["data/2569/o07.yml"]}),
        ("getMedia", {"mediaFolder": "docs"}),
        ("somethingElse", {}),
    ],
)
def test_anything_else_is_refused(
    repository: Repository, small_agency: SmallAgency, action: str, asked: dict[str, object]
) -> None:
    (small_agency.folder / "mkdocs.yml").write_text("secret: x", encoding="utf-8")
    (small_agency.data / "link.yml").symlink_to(small_agency.folder / "mkdocs.yml")

    with pytest.raises(RefusedError):
        repository.answer(action, asked)

    assert (small_agency.data / "2569/o07.yml").read_text(encoding="utf-8") == PARTIAL


def test_paths_of_data_outside_the_base_start_at_its_parent(
    small_agency: SmallAgency, tmp_path: Path
) -> None:
    repository = Repository(DataFolder(small_agency.data, tmp_path / "elsewhere"))

    entry: Any = repository.answer("getEntry", {"path": "data/2569/o07.yml"})

    assert entry["data"] == PARTIAL


def test_changes_by_others_are_not_overwritten(
    repository: Repository, small_agency: SmallAgency
) -> None:
    asked = {"path": "data/2569/o07.yml"}
    save = {"dataFiles": [{**asked, "raw": "owner: กองช่าง\n"}], "assets": []}
    repository.answer("getEntry", asked)
    small_agency.write("data/2569/o07.yml", "owner: กองคลัง\n")
    with pytest.raises(ChangedError):
        repository.answer("persistEntry", save)
    assert (small_agency.data / "2569/o07.yml").read_text(encoding="utf-8") == "owner: กองคลัง\n"
    # Opened again, it may be saved, and saved again.
    repository.answer("getEntry", asked)
    repository.answer("persistEntry", save)
    repository.answer("persistEntry", save)


def test_concurrent_saves_all_succeed(repository: Repository, small_agency: SmallAgency) -> None:
    name = f"docs/files/{'ก' * 80}.pdf"
    with ThreadPoolExecutor(4) as workers:
        asked = {"asset": asset(name)}
        [*workers.map(lambda _: repository.answer("persistMedia", asked), range(40))]
    assert [path.name for path in (small_agency.folder / "docs/files").iterdir()] == [name[11:]]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    repository: Repository, small_agency: SmallAgency
) -> None:
    (small_agency.folder / "docs/files/a.pdf").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        repository.answer("persistMedia", {"asset": asset("docs/files/a.pdf")})
    assert [path.name for path in (small_agency.folder / "docs/files").iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", ["a.html", "a.svg", "web.config", "_headers"])
def test_only_documents_are_accepted(repository: Repository, name: str) -> None:
    with pytest.raises(RefusedError):
        repository.answer("persistMedia", {"asset": asset(f"docs/files/{name}")})
