"""Workbooks as XlsxWriter writes them cell by cell, to compare ours with."""

from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from oit.spreadsheets import column_book
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.xlsx import write_xlsx


class PlainSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose columns are written cell by cell."""

    columns = 0

    def add_column(self, cells: Sequence[Any], contents_of: Callable[[Any], Any]) -> None:
        for row, cell in enumerate(cells, start=1):
            if cell is not None:
                ((value, cell_format),) = contents_of([cell])
                write = self.write_string if isinstance(value, str) else self.write_number
                write(row, self.columns, value, cell_format)
        self.columns += 1


def plain_xlsx(dataset: Dataset) -> bytes:
    """Write a table with XlsxWriter alone."""
    with (
        patch.object(column_book, "ColumnSheet", PlainSheet),
        patch.object(column_book, "ColumnBook", Workbook),
    ):
        return write_xlsx(dataset)
