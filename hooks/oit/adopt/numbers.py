"""The number of an item as pages write it: ``O7``, ``o.7``, ``๐๗``, ``07``, ``ข้อ 7`` or ``7)``."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from urllib.parse import unquote

from oit.thai.writing import fold


class Kind(IntEnum):
    """How surely a number is that of an item, the surest first."""

    LETTER = 0
    """With its letter: ``O7``, ``MOIT7``, ``OIT 7``."""
    ZERO = 1
    """A zero for the letter: ``07``, ``010``."""
    WORD = 2
    """``ข้อ 7``, which lists of other matters write too."""
    BARE = 3
    """``7.``: of anything, unless the title agrees."""


@dataclass(frozen=True)
class Number:
    """A number at the beginning of a text."""

    kind: Kind
    prefix: str
    """The letters of the ids of its list: ``o``, ``moit``."""
    value: int
    rest: str
    """What follows it."""


_LEAD = r"[\W_]*"
# Letters that look like the Latin O: of Greek, of Cyrillic, and the zero before a zero.
_O = "oοо"
_RANGE = r"(?!\s*(?:[-–~]|ถึง|to\b)\s*[a-zοо]{0,6}\s*\d)"
_END = rf"(?!\d)(?!\s*/\s*\d){_RANGE}"
_LETTER = re.compile(
    rf"{_LEAD}(?:(?:oit|ita)[\s\-_:.]{{0,3}}(?=(?:ข้อ|[{_O}])))?(?:ข้อ(?:ที่)?\s*)?"
    rf"(?:oit|ita|(?P<prefix>[a-z]{{2,6}})|[{_O}])(?![a-z])"
    rf"[\s.\-_:#]{{0,3}}(?:ข้อ(?:ที่)?\s*)?0*(?P<value>[1-9]\d?)(?P<sub>(?:\.\d+)*)"
    rf"(?:-(?P<part>\d{{1,2}})(?![\d.\-/])|{_END})"
)
_ZERO = re.compile(rf"{_LEAD}0+(?P<value>[1-9]\d?){_END}(?![.:,]\d)(?!\s*[-\s]\s*\d)")
_WORD = re.compile(rf"{_LEAD}ข้อ(?:ที่)?\s*0*(?P<value>[1-9]\d?){_END}(?![.:]\d)")
_BARE = re.compile(rf"{_LEAD}(?P<value>[1-9]\d?){_END}(?![.:,]\d)(?=[\s.):\-–]|$|[ก-๛a-z])")
_AT_END = re.compile(
    rf"[(\[]\s*(?:oit|(?P<prefix>[a-z]{{2,6}})|[{_O}])[\s.\-]*0*(?P<value>[1-9]\d?)\s*[)\]]\s*$"
)
# ITA 67 and ITA 2567 are years.
_YEAR_OF_ITA = re.compile(rf"{_LEAD}ita\s*(?:[56]\d|7\d)(?!\d)")
_SEPARATORS = " .:)]}|-–—_\t\n"

_IN_ADDRESS = re.compile(
    r"(?:^|[/_\-#=?&.%\s])(?:(?:ita|oit)[-_]?)?(?P<prefix>[a-z]{1,6})[-_ ]?0*(?P<value>[1-9]\d?)"
    r"(?=$|[/_\-.?&#(\s]|[ก-๛])"
)
_IN_FRAGMENT = re.compile(r"#(?:(?:ita|oit)[-_]?)+o?0*(?P<value>[1-9]\d?)$")
_LONGEST = 600


@lru_cache(maxsize=20_000)
def number_at_start(text: str) -> Number | None:
    """Return the number that a text begins with, or ends with in brackets."""
    folded = fold(text[:_LONGEST])
    if _YEAR_OF_ITA.match(folded):
        return None
    for kind, pattern in ((Kind.LETTER, _LETTER), (Kind.ZERO, _ZERO), (Kind.WORD, _WORD)):
        if (match := pattern.match(folded)) and not _is_range(match):
            return _number(kind, match, folded[match.end() :])
    if match := _AT_END.search(folded):
        return _number(Kind.LETTER, match, folded[: match.start()])
    if match := _BARE.match(folded):
        return _number(Kind.BARE, match, folded[match.end() :])
    return None


def _is_range(match: re.Match[str]) -> bool:
    """Tell whether ``O1-5`` is of several items; ``O7-2`` is the second document of one."""
    part = match.groupdict().get("part")
    return part is not None and int(part) > int(match["value"])


def _number(kind: Kind, match: re.Match[str], rest: str) -> Number:
    prefix = match.groupdict().get("prefix") or "o"
    return Number(kind, prefix, int(match["value"]), rest.strip(_SEPARATORS))


@lru_cache(maxsize=20_000)
def number_in_address(url: str, prefixes: frozenset[str]) -> Number | None:
    """Return the number that an address names: ``/o14-…``, ``O5/x.pdf``, ``#ITA07``.

    Args:
        url: the address.
        prefixes: the letters of the ids of the lists; ``page2`` is no item.
    """
    address = fold(unquote(url[:_LONGEST], errors="replace"))
    # The host may be o2.example.
    _, separator, path = address.partition("://")
    path = path.partition("/")[2] if separator else address
    if match := _IN_FRAGMENT.search(path):
        return _number(Kind.LETTER, match, "")
    found = [
        _number(Kind.LETTER, match, "")
        for match in _IN_ADDRESS.finditer("/" + path)
        if match["prefix"] in prefixes
    ]
    # The last one is of the file; those before it are of folders.
    return found[-1] if found else None
