"""Write the site as Markdown and files, for any generator that reads Markdown."""

import shutil
from pathlib import Path

from oit.folder import DataFolder
from oit.pages.site import Site

THEME = Path(__file__).parent.parent / "theme"


def write_site(site: Site, folder: DataFolder, out: Path) -> None:
    """Write every page and file into a folder, with the agency's docs/ and our style sheet."""
    if folder.docs.is_dir():
        shutil.copytree(folder.docs, out, dirs_exist_ok=True)
    shutil.copytree(THEME / "assets", out / "assets", dirs_exist_ok=True)
    for path, page in site.pages.items():
        _write(out / path, page.markdown().encode())
    for path, content in site.files.items():
        _write(out / path, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
