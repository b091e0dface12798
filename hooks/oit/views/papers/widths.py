"""Column widths of a paper's tables, from what the columns contain.

Word does not fit columns to their contents by itself: without widths of ours it breaks numbers in
the middle. Widths of texts are estimated from the letters of Sarabun, per em; TH SarabunPSK is a
quarter narrower, so a machine that lacks it and uses a wider typeface still has room.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache
from math import ceil, sqrt
from typing import NamedTuple

from oit.thai import money
from oit.views.papers.paper import Cell, PaperTable, text_of

POINTS_A_CM = 72 / 2.54
PORTRAIT, LANDSCAPE = 17 * POINTS_A_CM, 25.7 * POINTS_A_CM
"""The width of the text on A4, between margins of two centimetres, in points."""

SIZE = 14
"""The size of letters in tables, in points."""
PADDING = 12
"""What the borders and the space beside them take of a column, in points."""
BULLET = 9
"""The indent of a list in a cell, in points."""

MOST_LINES = 9
"""A row of measures that needs more lines is easier to read as a block."""

_BOLD = 1.05
_WIDTHS = {
    "ฌญฒณ": 0.84,
    "พฟฑฬศษฃฆ": 0.7,
    "งรวธฐา ำะ": 0.52,
    "เๅ": 0.31,
    "แ": 0.59,
    "โใไ": 0.4,
    "๐๑๒๓๔๕๖๗๘๙": 0.7,
    "0123456789": 0.56,
    " \u00a0": 0.25,
    ".,:;|!'": 0.27,
    "()[]/-": 0.36,
    "ijl": 0.28,
    "mwMW": 0.86,
}
_WIDTH = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_WIDTH[" "] = 0.25
_THAI, _UPPER, _LOWER, _OTHER = 0.62, 0.67, 0.55, 1.0

# Lines may break at a space, after a slash and before a bracket, and between Thai words.
_BREAKS = re.compile(r"(?<=/)(?=\D)|\s+|(?=\()")
_IS_THAI = re.compile(r"[\u0e01-\u0e2e]")
_LONGEST_WORD = 5.0
"""The width in em of a long Thai word, such as ตรวจสอบภายใน: a longer run has words inside."""
_LONGEST_RUN = 12.0
"""Addresses and the like break anywhere: a column need not hold them, nor a head as long."""


class _Needs(NamedTuple):
    """What a column needs, in points."""

    number: float
    """Its longest number, date or name without Thai letters."""
    least: float
    """Its longest unbreakable run, words included."""
    most: float
    """Its longest line."""
    usual: float
    """The length of its texts in the quadratic mean: long ones count more."""


def text_width(text: str, *, bold: bool = False) -> float:
    """Estimate the width of a text in em."""
    width = sum(map(_letter_width, text))
    return width * _BOLD if bold else width


@cache
def _letter_width(letter: str) -> float:
    if (known := _WIDTH.get(letter)) is not None:
        return known
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if "\u0e00" <= letter <= "\u0e7f":
        return _THAI
    if letter > "\u2fff":
        return _OTHER
    return _UPPER if letter.isupper() else _LOWER


def widths_of(table: PaperTable, room: float) -> list[float]:
    """Return the columns' widths in points, which add up to ``room``.

    Every column holds its longest number, date or word. Columns with longer texts are wider; a
    short column is no wider than its longest line, unless every column has that much.
    """
    needs = [_needs(table, index) for index in range(len(table.columns))]
    return _share(needs, room)


def _share(needs: Sequence[_Needs], room: float) -> list[float]:
    least = sum(need.least for need in needs)
    most = sum(need.most for need in needs)
    if most <= room:
        return [need.most * room / most for need in needs]
    if least >= room:
        return _squeeze(needs, room)
    # Widths in proportion to the texts give every cell of a row about as many lines.
    widths = [need.least for need in needs]
    growing = set(range(len(needs)))
    while growing:
        unit = (room - sum(widths)) / sum(needs[index].usual for index in growing)
        full = {i for i in growing if widths[i] + unit * needs[i].usual >= needs[i].most}
        if not full:
            for index in growing:
                widths[index] += unit * needs[index].usual
        for index in full:
            widths[index] = needs[index].most
        growing = growing - full if full else set()
    return widths


def _squeeze(needs: Sequence[_Needs], room: float) -> list[float]:
    """Share too little width: words are broken before numbers are."""
    numbers = sum(need.number for need in needs)
    words = sum(need.least - need.number for need in needs)
    if numbers >= room:
        return [need.number * room / numbers for need in needs]
    part = (room - numbers) / words
    return [need.number + part * (need.least - need.number) for need in needs]


def reads_well(table: PaperTable, room: float) -> bool:
    """Return whether the columns fit, and no row is so long that its columns are slivers."""
    needs = [_needs(table, index) for index in range(len(table.columns))]
    if sum(need.least for need in needs) > room:
        return False
    widths = _share(needs, room)
    rows = [row for _, group in table.groups for row in group]
    return all(lines_of(row, widths) <= MOST_LINES for row in rows)


def lines_of(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Estimate how many lines a row needs."""
    return max(
        sum(_lines(text, width, size_of_list) for text, size_of_list in _texts(content))
        for content, width in zip(row, widths, strict=True)
    )


def _lines(text: str, width: float, indent: float) -> int:
    return max(1, ceil(text_width(text) * SIZE / max(width - PADDING - indent, SIZE)))


def _needs(table: PaperTable, index: int) -> _Needs:
    head = table.columns[index]
    number, least, most = 0.0, _run(head, is_head=True), text_width(head, bold=True) * SIZE
    cells = [row[index] for _, group in table.groups for row in group]
    usual = most**2
    for content in cells:
        is_whole = isinstance(content, date) or money.is_number(content)
        texts = [(text_width(text) * SIZE, text, indent) for text, indent in _texts(content)]
        for line, text, indent in texts:
            number = max(number, (line if is_whole else _run(text, is_number=True)) + indent)
            least = max(least, number, _run(text) + indent)
            most = max(most, line + indent)
        usual += sum(line for line, _, _ in texts) ** 2
    mean = sqrt(usual / (1 + len(cells)))
    least = max(least, number)
    return _Needs(number + PADDING, least + PADDING, max(least, most) + PADDING, max(mean, 1))


def _texts(content: Cell) -> list[tuple[str, float]]:
    """Return the lines of a cell, and how far each is indented."""
    if isinstance(content, list):
        indent = BULLET if len(content) > 1 else 0
        return [(text_of(entry), indent) for entry in content] or [("", 0)]
    return [(text_of(content), 0)]


def _run(text: str, *, is_head: bool = False, is_number: bool = False) -> float:
    """Return the width in points of the longest part of a text that must not be broken.

    A number is any part without Thai letters.
    """
    longest = 0.0
    for part in _BREAKS.split(text):
        is_thai = bool(_IS_THAI.search(part))
        if not (is_thai and is_number):
            most = _LONGEST_WORD if is_thai and not is_head else _LONGEST_RUN
            longest = max(longest, min(text_width(part, bold=is_head), most))
    return SIZE * longest


def label_width(labels: Sequence[str], room: float) -> float:
    """Return the width of a column of labels in points: the longest, or a third of the room."""
    widest = max((text_width(label, bold=True) for label in labels), default=0) * SIZE
    return min(widest + PADDING, room / 3)
