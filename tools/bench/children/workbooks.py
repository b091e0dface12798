"""Write the first table of a site as a workbook, by our writer and by XlsxWriter alone, in turns.

    python workbooks.py DATA ROUNDS

Prints, as JSON, the CPU seconds of both in each round.
"""

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook

from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.thai.calendar import Month
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.files import FORMATS
from oit.views.datasets.of_items import published

DAY, MONTH, NUMBER = "[$-107041E]d mmm yyyy", "[$-107041E]mmm yyyy", "#,##0.00"


def main(data: str, rounds: str) -> None:
    """Write; print what it took."""
    table = next(iter(published(examine_all(DataFolder(Path(data)), today()))))
    write = next(known.write for known in FORMATS if known.name == "xlsx")
    turns = [
        (_taken(write, table.dataset), _taken(by_xlsxwriter, table.dataset))
        for _ in range(int(rounds))
    ]
    json.dump(turns, sys.stdout)


def _taken(write: Callable[[Dataset], object], dataset: Dataset) -> float:
    start = time.process_time()
    write(dataset)
    return time.process_time() - start


def by_xlsxwriter(dataset: Dataset) -> bytes:
    """Write the cells with their formats, and nothing else."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day, month, number = (
            book.add_format({"num_format": shown}) for shown in (DAY, MONTH, NUMBER)
        )
        for place, field in enumerate(dataset.fields):
            sheet.write_string(0, place, field.title)
        for line, row in enumerate(dataset.rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, Month):
                    sheet.write_datetime(line, place, date(cell.year, cell.month, 1), month)
                elif isinstance(cell, date):
                    sheet.write_datetime(line, place, cell, day)
                elif isinstance(cell, Decimal | int):
                    sheet.write_number(line, place, cell, number)
                elif cell is not None:
                    sheet.write_string(line, place, cell)
    return out.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
