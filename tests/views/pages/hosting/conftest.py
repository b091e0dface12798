"""A small site in a folder of another host."""

import shutil
from pathlib import Path

import pytest

import commands
from commands import ROOT
from shared import Shared
from small_agency import SmallAgency

OF_THE_DESK = "ร่างที่ยังไม่เผยแพร่"
"""Kept in the officer's desk."""
IN_FOLDER = "https://www.example.go.th/oit-site/"


@pytest.fixture(scope="session")
def small_project(shared: Shared) -> Path:
    """An agency whose site is in a folder of another site."""
    return shared.made("small", _make) / "agency"


def _make(folder: Path) -> None:
    agency = SmallAgency.make(folder / "agency")
    agency.add("data/agency.yml", f"site_url: {IN_FOLDER}\n")
    agency.write("docs/files/2569/แผนที่ 1.txt", "ไปทางเหนือ\n")
    for name in ("accounts.json", "drafts/0/2569-o07.yml.json", "saves.log"):
        agency.write(f".oit/desk/{name}", OF_THE_DESK)
    shutil.copy(ROOT / "hooks/oit/start/files/mkdocs.yml", agency.folder)
    built = commands.oit("build", "--today", "2569-04-01", cwd=agency.folder)
    assert built.returncode == 0, built.stderr
