"""The shades of an agency's colour are seen well wherever they are used."""

import re
from itertools import product
from pathlib import Path

from oit.colour import BLACK, GRAPHICS, TEXT, WHITE, Colour, contrast
from oit.views.pages import shades
from oit.views.pages.write import THEME

EVERY_HUE = [
    colour
    for colour in map(Colour._make, product(range(0, 256, 51), repeat=3))
    if contrast(colour, WHITE) >= TEXT
]
"""Colours that the form of agency.yml takes, from all parts of the spectrum."""


def test_text_and_graphics_have_enough_contrast_in_both_schemes() -> None:
    problems = []
    for colour in EVERY_HUE:
        light, dark = shades.light(colour), shades.dark(colour)
        header = [f"--md-primary-fg-color{part}" for part in ("", "--light", "--dark")]
        pairs = [
            *((scheme[name], WHITE, TEXT) for scheme in (light, dark) for name in header),
            *((s["--md-footer-bg-color--dark"], WHITE, TEXT) for s in (light, dark)),
            *((light["--md-typeset-a-color"], back, TEXT) for back in shades.LIGHT_BACKS),
            *((dark["--md-typeset-a-color"], back, TEXT) for back in shades.DARK_BACKS),
            (light["--md-accent-fg-color"], WHITE, TEXT),
            *((dark["--md-accent-fg-color"], back, TEXT) for back in shades.DARK_BACKS),
            *((light["--oit-bar"], b, GRAPHICS) for b in (*shades.LIGHT_BACKS, shades.LIGHT_LINE)),
            *((dark["--oit-bar"], b, GRAPHICS) for b in (*shades.DARK_BACKS, shades.DARK_LINE)),
            # Words stand on the bars of time lines.
            (light["--oit-bar"], WHITE, TEXT),
            (dark["--oit-bar"], BLACK, TEXT),
        ]
        problems += [(colour, *pair) for pair in pairs if contrast(*pair[:2]) < pair[2]]
    assert len(EVERY_HUE) > 50
    assert problems == []


def test_the_backgrounds_are_those_of_the_style_sheet() -> None:
    style = (THEME / "assets/oit.css").read_text(encoding="utf-8")
    blocks = dict(re.findall(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\}', style, re.DOTALL))
    lines = (shades.LIGHT_LINE, shades.DARK_LINE)
    backs = (shades.LIGHT_BACKS, shades.DARK_BACKS)
    for block, known, line in zip(("default", "slate"), backs, lines, strict=True):
        named = r"--oit-(?:panel|[a-z]+-back): (#\w+)"
        assert set(re.findall(named, blocks[block])) <= {*map(str, known)}
        assert f"--oit-line: {line};" in blocks[block]
    assert f"--md-primary-fg-color: {shades.OWN};" in blocks["default"]


def test_paper_keeps_its_black_and_white() -> None:
    assert shades.style_sheet(Colour(122, 31, 43)).startswith(b"@media screen {")


def test_only_known_variables_are_set() -> None:
    """A variable that no style sheet knows would be a mistake."""
    own = (THEME / "assets/oit.css").read_text(encoding="utf-8")
    names = shades.light(shades.OWN).keys() | shades.dark(shades.OWN).keys()
    assert [name for name in names if f"{name}:" not in own] == []
    assert Path(shades.PATH).suffix == ".css"
