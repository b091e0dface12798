"""Keep the Thai words of a page together at the ends of lines.

Compounds are put into elements in which no line ends. An element changes neither what a reader
copies nor what is searched, unlike invisible characters between the letters.
"""

import re
from functools import lru_cache

from oit.thai.compounds import SHORTEST, split_at_compounds

_LETTERS = re.compile(rf"[\u0e01-\u0e3a\u0e40-\u0e4e]{{{SHORTEST},}}")
_COMMENT = r"<!--.*?(?:-->|\Z)"
# Elements whose text is no running text. In most of them no other element may stand; breaks do not
# matter in the rest. What is not closed reaches to the end of the page, so that no end is looked
# for twice.
_ELEMENTS = "|".join(
    rf"<(?i:{name})\b.*?(?:</(?i:{name})\s*>|\Z)"
    for name in ("script", "style", "title", "textarea", "select", "svg", "pre", "code")
)
_TAG = r"""<(?:"[^"]*+"|'[^']*+'|[^"'<>]++)*+>"""
# The tags of which tables are full come first, so that nothing else is looked for at each of them.
_OF_TABLES = r'</[a-z0-9]++>|<(?:td|span|a|tr|br)(?: class="[^"]*+")?+(?: [a-z-]++="[^"]*+")*+>'
# What follows a tag and is no Thai, such as a number, is passed over with it.
_MARKUP = re.compile(
    rf"((?:(?:{_OF_TABLES}|{_COMMENT}|{_ELEMENTS}|{_TAG}|<)[\x00-;=-\x7f]*+)++)", re.DOTALL
)
_BEFORE, _AFTER = '<span class="oit-word">', "</span>"


def keep_words(html: str) -> str:
    """Return HTML in which browsers break no Thai word that we know."""
    parts = _MARKUP.split(html)
    parts[::2] = map(_kept, parts[::2])
    return "".join(parts)


@lru_cache(maxsize=1 << 12)  # titles of columns, methods, names
def _kept(text: str) -> str:
    return _LETTERS.sub(lambda letters: _words_kept(letters[0]), text)


@lru_cache(maxsize=1 << 16)  # the pages of a site repeat their words
def _words_kept(letters: str) -> str:
    pieces = split_at_compounds(letters)
    return "".join(f"{_BEFORE}{text}{_AFTER}" if known else text for text, known in pieces)
