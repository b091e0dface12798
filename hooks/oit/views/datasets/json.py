"""A table as JSON: an array of objects, one line per row."""

import io
from functools import partial

from oit.views.datasets.dataset import Cell, Dataset, each
from oit.views.datasets.exact import embeddable, literal


def write_json(dataset: Dataset) -> bytes:
    """Render every row with all fields, ``null`` for missing values, days in the common era."""
    columns = [
        each(cells, partial(_member, literal(field.name)))
        for field, cells in zip(dataset.fields, dataset.columns, strict=True)
    ]
    out = io.BytesIO()
    with io.TextIOWrapper(out, encoding="utf-8", newline="") as text:
        for number, row in enumerate(zip(*columns, strict=True)):
            text.write(embeddable(f"{',' if number else '['}\n{{{', '.join(row)}}}"))
        text.write("\n]\n" if dataset.count else "[]\n")
        text.flush()
        return out.getvalue()


def _member(name: str, cell: Cell) -> str:
    return f"{name}: {literal(cell)}"
