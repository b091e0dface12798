"""New workbooks for Excel, with the options that all of them share."""

import io
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oit.spreadsheets.column_book import ColumnBook

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # The height of a line of Thai in our font, in pixels; some programs do not compute it.
    "default_row_height": 28,
    "default_format_properties": {"font_name": "TH SarabunPSK", "font_size": 14},
}
# The creation date must be fixed, so that the same data gives the same bytes.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no time zones


def new_workbook(out: io.BytesIO, title: str) -> "ColumnBook":
    """Make a workbook that keeps texts as texts; the same contents give the same bytes."""
    from oit.spreadsheets.column_book import ColumnBook  # noqa: PLC0415 - few commands write workbooks

    # xlsxwriter changes the options, which the next workbook shares.
    book = ColumnBook(out, deepcopy(_OPTIONS))
    book.set_properties({"title": title, "created": _CREATED})
    return book
