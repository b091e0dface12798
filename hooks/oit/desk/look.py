"""The agency's look: its colour and logo, and the font of the public site."""

import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from oit.colour import Colour
from oit.desk.desk import Desk
from oit.forms.agency import Agency
from oit.forms.fields import PicturePath
from oit.views.pages import icons, shades
from oit.views.pages.font import SHEET, font_files

FOLDER = Path(__file__).parent / "static"
STYLE = "/static/desk.css"


@dataclass(frozen=True)
class Look:
    """What the head of every page names, and the files behind it."""

    style_sheets: tuple[str, ...]
    icon: str
    logo: str
    """The addresses of the pictures; empty if there is none."""
    colours: tuple[tuple[Colour, str], ...]
    """The colour around the page, for each scheme of the device."""
    files: dict[str, bytes]
    """The files by the part of their addresses after ``/look/``."""


def look_of(desk: Desk) -> Look:
    """Return the look of the agency as agency.yml says now."""
    agency = desk.assessment().agency
    logo = _logo(desk, agency)
    changed = logo.stat().st_mtime_ns if logo else 0
    return _look(desk, agency.colour, agency.logo if logo else None, changed)


def _logo(desk: Desk, agency: Agency) -> Path | None:
    """Return the logo's file, if it is one of docs/."""
    if not agency.logo:
        return None
    docs = desk.folder.docs.resolve()
    try:
        path = (docs / agency.logo).resolve()
        is_ours = path.is_relative_to(docs) and path.is_file() and os.access(path, os.R_OK)
        return path if is_ours else None
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=8)
def _look(desk: Desk, colour: Colour | None, logo: PicturePath | None, changed: int) -> Look:
    del changed  # the logo is drawn again if its file has changed
    agency = Agency.model_construct(colour=colour, logo=logo)
    files = {**font_files(), **icons.look_files(desk.folder, agency)}
    if colour:
        files[shades.PATH] = shades.style_sheet_of_device(colour)

    def address(name: str) -> str:
        # A file that changes gets another address, so browsers may keep each of them.
        version = sha256(files[name]).hexdigest()[:8] if name in files else ""
        return f"/look/{name}?{version}" if version else ""

    return Look(
        tuple(filter(None, (address(SHEET), STYLE, address(shades.PATH)))),
        address(icons.ICON),
        address(icons.LOGO),
        tuple(zip(shades.header_colours(colour), ("light", "dark"), strict=True)),
        files,
    )
