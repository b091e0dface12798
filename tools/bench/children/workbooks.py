"""Write the first table of a site as a workbook, by our writer and by XlsxWriter alone, in turns.

    python workbooks.py DATA ROUNDS

Prints, as JSON, the CPU seconds of both in each round.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook

from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.views.datasets.files import FORMATS
from oit.views.datasets.of_items import published

SHOWN = {
    "yearmonth": "[$-107041E]mmm yyyy",
    "date": "[$-107041E]d mmm yyyy",
    "number": "#,##0.00",
    "integer": "0",
}
"""The formats of cells that are not texts, by the type of their column."""

Cell = str | Decimal | int | date | None


def main(data: str, rounds: str) -> None:
    """Write; print what it took."""
    table = next(iter(published(examine_all(DataFolder(Path(data)), today()))))
    write = {known.name: known.write for known in FORMATS}
    # The published JSON has the same cells for every version of the program.
    records = json.loads(write["json"](table.dataset), parse_float=Decimal)
    types = {field.name: field.type for field in table.dataset.fields}
    rows = [[_cell(record[name], kind) for name, kind in types.items()] for record in records]
    titles = [field.title for field in table.dataset.fields]
    turns = [
        (
            _taken(lambda: write["xlsx"](table.dataset)),
            _taken(lambda: by_xlsxwriter(titles, [*types.values()], rows)),
        )
        for _ in range(int(rounds))
    ]
    json.dump(turns, sys.stdout)


def _cell(value: str | Decimal | int | None, kind: str) -> Cell:
    if isinstance(value, str) and kind in {"date", "yearmonth"}:
        return date.fromisoformat(value if kind == "date" else f"{value}-01")
    return value


def _taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def by_xlsxwriter(
    titles: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> bytes:
    """Write the cells with their formats, and nothing else."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        formats = {kind: book.add_format({"num_format": shown}) for kind, shown in SHOWN.items()}
        for place, title in enumerate(titles):
            sheet.write_string(0, place, title)
        shown = [formats.get(kind) for kind in types]
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, place, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(line, place, cell, shown[place])
                elif cell is not None:
                    sheet.write_number(line, place, cell, shown[place])
    return out.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
