"""Read CSV and similar texts; the delimiter is detected."""

import csv
import io
import re
from collections import Counter

from oit.spreadsheets import limits
from oit.spreadsheets.limits import LONGEST_CELL, RefusedError
from oit.spreadsheets.sheet import Worksheet

_DELIMITERS = ",\t;|"
_SAMPLE = 50
_NAMED = re.compile(r'"?sep=([,\t;|])"?\r?\n', re.IGNORECASE)
"""A first line for Excel alone, which names the delimiter."""


def read_delimited(text: str, file: str) -> Worksheet:
    """Read a text of rows.

    Raises:
        RefusedError: a quote is not closed, or a cell is too long.
    """
    if any(text.count(sign) > limits.MAX_CELLS for sign in f"{_DELIMITERS}\n\r"):
        raise limits.too_large("มีช่องหรือแถวมากเกินไป", "it has too many cells or rows")
    try:
        named = _NAMED.match(text)
        delimiter = named[1] if named else _delimiter(text)
        rows = _rows(text[named.end() :] if named else text, delimiter)
    except csv.Error:
        raise RefusedError(
            f'แยกเป็นช่องไม่ได้ มีเครื่องหมาย " ที่ไม่ได้ปิด หรือมีช่องยาวเกิน {LONGEST_CELL:,} ตัวอักษร',
            f'it cannot be split into cells: a " is not closed, or a cell has more than '
            f"{LONGEST_CELL:,} characters",
        ) from None
    return Worksheet(file, "", rows)


def _delimiter(text: str) -> str:
    """Return the delimiter that splits most rows into the same number of cells."""
    sample = "\n".join(text.splitlines()[:_SAMPLE])

    def cells(delimiter: str) -> int:
        try:
            rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))
        except csv.Error:
            return 0
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return max((width * count for width, count in widths.items()), default=0)

    return max(_DELIMITERS, key=cells)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    if any(max(map(len, row), default=0) > LONGEST_CELL for row in rows):
        raise csv.Error
    return rows
