"""The files of an agency's own look: icons and previews made of its logo, and its colour."""

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path

from oit import worker
from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.kept import kept
from oit.views.pages import shades
from oit.worker import UnreadableError

FOLDER = "assets/agency/"
ICON, TOUCH, SHARE, LOGO = (f"{FOLDER}{name}.png" for name in ("icon", "touch", "share", "logo"))
"""The icon of a tab, that of telephones, the preview of an address, and the logo of a header."""


_PATHS = (ICON, TOUCH, SHARE, LOGO)


def look_files(folder: DataFolder, agency: Agency) -> dict[str, bytes]:
    """Return the files of an agency's look by their paths from the site's root.

    Drawing takes half a second, so the pictures are kept until the logo or the colour changes.
    If they cannot be drawn, the site has the theme's own icon.
    """
    colour = agency.colour or shades.OWN
    program = Path(__file__).parents[2] / "picture.py"
    logo = folder.docs / agency.logo if agency.logo else None
    made_of = (program.read_bytes(), repr(colour).encode(), logo.read_bytes() if logo else b"")
    made = {}
    with suppress(UnreadableError):
        drawn = kept("icons", made_of, lambda: _drawn(logo, colour))
        try:
            made = _pictures(drawn)
        except (ValueError, TypeError, AttributeError, RecursionError):
            # Whoever may write there can give any content the name that fits it.
            made = _pictures(_drawn(logo, colour))
    if agency.colour:
        made[shades.PATH] = shades.style_sheet(agency.colour)
    return made


def _pictures(drawn: bytes) -> dict[str, bytes]:
    found = {f"{FOLDER}{name}": content for name, content in json.loads(drawn).items()}
    return {path: b64decode(found[path]) for path in _PATHS if path in found}


def _drawn(logo: Path | None, colour: tuple[int, int, int]) -> bytes:
    from oit import picture  # noqa: PLC0415 - most builds find the pictures kept

    # Without a logo the worker reads no file; it gets the name of one that exists.
    drawn = worker.read(picture.icons, logo or Path(__file__), tuple(colour), logo is not None)
    return json.dumps({name: b64encode(raw).decode() for name, raw in drawn.items()}).encode()
