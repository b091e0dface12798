"""Pictures: what is in their files, and what is made of them: icons, previews, smaller copies.

Only the worker calls these functions: Pillow loads slowly, and a hostile picture can use any amount
of memory. No text is drawn, since Thai vowels and tone marks need a library that Pillow does not
have on every system; the address that shows a preview writes the page's title beside it.
"""

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

MOST_PIXELS = 40_000_000
"""More would take seconds to decode; the best telephones make 12 million by default."""
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}

_SCALE = 4
"""Curves are drawn larger and scaled down, so that their edges are smooth."""
_PREVIEW = (1200, 630)
_SHARE_OF_LOGO = 0.62


def measure(file: Path) -> tuple[int, int] | str:
    """Return the width and height of a picture; if it cannot be shown, what is in the way.

    The words are ``large`` and ``broken``.
    """
    try:
        with Image.open(file, formats=list(FORMATS)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return "large"
            picture.load()
            return picture.size
    except Image.DecompressionBombError:  # Pillow's own limit, at which it reads no further
        return "large"
    except (OSError, SyntaxError, ValueError):
        return "broken"


def without_traces(file: Path) -> bytes:
    """Return a picture without what its file says beside the image, such as where it was taken.

    Only the image and its colours are written; it is turned as the camera was held.
    """
    with Image.open(file, formats=list(FORMATS)) as picture:
        kind, profile = picture.format, picture.info.get("icc_profile")
        turned = ImageOps.exif_transpose(picture)
        if turned.mode == "P" or "transparency" in picture.info:
            # Which colour is transparent is said beside the image, too.
            turned = turned.convert("RGBA")
        plain = Image.frombytes(turned.mode, turned.size, turned.tobytes())
        out = io.BytesIO()
        plain.save(out, kind, quality=92, icc_profile=profile)
    return out.getvalue()


def scaled(file: Path, width: int) -> bytes:
    """Return a picture as a PNG file that is at most this wide."""
    with Image.open(file, formats=list(FORMATS)) as picture:
        turned = ImageOps.exif_transpose(picture).convert("RGBA")
        turned.thumbnail((width, 4 * width), Image.Resampling.LANCZOS)
        return _png(turned)


def icons(file: Path, colour: tuple[int, int, int], is_logo: bool) -> dict[str, bytes]:
    """Make the site's pictures of an agency's logo, as PNG files by their names.

    Args:
        file: the logo, or any file if the agency has none.
        colour: the agency's colour.
        is_logo: whether the file is a logo; else the program's own sign is drawn.
    """
    if is_logo:
        with Image.open(file, formats=list(FORMATS)) as picture:
            # Browsers turn the photo of a telephone as it was held, too.
            logo = _square(ImageOps.exif_transpose(picture).convert("RGBA"))
        backed = _on_white(logo, 180, 150)
        small = logo
    else:
        small = _sign(512, colour, radius=0.22)
        backed = _sign(180, colour, radius=0).convert("RGB")
    made = {
        "icon.png": _scaled(small, 48),
        "touch.png": backed,
        "share.png": _preview(logo if is_logo else None, colour),
    }
    if is_logo:
        made["logo.png"] = _scaled(logo, 192)
    return {name: _png(picture) for name, picture in made.items()}


def _square(picture: Image.Image) -> Image.Image:
    """Put a picture into the middle of a transparent square."""
    side = max(picture.size)
    square = Image.new("RGBA", (side, side))
    square.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return square


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _on_white(logo: Image.Image, side: int, inner: int) -> Image.Image:
    """Put a logo on white with a margin: telephones cut the corners of icons off."""
    back = Image.new("RGB", (side, side), "white")
    scaled, margin = _scaled(logo, inner), (side - inner) // 2
    back.paste(scaled, (margin, margin), scaled)
    return back


def _sign(side: int, colour: tuple[int, int, int], radius: float) -> Image.Image:
    """Draw the program's own sign: a tick on the agency's colour."""
    large = side * _SCALE
    picture = Image.new("RGBA", (large, large))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, large - 1, large - 1), round(large * radius), fill=colour)
    _tick(draw, (0, 0), large)
    return _scaled(picture, side)


def _tick(draw: ImageDraw.ImageDraw, corner: tuple[int, int], side: int) -> None:
    points = [(8, 17), (13, 22), (24, 10)]
    places = [(corner[0] + x * side / 32, corner[1] + y * side / 32) for x, y in points]
    width = side * 0.106
    draw.line(places, fill="white", width=round(width), joint="curve")
    for x, y in (places[0], places[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill="white")


def _preview(logo: Image.Image | None, colour: tuple[int, int, int]) -> Image.Image:
    """Draw what LINE and Facebook show of an address: the logo on a white card, on the colour."""
    width, height = _PREVIEW
    back = Image.new("RGB", _PREVIEW, colour)
    side = round(height * _SHARE_OF_LOGO)
    if logo is None:
        drawn = Image.new("RGB", (side * _SCALE, side * _SCALE), colour)
        _tick(ImageDraw.Draw(drawn), (0, 0), side * _SCALE)
        back.paste(_scaled(drawn, side), ((width - side) // 2, (height - side) // 2))
        return back
    card = round(side * 1.16)
    mask = Image.new("L", (card * _SCALE, card * _SCALE))
    edge = card * _SCALE - 1
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, edge, edge), edge // 4, fill=255)
    back.paste("white", ((width - card) // 2, (height - card) // 2), _scaled(mask, card))
    scaled = _scaled(logo, side)
    back.paste(scaled, ((width - side) // 2, (height - side) // 2), scaled)
    return back


def _png(picture: Image.Image) -> bytes:
    """Write a picture with 256 colours, which logos have at most, and without metadata."""
    method = Image.Quantize.FASTOCTREE if picture.mode == "RGBA" else Image.Quantize.MEDIANCUT
    out = io.BytesIO()
    picture.quantize(256, method).save(out, "PNG", optimize=True)
    return out.getvalue()
