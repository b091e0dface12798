"""The text of cells in CSV files, escaped so that no program runs it as a formula; columns.

Spreadsheets run a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a return (CWE-1236).
Such a text is written with an apostrophe before it, as spreadsheets themselves mark texts, and
read without it. If there are apostrophes already, one more is added, so that every text can be
restored.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_STARTS = frozenset("'=+-@\t\r")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def inert(text: str) -> str:
    """Escape a text so that no spreadsheet runs it."""
    # Few texts begin so, and a look at the first character is the fastest.
    return f"'{text}" if text[:1] in _STARTS and _FORMULA.match(text) else text


def are_inert(texts: Iterable[str]) -> bool:
    """Tell quickly whether texts stay as they are; if not, some of them may still do."""
    return _STARTS.isdisjoint({text[:1] for text in texts})


def original(cell: str) -> str:
    """Return the text of an escaped cell."""
    return cell[1:] if _MARKED.match(cell) else cell


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column, from 1: ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column by its number from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def reference(row: int, column: int) -> str:
    """Return the name of a cell whose row and column count from 0: ``B2``."""
    return f"{column_letters(column + 1)}{row + 1}"
