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
