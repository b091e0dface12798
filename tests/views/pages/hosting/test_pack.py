"""``oit pack``: a site as one ZIP, as zip.md says."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

import commands
from oit.cli.main import main
from oit.publish.pack import write_pack
from views.pages.hosting.servers import blocks_of

DAY = date(2026, 4, 1)

Packed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a built site, in which the commands run."""
    folder = tmp_path / "agency"
    shutil.copytree(small_project, folder, copy_function=os.link)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def pack(project: Path, capsys: pytest.CaptureFixture[str]) -> Packed:
    assert project == Path.cwd()

    def run(*words: str) -> tuple[int, str, str]:
        status = main(["pack", *words])
        return status, *capsys.readouterr()

    return run


def test_unpacked_site_matches_the_data(project: Path, pack: Packed, tmp_path: Path) -> None:
    (block,) = blocks_of("manual/it/publishing/zip.md", "sh")
    build, packing = block.splitlines()
    assert build == "oit build"
    status, out, err = pack(*packing.split()[2:])
    assert (status, err) == (0, "")
    assert "site.zip" in out
    with ZipFile("site.zip") as archive:
        archive.extractall(tmp_path / "host")
        assert "index.html" in archive.namelist()
        assert "files/2569/แผนที่ 1.txt" in archive.namelist()
        assert all(entry.external_attr >> 16 == 0o644 for entry in archive.infolist())
    verified = commands.oit("verify", tmp_path / "host", cwd=project)
    assert verified.returncode == 0, verified.stdout


def test_same_site_gives_the_same_bytes_and_a_changed_file_another_time(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.txt").write_bytes(b"1")
    (site / ".htaccess").touch()
    assert write_pack(site, tmp_path / "1.zip", DAY) == 2
    os.utime(site / "a.txt", (0, 0))
    write_pack(site, tmp_path / "2.zip", DAY)
    (site / "a.txt").write_bytes(b"2")
    write_pack(site, tmp_path / "3.zip", DAY)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    times = []
    for name in ("1.zip", "3.zip"):
        with ZipFile(tmp_path / name) as archive:
            assert archive.namelist() == [".htaccess", "a.txt"]
            times.append(archive.getinfo("a.txt").date_time)
    assert times[0] != times[1]
    assert {time[:3] for time in times} == {(2026, 4, 1)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "2.zip", "3.zip", "site"]


@pytest.mark.parametrize(
    ("day", "stored"),
    [(date(1914, 7, 28), (1980, 1, 1)), (date(9456, 2, 3), (2107, 12, 31))],
)
def test_day_that_zip_cannot_store_becomes_the_nearest(
    day: date, stored: tuple[int, int, int], tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.txt").touch()
    write_pack(tmp_path / "site", tmp_path / "1.zip", day)
    with ZipFile(tmp_path / "1.zip") as archive:
        assert archive.getinfo("a.txt").date_time[:3] == stored


@pytest.mark.parametrize(
    ("words", "th", "en"),
    [
        (["nowhere"], "ไม่มีโฟลเดอร์ nowhere", "no folder nowhere"),
        (["https://oit.example.go.th/"], "ไม่มีโฟลเดอร์", "there is no folder"),
        (["--out", "data/agency.yml"], "ลงท้ายด้วย .zip", "end in .zip"),
        (["--out", "site/site.zip"], "อยู่ในเว็บไซต์เอง", "inside the site itself"),
    ],
)
def test_wrong_arguments_are_refused(words: list[str], th: str, en: str, pack: Packed) -> None:
    for lang, message in (("th", th), ("en", en)):
        status, out, err = pack(*words, "--lang", lang)
        assert (status, out) == (2, "")
        assert message in err


def test_site_with_staff_pages_is_not_packed(project: Path, pack: Packed) -> None:
    (project / "site" / "staff").mkdir()
    (project / "site" / "staff" / "index.html").write_text("ร่าง", encoding="utf-8")
    for lang, message in (("th", "จึงไม่ได้เขียน site.zip"), ("en", "site.zip was not written")):
        status, out, err = pack("--lang", lang)
        assert status == 1
        assert "private-published" in out
        assert message in err
        assert not (project / "site.zip").exists()


def test_file_name_in_another_encoding_is_refused(project: Path, pack: Packed) -> None:
    (project / "site" / os.fsdecode("รายงาน.txt".encode("cp874"))).write_text("x", encoding="utf-8")
    status, out, err = pack()
    assert (status, out) == (2, "")
    assert "ไม่ใช่ UTF-8" in err
    assert not (project / "site.zip").exists()
