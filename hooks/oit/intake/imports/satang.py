"""Baht and satang in columns of their own, as forms on paper have them: one amount."""

import re

from oit.intake.imports.header import Header
from oit.intake.imports.layout import heading_key
from oit.spreadsheets.sheet import Worksheet, folded
from oit.thai import writing

_SATANG = {"สต", "สตางค์", "สตค", "satang"}
_BAHT = {"", "บาท", "baht"}
_WHOLE = re.compile(r"\d[\d,]*")
_HUNDREDTHS = re.compile(r"\d{1,2}")


def join_satang(sheet: Worksheet, header: Header) -> None:
    """Move the satang of each amount into the cell of its baht."""
    below = sheet.rows[header.first_row] if header.first_row < len(sheet.rows) else []
    keys = [heading_key(text) for text in below]
    if _SATANG & {*keys} and {*keys} <= _SATANG | _BAHT:
        header.height += 1
    headings = sheet.rows[header.row : header.first_row]
    for number, column in header.columns.items():
        beside = number + 1
        if column.reads == "money" and any(
            beside < len(texts) and heading_key(texts[beside]) in _SATANG for texts in headings
        ):
            _join(sheet, header, number)


def _join(sheet: Worksheet, header: Header, number: int) -> None:
    beside = number + 1
    header.texts.pop(beside, None)
    header.repeated.pop(beside, None)
    for cells in sheet.rows[header.row :]:
        if beside >= len(cells):
            continue
        baht, satang = (folded(writing.arabic(cells[place])) for place in (number, beside))
        if writing.is_blank(satang) or heading_key(satang) in _SATANG:
            cells[beside] = ""
        elif _WHOLE.fullmatch(baht) and _HUNDREDTHS.fullmatch(satang):
            cells[number], cells[beside] = f"{baht}.{satang:0>2}", ""
        else:
            # The amount is unknown, and both cells are to be read by a person.
            cells[number], cells[beside] = f"{cells[number]} บาท {cells[beside]} สต.", ""
