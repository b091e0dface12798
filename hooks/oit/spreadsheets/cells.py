"""The text of a cell as CSV files have it: never a formula to the program that opens it.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a return (CWE-1236).
Such a text is written with an apostrophe before it, as spreadsheets mark a text themselves,
and read without; a text of apostrophes before such a sign gets one more, so that every text
comes back as it was.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def inert(text: str) -> str:
    """Write a text so that no spreadsheet runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """Return the text that a cell stands for."""
    return cell[1:] if _MARKED.match(cell) else cell


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
