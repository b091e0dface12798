"""Columns that share one heading: the name and the price, or the number and the day, below it.

The heading may be merged over both, or stand above the first alone. What the cells contain tells
which column is which.
"""

import re

from oit.intake.imports.header import Header, column_below
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.pairs import PAIRS
from oit.intake.imports.readers import Cells
from oit.intake.imports.rows import is_numbering, is_total
from oit.intake.imports.sheet_reading import filled
from oit.spreadsheets.sheet import Worksheet, folded
from oit.thai.identity import restore_leading_zero

_MOST = 0.8
"""The share of the cells of a column that must be of its kind."""
_NUMBER = LayoutColumn((), role="number")
_TAX_ID = LayoutColumn(("winner_tax_id",), "tax_id")
_THIRTEEN_DIGITS = re.compile(r"\d{13}")


def part_shared_heads(sheet: Worksheet, header: Header, cells: Cells) -> None:
    """Find the columns below each heading that is for two, and the running numbers below none."""
    for number, column in list(header.columns.items()):
        parts = PAIRS.get(column.fields)
        if (
            parts is None
            or column.reads == "own_bidders"
            or header.at(parts[1].fields[0]) not in {number, None}
        ):
            continue
        covered = [number, *_columns_beside(sheet, header, number)]
        if len(covered) == 1:
            continue
        values = [n for n in covered if _contains(sheet, header, n, parts[1].reads, cells)]
        others = [n for n in covered if n not in values and column_below(sheet, header, n)]
        if len(values) != 1 or not others or are_equal(sheet, header, values[0], others[0]):
            continue
        found = {others[0]: parts[0], values[0]: parts[1]}
        for other in others[1:]:
            if parts[0].fields == ("winner",) and _contains(sheet, header, other, "tax_id", cells):
                found.setdefault(other, _TAX_ID)
        text = header.texts[number]
        del header.columns[number]
        for place, part in found.items():
            header.columns[place] = part
            header.texts[place] = text
            header.repeated.pop(place, None)
    _find_running_numbers(sheet, header)


def are_equal(sheet: Worksheet, header: Header, number: int, other: int) -> bool:
    """Tell whether two columns have the same cells, so that one of them repeats the other."""
    rows = column_below(sheet, header, number)
    return all(sheet.cell(row, number) == sheet.cell(row, other) for row in rows)


def _columns_beside(sheet: Worksheet, header: Header, number: int) -> list[int]:
    """Return the columns to the right below the same heading: merged, repeated or empty."""
    text, beside = header.texts[number], []
    following = number + 1
    while following not in header.columns and (
        header.texts.get(following, text) == text and column_below(sheet, header, following)
    ):
        beside.append(following)
        following += 1
    return beside


def _contains(sheet: Worksheet, header: Header, number: int, kind: str, cells: Cells) -> bool:
    """Tell whether most cells of a column are of a kind."""
    texts = [
        sheet.cell(row, number)
        for row in column_below(sheet, header, number)
        if not _is_of_no_entry(list(filled(sheet.rows[row]).values()))
    ]
    fitting = sum(_fits(kind, text, cells) for text in texts)
    return bool(texts) and fitting >= _MOST * len(texts)


def _fits(kind: str, text: str, cells: Cells) -> bool:
    is_tax_id = _THIRTEEN_DIGITS.fullmatch(restore_leading_zero(folded(text))) is not None
    if is_tax_id or kind == "tax_id":
        return is_tax_id and kind == "tax_id"
    try:
        cells.read(kind, text)
    except ValueError:
        return False
    return True


def _is_of_no_entry(texts: list[str]) -> bool:
    return is_numbering(texts) or any(map(is_total, texts))


def _find_running_numbers(sheet: Worksheet, header: Header) -> None:
    """Take 1, 2, 3, … without a heading, left of all others, for the numbers of the entries."""
    number = min(header.columns) - 1
    if number < 0 or number in header.texts or header.at("number") is not None:
        return
    texts = [sheet.cell(row, number).strip(" .") for row in column_below(sheet, header, number)]
    if texts and texts == [str(count) for count in range(1, len(texts) + 1)]:
        header.columns[number] = _NUMBER
        header.texts[number] = ""
