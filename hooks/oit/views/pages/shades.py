"""The style sheet of an agency's own colour: its shades for both schemes, each seen well (WCAG AA).

The form of agency.yml takes only colours on which white text can be read. The program's own colour
is in oit.css, whose backgrounds are repeated here.
"""

from collections.abc import Mapping

from oit.colour import BLACK, GRAPHICS, TEXT, WHITE, Colour, parse

OWN = parse("#0b4f6c")
"""The program's own colour: ``--md-primary-fg-color`` of oit.css."""
PATH = "assets/agency.css"

LIGHT_BACKS = tuple(map(parse, "#ffffff #f3f7f9 #ecf0f2 #e3f4ea #fff2d6 #f1e8fa #fde8e8".split()))
"""The page, the panel, and the backgrounds of each status, on which links stand."""
DARK_BACKS = tuple(map(parse, "#1e2529 #26323a #2a3840 #12382a #3d2f0d #33214a #43191a".split()))
LIGHT_LINE, DARK_LINE = parse("#d5dee3"), parse("#3a4a54")
"""The empty part of a progress bar."""

_HERO_LIGHTER = 0.16


def header_colours(colour: Colour | None) -> tuple[Colour, Colour]:
    """Return the colours of the header, light and dark, that browsers surround the page with."""
    colour = colour or OWN
    return colour, colour.mixed(BLACK, 0.3)


def style_sheet(colour: Colour) -> bytes:
    """Write the shades of a colour as variables of the theme.

    Paper keeps the black and white of oit.css.
    """
    schemes = {':root, [data-md-color-scheme="default"]': light(colour)}
    schemes['[data-md-color-scheme="slate"]'] = dark(colour)
    rules = "".join(
        f"  {scheme} {{\n{_declarations(shades)}  }}\n" for scheme, shades in schemes.items()
    )
    return f"@media screen {{\n{rules}}}\n".encode()


def style_sheet_of_device(colour: Colour) -> bytes:
    """Write the shades of a colour for pages whose scheme is that of the reader's device."""
    return (
        f"@media screen {{\n  :root {{\n{_declarations(light(colour))}  }}\n}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n"
        f"  :root {{\n{_declarations(dark(colour))}  }}\n}}\n"
    ).encode()


def light(colour: Colour) -> Mapping[str, Colour]:
    """Return the variables of the light scheme."""
    link = colour.darkened(TEXT, LIGHT_BACKS)
    return {
        "--md-primary-fg-color": colour,
        "--md-primary-fg-color--light": _lighter(colour),
        "--md-primary-fg-color--dark": colour.mixed(BLACK, 0.25),
        "--md-primary-bg-color--light": WHITE,
        "--md-accent-fg-color": link.mixed(BLACK, 0.35),
        "--md-typeset-a-color": link,
        "--oit-bar": colour.darkened(GRAPHICS, [*LIGHT_BACKS, LIGHT_LINE]),
        "--md-footer-bg-color--dark": colour.mixed(BLACK, 0.25),
    }


def dark(colour: Colour) -> Mapping[str, Colour]:
    """Return the variables of the dark scheme."""
    header = header_colours(colour)[1]
    link = colour.lightened(TEXT, DARK_BACKS)
    # Black words stand on the bars of time lines.
    bar = colour.lightened(GRAPHICS, [*DARK_BACKS, DARK_LINE]).lightened(TEXT, [BLACK])
    return {
        "--md-primary-fg-color": header,
        "--md-primary-fg-color--light": _lighter(header),
        "--md-primary-fg-color--dark": header.mixed(BLACK, 0.3),
        "--md-accent-fg-color": link.mixed(WHITE, 0.4),
        "--md-typeset-a-color": link,
        "--oit-bar": bar,
        "--md-footer-bg-color--dark": header.mixed(BLACK, 0.5),
    }


def _lighter(colour: Colour) -> Colour:
    """Return the lighter end of the hero's gradient, with white text on it as well."""
    return colour.mixed(WHITE, _HERO_LIGHTER).darkened(TEXT, [WHITE])


def _declarations(shades: Mapping[str, Colour]) -> str:
    return "".join(f"    {name}: {shade};\n" for name, shade in shades.items())
