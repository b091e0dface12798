"""Write a project for Zensical: pages, settings and theme, ready for ``zensical build``.

Zensical runs no hooks: the project contains what our hooks add to MkDocs during a build.
"""

import json
import shutil
from pathlib import Path

from oit.publish.site import Publication
from oit.views.pages import manifest
from oit.views.pages.write import THEME, clear, hand_written, menu_of_files, write_site

_DOCS, _THEME, _SETTINGS = "docs", "theme", "zensical.toml"
_FILES = Path(__file__).with_name("zensical_files")
_FOOT = "partials/copyright.html"
"""The part of our theme for Material that Zensical can use unchanged."""


def write_project(publication: Publication, out: Path) -> None:
    """Write the project again; the site built from the old one remains."""
    clear(out / _DOCS)
    clear(out / _THEME)
    write_site(publication.site, publication.folder, out / _DOCS)
    shutil.copytree(_FILES / _THEME, out / _THEME, dirs_exist_ok=True)
    shutil.copyfile(THEME / _FOOT, out / _THEME / _FOOT)
    (out / _SETTINGS).write_text(_settings(publication), encoding="utf-8")


def may_write(out: Path) -> bool:
    """Tell whether nothing is lost: the folder is missing, empty, or such a project."""
    # A link may lead to files that are not ours.
    if any((out / name).is_symlink() for name in (_DOCS, _THEME, _SETTINGS)):
        return False
    if (out / _SETTINGS).is_file() and (out / _DOCS / manifest.PATH).is_file():
        return True
    return not any(out.iterdir()) if out.is_dir() else not out.exists()


def _settings(publication: Publication) -> str:
    values = {
        "site_name": publication.name,
        "site_description": publication.description,
        "site_url": publication.agency.site_url or "",
        "extra_css": publication.style_sheets,
        "nav": menu_of_files(
            publication.menu(hand_written(publication.folder.docs)), publication.site
        ),
    }
    lines = [f"{name} = {_toml(value)}" for name, value in values.items()]
    own = (_FILES / _SETTINGS).read_text(encoding="utf-8")
    head = [f"{name} = {_toml(value)}" for name, value in publication.head.items()]
    return "\n".join(
        [
            *("# เขียนโดย oit generate ใหม่ทุกครั้ง", "[project]", *lines, "", own),
            *("[project.extra.oit]", *head, ""),
        ]
    )


def _toml(value: object) -> str:
    """Format a value as TOML, whose strings can be written as JSON."""
    match value:
        case dict():
            entries = (f"{_toml(key)} = {_toml(entry)}" for key, entry in value.items())
            return f"{{ {', '.join(entries)} }}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
