"""Colours and their contrast."""

import re

import pytest

from oit.colour import BLACK, GRAPHICS, TEXT, WHITE, Colour, contrast, parse

MAROON = Colour(122, 31, 43)


@pytest.mark.parametrize(
    "text",
    [
        "#7a1f2b",
        "#7A1F2B",
        "7a1f2b",
        " #7a1f2b ",
        "#7a1f2bff",
        "rgb(122, 31, 43)",
        "RGB(122 31 43)",
    ],
)
def test_notations_of_one_colour(text: str) -> None:
    assert parse(text) == MAROON


def test_short_codes_and_words() -> None:
    assert (str(parse("#a0c")), str(parse("Maroon")), str(parse("gray"))) == (
        "#aa00cc",
        "#800000",
        "#808080",
    )


@pytest.mark.parametrize(
    "text",
    ["", "แดง", "#12", "#12345", "abc", "rgb(1, 2)", "rgb(1, 2, 256)", "#7a1f2b80", "url(x)"],
)
def test_other_texts_are_no_colours(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse(text)


def test_contrast_is_that_of_wcag() -> None:
    """The values are those of WebAIM's contrast checker."""
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, parse("#767676")) == pytest.approx(4.54, abs=0.005)
    assert contrast(parse("#ff0000"), WHITE) == pytest.approx(4.0, abs=0.005)
    assert contrast(MAROON, MAROON) == 1


def test_a_shade_is_the_nearest_with_enough_contrast() -> None:
    yellow = parse("#ffd700")
    dark = yellow.darkened(TEXT, [WHITE])
    assert TEXT <= contrast(dark, WHITE) < TEXT + 0.15
    assert dark.red > dark.green > dark.blue  # still a yellow
    assert MAROON.darkened(TEXT, [WHITE]) == MAROON
    assert contrast(MAROON.lightened(GRAPHICS, [BLACK]), BLACK) >= GRAPHICS


def test_a_contrast_that_no_shade_has_ends_with_black_or_white() -> None:
    assert MAROON.darkened(TEXT, [BLACK]) == BLACK
    assert parse("#888888").lightened(TEXT, [WHITE]) == WHITE
