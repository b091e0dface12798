"""Pictures of growth: lines on two logarithmic scales, as SVG.

A dashed line shows what would grow in proportion to the data. The pictures follow the reader's
choice of light or dark, their texts are texts, and a screen reader finds the numbers in ``desc``.
"""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from xml.etree import ElementTree as ET

from tools.bench.measure import ROOT

FOLDER = ROOT / "build/bench"
Series = Mapping[str, Sequence[tuple[int, float]]]

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 40, 50, 60
_LINE = 20
_LEGEND = 22
"""The height of a line of the legend, which stands below the axes."""
_MARKS = ("circle", "square", "diamond", "triangle")
# Blue, orange, green and purple of Okabe and Ito: people tell them apart who see few colours.
_STYLE = """
svg { background: #fff; color: #222; font: 14px sans-serif }
text { fill: currentColor }
.title { font-size: 17px; font-weight: bold }
path { fill: none; stroke: currentColor; stroke-width: 2 }
.grid { stroke-width: 1; opacity: .2 }
.proportion { stroke-dasharray: 6 5 }
.mark { fill: currentColor }
.s0 { color: #0072b2 }
.s1 { color: #c44e00 }
.s2 { color: #00805b }
.s3 { color: #b0558a }
@media (prefers-color-scheme: dark) {
  svg { background: #1b1d22; color: #e4e4e4 }
  .s0 { color: #56b4e9 }
  .s1 { color: #f0904a }
  .s2 { color: #4fd3a8 }
  .s3 { color: #e3a6c9 }
}
"""


def save(name: str, title: str, unit: str, series: Series) -> None:
    """Write a picture of CPU seconds by size, and print where it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.svg"
    path.write_text(chart(title, unit, series), encoding="utf-8")
    print(f"picture: {path.relative_to(ROOT)}", flush=True)


def chart(title: str, unit: str, series: Series) -> str:
    """Draw CPU seconds by size.

    Args:
        title: what grows.
        unit: what the sizes count.
        series: sizes and seconds by the name of a contestant; the dashed line starts at the first.
    """
    points = [point for line in series.values() for point in line]
    axes = _Axes([size for size, _ in points], [seconds for _, seconds in points])
    height = _HEIGHT + _LEGEND * (len(series) + 1)
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_WIDTH} {height}",
            "role": "img",
            "aria-labelledby": "title desc",
        },
    )
    ET.SubElement(svg, "title", id="title").text = f"{title}: CPU seconds by {unit}"
    ET.SubElement(svg, "desc", id="desc").text = _described(unit, series)
    ET.SubElement(svg, "style").text = _STYLE
    _text(svg, _LEFT, 28, title).set("class", "title")
    axes.draw(svg, unit)
    first = next(iter(series.values()))
    axes.draw_proportion(svg, first[0])
    for number, (name, line) in enumerate(series.items()):
        style = number % len(_MARKS)
        places = [axes.place(*point) for point in line]
        group = ET.SubElement(svg, "g", {"class": f"s{style}"})
        _path(group, places)
        below = _HEIGHT + _LEGEND * number
        for place in [*places, (_LEFT + 12, below - 5)]:
            _mark(group, _MARKS[style], *place)
        _text(svg, _LEFT + 30, below, name)
    below = _HEIGHT + _LEGEND * len(series)
    _path(svg, [(_LEFT, below - 5), (_LEFT + 24, below - 5)]).set("class", "proportion")
    _text(svg, _LEFT + 30, below, "in proportion to the data")
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _described(unit: str, series: Series) -> str:
    lines = (
        f"{name}: " + ", ".join(f"{seconds:.2f} s with {size:,} {unit}" for size, seconds in line)
        for name, line in series.items()
    )
    return "; ".join(lines) + "."


class _Axes:
    """Two logarithmic scales."""

    def __init__(self, sizes: Sequence[int], seconds: Sequence[float]) -> None:
        self._sizes = _Scale(sizes, _LEFT, _WIDTH - _RIGHT)
        self._seconds = _Scale(seconds, _HEIGHT - _BOTTOM - _LEGEND, _TOP)

    def place(self, size: float, seconds: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        return self._sizes.place(size), self._seconds.place(seconds)

    def draw(self, svg: ET.Element, unit: str) -> None:
        """Draw the lines of the grid and their labels."""
        left, right = self._sizes.ends
        bottom, top = self._seconds.ends
        for size in self._sizes.labels():
            x = self._sizes.place(size)
            _path(svg, [(x, bottom), (x, top)]).set("class", "grid")
            _text(svg, x, bottom + _LINE, f"{size:,.0f}", anchor="middle")
        for seconds in self._seconds.labels():
            y = self._seconds.place(seconds)
            _path(svg, [(left, y), (right, y)]).set("class", "grid")
            _text(svg, left - 8, y + 5, f"{seconds:,g} s", anchor="end")
        _text(svg, right, bottom + 2 * _LINE, unit, anchor="end")

    def draw_proportion(self, svg: ET.Element, start: tuple[int, float]) -> None:
        """Draw what would grow in proportion, from a point to the edge of the scales."""
        size, seconds = start
        times = min(self._sizes.most / size, self._seconds.most / seconds)
        ends = [self.place(*start), self.place(size * times, seconds * times)]
        _path(svg, ends).set("class", "proportion")


class _Scale:
    """A logarithmic scale from one power of ten to another."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        known = [value for value in values if value > 0] or [1.0]
        self._low, high = floor(log10(min(known))), ceil(log10(max(known)))
        self._powers = max(1, high - self._low)
        self.ends = start, end
        self.most = 10.0 ** (self._low + self._powers)

    def place(self, value: float) -> float:
        """Return where a value is drawn; nothing is below the scale."""
        start, end = self.ends
        share = (log10(value) - self._low) / self._powers if value > 0 else 0
        return start + (end - start) * max(0, share)

    def labels(self) -> list[float]:
        """Return the powers of ten, and what is between them if they are few."""
        digits = (1, 2, 5) if self._powers <= 2 else (1,)
        powers = [10.0 ** (self._low + power) for power in range(self._powers + 1)]
        return [v for power in powers for v in (d * power for d in digits) if v <= self.most]


def _path(svg: ET.Element, places: Sequence[tuple[float, float]]) -> ET.Element:
    steps = " L ".join(f"{x:.1f} {y:.1f}" for x, y in places)
    return ET.SubElement(svg, "path", d=f"M {steps}")


def _text(svg: ET.Element, x: float, y: float, text: str, *, anchor: str = "start") -> ET.Element:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor}
    element = ET.SubElement(svg, "text", place)
    element.text = text
    return element


def _mark(svg: ET.Element, shape: str, x: float, y: float) -> None:
    """Draw a point; each line has a shape of its own, for those who do not see its colour."""
    if shape == "circle":
        place = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "4.5", "class": "mark"}
        ET.SubElement(svg, "circle", place)
        return
    corners = {
        "square": [(-4, -4), (4, -4), (4, 4), (-4, 4)],
        "diamond": [(0, -6), (6, 0), (0, 6), (-6, 0)],
        "triangle": [(0, -6), (5, 4), (-5, 4)],
    }[shape]
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    ET.SubElement(svg, "polygon", {"points": points, "class": "mark"})
