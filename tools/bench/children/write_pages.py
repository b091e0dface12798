"""Write the pages of a site's monthly summaries as JSON, for other generators.

    python write_pages.py DATA OUT

``OUT/pages.json`` has the address, the title and the rows of each page: nine columns as texts.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup

from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.thai.dates import format_month
from oit.views.datasets.of_items import published
from oit.views.pages.data import ROWS_A_PAGE, ShownTable
from oit.views.pages.environment import digits_of
from oit.views.pages.purchases import Line, lines


def main(data: str, out: str) -> None:
    """Write the pages of every table."""
    tables = published(examine_all(DataFolder(Path(data)), today()))
    pages = [page for table in tables for page in _pages(ShownTable(table, None))]
    Path(out, "pages.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")


def _pages(table: ShownTable) -> Iterator[dict[str, Any]]:
    for month in table.months:
        title = format_month(month.month) if month.month else ""
        for number, start in enumerate(range(0, len(month.rows), ROWS_A_PAGE), start=1):
            made = lines(month.rows[start : start + ROWS_A_PAGE], digits_of(None))
            yield {
                "url": f"{month.url}{number}/",
                "title": f"{title} ({number})",
                "start": start,
                "rows": [_row(line) for line in made.lines],
            }


def _row(line: Line) -> dict[str, Any]:
    cells = line._asdict().items()
    # Only our pages align numbers.
    texts = {
        name: _text(cell) for name, cell in cells if isinstance(cell, str) and "padding" not in name
    }
    bidders = [{"name": _text(name), "price": price} for _, name, price in line.bidders]
    return {**texts, "bidders": bidders}


def _text(cell: str) -> str:
    return cell.striptags() if isinstance(cell, Markup) else cell


if __name__ == "__main__":
    main(*sys.argv[1:])
