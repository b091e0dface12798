"""The files of ``/admin/``."""

from collections.abc import Iterator
from pathlib import Path

from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.views.datasets.exact import exact_json
from oit.views.pages.editor import packages
from oit.views.pages.editor.settings import (
    Settings,
    local_backend,
    published_backend,
    reached,
    settings,
)
from oit.views.pages.environment import template

FOLDER = "admin"
SETTINGS_FILE = f"{FOLDER}/settings.json"
_PAGE = Path(__file__).parent / "page"


def published_files(folder: DataFolder, agency: Agency) -> dict[str, bytes]:
    """Return the files of a published editor, by their paths from the site's root.

    Raises:
        NoEditorError: agency.yml does not say where it saves, or its packages are not installed.
    """
    return _files(folder, agency, published_backend(agency.admin))


def local_files(folder: DataFolder, agency: Agency) -> dict[str, bytes]:
    """Return the files of an editor for the folder on this machine.

    Raises:
        NoEditorError: its packages are not installed.
    """
    return _files(folder, agency, local_backend())


def own_files(folder: DataFolder, agency: Agency, backend: Settings) -> dict[str, bytes]:
    """Return our own files: the page, its scripts and its settings."""
    page = template("admin.html").render(
        agency=agency, hosts=reached(backend), is_github=backend["name"] == "github"
    )
    return {
        f"{FOLDER}/index.html": page.encode(),
        SETTINGS_FILE: exact_json(settings(folder, agency, backend)),
        **{f"{FOLDER}/{path.name}": path.read_bytes() for path in sorted(_PAGE.iterdir())},
    }


def _files(folder: DataFolder, agency: Agency, backend: Settings) -> dict[str, bytes]:
    return own_files(folder, agency, backend) | dict(_package_files(folder))


def _package_files(folder: DataFolder) -> Iterator[tuple[str, bytes]]:
    for path, content in packages.files_of(packages.folder_of(folder)):
        yield f"{FOLDER}/{path}", content
