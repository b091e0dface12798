"""Draw flat shapes, and save them as a small PNG file."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]

SCALE = 4
"""Pictures are drawn at this scale; scaling them down smooths the edges."""


class Picture:
    """A flat drawing on a background of one colour, or on a transparent one."""

    def __init__(self, width: int, height: int, ground: str | None) -> None:
        self.size = width, height
        large = width * SCALE, height * SCALE
        self.image = Image.new("RGBA", large, ground or (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)

    def oval(self, x: float, y: float, wide: float, high: float, color: str) -> None:
        """Draw an oval by its centre and half its width and height."""
        corners = [(x - wide) * SCALE, (y - high) * SCALE]
        corners += [(x + wide) * SCALE, (y + high) * SCALE]
        self.draw.ellipse(corners, fill=color)

    def box(self, x: float, y: float, wide: float, high: float, color: str) -> None:
        """Draw a box by its upper left corner, its width and its height."""
        corners = [x * SCALE, y * SCALE, (x + wide) * SCALE, (y + high) * SCALE]
        self.draw.rectangle(corners, fill=color)

    def shape(self, points: Sequence[Point], color: str) -> None:
        """Draw a shape by its corners."""
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=color)

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        """Draw a line through points."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=color, width=round(width * SCALE), joint="curve")

    def save(self, path: Path) -> None:
        """Write the picture in few colours, so that the file is small."""
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        if small.getchannel("A").getextrema() == (255, 255):
            palette = small.convert("RGB").quantize(64, dither=Image.Dither.NONE)
        else:
            palette = small.quantize(64, method=Image.Quantize.FASTOCTREE)
        palette.save(path, optimize=True)
