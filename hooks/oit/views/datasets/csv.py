"""A table as CSV: for Excel by its byte order mark, for machines by its typed values."""

import csv
import io

from oit.spreadsheets.cells import inert
from oit.views.datasets.dataset import Cell, Dataset
from oit.views.datasets.exact import written

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the Windows code page and shows Thai as rubbish."""


def write_csv(dataset: Dataset) -> bytes:
    """Write the rows under the names of their fields, as RFC 4180 has it.

    Days are 2026-01-15, months 2025-10 (common era), numbers plain and exact; nothing is an
    empty cell, and a text that a spreadsheet would run is marked (``oit.spreadsheets.cells``).
    """
    out = io.StringIO(newline="")
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in dataset.fields])
    writer.writerows(map(_text, row) for row in dataset.rows)
    return out.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else written(cell)
