"""Cells as a person typed them: programs that write files change texts and long numbers.

Some mark a text as a formula (``="0345…"``) or with an apostrophe, so that Excel keeps its zeros;
some write a number as a float (``68109000001.0``, ``6.8109000001E+10``); and Thai copied from a
PDF has its marks in another order.
"""

import re
from dataclasses import replace
from itertools import chain

from oit.spreadsheets.sheet import Worksheet
from oit.thai.writing import arabic, normalize_spelling

_FORMULA = re.compile(
    r'\s*=\s*(?:(?P<t>t\s*\()?\s*"(?P<text>(?:[^"]|"")*)"\s*(?(t)\))|(?P<number>\d+))\s*',
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*['‘’`]+(?=[0-9๐-๙])")
_WIDE_DIGITS = re.compile("[０-９]")
# Amounts of a municipality have fewer digits than the numbers of projects and persons.
_LONG_FLOAT = re.compile(r"(?<![\d.,])(\d{11,13})\.0+(?![\d.])")
_GROUPED = re.compile(r"(?<![\d.,])\d(?:,\d{3}){4}(?:\.0+)?(?![\d.,])")
_SCIENTIFIC = re.compile(r"(?<![\d.,])(\d)[.,](\d{6,14}) ?E\+?(\d\d)(?!\d)", re.IGNORECASE)
# What ``typed`` may have to change, besides spelling. Each alternative begins with one letter, for
# which Python searches much faster than for a choice of patterns.
_MAY_BE_ODD = re.compile(
    r"\n[^\S\n]*+['’‘`=]"  # at the beginning of a cell
    r"|\.(?:(?<=\d{11}\.)[0๐]|(?<=\d\.)\d{6,14} ?[Ee]\+?\d\d)"
    r"|,(?:\d{3}(?:,\d{3}){3}|(?<=\d,)\d{6,14} ?[Ee]\+?\d\d)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.0+)?")
_FLOAT = re.compile(r"(\d+)\.0+")
_SHORTENED = re.compile(r"\d(?:[.,]\d+E\+?|E\+)\d{1,2}", re.IGNORECASE)
_DIGITS_OF_EXCEL = 15
_LONGEST_NUMBER = 40


def typed_sheet(sheet: Worksheet) -> Worksheet:
    """Return a sheet with its cells as a person typed them."""
    # Columns repeat their texts, and few texts are odd.
    texts = set(chain.from_iterable(sheet.rows))
    odd = {text: typed(text) for text in texts if _may_be_odd(text)}
    return replace(
        sheet,
        rows=[
            row if odd.keys().isdisjoint(row) else [odd.get(text, text) for text in row]
            for row in sheet.rows
        ],
    )


def _may_be_odd(cell: str) -> bool:
    if _MAY_BE_ODD.search(f"\n{cell}"):
        return True
    if cell.isascii():
        return False
    return _WIDE_DIGITS.search(cell) is not None or normalize_spelling(cell) != cell


def typed(cell: str) -> str:
    """Return the text of a cell as a person typed it."""
    if not _may_be_odd(cell):
        return cell
    text = _WIDE_DIGITS.sub(lambda digit: chr(ord(digit[0]) - 0xFEE0), normalize_spelling(cell))
    if formula := _FORMULA.fullmatch(text):
        text = formula["number"] or formula["text"].replace('""', '"')
    if marked := _MARKED.match(text):
        text = text[marked.end() :]
    plain = arabic(text)
    numbers = _LONG_FLOAT.sub(r"\1", plain)
    numbers = _GROUPED.sub(lambda match: whole_number(match[0]), numbers)
    numbers = _SCIENTIFIC.sub(_expanded, numbers)
    return numbers if numbers != plain else text


def _expanded(match: re.Match[str]) -> str:
    """Write a number in full if all of its digits are there."""
    first, rest, exponent = match.groups()
    length = int(exponent)
    is_complete = 10 <= length <= len(rest) and not rest[length:].strip("0")
    return first + rest[:length] if is_complete else match[0]


def whole_number(text: str) -> str:
    """Return a number of a contract or a project without the fraction that a program added.

    Raises:
        ValueError: Excel has lost some of its digits.
    """
    if text.isdecimal() and len(text) <= _DIGITS_OF_EXCEL:
        return text
    if has_lost_digits(text):
        raise ValueError(f"digits are lost: {text}")
    number = text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
    return _FLOAT.sub(r"\1", number) if _FLOAT.fullmatch(number) else number


def has_lost_digits(text: str) -> bool:
    """Tell whether Excel has shortened a number, or has put zeros for all but 15 of its digits."""
    if len(text) > _LONGEST_NUMBER:
        return False
    number = float_[1] if (float_ := _FLOAT.fullmatch(text)) else text
    lost = number[_DIGITS_OF_EXCEL:]
    is_rounded = number.isdecimal() and lost != "" and not lost.strip("0")
    return is_rounded or _SHORTENED.fullmatch(text) is not None
