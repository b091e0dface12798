"""Colours: how people write them, and how well one is seen on another (WCAG 2)."""

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls
from typing import NamedTuple

TEXT = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""
GRAPHICS = 3.0
"""The least contrast of what is not text (WCAG 2.2, 1.4.11)."""

_HEX = re.compile(r"#?([0-9a-fA-F]{6})(?:[fF]{2})?|#([0-9a-fA-F]{3})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)", re.IGNORECASE)
_STEPS = 200


class Colour(NamedTuple):
    """A colour; each part is between 0 and 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """The relative luminance of WCAG: 0 for black, 1 for white."""
        red, green, blue = map(_linear, self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """Return this colour with a share of another, from 0 to 1."""
        return Colour(
            *(round(a + (b - a) * share) for a, b in zip(self, other, strict=True)),
        )

    def darkened(self, least: float, backs: Iterable["Colour"]) -> "Colour":
        """Return the nearest darker shade with the least contrast to every background."""
        return self._shade(0, least, backs)

    def lightened(self, least: float, backs: Iterable["Colour"]) -> "Colour":
        """Return the nearest lighter shade with the least contrast to every background."""
        return self._shade(1, least, backs)

    def _shade(self, end: int, least: float, backs: Iterable["Colour"]) -> "Colour":
        """Change the lightness step by step; mixing with white would lose the colour."""
        backs = tuple(backs)
        hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in self))
        shades = [self] + [
            _of_hls(hue, lightness + (end - lightness) * step / _STEPS, saturation)
            for step in range(1, _STEPS + 1)
        ]
        return next((s for s in shades if all(contrast(s, b) >= least for b in backs)), shades[-1])


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)

# The sixteen words of HTML 4; the other words of CSS differ by shades that nobody can name.
_WORDS = {
    "aqua": "#00ffff",
    "black": "#000000",
    "blue": "#0000ff",
    "fuchsia": "#ff00ff",
    "gray": "#808080",
    "green": "#008000",
    "lime": "#00ff00",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "purple": "#800080",
    "red": "#ff0000",
    "silver": "#c0c0c0",
    "teal": "#008080",
    "white": "#ffffff",
    "yellow": "#ffff00",
}


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours: 1 if they are the same, 21 for black on white."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def parse(text: str) -> Colour:
    """Read ``#7a1f2b``, ``#abc``, ``rgb(122, 31, 43)`` or a word of HTML such as ``maroon``.

    Raises:
        ValueError: the text is no colour.
    """
    text = _WORDS.get(text.strip().lower(), text.strip())
    if found := _HEX.fullmatch(text):
        digits = found[1] or "".join(2 * digit for digit in found[2])
        return Colour(*bytes.fromhex(digits))
    if (found := _RGB.fullmatch(text)) and all(int(part) <= 255 for part in found.groups()):
        return Colour(*map(int, found.groups()))
    raise ValueError(text)


def _of_hls(hue: float, lightness: float, saturation: float) -> Colour:
    return Colour(*(round(255 * part) for part in hls_to_rgb(hue, lightness, saturation)))


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
