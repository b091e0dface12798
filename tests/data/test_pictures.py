"""Pictures that data names: what is reported, and what the site does without."""

import io
from pathlib import Path

import pytest
from PIL import Image

from oit import worker
from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.item_file import KnownFiles, read_record
from oit.data.load import read_agency
from oit.data.page_counts import PageCounts
from oit.data.pictures import Pictures
from oit.forms import FORMS
from oit.forms.executives import Executives


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height)).save(stream, "PNG")
    return stream.getvalue()


def a_folder(tmp_path: Path, text: str, files: dict[str, bytes]) -> DataFolder:
    for name, content in {"data/agency.yml": text.encode(), **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return DataFolder(tmp_path / "data", tmp_path)


@pytest.mark.parametrize(
    ("content", "codes", "words"),
    [
        (png(180, 180), [], ""),
        (png(220, 180), [], ""),
        (png(100, 100), ["OIT414"], "100 × 100"),
        (png(600, 200), ["OIT414"], "ไม่เป็นจัตุรัส"),
        (png(300, 300)[:80], ["OIT413"], "เสียหาย"),
        (b"%PDF-1.7 ", ["OIT413"], "pdf"),
        (None, ["OIT412"], "ไม่พบ"),
    ],
)
def test_logos(tmp_path: Path, content: bytes | None, codes: list[str], words: str) -> None:
    files = {"docs/files/logo.png": content} if content else {}
    folder = a_folder(tmp_path, "name: ก\nkind: school\nlogo: files/logo.png\n", files)
    agency, findings = read_agency(folder)
    assert [finding.code.id for finding in findings] == codes
    assert all(finding.place == ("data/agency.yml", 3, 1) for finding in findings)
    assert all(finding.severity == "warning" for finding in findings)
    assert all(words in finding.message() for finding in findings)
    is_usable = codes in ([], ["OIT414"])
    assert agency
    assert (agency.logo is not None) is is_usable


def test_an_item_is_read_without_the_photos_that_cannot_be_shown(tmp_path: Path) -> None:
    people = "".join(f"  - {{name: ก, photo: files/{name}.png}}\n" for name in "abc")
    files = {
        "data/2569/o02.yml": f"people:\n{people}".encode(),
        "docs/files/a.png": png(90, 120),
        "docs/files/b.png": png(90, 120)[:70],
    }
    folder = a_folder(tmp_path, "name: ก\nkind: school\n", files)
    known = KnownFiles(PageCounts(folder), Pictures(folder))
    path = folder.path / "2569/o02.yml"
    record = read_record(path, folder, FORMS["executives"], None, known)
    assert isinstance(record.form, Executives)
    assert [person.photo for person in record.form.people] == ["files/a.png", None, None]
    found = [(finding.code.id, finding.place.line) for finding in record.findings]
    assert found == [("OIT413", 3), ("OIT412", 4)]


def test_a_picture_is_opened_again_only_if_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path, "", {"docs/a.png": png(30, 20), "docs/b.png": png(9, 9)[:60]})
    pictures = Pictures(folder)
    sizes = [pictures.size(folder.docs / name) for name in ("a.png", "b.png")]
    pictures.save()

    def no_worker(*_: object) -> None:
        raise worker.UnreadableError(Bilingual("ไม่ได้", "no"))

    monkeypatch.setattr(worker, "read", no_worker)
    again = Pictures(folder)
    assert [again.size(folder.docs / name) for name in ("a.png", "b.png")] == sizes
    (folder.docs / "a.png").write_bytes(png(300, 20))
    assert again.size(folder.docs / "a.png") == Bilingual("ไม่ได้", "no")


def test_a_broken_entry_of_the_cache_is_ignored(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "", {"docs/a.png": png(30, 20)})
    pictures = Pictures(folder)
    broken: list[object] = [1, [30], ["30", "20"], [30, 20, 10], [-30, 20], "small", {}]
    for value in broken:
        pictures._cache.put(folder.docs / "a.png", value)
        assert pictures.size(folder.docs / "a.png") == (30, 20)
