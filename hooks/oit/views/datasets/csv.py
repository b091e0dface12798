"""A table as CSV: for Excel because of its byte order mark, for machines with typed values."""

from oit.spreadsheets.cells import inert
from oit.spreadsheets.csv import csv_bytes
from oit.views.datasets.dataset import Cell, Dataset
from oit.views.datasets.exact import exact_text


def write_csv(dataset: Dataset) -> bytes:
    """Render the rows under the names of their fields.

    Days are exact_text as 2026-01-15, months as 2025-10 (common era), numbers plain and exact.
    A missing value is an empty cell; a text that a spreadsheet would execute is made inert.
    """
    header = [field.name for field in dataset.fields]
    return csv_bytes([header, *([_text(cell) for cell in row] for row in dataset.rows)])


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else exact_text(cell)
