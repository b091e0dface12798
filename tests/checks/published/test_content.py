"""What the files of docs/ contain is remembered, and a broken memory is ignored."""

from pathlib import Path

import pytest

from oit.checks.published import content
from oit.checks.published.content import Contents
from oit.checks.published.types import Fault
from oit.data.folder import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    (tmp_path / "a.md").write_text("ก\n<script>x()</script>\n", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"MZ\0")
    return DataFolder(tmp_path / "data", tmp_path)


def test_a_file_is_read_once(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    page, document = folder.base / "a.md", folder.base / "a.pdf"
    contents = Contents(folder)
    found = contents.markup(page), contents.fault(document)
    contents.save()
    monkeypatch.setattr(content, "fault_of_content", None)
    again = Contents(folder)
    assert (again.markup(page), again.fault(document)) == found
    assert found == ([(2, "<script>")], Fault.PROGRAM)


def test_a_broken_entry_is_ignored(folder: DataFolder) -> None:
    page, document = folder.base / "a.md", folder.base / "a.pdf"
    contents = Contents(folder)
    broken: list[object] = [1, "harmless", {}, [2], [["2", "<script>"]], [[2]], [[-2, "<a>"]]]
    for value in broken:
        contents._cache.put(page, value)
        contents._cache.put(document, value)
        assert contents.markup(page) == [(2, "<script>")]
        assert contents.fault(document) is Fault.PROGRAM
