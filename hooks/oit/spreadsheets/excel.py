"""Workbooks for Excel: every one that the program writes begins alike."""

import io
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # A line of Thai in our font, in pixels; not every program finds that out itself.
    "default_row_height": 28,
    "default_format_properties": {"font_name": "TH SarabunPSK", "font_size": 14},
}
# What a workbook says of its making; any fixed day does.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no time zones


def new_workbook(out: io.BytesIO, title: str) -> "Workbook":
    """Begin a workbook that holds texts as texts; the same contents give the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few commands write workbooks

    # It changes what it is given, and the next workbook must not differ for that.
    book = Workbook(out, deepcopy(_OPTIONS))
    book.set_properties({"title": title, "created": _CREATED})
    return book
