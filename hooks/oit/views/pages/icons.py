"""The files of an agency's own look: icons and previews made of its logo, and its colour."""

from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.views.pages import shades

FOLDER = "assets/agency/"
ICON, TOUCH, SHARE, LOGO = (f"{FOLDER}{name}.png" for name in ("icon", "touch", "share", "logo"))
"""The icon of a tab, that of telephones, the preview of an address, and the logo of a header."""
CACHE = Path(".cache/oit/icons.json")


def look_files(folder: DataFolder, agency: Agency) -> dict[str, bytes]:
    """Return the files of an agency's look by their paths from the site's root.

    Drawing takes half a second, so the pictures are kept until the logo or the colour changes.
    If they cannot be drawn, the site has the theme's own icon.
    """
    colour = agency.colour or shades.OWN
    program = Path(__file__).parents[2] / "picture.py"
    key = f"{colour} {sha256(program.read_bytes()).hexdigest()}"
    cache = FileCache(folder.base / CACHE, key)
    # If there is no logo, the sign is drawn again only if the program changes.
    file = folder.docs / agency.logo if agency.logo else program
    files = cache.get(file)
    if files is None:
        files = _drawn(file, colour, is_logo=bool(agency.logo))
        if files:
            cache.put(file, files)
            cache.save()
    made = {f"{FOLDER}{name}": b64decode(content) for name, content in files.items()}
    if agency.colour:
        made[shades.PATH] = shades.style_sheet(agency.colour)
    return made


def _drawn(file: Path, colour: tuple[int, int, int], *, is_logo: bool) -> dict[str, str]:
    from oit import picture, worker  # noqa: PLC0415 - most builds find the pictures in the cache

    try:
        drawn = worker.read(picture.icons, file, tuple(colour), is_logo)
    except worker.UnreadableError:
        return {}
    return {name: b64encode(content).decode() for name, content in drawn.items()}
