"""A table as CSV: for Excel because of its byte order mark, for machines with typed values."""

from collections.abc import Sequence
from itertools import chain
from typing import cast

from oit.spreadsheets.cells import are_inert, inert
from oit.spreadsheets.csv import csv_bytes
from oit.views.datasets.dataset import Cell, Dataset, each
from oit.views.datasets.exact import exact_text


def write_csv(dataset: Dataset) -> bytes:
    """Render the rows under the names of their fields.

    Days are exact_text as 2026-01-15, months as 2025-10 (common era), numbers plain and exact.
    A missing value is an empty cell; a text that a spreadsheet would execute is made inert.
    """
    header = [field.name for field in dataset.fields]
    columns = [*map(_texts, dataset.columns)]
    return csv_bytes(chain([header], zip(*columns, strict=True)))


def _texts(cells: Sequence[Cell]) -> Sequence[str]:
    if {*map(type, cells)} == {str} and are_inert(texts := cast("Sequence[str]", cells)):
        return texts
    return each(cells, csv_text)


def csv_text(cell: Cell) -> str:
    """Render a cell: exactly, and so that no spreadsheet runs it."""
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else exact_text(cell)
