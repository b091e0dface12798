"""Nothing of the officer's desk is in a site that is built, or in its pack."""

import zipfile
from pathlib import Path

import pytest

from oit.cli.main import main
from views.pages.hosting.conftest import OF_THE_DESK


def test_a_site_and_its_pack_have_nothing_of_the_desk(
    small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_project)
    packed = tmp_path / "site.zip"
    assert main(["pack", "site", "--out", str(packed), "--today", "2569-04-01"]) == 0
    with zipfile.ZipFile(packed) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files |= {str(p): p.read_bytes() for p in Path("site").rglob("*") if p.is_file()}
    assert len(files) > 100
    assert not any(".oit" in Path(name).parts for name in files)
    assert not any(OF_THE_DESK.encode() in content for content in files.values())
