"""The style sheet of the desk: the site's colours, seen well, and letters that can be read."""

import re
from itertools import product

import pytest

from oit.colour import GRAPHICS, TEXT, WHITE, contrast, parse
from oit.desk import look
from oit.views.pages import shades
from oit.views.pages.write import THEME

CSS = (look.FOLDER / "desk.css").read_text(encoding="utf-8")
_LIGHT, _DARK = re.findall(r":root \{\n(.*?)\n\s*\}", CSS, re.DOTALL)[:2]


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): (#\w+);", block))


LIGHT = variables(_LIGHT)
DARK = LIGHT | variables(_DARK)
BACKS = "--page --oit-panel".split()
TONES = "good part old none calm".split()


def test_the_colours_are_those_of_the_public_site() -> None:
    site = (THEME / "assets/oit.css").read_text(encoding="utf-8")
    blocks = dict(re.findall(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\n\}', site, re.DOTALL))
    for scheme, ours in (("default", LIGHT), ("slate", DARK)):
        theirs = variables(blocks[scheme])
        shared = ours.keys() & theirs.keys()
        assert len(shared) > 15
        assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_is_seen_well(colours: dict[str, str]) -> None:
    toned = [(f"--oit-{tone}", f"--oit-{tone}-back", TEXT) for tone in TONES]
    texts = "--text --light-text --md-typeset-a-color --md-accent-fg-color --oit-none".split()
    pairs = [
        *toned,
        *((text, back, TEXT) for text, back in product(texts, BACKS)),
        # What the boxes of messages contain.
        *(("--text", f"--oit-{tone}-back", TEXT) for tone in TONES),
        *(("--md-typeset-a-color", f"--oit-{tone}-back", TEXT) for tone in TONES),
        *(
            (sign, back, GRAPHICS)
            for sign, back in product(["--edge", "--oit-focus", "--oit-bar"], BACKS)
        ),
    ]
    seen = {pair: contrast(parse(colours[pair[0]]), parse(colours[pair[1]])) for pair in pairs}
    assert {pair: value for pair, value in seen.items() if value < pair[2]} == {}
    header = parse(colours["--md-primary-fg-color"])
    assert contrast(header, WHITE) >= TEXT
    assert contrast(header, parse("#ffd166")) >= GRAPHICS  # the focus on the header


def test_links_of_an_agencys_own_colour_are_made_for_these_backgrounds() -> None:
    for colours, backs in ((LIGHT, shades.LIGHT_BACKS), (DARK, shades.DARK_BACKS)):
        names = ["--page", "--oit-panel", *(f"--oit-{tone}-back" for tone in TONES)]
        page = {"#fff": "#ffffff"}
        assert {page.get(colours[name], colours[name]) for name in names} <= {*map(str, backs)}


def test_no_letters_are_small() -> None:
    sizes = re.findall(r"font-size: ([\d.]+)(\w*)", CSS)
    assert {(size, unit) for size, unit in sizes if unit == "rem" and float(size) < 1} == set()
    assert {unit for _, unit in sizes} <= {"rem", "pt"}  # points are for paper


def test_it_is_small_and_asks_nothing_of_others() -> None:
    assert len(CSS.encode()) < 30_000
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_every_variable_is_known() -> None:
    assert set(re.findall(r"var\((--[\w-]+)", CSS)) <= set(re.findall(r"(--[\w-]+):", CSS))
