"""A small agency that publishes: under version control, with what its site is built from."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from commands import ROOT
from oit.atomic import write_atomically
from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.publishing import preview
from small_agency import TODAY, SmallAgency
from views.changes.repository import Repository


@pytest.fixture
def repository(small_agency: SmallAgency) -> Repository:
    """The agency under version control, with one commit."""
    shutil.copy(ROOT / "hooks/oit/start/files/mkdocs.yml", small_agency.folder)
    small_agency.write("docs/about.md", "# เกี่ยวกับเว็บไซต์\n")
    small_agency.write(".gitignore", "/.cache/\n")
    made = Repository.make(small_agency.folder)
    made.commit("เริ่มต้น")
    return made


FRAME = """\
<html>
<head>
<meta name="description" content="เดิม">
<link rel="stylesheet" href="../../../assets/oit.css">
</head>
<body dir="ltr">
<script>theme()</script>
<article class="md-content__inner md-typeset">
เดิม
</article>
</body>
</html>
"""
"""What is around the contents of O7, in short."""


@pytest.fixture
def framed(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Let a short frame be built at once, as long as the last entry says that it can be."""
    can_be_built = [True]

    def build(_data: Path, out: Path, _day: date) -> tuple[bool, str]:
        for name, text in {"oit/2569/o7/index.html": FRAME, "assets/oit.css": "x{}"}.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            if can_be_built[-1]:
                # As a build does, so that nobody reads half a page.
                write_atomically(out / name, text)
        return can_be_built[-1], "ผิด"

    monkeypatch.setattr(preview, "build_site", build)
    return can_be_built


@pytest.fixture
def desk(small_agency: SmallAgency, repository: Repository) -> Desk:
    assert repository.folder == small_agency.folder
    return Desk(DataFolder(small_agency.data, small_agency.folder), TODAY)
