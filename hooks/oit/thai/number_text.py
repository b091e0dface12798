"""Long numbers in one spelling, whatever digits, dashes and spaces people and programs use.

Excel, Word and PDFs replace a hyphen by a dash or a minus sign, and a space by one of many that
look the same; web pages hide a soft hyphen or a zero-width space between digits.
"""

import re
from typing import NamedTuple

# The zeros of Arabic, Hindi, Thai, Lao, Burmese, Khmer, full-width and mathematical digits.
_ZEROS = (0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10, *range(0x1D7CE, 0x1D7FF, 10))
_LOOK_ALIKES = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d",
    " ": "\t\x0b\x0c\r\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    ".": "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\uff0e",
    ",": "\u060c\uff0c",
    "/": "\u2044\u2215\uff0f",
    "|": "\u00a6\u2502\u2503\uff5c",
    "_": "\uff3f",
    "\\": "\uff3c",
    ":": "\uff1a",
    "+": "\uff0b",
    "(": "\uff08",
    ")": "\uff09",
}
_TABLE = {
    **{zero + value: str(value) for zero in _ZEROS for value in range(10)},
    **{ord(other): mark for mark, others in _LOOK_ALIKES.items() for other in others},
}
# Soft hyphens, zero-width characters, marks of direction, and the frames of keycap digits.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\u20dd-\u20e0\u20e3\ufe0e\ufe0f\ufeff"
)
_HAS_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")

DIGITS = "0-9" + "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS)
"""The digits of a class of a regular expression."""
SEPARATORS = (
    r"\s\-.,/|_\\:;+()\[\]\"'"
    + "".join(other for mark, others in _LOOK_ALIKES.items() for other in others if mark != " ")
    + _INVISIBLE
)
"""What may separate the digits of one number, likewise."""


class NumberText(NamedTuple):
    """A text whose numbers are spelled with ASCII characters."""

    text: str
    places: list[int] | None
    """The place of each character in the original, if invisible ones are left out."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch, which is not empty, is in the original text."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def number_text(text: str) -> NumberText:
    """Spell the numbers of a text with ASCII characters, without invisible ones."""
    places = None
    if not text.isascii() and _HAS_INVISIBLE.search(text):
        places = [at for at, letter in enumerate(text) if not _HAS_INVISIBLE.match(letter)]
        text = _HAS_INVISIBLE.sub("", text)
    return NumberText(text.translate(_TABLE), places)
