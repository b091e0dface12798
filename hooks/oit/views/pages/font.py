"""The site's own font, so that a device without Thai fonts shows letters instead of boxes.

It is Sarabun, from its package, reduced to Thai and Latin and compressed for browsers. That takes
half a second, so the result is kept for the next build.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO

from oit.kept import kept

FOLDER = "fonts"
"""Not in ``assets/``, whose other files are the theme's."""
SHEET = f"{FOLDER}/sarabun.css"

_STYLES = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}
FONTS = {weight: f"{FOLDER}/sarabun-{weight}.woff2" for weight in _STYLES}
"""The regular and the bold font."""

_RANGES = (
    *((0x20, 0x7E), (0xA0, 0xFF)),  # Latin, as in most of Western Europe
    *((0x0E01, 0x0E3A), (0x0E3F, 0x0E5B)),  # Thai
    *((0x2010, 0x2015), (0x2018, 0x201F), (0x2020, 0x2026), (0x2030, 0x203A)),  # punctuation
    *((0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2190), (0x2192, 0x2192)),
    *((0x2212, 0x2212), (0x25CC, 0x25CC)),
)
"""The first and the last character of each range that the font keeps."""
_READING = {
    "lazy": True,
    "recalcBBoxes": False,  # the box around all letters is also around those that are kept
    "recalcTimestamp": False,  # the same bytes each time
}
_FACE = """\
@font-face {{
  font-display: swap;
  font-family: "Sarabun";
  font-style: normal;
  font-weight: {weight};
  src: url("sarabun-{weight}.woff2") format("woff2");
  unicode-range: {ranges};
}}
"""


@cache
def font_files() -> dict[str, bytes]:
    """Return the fonts and their style sheet by path; nothing if a package is missing."""
    try:
        fonts = {path: _reduced(weight) for weight, path in FONTS.items()}
    except ImportError:
        return {}
    ranges = ", ".join(f"U+{first:04X}-{last:04X}" for first, last in _RANGES)
    faces = "".join(_FACE.format(weight=weight, ranges=ranges) for weight in _STYLES)
    return {SHEET: faces.encode(), **fonts}


def _reduced(weight: int) -> bytes:
    original = files("fontpkg_sarabun").joinpath("files", _STYLES[weight]).read_bytes()
    return kept("font", (original, repr((_RANGES, _READING)).encode()), lambda: _reduce(original))


def _reduce(original: bytes) -> bytes:
    # A build that finds the font kept does not need this library, which loads slowly.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font, options = TTFont(BytesIO(original), **_READING), Options()
    # To find the names that others refer to (there are none), it would look through every table.
    options.drop_tables = [*options.drop_tables, "name"]
    names = font["name"]
    languages = options.name_languages
    names.names = [
        name
        for name in names.names
        if name.nameID in options.name_IDs and name.isUnicode() and name.langID in languages
    ]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in _RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    font["name"] = names
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
