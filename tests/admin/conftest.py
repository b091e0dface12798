"""An agency whose data is edited; the editor's packages are not needed."""

from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.forms.agency import Agency
from oit.views.pages.editor import packages
from small_agency import SmallAgency

ON_GITHUB = "admin: {backend: github, repo: lek/oit, base_url: 'https://auth.lek.example/'}\n"


@pytest.fixture(autouse=True)
def _without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "PACKAGES", ())


@pytest.fixture
def folder(small_agency: SmallAgency) -> DataFolder:
    return DataFolder(small_agency.data, small_agency.folder)


@pytest.fixture
def agency(folder: DataFolder) -> Agency:
    agency, _ = read_agency(folder)
    assert agency
    return agency


@pytest.fixture
def on_github(small_agency: SmallAgency) -> SmallAgency:
    """The agency that publishes its editor."""
    small_agency.add("data/agency.yml", ON_GITHUB)
    return small_agency


@pytest.fixture
def document(small_agency: SmallAgency) -> Path:
    """A published document."""
    small_agency.write("docs/files/2569/a.pdf", "%PDF")
    return small_agency.folder / "docs/files/2569/a.pdf"
