"""``oit upgrade``: the files of the program updated to the present version."""

import pytest

from oit import __version__
from oit.start.files import kept_files
from start.newcomer import Newcomer


def test_without_a_data_folder(newcomer: Newcomer) -> None:
    assert newcomer.on_data("upgrade").status == 2


def test_a_new_repository_needs_nothing(newcomer: Newcomer) -> None:
    newcomer.init()
    result = newcomer.on_data("upgrade")
    assert (result.status, result.out.count("\n")) == (0, 1)


def test_data_that_the_program_did_not_begin_is_left_alone(newcomer: Newcomer) -> None:
    newcomer.write("agency.yml", "name: เทศบาลตำบลเดิม\nkind: municipality\n")
    newcomer.write("2569/o01.yml", "owner: [\r\n")
    before = {path: path.read_bytes() for path in newcomer.folder.rglob("*") if path.is_file()}
    result = newcomer.on_data("upgrade", lang="en")
    assert (result.status, result.out) == (0, f"nothing to change for {__version__}\n")
    after = {path: path.read_bytes() for path in newcomer.folder.rglob("*") if path.is_file()}
    assert after == before


def test_a_dry_run_reports_and_writes_nothing(newcomer: Newcomer) -> None:
    newcomer.init()
    path = newcomer.site / ".oit/schemas/agency.schema.json"
    path.write_text("{}", encoding="utf-8")
    result = newcomer.on_data("upgrade", "--dry-run")
    assert result.status == 0
    assert ".oit/schemas (1)" in result.out
    assert "--dry-run" in result.out
    assert path.read_text(encoding="utf-8") == "{}"


def test_unedited_files_of_the_program_are_updated(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / ".gitlab-ci.yml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")
    kept = {".gitlab-ci.yml": "# newer\n", "new.txt": "new\n"}
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: kept)
    result = newcomer.on_data("upgrade")
    assert result.status == 0
    assert f".gitlab-ci.yml: ปรับเป็นของรุ่น {__version__}" in result.out
    assert path.read_text(encoding="utf-8") == "# newer\n"
    assert (newcomer.site / "new.txt").read_text(encoding="utf-8") == "new\n"
    assert "nothing to change" in newcomer.on_data("upgrade", lang="en").out


def test_edited_files_of_the_program_are_not_overwritten(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / "mkdocs.yml"
    path.write_text("# ours\n", encoding="utf-8")
    assert newcomer.on_data("upgrade").status == 0
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: {"mkdocs.yml": "# newer\n"})
    result = newcomer.on_data("upgrade")
    assert result.status == 1
    assert "mkdocs.yml: มีผู้แก้ไว้" in result.out
    assert path.read_text(encoding="utf-8") == "# ours\n"


def test_a_file_that_is_no_longer_used_is_named_once(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    kept = kept_files()
    monkeypatch.setattr(
        "oit.start.upgrade.kept_files",
        lambda: {name: text for name, text in kept.items() if name != ".gitlab-ci.yml"},
    )
    result = newcomer.on_data("upgrade")
    assert (result.status, ".gitlab-ci.yml: โปรแกรมรุ่นนี้ไม่ใช้ไฟล์นี้แล้ว" in result.out) == (0, True)
    assert (newcomer.site / ".gitlab-ci.yml").is_file()
    assert ".gitlab-ci.yml" not in newcomer.on_data("upgrade").out


def test_a_field_that_is_no_longer_used_is_removed(newcomer: Newcomer) -> None:
    newcomer.init()
    path = newcomer.data / "agency.yml"
    before = path.read_text(encoding="utf-8")
    retired = "admin:            # who saves where\n  backend: github\n  repo: mytown/oit\n"
    path.write_text(before + retired + "# the end\n", encoding="utf-8")
    assert "OIT231" in newcomer.on_data("check").out
    result = newcomer.on_data("upgrade", "--dry-run", lang="en")
    assert "removed admin (edit in the browser with `oit desk`" in result.out
    assert newcomer.on_data("upgrade").status == 0
    assert path.read_text(encoding="utf-8") == before + "# the end\n"
    assert "OIT231" not in newcomer.on_data("check").out


def test_a_removed_file_is_not_written_again(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / ".gitlab-ci.yml"
    path.unlink()
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: {".gitlab-ci.yml": "# newer\n"})
    assert newcomer.on_data("upgrade").status == 0
    assert not path.exists()


def test_schemas_are_updated(newcomer: Newcomer) -> None:
    newcomer.init()
    path = newcomer.site / ".oit/schemas/agency.schema.json"
    text = path.read_text(encoding="utf-8")
    path.write_text("{}", encoding="utf-8")
    result = newcomer.on_data("upgrade")
    assert ".oit/schemas (1)" in result.out
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("record", ["", "[]", "{"])
def test_without_a_readable_record_no_file_is_taken_for_unedited(
    newcomer: Newcomer, record: str
) -> None:
    newcomer.init()
    (newcomer.site / "mkdocs.yml").write_text("# ours\n", encoding="utf-8")
    (newcomer.site / ".oit/files.json").write_text(record, encoding="utf-8")
    assert newcomer.on_data("upgrade").status == 1
    assert (newcomer.site / "mkdocs.yml").read_text(encoding="utf-8") == "# ours\n"
