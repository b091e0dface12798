"""Write the site as Markdown and other files, for any generator that reads Markdown."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from posixpath import normpath

from oit.data.folder import DataFolder
from oit.views.pages.line_breaks import keep_words
from oit.views.pages.page import Page
from oit.views.pages.site import Site

THEME = Path(__file__).parents[2] / "theme"

# Markdown parsers look for code fences even within HTML, and process their attributes.
_FENCES = {ord(sign): f"&#{ord(sign)};" for sign in "`~"}
_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_LINK = re.compile(r"(\]\(|\]:\s*)([^\s()\[\]#]+)\.md\b")


def write_site(site: Site, folder: DataFolder, out: Path) -> None:
    """Write every page and file into a folder, with the agency's docs/ and our assets."""
    shutil.copytree(THEME / "assets", out / "assets", dirs_exist_ok=True)
    for name in _visible_files(folder.docs):
        if name.suffix.lower() in _PAGES:
            text = (folder.docs / name).read_text(encoding="utf-8", errors="surrogateescape")
            linked = _with_links(text, name.parent, site).encode(errors="surrogateescape")
            _write(out / name.with_suffix(".md"), linked)
        else:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder.docs / name, out / name)
    for page in site.pages.values():
        safe = replace(page, contents=keep_words(page.html).translate(_FENCES))
        _write(out / source_of(page), safe.markdown().encode())
    for path, content in site.files.items():
        if isinstance(content, Path):
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(content, out / path)
        else:
            _write(out / path, content)


def clear(folder: Path) -> None:
    """Empty a folder but keep it, since a shell may be in it."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def source_of(page: Page) -> str:
    """Return the file of a page: the index of its own folder.

    Some generators resolve links in HTML from the page's address, others from its file; for an
    index file both are the same.
    """
    return f"{page.url}index.md"


def hand_written(docs: Path) -> list[str]:
    """Return the files of the agency's hand-written pages."""
    return [
        str(name.with_suffix(".md"))
        for name in _visible_files(docs)
        if name.suffix.lower() in _PAGES
    ]


def menu_of_files(menu: object, site: Site) -> object:
    """Replace the pages of a menu by the files that they are written to."""
    match menu:
        case dict():
            return {title: menu_of_files(below, site) for title, below in menu.items()}
        case list():
            return [menu_of_files(entry, site) for entry in menu]
        case _:
            page = site.pages.get(str(menu))
            return source_of(page) if page else menu


def _visible_files(docs: Path) -> Iterator[PurePosixPath]:
    """Yield the files of docs/ except hidden ones."""
    for path in sorted(docs.rglob("*")):
        name = PurePosixPath(path.relative_to(docs).as_posix())
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name


def _with_links(text: str, folder: PurePosixPath, site: Site) -> str:
    """Adjust the links of a hand-written page to the files of the generated pages."""

    def target(link: re.Match[str]) -> str:
        page = site.pages.get(normpath(folder / f"{link[2]}.md"))
        return link[0] if page is None or page.is_index else f"{link[1]}{link[2]}/index.md"

    return _LINK.sub(target, text)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
