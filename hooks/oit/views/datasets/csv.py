"""A table as CSV: for Excel because of its byte order mark, for machines with typed values."""

from itertools import chain

from oit.spreadsheets.cells import inert
from oit.spreadsheets.csv import csv_bytes
from oit.views.datasets.dataset import Cell, Dataset, each
from oit.views.datasets.exact import exact_text


def write_csv(dataset: Dataset) -> bytes:
    """Render the rows under the names of their fields.

    Days are exact_text as 2026-01-15, months as 2025-10 (common era), numbers plain and exact.
    A missing value is an empty cell; a text that a spreadsheet would execute is made inert.
    """
    header = [field.name for field in dataset.fields]
    columns = [each(cells, _text) for cells in dataset.columns]
    return csv_bytes(chain([header], zip(*columns, strict=True)))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else exact_text(cell)
