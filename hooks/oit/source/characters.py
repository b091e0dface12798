"""Report tabs, hidden characters and special spaces in the lines of a data file."""

import re
from collections.abc import Collection, Iterator

from oit.characters import FORBIDDEN, ODD_SPACE, code_point
from oit.findings.codes import odd_character, tab
from oit.findings.finding import Finding, Place

# At the start of a line, or after a list's dash or a field's colon.
_ODD_SPACE_IN_STRUCTURE = re.compile(
    # Possessive quantifiers, so that long lines do not cause backtracking.
    rf"""[ ]*+(?:-[ ]++)*+(?:-?|(?:"[^"]*+"|'[^']*+'|[^:#'"]++):)(?P<space>{ODD_SPACE.pattern})"""
)


def character_faults(lines: list[str], file: str) -> Iterator[Finding]:
    """Yield tabs and hidden characters, each at most once per line."""
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            yield tab.CODE.at(Place(file, number, line.index("\t") + 1))
        if match := FORBIDDEN.search(line):
            place = Place(file, number, match.start() + 1)
            yield odd_character.CODE.at(place, code=code_point(match[0]))


def odd_spaces(lines: list[str], prose: Collection[int], file: str) -> Iterator[Finding]:
    """Yield special spaces where YAML requires an ordinary space; skip the lines in ``prose``."""
    for number, line in enumerate(lines, start=1):
        match = _ODD_SPACE_IN_STRUCTURE.match(line)
        if match and number not in prose:
            place = Place(file, number, match.start("space") + 1)
            yield odd_character.SPACE.at(place, code=code_point(match["space"]))
