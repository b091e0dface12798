"""Write the site as Markdown and files, for any generator that reads Markdown."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from posixpath import normpath

from oit.data.folder import DataFolder
from oit.views.pages.page import Page
from oit.views.pages.site import Site

THEME = Path(__file__).parents[2] / "theme"

# Readers of Markdown look for fences of code within HTML, too, and give them attributes.
_FENCES = {ord(sign): f"&#{ord(sign)};" for sign in "`~"}
_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_LINK = re.compile(r"(\]\(|\]:\s*)([^\s()#]+)\.md\b")


def write_site(site: Site, folder: DataFolder, out: Path) -> None:
    """Write every page and file into a folder, with the agency's docs/ and our style sheet."""
    shutil.copytree(THEME / "assets", out / "assets", dirs_exist_ok=True)
    for name in _shown(folder.docs):
        if name.suffix.lower() in _PAGES:
            text = (folder.docs / name).read_text(encoding="utf-8", errors="surrogateescape")
            followed = _follow(text, name.parent, site).encode(errors="surrogateescape")
            _write(out / name.with_suffix(".md"), followed)
        else:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder.docs / name, out / name)
    for page in site.pages.values():
        safe = replace(page, html=page.html.translate(_FENCES))
        _write(out / source_of(page), safe.markdown().encode())
    for path, content in site.files.items():
        _write(out / path, content)


def clear(folder: Path) -> None:
    """Take away what was written before; the folder itself stays, for somebody may be in it."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def source_of(page: Page) -> str:
    """Return the file that a page is written into: the index of a folder of its own.

    To some generators the links of HTML begin at the page's address, to others at its file:
    here both are the same place.
    """
    return f"{page.url}index.md"


def hand_written(docs: Path) -> list[str]:
    """Return the files that the agency's own pages are written into."""
    return [str(name.with_suffix(".md")) for name in _shown(docs) if name.suffix.lower() in _PAGES]


def as_written(menu: object, site: Site) -> object:
    """Name the pages of a menu by the files that they are written into."""
    match menu:
        case dict():
            return {title: as_written(below, site) for title, below in menu.items()}
        case list():
            return [as_written(entry, site) for entry in menu]
        case _:
            page = site.pages.get(str(menu))
            return source_of(page) if page else menu


def _shown(docs: Path) -> Iterator[PurePosixPath]:
    """Yield the files of docs/; what is hidden is not meant for readers."""
    for path in sorted(docs.rglob("*")):
        name = PurePosixPath(path.relative_to(docs).as_posix())
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name


def _follow(text: str, folder: PurePosixPath, site: Site) -> str:
    """Let the links of a hand-written page lead to where the pages that they name are written."""

    def written(link: re.Match[str]) -> str:
        page = site.pages.get(normpath(folder / f"{link[2]}.md"))
        return link[0] if page is None or page.is_index else f"{link[1]}{link[2]}/index.md"

    return _LINK.sub(written, text)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
