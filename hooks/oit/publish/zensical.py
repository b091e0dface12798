"""A project for Zensical: pages, settings and theme, so that ``zensical build`` is all it takes.

Zensical runs no hooks: what ours do for MkDocs while it builds stands in the project instead.
"""

import json
import shutil
from pathlib import Path

from oit.publish.site import Publication
from oit.views.pages import manifest
from oit.views.pages.write import THEME, as_written, clear, hand_written, write_site

_DOCS, _THEME, _SETTINGS = "docs", "theme", "zensical.toml"
_FILES = Path(__file__).with_name("zensical_files")
_FOOT = "partials/copyright.html"
"""What of our theme for Material serves here as it is."""


def write_project(made: Publication, out: Path) -> None:
    """Write the project anew; what was built of the last one stays."""
    clear(out / _DOCS)
    clear(out / _THEME)
    write_site(made.site, made.folder, out / _DOCS)
    shutil.copytree(_FILES / _THEME, out / _THEME, dirs_exist_ok=True)
    shutil.copyfile(THEME / _FOOT, out / _THEME / _FOOT)
    (out / _SETTINGS).write_text(_settings(made), encoding="utf-8")


def may_write(out: Path) -> bool:
    """Tell whether nothing is lost: the folder is not there, is empty or is such a project."""
    # What a link leads to is somebody else's.
    if any((out / name).is_symlink() for name in (_DOCS, _THEME, _SETTINGS)):
        return False
    if (out / _SETTINGS).is_file() and (out / _DOCS / manifest.PATH).is_file():
        return True
    return not any(out.iterdir()) if out.is_dir() else not out.exists()


def _settings(made: Publication) -> str:
    values = {
        "site_name": made.name,
        "site_description": made.description,
        "site_url": made.agency.site_url or "",
        "extra_css": ["assets/oit.css"],
        "nav": as_written(made.menu(hand_written(made.folder.docs)), made.site),
    }
    lines = [f"{name} = {_toml(value)}" for name, value in values.items()]
    own = (_FILES / _SETTINGS).read_text(encoding="utf-8")
    return "\n".join(["# เขียนโดย oit generate ใหม่ทุกครั้ง", "[project]", *lines, "", own])


def _toml(value: object) -> str:
    """Write a value as TOML, which writes texts as JSON does."""
    match value:
        case dict():
            return (
                f"{{ {', '.join(f'{_toml(key)} = {_toml(one)}' for key, one in value.items())} }}"
            )
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
