"""Keep the Thai words of a page together at the ends of lines.

Compounds are put into elements in which no line ends. An element changes neither what a reader
copies nor what is searched, unlike invisible characters between the letters.
"""

import re

from oit.thai.compounds import SHORTEST, split_at_compounds

# Comments, elements whose text is no running text, and the tags of all others. In most of these
# elements no other element may stand; breaks do not matter in the rest.
_MARKUP = (
    r"<!--.*?-->"
    r"|<(?P<tag>script|style|title|textarea|select|svg|pre|code)\b.*?</(?P=tag)\s*>"
    r"""|<(?:"[^"]*"|'[^']*'|[^"'<>])*+>"""
)
_LETTERS = rf"[\u0e01-\u0e3a\u0e40-\u0e4e]{{{SHORTEST},}}"
_PART = re.compile(rf"(?P<markup>{_MARKUP})|{_LETTERS}", re.DOTALL | re.IGNORECASE)
_BEFORE, _AFTER = '<span class="oit-word">', "</span>"


def keep_words(html: str) -> str:
    """Return HTML in which browsers break no Thai word that we know."""
    return _PART.sub(_kept, html)


def _kept(part: re.Match[str]) -> str:
    if part["markup"]:
        return part[0]
    pieces = split_at_compounds(part[0])
    return "".join(f"{_BEFORE}{text}{_AFTER}" if known else text for text, known in pieces)
