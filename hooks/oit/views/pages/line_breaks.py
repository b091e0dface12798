"""Keep the Thai words of a page together at the ends of lines.

Compounds are put into elements in which no line ends. An element changes neither what a reader
copies nor what is searched, unlike invisible characters between the letters.
"""

import re
from functools import lru_cache

from oit.thai.compounds import SHORTEST, split_at_compounds

# Comments, elements whose text is no running text, and the tags of all others. In most of these
# elements no other element may stand; breaks do not matter in the rest. What is not closed reaches
# to the end of the page, so that no end is looked for twice.
_MARKUP = re.compile(
    r"(<!--.*?(?:-->|\Z)"
    r"|<(script|style|title|textarea|select|svg|pre|code)\b.*?(?:</\2\s*>|\Z)"
    r"""|<(?:"[^"]*"|'[^']*'|[^"'<>])*+>)""",
    re.DOTALL | re.IGNORECASE,
)
_LETTERS = re.compile(rf"[\u0e01-\u0e3a\u0e40-\u0e4e]{{{SHORTEST},}}")
_BEFORE, _AFTER = '<span class="oit-word">', "</span>"


def keep_words(html: str) -> str:
    """Return HTML in which browsers break no Thai word that we know."""
    # Each match yields itself and the name of its element.
    parts = _MARKUP.split(html)
    texts, markup = parts[::3], [*parts[1::3], ""]
    return "".join(_kept(text) + tag for text, tag in zip(texts, markup, strict=True))


@lru_cache(maxsize=1 << 16)  # the pages of a site repeat its menus
def _kept(text: str) -> str:
    return _LETTERS.sub(_with_elements, text)


def _with_elements(letters: re.Match[str]) -> str:
    pieces = split_at_compounds(letters[0])
    return "".join(f"{_BEFORE}{text}{_AFTER}" if known else text for text, known in pieces)
