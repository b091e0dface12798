"""Keep the Thai words of a page together at the ends of lines.

Compounds are put into elements in which no line ends. An element changes neither what a reader
copies nor what is searched, unlike invisible characters between the letters.
"""

import re
from functools import lru_cache

from oit.thai.compounds import SHORTEST, split_at_compounds

_LETTERS = r"\u0e01-\u0e3a\u0e40-\u0e4e"
_COMMENT = r"<!--.*?(?:-->|\Z)"
# Elements whose text is no running text. In most of them no other element may stand; breaks do not
# matter in the rest. What is not closed reaches to the end of the page, so that no end is looked
# for twice.
_ELEMENTS = "|".join(
    rf"<(?i:{name})\b.*?(?:</(?i:{name})\s*>|\Z)"
    for name in ("script", "style", "title", "textarea", "select", "svg", "pre", "code")
)
_TAG = r"""<(?:"[^"]*+"|'[^']*+'|[^"'<>]++)*+>"""
_OTHERS = re.compile(rf"((?:[^<{_LETTERS}]++|{_COMMENT}|{_ELEMENTS}|{_TAG}|<)++)", re.DOTALL)
"""Whatever stands between Thai letters; a piece of it reaches over as many tags as it can."""
_BEFORE, _AFTER = '<span class="oit-word">', "</span>"


def keep_words(html: str) -> str:
    """Return HTML in which browsers break no Thai word that we know."""
    parts = _OTHERS.split(html)
    parts[::2] = map(_kept, parts[::2])
    return "".join(parts)


@lru_cache(maxsize=1 << 16)  # the pages of a site repeat their words
def _kept(letters: str) -> str:
    if len(letters) < SHORTEST:
        return letters
    pieces = split_at_compounds(letters)
    return "".join(f"{_BEFORE}{text}{_AFTER}" if known else text for text, known in pieces)
