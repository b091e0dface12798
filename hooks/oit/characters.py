"""Characters that a data file may not hold, and where they stand."""

import re
from collections.abc import Collection, Iterator

from oit.findings.codes import odd_character, tab
from oit.findings.finding import Finding, Place

FORBIDDEN = re.compile(
    # Control characters, ends of lines that editors do not show, and characters that make text
    # read in another order than it is stored.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
ODD_SPACE = re.compile("[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")
# Begins a line, or stands behind a list's dash or a field's colon.
_ODD_SPACE_IN_STRUCTURE = re.compile(
    # Possessive throughout, so that a long line is not read again and again.
    rf"""[ ]*+(?:-[ ]++)*+(?:-?|(?:"[^"]*+"|'[^']*+'|[^:#'"]++):)(?P<space>{ODD_SPACE.pattern})"""
)


def character_faults(lines: list[str], file: str) -> Iterator[Finding]:
    """Yield what no line may hold, each once a line."""
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            yield tab.CODE.at(Place(file, number, line.index("\t") + 1))
        if match := FORBIDDEN.search(line):
            place = Place(file, number, match.start() + 1)
            yield odd_character.CODE.at(place, code=code_point(match[0]))


def code_point(character: str) -> str:
    """Name a character that cannot be shown: ``U+202E``."""
    return f"U+{ord(character):04X}"


def odd_spaces(lines: list[str], prose: Collection[int], file: str) -> Iterator[Finding]:
    """Yield the special spaces that take the place of an ordinary one."""
    for number, line in enumerate(lines, start=1):
        match = _ODD_SPACE_IN_STRUCTURE.match(line)
        if match and number not in prose:
            place = Place(file, number, match.start("space") + 1)
            yield odd_character.SPACE.at(place, code=code_point(match["space"]))
