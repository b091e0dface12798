"""Nothing of the desk's own folder is published, packed or committed."""

import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

import commands
from oit.cli.commands.pack import write_pack
from oit.desk.keys import make_key
from oit.desk.state import write_private
from small_agency import SmallAgency

MARK = "ร่างที่ยังไม่เผยแพร่"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository at whose desk somebody has worked."""
    agency = SmallAgency.make(tmp_path_factory.mktemp("published") / "agency")
    for name in ("accounts.json", "drafts/0/2569-o07.yml.json", "saves.log", "secret"):
        write_private(agency.folder / ".oit/desk" / name, MARK)
    make_key(agency.folder / ".oit/desk")
    shutil.copy(commands.ROOT / "mkdocs.yml", agency.folder)
    agency.write("docs/about.md", "# เกี่ยวกับ\n")
    return agency.folder


def test_a_built_site_and_its_pack_have_none_of_it(repository: Path) -> None:
    built = commands.oit("build", "--out", "site", cwd=repository)
    assert built.returncode == 0, built.stderr
    write_pack(repository / "site", repository / "site.zip", date(2026, 4, 1))
    with zipfile.ZipFile(repository / "site.zip") as packed:
        names = packed.namelist()
        assert names
        assert not any(".oit" in name or "desk" in name for name in names)
        assert not any(MARK.encode() in packed.read(name) for name in names)


def test_git_takes_none_of_it(repository: Path) -> None:
    git = ["git", "-C", repository]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all", "data", "docs", ".oit"], check=True, capture_output=True)
    staged = subprocess.run([*git, "ls-files"], check=True, capture_output=True, text=True)
    assert "data/agency.yml" in staged.stdout
    assert ".oit" not in staged.stdout
